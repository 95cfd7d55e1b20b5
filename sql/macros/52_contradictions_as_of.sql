-- Issued flags as they stood on a date t, both sides in short, nothing that became known later among them.
create macro contradictions_as_of(t) as table
select
    f.*,
    f.state is distinct from 'expired' as is_open,
    c.is_live,
    c.label_reason,
    (
        select arg_max(m.instrument, abs(m.change_pct))
        from flag_move as m
        where m.flag_id = f.flag_id and m.horizon_sessions = 1 and m.known_on <= t::date
    ) as hardest_instrument,
    (
        select arg_max(m.change_pct, abs(m.change_pct))
        from flag_move as m
        where m.flag_id = f.flag_id and m.horizon_sessions = 1 and m.known_on <= t::date
    ) as hardest_change_pct,
    (
        select count(*)
        from flag_evidence as e
        where e.flag_id = f.flag_id and e.side = 'contradicts' and e.known_on <= t::date
    ) as statements_contradicting,
    (
        select count(*)
        from flag_evidence as e
        where e.flag_id = f.flag_id and e.side = 'agrees' and e.known_on <= t::date
    ) as statements_agreeing
from flags_as_of(t) as f
inner join contradictions as c using (flag_id)
order by f.event_start desc, f.flag_id;
comment on macro table contradictions_as_of is 'Flags known on t, newest event first, with the moves and statements known by then; is_open until the state expired is reached.';
