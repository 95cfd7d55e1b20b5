-- A listed fact of bytes that the archive does not have.
insert into undated_fact by name
select * replace ('nowhere' as capture_id)
from undated_fact
order by all
limit 1;
