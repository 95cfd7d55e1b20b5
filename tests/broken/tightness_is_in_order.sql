-- A score beyond one.
update tightness_reading
set score = 1.2;
