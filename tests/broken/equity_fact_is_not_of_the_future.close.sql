-- A close known two days before its session.
insert into equity_close by name
select * replace (session_date + 2 as session_date)
from equity_close
order by all
limit 1;
