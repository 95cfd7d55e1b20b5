"""What only Chinese needs, in both writings: frames of time, sizes as spoken, what is only supposed."""
