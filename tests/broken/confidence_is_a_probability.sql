-- A confidence in percent.
update statement
set confidence = 95;
