-- A statement of a flag that was never issued.
insert into flag_evidence by name
select * replace ('nowhere' as flag_id)
from flag_evidence
order by all
limit 1;
