-- A fact of a document that is not there.
insert into price by name
select * replace ('made' as price_id, 'nowhere' as document_id)
from price
order by all
limit 1;
