-- A flag that was known before its event.
update flag
set known_from = event_start - 1;
