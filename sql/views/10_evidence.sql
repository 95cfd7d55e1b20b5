-- Every statement in normal form with its provenance: what was said of price, supply, demand and inventory.
create view evidence as
select
    o.product,
    o.segment,
    o.quarter,
    o.period_kind,
    s.period,
    o.attribute,
    o.direction,
    o.sign,
    o.low_pct,
    o.mid_pct,
    o.high_pct,
    o.bound,
    o.basis,
    o.stance,
    o.measure,
    s.issuer,
    coalesce(i.role, 'unlisted') as issuer_role,
    s.speaker,
    s.certainty,
    s.confidence,
    s.technology,
    s.market,
    s.region,
    s.qualifier,
    s.doubt,
    (
        select count(distinct r.document_id)
        from relay as r
        where r.statement_id = s.statement_id
            and r.document_id <> s.document_id
    ) as relay_count,
    d.published_on,
    d.published_precision,
    d.known_on,
    d.captured_at,
    d.publisher,
    d.url,
    coalesce(d.url, d.source_note) as provenance,
    d.doc_type,
    d.source,
    s.quote,
    s.is_verbatim,
    s.statement_id,
    s.document_id
from observation as o
inner join statement as s using (statement_id)
inner join document as d using (document_id)
left join issuer as i on s.issuer = i.issuer;
comment on view evidence is 'Statements in normal form with who said them, when, where, and the quote: one row per statement and quarter.';
comment on column evidence.product is 'Product of the product_segment table.';
comment on column evidence.segment is 'Segment of the product_segment table; total where none was named.';
comment on column evidence.quarter is 'Calendar quarter; a half or a year gives one row for each of its quarters.';
comment on column evidence.period_kind is 'What the statement named: quarter, month, half, year, or none (then the quarter of publication).';
comment on column evidence.period is 'Calendar period meant: 2026Q3, 2026H2, 2026-10 or 2026; null for a present state.';
comment on column evidence.attribute is 'price, supply, demand or inventory.';
comment on column evidence.direction is 'Direction as stated.';
comment on column evidence.sign is 'Pressure on prices to come: +1 up (short supply, falling stocks), -1 down, 0 neither; null where the claim is negated.';
comment on column evidence.low_pct is 'Lower end, signed percent; null where the statement gives none.';
comment on column evidence.mid_pct is 'Middle of the range, or the only end given, signed percent; null where no figure was given.';
comment on column evidence.high_pct is 'Upper end, signed percent; null where the statement gives none.';
comment on column evidence.bound is 'range, point, at_least, at_most (of the magnitude) or words (no figure).';
comment on column evidence.basis is 'QoQ, MoM, YoY or null.';
comment on column evidence.stance is 'actual or guidance.';
comment on column evidence.measure is 'contract or asp.';
comment on column evidence.issuer is 'Who said it: an issuer of the issuer table, or the name as printed.';
comment on column evidence.issuer_role is 'Role of the issuer; unlisted where no issuer file names it.';
comment on column evidence.speaker is 'company (a maker speaking or quoted) or third_party (agency, press, analyst).';
comment on column evidence.certainty is 'asserted, hedged, or negated (then direction is the denied one).';
comment on column evidence.confidence is 'Probability that the claim was read rightly, 0 to 1.';
comment on column evidence.technology is 'Technology named, such as DDR4 or HBM3E.';
comment on column evidence.market is 'contract or spot, only where stated.';
comment on column evidence.region is 'CN or overseas: where the customers are, only where stated.';
comment on column evidence.qualifier is 'Wording of the figure, such as over 20 %.';
comment on column evidence.doubt is 'Why the fact is suspect; null where nothing is known against it.';
comment on column evidence.relay_count is 'How many further documents repeat the statement.';
comment on column evidence.published_on is 'Stated date of publication; first day of the period where only month or quarter is known.';
comment on column evidence.published_precision is 'How exact published_on is: second, day, month or quarter.';
comment on column evidence.known_on is 'Earliest date on which using the document is no look-ahead.';
comment on column evidence.captured_at is 'When memtrack got the bytes, UTC.';
comment on column evidence.publisher is 'Who published the page.';
comment on column evidence.url is 'Address of the page; null where none is known, then source_note says where the facts are from.';
comment on column evidence.provenance is 'Address of the page or, where none is known, a note on where the fact is from.';
comment on column evidence.doc_type is 'Kind of document: press, news, earnings_call, ir_record, table ...';
comment on column evidence.source is 'Source that brought it.';
comment on column evidence.quote is 'Words that the claim rests on.';
comment on column evidence.is_verbatim is 'False where the words are memtrack''s own rendering of a recorded fact.';
comment on column evidence.statement_id is 'Statement that it normalizes.';
comment on column evidence.document_id is 'Document that it was first seen in; repeats elsewhere are in relay.';
