-- Forecasts that had been issued by a date t: one computed later about the past is not among them.
create macro forecasts_as_of(t) as table
select *
from issued_forecast
where known_on <= t::date;
comment on macro table forecasts_as_of is 'Forecasts issued on or before a date t. One computed later about the past counts from the day it was computed.';
