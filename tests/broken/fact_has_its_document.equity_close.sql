-- A close of a document that is not there.
insert into equity_close by name
select * replace ('nowhere' as document_id)
from equity_close
order by all
limit 1;
