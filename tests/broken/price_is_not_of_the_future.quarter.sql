-- A price of the quarter after the page.
insert into price by name
select * replace ('made' as price_id, '2026Q3' as period, 'quarter' as period_kind, '2026Q3' as quarter)
from price
order by all
limit 1;
