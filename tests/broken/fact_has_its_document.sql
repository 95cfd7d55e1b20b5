-- An unread sentence of a document that is not there.
insert into unread by name
select * replace ('nowhere' as document_id)
from unread
order by all
limit 1;
