-- How has the fixed contract price of DDR4 8Gb moved, month on month?
-- Where a month has several prices the newest counts; a change is computed only where the month before has a price.
select
    item,
    period,
    price_usd,
    round(computed_change_pct, 2) as computed_change_pct,
    reported_change_pct,
    first_known_on,
    provenance
from monthly_price
where item like 'DDR4 8Gb%'
    and market = 'contract'
order by item, period;
