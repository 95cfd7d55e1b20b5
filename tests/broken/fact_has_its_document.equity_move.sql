-- A fact of a document that is not there.
insert into equity_move by name
select * replace ('made' as move_id, 'nowhere' as document_id)
from equity_move
order by all
limit 1;
