-- Statements told as fact before their period was over: estimates of a running quarter, or a reader that took a plan for a fact.
create view early_actual as
with bounded as (
    select
        e.*,
        make_date(left(e.quarter, 4)::integer, 3 * right(e.quarter, 1)::integer - 2, 1) as quarter_start
    from evidence as e
    where e.stance = 'actual'
        and e.period_kind in ('quarter', 'month')
),

closed as (
    select
        *,
        case
            when period_kind = 'month' then last_day(make_date(left(period, 4)::integer, right(period, 2)::integer, 1))
            else last_day(quarter_start + to_months(2))
        end as period_end
    from bounded
)

select
    product,
    segment,
    quarter,
    period,
    period_end,
    known_on,
    date_diff('day', known_on, period_end) as days_early,
    quarter_start > known_on as is_before_quarter,
    attribute,
    direction,
    mid_pct,
    basis,
    issuer,
    quote,
    provenance,
    source,
    doubt,
    statement_id
from closed
where known_on < period_end;
comment on view early_actual is 'Actuals known before the last day of the quarter or month they are about: running estimates. They settle nothing.';
comment on column early_actual.product is 'Product of the product_segment table.';
comment on column early_actual.segment is 'Segment of the product_segment table; total where none was named.';
comment on column early_actual.quarter is 'Calendar quarter; a half or a year gives one row for each of its quarters.';
comment on column early_actual.period is 'Calendar period meant: 2026Q3, 2026H2, 2026-10 or 2026; null for a present state.';
comment on column early_actual.period_end is 'Last day of the period.';
comment on column early_actual.known_on is 'Earliest date on which using the document is no look-ahead.';
comment on column early_actual.days_early is 'Days from known_on to the last day of the period.';
comment on column early_actual.is_before_quarter is 'True where the quarter had not even begun: the words are most likely a plan or a contract signed ahead.';
comment on column early_actual.attribute is 'price, supply, demand or inventory.';
comment on column early_actual.direction is 'Direction as stated.';
comment on column early_actual.mid_pct is 'Middle of the range, or the only end given, signed percent; null where no figure was given.';
comment on column early_actual.basis is 'QoQ, MoM, YoY or null.';
comment on column early_actual.issuer is 'Who said it: an issuer of the issuer table, or the name as printed.';
comment on column early_actual.quote is 'Words that the claim rests on.';
comment on column early_actual.provenance is 'Address of the page or, where none is known, a note on where the fact is from.';
comment on column early_actual.source is 'Source that brought it.';
comment on column early_actual.doubt is 'Why the fact is suspect; null where nothing is known against it.';
comment on column early_actual.statement_id is 'Statement.';
