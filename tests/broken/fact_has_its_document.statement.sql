-- A statement of a document that is not there.
insert into statement by name
select * replace ('made' as statement_id, 'nowhere' as document_id)
from statement
order by all
limit 1;
