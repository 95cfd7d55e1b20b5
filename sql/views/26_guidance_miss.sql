-- How far guidance missed what the same issuer later gave as the actual change of the quarter.
create view guidance_miss as
with actual as (
    select *
    from statement_version
    where stance = 'actual'
        and attribute = 'price'
        and mid_pct is not null
        and doubt is null
        and period_kind = 'quarter'
        and known_on > last_day(make_date(left(quarter, 4)::integer, 3 * right(quarter, 1)::integer, 1))
    qualify row_number() over (partition by subject order by known_on desc, published_on desc, statement_id desc) = 1
)

select
    r.product,
    r.segment,
    r.quarter,
    r.issuer,
    r.basis,
    r.revision,
    r.known_on as guided_on,
    r.days_ahead,
    r.low_pct as guided_low_pct,
    r.mid_pct as guided_mid_pct,
    r.high_pct as guided_high_pct,
    a.mid_pct as actual_pct,
    a.known_on as actual_known_on,
    a.mid_pct - r.mid_pct as miss_pp,
    a.mid_pct between coalesce(r.low_pct, '-inf'::double) and coalesce(r.high_pct, 'inf'::double) as is_inside,
    r.technology,
    r.provenance as guidance_provenance,
    a.provenance as actual_provenance,
    r.statement_id,
    a.statement_id as actual_statement_id
from revision_path as r
inner join actual as a
    on r.issuer = a.issuer
    and r.product = a.product
    and r.segment = a.segment
    and r.quarter = a.quarter
    and r.measure = a.measure
    and r.basis is not distinct from a.basis
    and r.technology is not distinct from a.technology
    and r.market is not distinct from a.market
    and r.region is not distinct from a.region
    and r.known_on < a.known_on
order by r.product, r.segment, r.quarter, r.issuer, r.revision;
comment on view guidance_miss is 'Every price guidance with a figure beside the newest actual that the same issuer gave once the quarter was over, and the miss between them.';
comment on column guidance_miss.product is 'Product of the product_segment table.';
comment on column guidance_miss.segment is 'Segment of the product_segment table; total where none was named.';
comment on column guidance_miss.quarter is 'Calendar quarter; a half or a year gives one row for each of its quarters.';
comment on column guidance_miss.issuer is 'Who said it: an issuer of the issuer table, or the name as printed.';
comment on column guidance_miss.basis is 'QoQ, MoM, YoY or null.';
comment on column guidance_miss.revision is 'Place of the guidance in its revision path, 1 is the first.';
comment on column guidance_miss.guided_on is 'When the guidance became known.';
comment on column guidance_miss.days_ahead is 'Days from then to the first day of the quarter; negative once it runs.';
comment on column guidance_miss.guided_low_pct is 'Lower end of the guidance, signed percent.';
comment on column guidance_miss.guided_mid_pct is 'Middle of the guidance, signed percent.';
comment on column guidance_miss.guided_high_pct is 'Upper end of the guidance, signed percent.';
comment on column guidance_miss.actual_pct is 'Actual change, middle where a range was given, signed percent.';
comment on column guidance_miss.actual_known_on is 'When the actual became known: the row is of no use before.';
comment on column guidance_miss.miss_pp is 'Actual less middle of the guidance, percentage points: positive where prices rose more, or fell less, than guided.';
comment on column guidance_miss.is_inside is 'Whether the actual lies in the guided range; an open end reaches all the way.';
comment on column guidance_miss.technology is 'Technology named, such as DDR4 or HBM3E.';
comment on column guidance_miss.guidance_provenance is 'Where the guidance stands.';
comment on column guidance_miss.actual_provenance is 'Where the actual stands.';
comment on column guidance_miss.statement_id is 'Statement of the guidance.';
comment on column guidance_miss.actual_statement_id is 'Statement of the actual.';
