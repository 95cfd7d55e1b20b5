-- Prices known on a date t. A row counts from its known_on on; t is inclusive.
create macro prices_as_of(t) as table
select *
from price_fact
where known_on <= t::date;
comment on macro table prices_as_of is 'Prices known on a date t. Inclusive: what became known on t counts.';
