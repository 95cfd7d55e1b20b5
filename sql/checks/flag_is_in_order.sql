-- A flag is of a known kind, ends after it starts, was not known before it starts nor as a whole before its start was, and its score lies between -1 and +1.
select
    flag_id,
    kind,
    event_start,
    event_end,
    known_from,
    as_of,
    tightness
from flag
where kind not in ('tight_vs_bearish', 'loose_vs_bullish')
    or event_end < event_start
    or known_from < event_start
    or as_of < known_from
    or tightness not between -1 and 1;
