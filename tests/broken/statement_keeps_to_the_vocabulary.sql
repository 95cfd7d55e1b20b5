-- A direction that prices do not have.
insert into statement by name
select * replace ('made' as statement_id, 'tight' as direction)
from statement
where attribute = 'price'
order by all
limit 1;
