-- Flags issued up to a date t; those whose event began at most 90 days before t count as open.
create macro contradictions_as_of(t) as table
select
    flag_id,
    kind,
    event_start,
    event_end,
    tightness,
    event_start > t::date - 90 as is_open,
    (select count(*) from flag_move as m where m.flag_id = f.flag_id) as moves,
    (select min(m.change_pct) from flag_move as m where m.flag_id = f.flag_id) as lowest_change_pct,
    (select max(m.change_pct) from flag_move as m where m.flag_id = f.flag_id) as highest_change_pct,
    (select count(*) from flag_evidence as e where e.flag_id = f.flag_id) as statements,
    as_of,
    rule_version
from flag as f
where as_of <= t::date
order by event_start desc, flag_id;
comment on macro table contradictions_as_of is 'Flags issued up to t, newest event first; is_open where the event began at most 90 days before t.';
