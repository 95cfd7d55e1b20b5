-- Supply, demand and inventory figures known on a date t. A row counts from its known_on on; t is inclusive.
create macro indicators_as_of(t) as table
select *
from indicator_fact
where known_on <= t::date;
comment on macro table indicators_as_of is 'Supply, demand and inventory figures known on a date t. Inclusive: what became known on t counts.';
