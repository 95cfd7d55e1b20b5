-- Every page that a statement stands on: the first one and those that repeat it.
create view statement_page as
select
    s.statement_id,
    true as is_first,
    s.statement_id as told_as,
    d.publisher,
    d.published_on,
    d.published_precision,
    d.known_on,
    coalesce(d.url, d.source_note) as provenance,
    d.source,
    d.document_id
from statement as s
inner join document as d using (document_id)
union all
select
    r.statement_id,
    false as is_first,
    r.relayed_as as told_as,
    d.publisher,
    d.published_on,
    d.published_precision,
    d.known_on,
    coalesce(d.url, d.source_note) as provenance,
    d.source,
    d.document_id
from relay as r
inner join document as d using (document_id);
comment on view statement_page is 'Pages of each statement: the one it was first seen on and those that repeat it.';
comment on column statement_page.statement_id is 'Statement.';
comment on column statement_page.is_first is 'True for the page that counts, false for one that repeats it.';
comment on column statement_page.told_as is 'Identifier that the page gives the statement.';
comment on column statement_page.publisher is 'Who published the page.';
comment on column statement_page.published_on is 'Stated date of publication; first day of the period where only month or quarter is known.';
comment on column statement_page.published_precision is 'How exact published_on is: second, day, month or quarter.';
comment on column statement_page.known_on is 'Earliest date on which using the document is no look-ahead.';
comment on column statement_page.provenance is 'Address of the page or, where none is known, a note on where the fact is from.';
comment on column statement_page.source is 'Source that brought it.';
comment on column statement_page.document_id is 'Document of the page.';
