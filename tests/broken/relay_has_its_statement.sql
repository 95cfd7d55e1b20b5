-- A repeat of a statement that is gone.
insert into relay by name
select
    'gone' as statement_id,
    document_id,
    'made' as relayed_as
from document
limit 1;
