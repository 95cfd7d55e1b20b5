-- Supply, demand and inventory figures with their provenance.
create view indicator_fact as
select
    f.entity,
    f.name,
    f.product,
    f.period,
    f.value_low,
    f.value_high,
    f.unit,
    f.qualifier,
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
    f.indicator_id,
    f.document_id
from indicator as f
inner join document as d using (document_id);
comment on view indicator_fact is 'Supply, demand and inventory figures with their provenance.';
comment on column indicator_fact.entity is 'Whom or what it is about.';
comment on column indicator_fact.name is 'What is measured.';
comment on column indicator_fact.product is 'Product it is about; null where none.';
comment on column indicator_fact.period is 'Period as given, canonical where it could be mapped.';
comment on column indicator_fact.value_low is 'Lower end of the figure, in unit.';
comment on column indicator_fact.value_high is 'Upper end of the figure, in unit; equal to value_low for a single figure.';
comment on column indicator_fact.unit is 'Unit of the figure.';
comment on column indicator_fact.qualifier is 'Wording that limits it.';
comment on column indicator_fact.doubt is 'Why it is suspect.';
comment on column indicator_fact.published_on is 'Stated date of publication; first day of the period where only month or quarter is known.';
comment on column indicator_fact.published_precision is 'How exact published_on is: second, day, month or quarter.';
comment on column indicator_fact.known_on is 'Earliest date on which using the document is no look-ahead.';
comment on column indicator_fact.captured_at is 'When memtrack got the bytes, UTC.';
comment on column indicator_fact.publisher is 'Who published the page.';
comment on column indicator_fact.url is 'Address of the page; null where none is known, then source_note says where the facts are from.';
comment on column indicator_fact.provenance is 'Address of the page or, where none is known, a note on where the fact is from.';
comment on column indicator_fact.doc_type is 'Kind of document: press, news, earnings_call, ir_record, table ...';
comment on column indicator_fact.source is 'Source that brought it.';
comment on column indicator_fact.quote is 'Words that it rests on.';
comment on column indicator_fact.indicator_id is 'Identifier.';
comment on column indicator_fact.document_id is 'Document that gives it.';
