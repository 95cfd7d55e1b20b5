-- A flag is of a known kind, ends after it starts, is not issued before it starts, and its score lies between -1 and +1.
select
    flag_id,
    kind,
    event_start,
    event_end,
    as_of,
    tightness
from flag
where kind not in ('tight_vs_bearish', 'loose_vs_bullish')
    or event_end < event_start
    or as_of < event_start
    or tightness not between -1 and 1;
