-- A quarter that calls itself a month.
insert into observation by name
select * replace ('2099Q1' as quarter, 'month' as period_kind)
from observation
where period_kind = 'quarter'
order by all
limit 1;
