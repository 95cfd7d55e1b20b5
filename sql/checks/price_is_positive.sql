-- A price row has a price above zero, a change, or both.
select
    price_id,
    item,
    period,
    price_usd,
    change_pct
from price
where price_usd <= 0
    or not isfinite(price_usd)
    or price_usd is null and change_pct is null;
