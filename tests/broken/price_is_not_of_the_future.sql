-- A price of a month long after the day on which it was known.
insert into price by name
select * replace ('made' as price_id, '2099-01' as period, 'month' as period_kind, '2099Q1' as quarter)
from price
order by all
limit 1;
