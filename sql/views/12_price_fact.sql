-- Prices of named items with their provenance.
create view price_fact as
select
    f.product,
    f.segment,
    f.item,
    f.technology,
    f.market,
    f.period,
    f.period_kind,
    f.quarter,
    f.price_usd,
    f.index_level,
    f.change_pct,
    f.basis,
    f.issuer,
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
    f.price_id,
    f.document_id
from price as f
inner join document as d using (document_id);
comment on view price_fact is 'Prices of named items with their provenance.';
comment on column price_fact.product is 'Product of the item.';
comment on column price_fact.segment is 'Segment of the item.';
comment on column price_fact.item is 'Item as its price series is named, such as DDR4_8Gb_1Gx8_PC.';
comment on column price_fact.technology is 'Technology of the item.';
comment on column price_fact.market is 'contract or spot.';
comment on column price_fact.period is 'Calendar period of the price.';
comment on column price_fact.period_kind is 'month, quarter, half or year.';
comment on column price_fact.quarter is 'Calendar quarter in which the period ends.';
comment on column price_fact.price_usd is 'Price in US dollars per unit of the item; null where only a change was given.';
comment on column price_fact.index_level is 'Level of an index in points on the base of its series; null for a price.';
comment on column price_fact.change_pct is 'Signed change in percent against the period before (or as basis says).';
comment on column price_fact.basis is 'QoQ, MoM or YoY.';
comment on column price_fact.issuer is 'Who set or surveyed it.';
comment on column price_fact.qualifier is 'Wording that limits it.';
comment on column price_fact.doubt is 'Why it is suspect.';
comment on column price_fact.published_on is 'Stated date of publication; first day of the period where only month or quarter is known.';
comment on column price_fact.published_precision is 'How exact published_on is: second, day, month or quarter.';
comment on column price_fact.known_on is 'Earliest date on which using the document is no look-ahead.';
comment on column price_fact.captured_at is 'When memtrack got the bytes, UTC.';
comment on column price_fact.publisher is 'Who published the page.';
comment on column price_fact.url is 'Address of the page; null where none is known, then source_note says where the facts are from.';
comment on column price_fact.provenance is 'Address of the page or, where none is known, a note on where the fact is from.';
comment on column price_fact.doc_type is 'Kind of document: press, news, earnings_call, ir_record, table ...';
comment on column price_fact.source is 'Source that brought it.';
comment on column price_fact.quote is 'Words that it rests on.';
comment on column price_fact.price_id is 'Identifier.';
comment on column price_fact.document_id is 'Document that gives it.';
