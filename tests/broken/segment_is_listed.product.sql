-- A statement about a product that no configuration names.
insert into statement by name
select * replace ('made' as statement_id, 'BUBBLE' as product)
from statement
order by all
limit 1;
