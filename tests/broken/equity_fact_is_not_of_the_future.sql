-- A fall reported two days before it happened.
insert into equity_move by name
select * replace ('made' as move_id, event_date + 2 as event_date)
from equity_move
order by all
limit 1;
