-- Who raised and who cut the guidance for a quarter, by how much, and when?
-- revision_path holds figures only; a step is against the same issuer's version before.
select
    quarter,
    product,
    segment,
    issuer,
    known_on,
    step,
    previous_mid_pct,
    mid_pct,
    revision_pp,
    qualifier,
    provenance
from revision_path
where step in ('raised', 'cut')
order by quarter desc, product, segment, known_on;
