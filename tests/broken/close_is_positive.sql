-- A close below zero.
insert into equity_close by name
select * replace (date '2026-07-01' as session_date, -1.0 as close)
from equity_close
order by all
limit 1;
