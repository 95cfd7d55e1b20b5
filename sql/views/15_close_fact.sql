-- Equity closes with their provenance.
create view close_fact as
select
    f.ticker,
    f.session_date,
    f.close,
    f.currency,
    d.published_on,
    d.published_precision,
    d.known_on,
    d.captured_at,
    d.publisher,
    d.url,
    coalesce(d.url, d.source_note) as provenance,
    d.doc_type,
    d.source,
    f.document_id
from equity_close as f
inner join document as d using (document_id);
comment on view close_fact is 'Equity closes with their provenance.';
comment on column close_fact.ticker is 'Ticker in Yahoo notation.';
comment on column close_fact.session_date is 'Session in the calendar of the exchange.';
comment on column close_fact.close is 'Raw close in currency, or index points.';
comment on column close_fact.currency is 'ISO 4217 code; null for an index.';
comment on column close_fact.published_on is 'Stated date of publication; first day of the period where only month or quarter is known.';
comment on column close_fact.published_precision is 'How exact published_on is: second, day, month or quarter.';
comment on column close_fact.known_on is 'Earliest date on which using the document is no look-ahead.';
comment on column close_fact.captured_at is 'When memtrack got the bytes, UTC.';
comment on column close_fact.publisher is 'Who published the page.';
comment on column close_fact.url is 'Address of the page; null where none is known, then source_note says where the facts are from.';
comment on column close_fact.provenance is 'Address of the page or, where none is known, a note on where the fact is from.';
comment on column close_fact.doc_type is 'Kind of document: press, news, earnings_call, ir_record, table ...';
comment on column close_fact.source is 'Source that brought it.';
comment on column close_fact.document_id is 'Document that gives it.';
