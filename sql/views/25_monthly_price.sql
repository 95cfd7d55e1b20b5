-- One price per item, market and month, with the change on the month before as reported and as computed.
create view monthly_price as
with counting as (
    select
        *,
        min(known_on) over (partition by item, market, period) as first_known_on,
        make_date(left(period, 4)::integer, right(period, 2)::integer, 1) as month
    from price_fact
    where period_kind = 'month'
    qualify row_number() over (
        partition by item, market, period
        order by doubt is null desc, coalesce(price_usd, index_level) is not null desc, known_on desc, published_on desc, price_id
    ) = 1
),

paired as (
    select
        *,
        case
            when lag(month) over series = month - to_months(1) then lag(coalesce(price_usd, index_level)) over series
        end as previous_level
    from counting
    window series as (partition by item, market order by month)
)

select
    product,
    segment,
    item,
    market,
    period,
    month,
    price_usd,
    index_level,
    previous_level,
    100 * (coalesce(price_usd, index_level) / previous_level - 1) as computed_change_pct,
    change_pct as reported_change_pct,
    basis as reported_basis,
    issuer,
    doubt,
    first_known_on,
    known_on,
    provenance,
    quote,
    price_id
from paired
order by item, market, month;
comment on view monthly_price is 'Monthly prices of each item and market: the one that counts (newest known, before those under doubt), with month-on-month changes.';
comment on column monthly_price.product is 'Product of the item.';
comment on column monthly_price.segment is 'Segment of the item.';
comment on column monthly_price.item is 'Item as its price series is named, such as DDR4_8Gb_1Gx8_PC.';
comment on column monthly_price.market is 'contract or spot.';
comment on column monthly_price.period is 'Calendar period of the price.';
comment on column monthly_price.month is 'First day of the month.';
comment on column monthly_price.price_usd is 'Price in US dollars per unit of the item; null where only a change was given.';
comment on column monthly_price.index_level is 'Level of an index in points on the base of its series; null for a price.';
comment on column monthly_price.previous_level is 'Price, or level, of the month before; null where that month has none.';
comment on column monthly_price.computed_change_pct is 'Derived: change of the price, or level, on the month before, percent; null where either is missing.';
comment on column monthly_price.reported_change_pct is 'Signed change in percent as the document gives it, on the basis that it gives.';
comment on column monthly_price.reported_basis is 'QoQ, MoM or YoY: what the reported change is against.';
comment on column monthly_price.issuer is 'Who set or surveyed it.';
comment on column monthly_price.doubt is 'Why it is suspect.';
comment on column monthly_price.first_known_on is 'When any price of the month first became known.';
comment on column monthly_price.known_on is 'When the price that counts became known; a later repeat counts like the first.';
comment on column monthly_price.provenance is 'Address of the page or, where none is known, a note on where the fact is from.';
comment on column monthly_price.quote is 'Words that it rests on.';
comment on column monthly_price.price_id is 'Identifier.';
