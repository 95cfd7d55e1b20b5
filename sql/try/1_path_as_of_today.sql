-- What is forecast for NOR as of today, quarter by quarter? Interval ends stand beside the median in path_as_of.
select quarter, change_p50_pct
from path_as_of(current_date)
where product = 'NOR'
