-- An observation that says the opposite of its statement.
insert into observation by name
select * replace ('2099Q1' as quarter, 'down' as direction)
from observation
where direction = 'up'
order by all
limit 1;
