"""Whether a claim is guidance: a word of future, a period to come, or a forecast for the quarter that runs.

"DRAM contract prices rise 5-10% in 3Q26" on a page of July is guidance, "DRAM contract prices rose 5-10% in 3Q26" is not.
"""

from __future__ import annotations

import datetime as dt
import re

from tracker.extract.ahead import holds_future
from tracker.extract.amount import Amount
from tracker.extract.chinese.brackets import is_quarter_before
from tracker.extract.commitments import is_committed
from tracker.extract.draft import Draft
from tracker.extract.event import Event
from tracker.extract.korean.endings import is_plain_present
from tracker.extract.layout import Layout
from tracker.quarter import period_bounds
from tracker.statement import Market

_PAST_FINAL = re.compile(r"した|ました|だった|なった|(?:았|었|했|됐|였|랐|렸|졌|쳤|섰)(?:다|고|으며|지만|으나|습니다)")
_PAST = {
    "zh": re.compile(r"了|已|已经|达(?!到)|数据显示"),
    "en": re.compile(r"\b(?:rose|fell|increased|decreased|declined|jumped|surged|climbed|dropped|was|were|had)\b"),
    "ko": _PAST_FINAL,
    "ja": _PAST_FINAL,
}
# What an agency says of a quarter that is nearly over is no forecast any more.
_LONGEST_REST = dt.timedelta(days=31)


def is_guidance(
    layout: Layout,
    draft: Draft,
    day: dt.date | None,
    *,
    market: Market | None,
    period: str | None,
    amount: Amount | None,
) -> bool:
    """Say whether a claim told on a day is guidance."""
    if is_committed(draft.event):
        return False
    if draft.manner.looks_ahead and layout.language == "zh" and draft.words:
        return not is_quarter_before(layout, draft.words[0])
    if draft.manner.looks_ahead:
        return not (layout.language == "ja" and _is_over(layout, draft.event, period, day))
    if period is None or day is None:
        return False
    if _is_to_come(layout, draft, period, day):
        return True
    ends = period_bounds(period)[1]
    if ends <= day:
        return False
    if _tells_plan(layout, draft.event) or _tells_growth_of_year(layout, draft, period) or _lasts_until(draft):
        return True
    is_early = ends > day + _LONGEST_REST
    return "Q" in period and _is_forecast(layout, draft, amount, market=market, is_early=is_early)


def _is_over(layout: Layout, event: Event, period: str | None, day: dt.date | None) -> bool:
    """Say whether a period ended before a day and only another clause looks ahead ("1〜3月は上昇し、今後も上がる見通し")."""
    if period is None or day is None or period_bounds(period)[1] >= day:
        return False
    if holds_future(layout, event):
        return False
    ahead = layout.between(event.end, layout.end, "future")
    return not (ahead and layout.text.startswith("と", ahead[0].start - 1))  # "…上昇し、…減少すると予測している"


def _is_to_come(layout: Layout, draft: Draft, period: str, day: dt.date) -> bool:
    """Say whether a period is yet to begin, or its day is yet to come; an English "this quarter" of results is not."""
    begins, ends = period_bounds(period)
    marks = [word.marks[0] for word in draft.words]
    is_running = layout.language == "en" and any(m.step == 0 and m.unit == "Q" for m in marks)
    if begins > day and not is_running:
        return True
    return ends > day and any(m.day and m.unit == "M" and m.day > day.day for m in marks)


def _tells_plan(layout: Layout, event: Event) -> bool:
    """Say whether a Korean change stands in the plain present, which of a running period tells what is to come."""
    is_open = layout.language == "ko" and event.direction in ("up", "down")
    return is_open and is_plain_present(layout.text, event.trigger.end)


def _tells_growth_of_year(layout: Layout, draft: Draft, period: str) -> bool:
    """Say whether an English sentence sizes the growth of a running year's supply or demand, which can only be expected."""
    is_sized = bool(draft.amounts) and draft.event.attribute in ("supply", "demand") and len(period) == 4
    return layout.language == "en" and is_sized and draft.manner.looks_ahead is not False


def _lasts_until(draft: Draft) -> bool:
    """Say whether a shortage or a glut is told to last until a period."""
    return draft.event.attribute == "supply" and any(word.is_boundary for word in draft.words)


def _is_forecast(layout: Layout, draft: Draft, amount: Amount | None, *, market: Market | None, is_early: bool) -> bool:
    """Say whether a size is a range for contracts, or an agency's early in the quarter, and no verb of the past tells it."""
    is_agencys = amount is not None and is_early and bool(layout.between(layout.start, draft.event.start, "agency"))
    if not is_agencys and not (_is_range(amount) and _is_of_contracts(layout, draft.event, market)):
        return False
    first, last = layout.clause_span(layout.clause(draft.event.trigger.start))
    if layout.language == "zh" and "数据显示" in layout.text[layout.start : first]:
        return False
    last = layout.end if layout.language == "ja" else last
    return not _PAST[layout.language].search(layout.text[first:last])


def _is_range(amount: Amount | None) -> bool:
    """Say whether a size is a range of percent with both ends ("5% to 10%")."""
    if amount is None or amount.kind != "percent" or amount.low is None or amount.high is None:
        return False
    return amount.low != amount.high


def _is_of_contracts(layout: Layout, event: Event, market: Market | None) -> bool:
    """Say whether a change is of contract prices, by its own market or by a word of its clause or, in Chinese, before it."""
    if market == "contract":
        return True
    span = layout.clause_span(layout.clause(event.trigger.start))
    if market is None and layout.language == "zh":
        span = layout.start, event.start
    return any(token.value == "contract" for token in layout.between(*span, "market"))
