-- A score in percent.
update flag
set tightness = 60;
