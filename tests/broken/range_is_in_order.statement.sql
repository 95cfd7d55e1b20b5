-- A magnitude with its ends swapped.
insert into statement by name
select * replace ('made' as statement_id, 15.0 as low_pct, 10.0 as high_pct)
from statement
order by all
limit 1;
