-- Price statements known on a date t. A row counts from its known_on on; t is inclusive.
create macro guidance_as_of(t) as table
select *
from guidance
where known_on <= t::date;
comment on macro table guidance_as_of is 'Price statements known on a date t. Inclusive: what became known on t counts.';
