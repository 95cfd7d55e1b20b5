"""What only English needs: turns of the press, of calls and of those who ask on them."""
