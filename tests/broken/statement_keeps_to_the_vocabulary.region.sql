-- A region that nobody defined.
insert into statement by name
select * replace ('made' as statement_id, 'EU' as region)
from statement
order by all
limit 1;
