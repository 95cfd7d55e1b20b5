-- A refused row of bytes that the archive does not have.
insert into rejected by name
select * replace ('nowhere' as capture_id)
from rejected
order by all
limit 1;
