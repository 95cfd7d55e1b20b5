-- Flags whose knowledge ends on or before a date t, with the state that each had reached by then and both sides in short.
create macro contradictions_as_of(t) as table
select
    f.*,
    f.state is distinct from 'expired' as is_open,
    c.label_reason,
    c.hardest_instrument,
    c.hardest_change_pct,
    c.statements_contradicting,
    c.statements_agreeing
from flags_as_of(t) as f
inner join contradictions as c using (flag_id)
order by f.event_start desc, f.flag_id;
comment on macro table contradictions_as_of is 'Flags known on t, newest event first; is_open until the state expired is reached.';
