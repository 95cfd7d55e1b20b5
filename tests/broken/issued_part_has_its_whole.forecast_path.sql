-- A part of a forecast that was never issued.
insert into forecast_path by name
select * replace ('nowhere' as forecast_id)
from forecast_path
order by all
limit 1;
