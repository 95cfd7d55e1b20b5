-- The confidence of a reading lies between 0 and 1.
select
    statement_id,
    confidence
from statement
where confidence not between 0 and 1
    or not isfinite(confidence);
