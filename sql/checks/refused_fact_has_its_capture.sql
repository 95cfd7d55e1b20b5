-- Every refused, undated or dropped fact lies in a capture of its source.
with refused as (
    select
        'rejected' as list,
        capture_id,
        source
    from rejected
    union all
    select
        'undated_fact' as list,
        capture_id,
        source
    from undated_fact
    union all
    select
        'dropped_fact' as list,
        capture_id,
        source
    from dropped_fact
)

select r.*
from refused as r
anti join capture as c using (capture_id, source);
