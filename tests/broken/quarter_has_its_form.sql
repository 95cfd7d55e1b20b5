-- A fifth quarter.
insert into observation by name
select * replace ('2026Q5' as quarter)
from observation
order by all
limit 1;
