-- A share that loses more than all of its value.
insert into equity_move by name
select * replace ('made' as move_id, -100.5 as change_pct)
from equity_move
order by all
limit 1;
