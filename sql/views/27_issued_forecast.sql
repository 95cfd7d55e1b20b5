-- Issued forecasts, a row for each quarter of their path: the median and the interval ends beside each other.
create view issued_forecast as
select
    i.product,
    i.segment,
    i.as_of,
    p.quarter,
    i.target,
    p.status,
    max(p.change_pct) filter (where p.quantile = 0.5) as change_p50_pct,
    max(p.change_pct) filter (where p.quantile = 0.1) as change_p10_pct,
    max(p.change_pct) filter (where p.quantile = 0.9) as change_p90_pct,
    max(p.index_level) filter (where p.quantile = 0.5) as index_p50,
    max(p.prob_up) as prob_up,
    max(p.prob_turn) as prob_turn,
    i.issued_at,
    i.issued_at::date as known_on,
    i.issued_at::date <= i.as_of + 1 as is_live,
    i.notes,
    i.model_version,
    i.forecast_id
from forecast_issue as i
inner join forecast_path as p using (forecast_id)
group by all
order by i.issued_at, i.product, i.segment, p.quarter;
comment on view issued_forecast is 'Issued forecasts, one row per quarter of the path, with median and 80 % interval; all quantiles are in forecast_path.';
comment on column issued_forecast.product is 'Product.';
comment on column issued_forecast.segment is 'Segment; total comes first.';
comment on column issued_forecast.as_of is 'Last date whose knowledge went in.';
comment on column issued_forecast.quarter is 'Calendar quarter.';
comment on column issued_forecast.target is 'Last quarter of the path.';
comment on column issued_forecast.status is 'settled (only the median is given) or forecast.';
comment on column issued_forecast.change_p50_pct is 'Median change on the quarter before, percent.';
comment on column issued_forecast.change_p10_pct is 'Lower end of the 80 % interval, percent; null for a settled quarter.';
comment on column issued_forecast.change_p90_pct is 'Upper end of the 80 % interval, percent; null for a settled quarter.';
comment on column issued_forecast.index_p50 is 'Derived: chained index, first settled quarter of the path = 100, median.';
comment on column issued_forecast.prob_up is 'Probability that the quarter''s change is above zero.';
comment on column issued_forecast.prob_turn is 'Probability that the quarter moves against the settled quarter before the path; null where none is known.';
comment on column issued_forecast.issued_at is 'When it was computed, UTC; a track record counts only those issued on their as-of date.';
comment on column issued_forecast.known_on is 'Date on which it was issued: nobody could use it before.';
comment on column issued_forecast.is_live is 'True where it was issued on its as-of date or the day after; false for one computed later about the past.';
comment on column issued_forecast.notes is 'Fallbacks and warnings.';
comment on column issued_forecast.model_version is 'Version of the forecaster.';
comment on column issued_forecast.forecast_id is 'Identifier: digest of as-of date, product, segment, target and inputs.';
