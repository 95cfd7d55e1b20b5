-- No change beyond 1,000 percent either way, and no share that loses more than all: such a figure is a slip.
with change as (
    select
        'statement' as fact,
        statement_id as fact_id,
        unnest([low_pct, high_pct]) as pct,
        -1000 as floor_pct
    from statement
    union all
    select
        'observation' as fact,
        statement_id as fact_id,
        unnest([low_pct, mid_pct, high_pct]) as pct,
        -1000 as floor_pct
    from observation
    union all
    select
        'price' as fact,
        price_id as fact_id,
        change_pct as pct,
        -1000 as floor_pct
    from price
    union all
    select
        'equity_move' as fact,
        move_id as fact_id,
        change_pct as pct,
        -100 as floor_pct
    from equity_move
)

select *
from change
where pct not between floor_pct and 1000
    or not isfinite(pct);
