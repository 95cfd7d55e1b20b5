-- Quantiles of an issued forecast rise with their level, the index is above zero, probabilities lie between 0 and 1.
with stepped as (
    select
        *,
        lag(change_pct) over path as lower_change_pct,
        lag(index_level) over path as lower_index_level
    from forecast_path
    window path as (partition by forecast_id, quarter order by quantile)
)

select
    forecast_id,
    quarter,
    quantile,
    change_pct,
    index_level,
    prob_up,
    prob_turn
from stepped
where change_pct < lower_change_pct
    or index_level < lower_index_level
    or index_level <= 0
    or not isfinite(index_level)
    or quantile not between 0 and 1
    or prob_up not between 0 and 1
    or prob_turn not between 0 and 1
    or status not in ('settled', 'forecast')
    or status = 'settled' and quantile <> 0.5;
