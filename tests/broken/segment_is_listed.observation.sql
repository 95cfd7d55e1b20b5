-- An observation of a segment that no product lists.
insert into observation by name
select * replace ('2099Q1' as quarter, 'toasters' as segment)
from observation
order by all
limit 1;
