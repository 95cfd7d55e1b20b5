-- Tightness readings for days up to and including a date t; each rests on what was known strictly before its own day.
create macro tightness_as_of(t) as table
select *
from tightness
where day <= t::date;
comment on macro table tightness_as_of is 'Issued tightness readings for days up to and including a date t.';
