-- Statements known on a date t. A row counts from its known_on on; t is inclusive.
create macro statements_as_of(t) as table
select *
from evidence
where known_on <= t::date;
comment on macro table statements_as_of is 'Statements known on a date t. Inclusive: what became known on t counts.';
