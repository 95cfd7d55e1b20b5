-- What counts as the settled change of a product, segment and quarter, in every version that the record ever allowed.
--
-- Candidates, best first (rank):
--   1 conventional  for DRAM total only: an agency's figure for the conventional contract blend, given after the quarter
--   2 agency        an agency's figure for the segment itself, given after the quarter
--   3 company       makers' own change of average selling price, given after the quarter
--   4 series        change of the quarterly mean of a monthly contract price of the segment (all three months of both quarters)
--   5 last_print    the last figure that an agency had given for the quarter, once 180 days have passed since it ended
-- Of one rank, the newest figure of each issuer counts, and of several issuers their median. Figures under doubt,
-- bounds and wordings without a figure do not settle anything.
create view settlement as
with figures as (
    select
        g.product,
        g.segment,
        g.quarter,
        g.issuer,
        g.issuer_role,
        g.speaker,
        g.measure,
        g.stance,
        g.mid_pct,
        g.published_on,
        g.known_on,
        g.statement_id,
        make_date(cast(left(g.quarter, 4) as bigint), 3 * cast(right(g.quarter, 1) as bigint) - 2, 1)
            + interval 3 month - interval 1 day as quarter_end
    from guidance as g
    where
        g.basis = 'QoQ'
        and g.period_kind = 'quarter'
        and g.mid_pct is not null
        and g.bound in ('range', 'point')
        and g.certainty <> 'negated'
        and g.doubt is null
        and g.region is null
        and coalesce(g.market, 'contract') = 'contract'
),

after_the_quarter as (
    select * from figures
    where stance = 'actual' and known_on > quarter_end
),

monthly as (
    select
        p.product,
        p.segment,
        p.item,
        p.period,
        p.quarter,
        arg_min(p.price_usd, d.known_on) as price_usd,
        min(d.known_on) as known_on
    from price as p
    inner join document as d using (document_id)
    where
        p.period_kind = 'month'
        and p.market = 'contract'
        and p.price_usd is not null
        and p.doubt is null
    group by all
),

quarterly as (
    select
        product,
        segment,
        item,
        quarter,
        4 * cast(left(quarter, 4) as bigint) + cast(right(quarter, 1) as bigint) as ordinal,
        -- The order of addition differs from run to run: without rounding the last digit would too.
        round(avg(price_usd), 9) as price_usd,
        count(*) as months,
        max(known_on) as known_on
    from monthly
    group by all
),

candidate as (
    select
        product,
        'total' as segment,
        quarter,
        1 as rank,
        'conventional' as rule,
        issuer,
        mid_pct,
        published_on,
        known_on
    from after_the_quarter
    where product = 'DRAM' and segment = 'conventional' and measure = 'contract' and speaker = 'third_party'
    union all
    select
        product,
        segment,
        quarter,
        2 as rank,
        'agency' as rule,
        issuer,
        mid_pct,
        published_on,
        known_on
    from after_the_quarter
    where measure = 'contract' and speaker = 'third_party'
    union all
    select
        product,
        segment,
        quarter,
        3 as rank,
        'company' as rule,
        issuer,
        mid_pct,
        published_on,
        known_on
    from after_the_quarter
    where measure = 'asp' and speaker = 'company'
    union all
    select
        now.product,
        now.segment,
        now.quarter,
        4 as rank,
        'series' as rule,
        now.item as issuer,
        100 * (now.price_usd / past.price_usd - 1) as mid_pct,
        greatest(now.known_on, past.known_on) as published_on,
        greatest(now.known_on, past.known_on) as known_on
    from quarterly as now
    inner join quarterly as past
        on
            now.product = past.product
            and now.segment = past.segment
            and now.item = past.item
            and now.ordinal = past.ordinal + 1
    where now.months = 3 and past.months = 3
    union all
    select
        product,
        case when product = 'DRAM' and segment = 'conventional' then 'total' else segment end as segment,
        quarter,
        5 as rank,
        'last_print' as rule,
        'last print' as issuer,
        mid_pct,
        published_on,
        greatest(known_on, cast(quarter_end + interval 180 day as date)) as known_on
    from figures
    where measure = 'contract' and speaker = 'third_party' and known_on > quarter_end - interval 120 day
),

version as (
    select distinct
        product,
        segment,
        quarter,
        known_on
    from candidate
),

best as (
    select
        v.product,
        v.segment,
        v.quarter,
        v.known_on,
        min(c.rank) as rank
    from version as v
    inner join candidate as c
        on v.product = c.product and v.segment = c.segment and v.quarter = c.quarter and c.known_on <= v.known_on
    group by all
),

newest as (
    select
        b.product,
        b.segment,
        b.quarter,
        b.known_on,
        b.rank,
        c.rule,
        c.issuer,
        median(distinct c.mid_pct) as change_pct
    from best as b
    inner join candidate as c
        on
            b.product = c.product
            and b.segment = c.segment
            and b.quarter = c.quarter
            and b.rank = c.rank
            and c.known_on <= b.known_on
    group by b.product, b.segment, b.quarter, b.known_on, b.rank, c.rule, c.issuer, c.published_on
    qualify row_number() over (
        partition by b.product, b.segment, b.quarter, b.known_on, c.issuer
        order by c.published_on desc
    ) = 1
)

select
    product,
    segment,
    quarter,
    known_on,
    rule,
    rank,
    median(change_pct) as change_pct,
    count(*) as issuers
from newest
group by product, segment, quarter, known_on, rule, rank
-- A date on which nothing changed is no version.
qualify
    lag(rank) over (partition by product, segment, quarter order by known_on) is distinct from rank
    or lag(median(change_pct)) over (partition by product, segment, quarter order by known_on)
    is distinct from median(change_pct);
comment on view settlement is 'Settled change of a product, segment and quarter in all versions: as of a date the version known last counts. Rules, best first: conventional (agency, DRAM conventional blend, after the quarter), agency (segment itself, after the quarter), company (average selling price), series (quarterly mean of monthly contract prices), last_print (last agency figure, 180 days after the quarter).';
comment on column settlement.product is 'Product.';
comment on column settlement.segment is 'Segment; DRAM total is the conventional contract blend where an agency gave it.';
comment on column settlement.quarter is 'Calendar quarter.';
comment on column settlement.known_on is 'Date from which this version counts, until a later one does.';
comment on column settlement.rule is 'Why it counts: conventional, agency, company, series or last_print.';
comment on column settlement.rank is 'Order of the rule, 1 is best.';
comment on column settlement.change_pct is 'Change on the quarter before, signed percent: median over issuers of the newest figure of each.';
comment on column settlement.issuers is 'Number of issuers (or of price items) that went in.';
