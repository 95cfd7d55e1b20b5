-- A state of a flag that was never issued.
insert into flag_state by name
select * replace ('nowhere' as flag_id)
from flag_state
order by all
limit 1;
