-- What was known about DRAM prices in 2026Q3 on 2026-07-03?
-- statements_as_of(t) knows nothing that was published later; relay_count too is that of the day.
select
    known_on,
    issuer,
    segment,
    region,
    stance,
    direction,
    low_pct,
    high_pct,
    quote,
    provenance
from statements_as_of(date '2026-07-03')
where product = 'DRAM'
    and quarter = '2026Q3'
    and attribute = 'price'
order by known_on desc, issuer, segment;
