"""What a person reads: the HTML page of a day, and the lines at the end of a run. Both read views only."""

from __future__ import annotations

from tracker.report.page import write_report
from tracker.report.summary import summarize_run

__all__ = ["summarize_run", "write_report"]
