-- Documented equity moves known on a date t. A row counts from its known_on on; t is inclusive.
create macro moves_as_of(t) as table
select *
from equity_fact
where known_on <= t::date;
comment on macro table moves_as_of is 'Documented equity moves known on a date t. Inclusive: what became known on t counts.';
