"""The bar of a long backfill: how far the present listing is, the source's own rate, what remains."""

from __future__ import annotations

import io

import pytest
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from tracker import terminal
from tracker.terminal import _LiveBar


def test_rate_is_the_sources_own_over_all_its_listings(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second listing begins to count anew; the rate goes on, and never runs backward."""
    clock = [100.0]
    monkeypatch.setattr(terminal.time, "monotonic", lambda: clock[0])
    out = Console(file=io.StringIO(), force_terminal=True, width=120)
    columns = (TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn(), TextColumn("{task.fields[item]}"))
    with Progress(*columns, console=out, auto_refresh=False, get_time=lambda: clock[0]) as bar:
        shown = _LiveBar(bar)
        shown.start("cninfo", 1, 2)
        for done in range(1, 31):
            clock[0] += 0.5
            shown.measure(done, 60)
        items = bar.tasks[-1]
        assert items.fields["item"] == "30 of 60, 2.0/s"
        assert items.time_remaining == pytest.approx(15, abs=2)
        clock[0] += 0.5
        shown.measure(1, 10)
        assert items.fields["item"] == "1 of 10, 2.0/s"
        assert (items.completed, items.total) == (1, 10)
        clock[0] += 0.5
        shown.measure(2, 10)
        assert items.time_remaining == pytest.approx(4, abs=3)
        shown.start("edgar", 2, 2)
        clock[0] += 10.0
        shown.measure(1, 10)
        assert items.fields["item"] == "1 of 10, 0.1/s"
