-- Issued forecasts against what the quarters turned out to be: the track record.
-- Only measured outcomes count (a last print is what somebody had said before), and only those that became known after
-- the forecast's as-of date. The first published outcome and the latest stand beside each other.
create view forecast_score as
with measured as (
    select
        product,
        segment,
        quarter,
        arg_min(change_pct, known_on) as first_actual_pct,
        min(known_on) as first_known_on,
        arg_max(change_pct, known_on) as latest_actual_pct,
        max(known_on) as latest_known_on
    from settlement
    where rule <> 'last_print'
    group by product, segment, quarter
)

select
    f.product,
    f.segment,
    f.quarter,
    f.as_of,
    4 * (left(f.quarter, 4)::integer - year(f.as_of)) + right(f.quarter, 1)::integer - quarter(f.as_of) as lead_quarters,
    f.change_p50_pct,
    f.change_p10_pct,
    f.change_p90_pct,
    f.prob_up,
    f.prob_turn,
    m.first_actual_pct,
    m.first_known_on,
    m.latest_actual_pct,
    m.latest_known_on,
    f.change_p50_pct - m.first_actual_pct as first_error_pp,
    f.change_p50_pct - m.latest_actual_pct as latest_error_pp,
    abs(m.first_actual_pct) as no_change_error_pp,
    m.first_actual_pct between f.change_p10_pct and f.change_p90_pct as is_inside_80,
    (f.prob_up > 0.5) = (m.first_actual_pct > 0) as is_direction_right,
    f.issued_at,
    f.is_live,
    f.model_version,
    f.forecast_id
from issued_forecast as f
inner join measured as m
    on f.product = m.product
        and f.segment = m.segment
        and f.quarter = m.quarter
        and m.first_known_on > f.as_of
where f.status = 'forecast';
comment on view forecast_score is 'Issued forecasts against the measured change of the quarter, first published and latest: one row per issued quarter whose outcome became known after the as-of date.';
comment on column forecast_score.product is 'Product.';
comment on column forecast_score.segment is 'Segment; total is the product as a whole.';
comment on column forecast_score.quarter is 'Calendar quarter that was forecast.';
comment on column forecast_score.as_of is 'Last date whose knowledge went in.';
comment on column forecast_score.lead_quarters is 'Quarters from that of the as-of date to the one forecast; 0 is the running quarter, -1 the one before.';
comment on column forecast_score.change_p50_pct is 'Median change on the quarter before as issued, percent.';
comment on column forecast_score.change_p10_pct is 'Lower end of the 80 % interval as issued, percent.';
comment on column forecast_score.change_p90_pct is 'Upper end of the 80 % interval as issued, percent.';
comment on column forecast_score.prob_up is 'Probability of a rise as issued.';
comment on column forecast_score.prob_turn is 'Probability of a turn as issued; null where none was given.';
comment on column forecast_score.first_actual_pct is 'Measured change as first published, percent.';
comment on column forecast_score.first_known_on is 'Date on which it was first known.';
comment on column forecast_score.latest_actual_pct is 'Measured change as published last, percent.';
comment on column forecast_score.latest_known_on is 'Date on which the latest was known.';
comment on column forecast_score.first_error_pp is 'Median less the first published change, percentage points.';
comment on column forecast_score.latest_error_pp is 'Median less the latest published change, percentage points.';
comment on column forecast_score.no_change_error_pp is 'What a forecast of no change would have missed by, percentage points.';
comment on column forecast_score.is_inside_80 is 'Whether the first published change lay in the 80 % interval.';
comment on column forecast_score.is_direction_right is 'Whether the more probable direction was the one that came.';
comment on column forecast_score.issued_at is 'When it was computed, UTC.';
comment on column forecast_score.is_live is 'True where it was issued on its as-of date or the day after; only those are a track record.';
comment on column forecast_score.model_version is 'Version of the forecaster.';
comment on column forecast_score.forecast_id is 'Identifier of the issued forecast.';
