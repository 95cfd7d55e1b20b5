-- A move of a flag that was never issued.
insert into flag_move by name
select * replace ('nowhere' as flag_id)
from flag_move
order by all
limit 1;
