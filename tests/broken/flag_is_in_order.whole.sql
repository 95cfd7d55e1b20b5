-- A flag that was known as a whole before it was known at all.
update flag
set known_from = as_of + 1;
