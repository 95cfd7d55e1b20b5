-- A tightness score and the value of a leg lie between -1 and +1, and the share of evidence between 0 and 1.
select
    r.day,
    r.product,
    r.score,
    r.evidence_share
from tightness_reading as r
where r.score not between -1 and 1 or r.evidence_share not between 0 and 1
union all
select
    l.day,
    l.product,
    l.leg_value as score,
    l.weight as evidence_share
from tightness_leg as l
where l.leg_value not between -1 and 1 or l.weight < 0;
