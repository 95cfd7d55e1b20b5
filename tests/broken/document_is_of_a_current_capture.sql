-- A document of a capture that a later one replaced.
update capture
set is_current = false;
