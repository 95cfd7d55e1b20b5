-- A fact of a document that is not there.
insert into indicator by name
select * replace ('made' as indicator_id, 'nowhere' as document_id)
from indicator
order by all
limit 1;
