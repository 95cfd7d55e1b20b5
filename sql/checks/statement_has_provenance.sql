-- Every statement stands on a document with an address or a note, and a date of publication.
select
    s.statement_id,
    s.document_id
from statement as s
left join document as d using (document_id)
where d.document_id is null
    or coalesce(d.url, d.source_note) is null
    or d.published_on is null;
