-- A kind of bound that nobody knows.
insert into observation by name
select * replace ('2099Q1' as quarter, 'circa' as bound)
from observation
order by all
limit 1;
