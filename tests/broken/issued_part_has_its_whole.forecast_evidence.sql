-- A part of a forecast that was never issued.
insert into forecast_evidence by name
select * replace ('nowhere' as forecast_id)
from forecast_evidence
order by all
limit 1;
