-- How the guidance of one issuer for one quarter was revised over time: figures only, oldest first.
create view revision_path as
with figure as (
    select *
    from statement_version
    where stance = 'guidance'
        and attribute = 'price'
        and mid_pct is not null
        and period_kind = 'quarter'
        and doubt is null
)

select
    product,
    segment,
    quarter,
    issuer,
    basis,
    row_number() over revision as revision,
    known_on,
    make_date(left(quarter, 4)::integer, 3 * right(quarter, 1)::integer - 2, 1) - known_on as days_ahead,
    low_pct,
    mid_pct,
    high_pct,
    lag(mid_pct) over revision as previous_mid_pct,
    mid_pct - lag(mid_pct) over revision as revision_pp,
    case
        when lag(mid_pct) over revision is null then 'first'
        when mid_pct > lag(mid_pct) over revision then 'raised'
        when mid_pct < lag(mid_pct) over revision then 'cut'
        else 'kept'
    end as step,
    technology,
    market,
    region,
    measure,
    qualifier,
    quote,
    provenance,
    subject,
    statement_id
from figure
window revision as (partition by subject order by known_on, published_on, statement_id)
order by subject, revision;
comment on view revision_path is 'Price guidance with a figure, per issuer, product, segment and quarter, each against the version before it: first, raised, cut or kept.';
comment on column revision_path.product is 'Product of the product_segment table.';
comment on column revision_path.segment is 'Segment of the product_segment table; total where none was named.';
comment on column revision_path.quarter is 'Calendar quarter; a half or a year gives one row for each of its quarters.';
comment on column revision_path.issuer is 'Who said it: an issuer of the issuer table, or the name as printed.';
comment on column revision_path.basis is 'QoQ, MoM, YoY or null.';
comment on column revision_path.revision is 'Place in the path, 1 is the first guidance.';
comment on column revision_path.known_on is 'Earliest date on which using the document is no look-ahead.';
comment on column revision_path.days_ahead is 'Days from known_on to the first day of the quarter; negative once it runs.';
comment on column revision_path.low_pct is 'Lower end, signed percent; null where the statement gives none.';
comment on column revision_path.mid_pct is 'Middle of the range, or the only end given, signed percent; null where no figure was given.';
comment on column revision_path.high_pct is 'Upper end, signed percent; null where the statement gives none.';
comment on column revision_path.previous_mid_pct is 'Middle of the version before; null for the first.';
comment on column revision_path.revision_pp is 'Change against the version before, percentage points.';
comment on column revision_path.step is 'first, raised, cut or kept.';
comment on column revision_path.technology is 'Technology named, such as DDR4 or HBM3E.';
comment on column revision_path.market is 'contract or spot, only where stated.';
comment on column revision_path.region is 'CN or overseas: where the customers are, only where stated.';
comment on column revision_path.measure is 'contract or asp.';
comment on column revision_path.qualifier is 'Wording of the figure, such as over 20 %.';
comment on column revision_path.quote is 'Words that the claim rests on.';
comment on column revision_path.provenance is 'Address of the page or, where none is known, a note on where the fact is from.';
comment on column revision_path.subject is 'What the versions have in common, as in statement_version.';
comment on column revision_path.statement_id is 'Statement that it normalizes.';
