-- The path to show on a date t, one row for each product, segment and quarter. A settled quarter has only its median.
create macro path_as_of(t) as table
select
    f.product,
    f.segment,
    p.quarter,
    any_value(p.status) as status,
    max(p.change_pct) filter (where p.quantile = 0.025) as change_p2_5_pct,
    max(p.change_pct) filter (where p.quantile = 0.1) as change_p10_pct,
    max(p.change_pct) filter (where p.quantile = 0.25) as change_p25_pct,
    max(p.change_pct) filter (where p.quantile = 0.5) as change_p50_pct,
    max(p.change_pct) filter (where p.quantile = 0.75) as change_p75_pct,
    max(p.change_pct) filter (where p.quantile = 0.9) as change_p90_pct,
    max(p.change_pct) filter (where p.quantile = 0.975) as change_p97_5_pct,
    max(p.index_level) filter (where p.quantile = 0.025) as index_p2_5,
    max(p.index_level) filter (where p.quantile = 0.1) as index_p10,
    max(p.index_level) filter (where p.quantile = 0.25) as index_p25,
    max(p.index_level) filter (where p.quantile = 0.5) as index_p50,
    max(p.index_level) filter (where p.quantile = 0.75) as index_p75,
    max(p.index_level) filter (where p.quantile = 0.9) as index_p90,
    max(p.index_level) filter (where p.quantile = 0.975) as index_p97_5,
    max(p.prob_up) as prob_up,
    max(p.prob_turn) as prob_turn,
    f.as_of,
    f.forecast_id
from newest_forecasts_as_of(t) as f
inner join forecast_path as p using (forecast_id)
group by f.product, f.segment, p.quarter, f.as_of, f.forecast_id
order by f.product, f.segment <> 'total', f.segment, p.quarter;
comment on macro table path_as_of is 'Path of the newest forecast of each product and segment as of t: change in percent (p50 is the median) and derived index.';
