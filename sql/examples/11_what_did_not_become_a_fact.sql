-- What was refused, left undated, dropped or not understood, and why?
select
    'rejected' as list,
    source,
    concat_ws(', ', file, place, field) as place,
    value as words,
    'expected: ' || expected as reason
from rejected
union all
select
    'dropped' as list,
    source,
    place,
    value as words,
    reason
from dropped_fact
union all
select
    'undated' as list,
    source,
    coalesce(url, capture_id) as place,
    words,
    reason
from undated_fact
union all
select
    'unread' as list,
    d.source,
    coalesce(d.url, d.key) as place,
    u.sentence as words,
    u.reason
from unread as u
inner join document as d using (document_id)
order by list, source, place;
