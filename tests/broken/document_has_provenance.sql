-- A page without an address or a note.
insert into document by name
select * replace ('made' as document_id, null as url, ' ' as source_note)
from document
order by all
limit 1;
