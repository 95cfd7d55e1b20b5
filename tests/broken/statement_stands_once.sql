-- The same words read twice as the same claim.
insert into statement by name
select * replace ('made' as statement_id)
from statement
order by all
limit 1;
