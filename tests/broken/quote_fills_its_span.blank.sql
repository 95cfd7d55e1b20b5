-- A quote of nothing but a blank.
insert into statement by name
select * replace ('made' as statement_id, ' ' as quote, 0 as quote_start, 1 as quote_end)
from statement
order by all
limit 1;
