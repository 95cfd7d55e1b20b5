-- The forecast to show for each product and segment on a date t: the newest as-of date up to t, on it the one that
-- reaches furthest, and of several such the one that was computed last.
create macro newest_forecasts_as_of(t) as table
select *
from forecast_issue
where as_of <= t::date
qualify row_number() over (
    partition by product, segment
    order by as_of desc, target desc, issued_at desc, forecast_id
) = 1;
comment on macro table newest_forecasts_as_of is 'One issued forecast for each product and segment: the newest as-of date up to t, the furthest target on it.';
