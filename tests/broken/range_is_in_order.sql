-- A fall of 10 to 15 % with its ends swapped.
insert into observation by name
select * replace ('2099Q1' as quarter, -10.0 as low_pct, -12.5 as mid_pct, -15.0 as high_pct)
from observation
where mid_pct is not null
order by all
limit 1;
