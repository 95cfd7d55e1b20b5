-- A price of the month after the page.
insert into price by name
select * replace ('made' as price_id, '2026-07' as period, '2026Q3' as quarter)
from price
order by all
limit 1;
