-- Price statements with their provenance, one row per statement and quarter.
create view guidance as
select
    o.product,
    o.segment,
    o.quarter,
    o.period_kind,
    o.direction,
    o.low_pct,
    o.mid_pct,
    o.high_pct,
    o.bound,
    o.basis,
    o.stance,
    o.measure,
    o.sign,
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
    d.published_on,
    d.published_precision,
    d.known_on,
    d.captured_at,
    coalesce(d.url, d.source_note) as provenance,
    d.url,
    s.quote,
    s.is_verbatim,
    s.statement_id,
    s.document_id
from observation as o
inner join statement as s using (statement_id)
inner join document as d using (document_id)
left join issuer as i on s.issuer = i.issuer
where o.attribute = 'price';
comment on view guidance is 'Price statements with who said them, when, where, and the quote: one row per statement and quarter.';
comment on column guidance.product is 'Product.';
