-- Flags whose knowledge ends on or before a date t, with the furthest state that they had reached by then.
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
    f.event_end,
    f.tightness,
    f.evidence_share,
    f.as_of,
    f.issued_at,
    f.rule_version
from flag as f
where f.as_of <= t::date
order by f.event_start, f.flag_id;
comment on macro table flags_as_of is 'Issued flags whose knowledge ends on or before a date t, with the state that each had reached by then.';
