-- A page known the day before it was published.
insert into document by name
select * replace ('made' as document_id, published_on - 1 as known_on)
from document
order by all
limit 1;
