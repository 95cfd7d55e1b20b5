-- The low end of a range is not above its high end, nor its middle outside.
select
    'statement' as fact,
    statement_id as fact_id,
    low_pct as low,
    null as mid,
    high_pct as high
from statement
where low_pct > high_pct
union all
select
    'observation' as fact,
    statement_id as fact_id,
    low_pct as low,
    mid_pct as mid,
    high_pct as high
from observation
where low_pct > high_pct
    or mid_pct < low_pct
    or mid_pct > high_pct
    or (mid_pct is null) <> (low_pct is null and high_pct is null)
union all
select
    'indicator' as fact,
    indicator_id as fact_id,
    value_low as low,
    null as mid,
    value_high as high
from indicator
where value_low > value_high;
