-- A middle outside its range.
insert into observation by name
select * replace ('2099Q1' as quarter, 30.0 as mid_pct)
from observation
where low_pct < high_pct
order by all
limit 1;
