"""What only Korean needs: endings of verbs, words of period, sizes and prices told by ear."""
