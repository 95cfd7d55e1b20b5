-- An upper quantile below the median.
update forecast_path
set change_pct = -99
where quantile = 0.9;
