-- A page known only to the month, used from its first day.
insert into document by name
select * replace ('made' as document_id, 'month' as published_precision, date '2026-06-01' as published_on, date '2026-06-29' as known_on)
from document
order by all
limit 1;
