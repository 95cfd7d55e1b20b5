-- Observations, prices, dates and issuers use the words of the vocabulary and no others.
select
    'observation' as fact,
    statement_id as fact_id,
    concat_ws(' ', period_kind, bound, sign) as found
from observation
where period_kind not in ('quarter', 'month', 'half', 'year', 'none')
    or bound not in ('range', 'point', 'at_least', 'at_most', 'words')
    or sign not in (-1, 0, 1)
    or (bound = 'words') <> (mid_pct is null)
union all
select
    'price' as fact,
    price_id as fact_id,
    concat_ws(' ', market, period_kind, basis) as found
from price
where market not in ('contract', 'spot')
    or period_kind not in ('quarter', 'month', 'half', 'year')
    or basis not in ('QoQ', 'MoM', 'YoY')
union all
select
    'document' as fact,
    document_id as fact_id,
    published_precision as found
from document
where published_precision not in ('second', 'day', 'month', 'quarter')
union all
select
    'issuer' as fact,
    issuer as fact_id,
    role as found
from issuer
where role not in ('maker', 'module_maker', 'controller_maker', 'agency', 'broker', 'press', 'customer');
