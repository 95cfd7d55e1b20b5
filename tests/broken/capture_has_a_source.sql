-- A document of another source than its capture.
insert into document by name
select * replace ('made' as document_id, 'drop' as source)
from document
order by all
limit 1;
