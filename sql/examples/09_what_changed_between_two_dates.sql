-- What became known between 2026-06-01 and 2026-07-03, and what did it revise?
select
    c.known_on,
    c.issuer,
    c.product,
    c.segment,
    c.quarter,
    c.stance,
    c.direction,
    b.mid_pct as mid_pct_before,
    c.mid_pct,
    case when c.version = 1 then 'new' else 'version ' || c.version end as news,
    c.quote,
    c.provenance
from changes_between(date '2026-06-01', date '2026-07-03') as c
left join counting_as_of(date '2026-06-01') as b using (subject)
order by c.known_on, c.issuer, c.product, c.segment, c.quarter;
