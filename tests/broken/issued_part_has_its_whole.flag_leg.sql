-- A leg of a flag that was never issued.
insert into flag_leg by name
select * replace ('nowhere' as flag_id)
from flag_leg
order by all
limit 1;
