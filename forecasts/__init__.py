"""Quarterly price paths, their intervals, and the contradiction flag."""
