"""memtrack: the point-in-time record of semiconductor-memory contract prices."""
