-- How do NOR prices move against DRAM prices, quarter by quarter?
-- Medians of the figures that count for the product as a whole; words without a figure count as directions.
with told as (
    select
        quarter,
        product,
        stance,
        mid_pct,
        sign
    from counting_statement
    where product in ('DRAM', 'NOR')
        and segment in ('total', 'conventional')
        and attribute = 'price'
        and period_kind = 'quarter'
        and coalesce(basis, 'QoQ') = 'QoQ'
        and certainty <> 'negated'
        and doubt is null
)

select
    quarter,
    stance,
    median(mid_pct) filter (where product = 'NOR') as nor_pct,
    median(mid_pct) filter (where product = 'DRAM') as dram_pct,
    count(*) filter (where product = 'NOR' and sign > 0) as nor_up,
    count(*) filter (where product = 'NOR' and sign < 0) as nor_down,
    count(*) filter (where product = 'DRAM' and sign > 0) as dram_up,
    count(*) filter (where product = 'DRAM' and sign < 0) as dram_down
from told
group by quarter, stance
having nor_up + nor_down > 0
order by quarter desc, stance;
