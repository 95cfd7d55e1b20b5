-- A price row that gives neither price nor change.
insert into price by name
select * replace ('made' as price_id, null as price_usd, null as index_level, null as change_pct)
from price
order by all
limit 1;
