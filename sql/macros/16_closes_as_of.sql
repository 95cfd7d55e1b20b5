-- Equity closes known on a date t. A row counts from its known_on on; t is inclusive.
create macro closes_as_of(t) as table
select *
from close_fact
where known_on <= t::date;
comment on macro table closes_as_of is 'Equity closes known on a date t. Inclusive: what became known on t counts.';
