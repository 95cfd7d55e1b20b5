"""What only Japanese needs: words of period, shared frames of time, rows of segments, weeks of stock."""
