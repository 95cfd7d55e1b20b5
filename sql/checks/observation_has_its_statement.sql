-- Every observation normalizes a statement that is there, and says of it what the statement says.
select
    o.statement_id,
    o.quarter,
    s.statement_id is not null as has_statement
from observation as o
left join statement as s using (statement_id)
where s.statement_id is null
    or o.product <> s.product
    or o.attribute <> s.attribute
    or o.measure <> s.measure
    or o.stance <> s.stance
    or o.direction <> s.direction
    or o.basis is distinct from s.basis
    or (o.mid_pct is null) <> (s.low_pct is null and s.high_pct is null)
    or (o.sign is null) <> (s.certainty = 'negated');
