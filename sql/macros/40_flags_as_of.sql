-- Issued flags as they stood on a date t: those whose first trigger was known by then, with the furthest state reached.
create macro flags_as_of(t) as table
select
    f.flag_id,
    f.kind,
    f.label,
    f.severity,
    (
        select arg_max(s.state, case s.state when 'open' then 1 when 'confirmed' then 2 else 3 end)
        from flag_state as s
        where s.flag_id = f.flag_id and s.state_on <= t::date
    ) as state,
    f.event_start,
    coalesce(
        (
            select max(m.move_date)
            from flag_move as m
            where m.flag_id = f.flag_id and m.is_trigger and m.known_on <= t::date
        ),
        f.event_start
    ) as event_end,
    f.tightness,
    f.evidence_share,
    f.known_from,
    f.as_of,
    f.issued_at,
    f.rule_version
from flag as f
where f.known_from <= t::date
order by f.event_start, f.flag_id;
comment on macro table flags_as_of is 'Issued flags whose first trigger was known on a date t, with the state and the last session of the event as of then.';
