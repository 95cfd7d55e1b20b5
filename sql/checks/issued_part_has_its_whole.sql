-- Paths and evidence belong to an issued forecast, moves and statements to an issued flag. (Whether the statement cited is
-- still told is no error: see the view lost_evidence.)
select
    'forecast_path' as part,
    p.forecast_id as whole_id
from forecast_path as p
anti join forecast_issue as i using (forecast_id)
union all
select
    'forecast_evidence' as part,
    e.forecast_id as whole_id
from forecast_evidence as e
anti join forecast_issue as i using (forecast_id)
union all
select
    'flag_move' as part,
    m.flag_id as whole_id
from flag_move as m
anti join flag as f using (flag_id)
union all
select
    'flag_evidence' as part,
    e.flag_id as whole_id
from flag_evidence as e
anti join flag as f using (flag_id)
union all
select
    'flag_state' as part,
    s.flag_id as whole_id
from flag_state as s
anti join flag as f using (flag_id)
union all
select
    'flag_leg' as part,
    l.flag_id as whole_id
from flag_leg as l
anti join flag as f using (flag_id);
