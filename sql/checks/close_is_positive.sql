-- A close is above zero.
select
    ticker,
    session_date,
    close
from equity_close
where close <= 0
    or not isfinite(close);
