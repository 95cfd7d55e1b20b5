-- An index that sinks below zero.
update forecast_path
set index_level = index_level - 110;
