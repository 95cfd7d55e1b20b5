-- Documented equity moves with their provenance.
create view equity_fact as
select
    f.instrument,
    f.ticker,
    f.exchange_country,
    f.event_date,
    f.horizon_sessions,
    f.change_pct,
    f.price_basis,
    f.reason,
    f.doubt,
    d.published_on,
    d.published_precision,
    d.known_on,
    d.captured_at,
    d.publisher,
    d.url,
    coalesce(d.url, d.source_note) as provenance,
    d.doc_type,
    d.source,
    f.quote,
    f.move_id,
    f.document_id
from equity_move as f
inner join document as d using (document_id);
comment on view equity_fact is 'Documented equity moves with their provenance.';
comment on column equity_fact.instrument is 'Share or index in words.';
comment on column equity_fact.ticker is 'Ticker in Yahoo notation; null where it has none.';
comment on column equity_fact.exchange_country is 'Country of the exchange: US, KR, CN, TW, JP.';
comment on column equity_fact.event_date is 'Session, or last session, in the calendar of the exchange.';
comment on column equity_fact.horizon_sessions is 'Number of sessions that the move spans; 1 for a day.';
comment on column equity_fact.change_pct is 'Signed change in percent.';
comment on column equity_fact.price_basis is 'close, intraday, multi-day: what the figure was taken at.';
comment on column equity_fact.reason is 'Reason that the document gives, in short.';
comment on column equity_fact.doubt is 'Why it is suspect.';
comment on column equity_fact.published_on is 'Stated date of publication; first day of the period where only month or quarter is known.';
comment on column equity_fact.published_precision is 'How exact published_on is: second, day, month or quarter.';
comment on column equity_fact.known_on is 'Earliest date on which using the document is no look-ahead.';
comment on column equity_fact.captured_at is 'When memtrack got the bytes, UTC.';
comment on column equity_fact.publisher is 'Who published the page.';
comment on column equity_fact.url is 'Address of the page; null where none is known, then source_note says where the facts are from.';
comment on column equity_fact.provenance is 'Address of the page or, where none is known, a note on where the fact is from.';
comment on column equity_fact.doc_type is 'Kind of document: press, news, earnings_call, ir_record, table ...';
comment on column equity_fact.source is 'Source that brought it.';
comment on column equity_fact.quote is 'Words that it rests on.';
comment on column equity_fact.move_id is 'Identifier.';
comment on column equity_fact.document_id is 'Document that reports it.';
