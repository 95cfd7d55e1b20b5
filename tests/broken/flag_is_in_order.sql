-- A flag that ends before it starts.
update flag
set event_end = event_start - 1;
