-- A slip of the comma.
insert into observation by name
select * replace ('2099Q1' as quarter, 1050.0 as low_pct, 1050.0 as mid_pct, 1050.0 as high_pct)
from observation
where mid_pct is not null
order by all
limit 1;
