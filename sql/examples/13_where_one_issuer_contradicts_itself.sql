-- Where did one issuer give different figures for the same thing, which one counts, and why?
select
    issuer,
    product,
    segment,
    coalesce(technology, '') as technology,
    quarter,
    stance,
    known_on,
    direction,
    low_pct,
    high_pct,
    is_counting,
    reason,
    doubt,
    provenance
from conflicting_version
order by quarter desc, subject, version;
