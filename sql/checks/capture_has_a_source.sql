-- Every capture that rows are built from belongs to a source that memtrack knows, a document to the source of its capture.
select
    c.capture_id,
    null as document_id,
    c.source
from capture as c
where c.is_current
    and c.source not in (select s.source from source as s)
union all
select
    d.capture_id,
    d.document_id,
    d.source
from document as d
inner join capture as c using (capture_id)
where d.source <> c.source;
