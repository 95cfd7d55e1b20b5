-- A repeat of a statement that is gone.
insert into relay by name
select
    'gone' as statement_id,
    document_id,
    'made' as relayed_as,
    'figure' as found_by,
    'words' as quote
from document
limit 1;
