-- A price of nothing.
insert into price by name
select * replace ('made' as price_id, 0.0 as price_usd)
from price
order by all
limit 1;
