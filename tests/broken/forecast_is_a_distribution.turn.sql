-- A probability in percent.
update forecast_path
set prob_turn = 90;
