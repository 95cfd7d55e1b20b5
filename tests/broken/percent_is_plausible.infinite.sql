-- A change that is not a number.
insert into price by name
select * replace ('made' as price_id, 'nan'::double as change_pct)
from price
order by all
limit 1;
