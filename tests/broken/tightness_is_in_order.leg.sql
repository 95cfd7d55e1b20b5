-- A leg beyond one.
update tightness_leg
set leg_value = 2.0;
