-- Every document says where a reader finds it: an address or a note, and a publisher.
select
    document_id,
    source,
    key,
    url,
    source_note,
    publisher
from document
where coalesce(trim(url), '') = '' and coalesce(trim(source_note), '') = ''
    or trim(publisher) = '';
