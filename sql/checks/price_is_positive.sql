-- A price row has a price above zero, an index level, a change, or two of them.
select
    price_id,
    item,
    period,
    price_usd,
    index_level,
    change_pct
from price
where price_usd <= 0
    or not isfinite(price_usd)
    or index_level <= 0
    or not isfinite(index_level)
    or coalesce(price_usd, index_level, change_pct) is null;
