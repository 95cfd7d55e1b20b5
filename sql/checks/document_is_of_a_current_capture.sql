-- Rows are built from captures that no later version replaced, and from captures that the archive has.
select
    d.document_id,
    d.capture_id,
    c.is_current
from document as d
left join capture as c using (capture_id)
where c.is_current is not true;
