"""One row of values to the fact it states, and what the cells of a row must not say to each other.

Every check yields the column, the text found and what was expected; a row without a finding makes a fact.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tracker.cells import CellError, Dated, check_direction, check_segment
from tracker.config import find_issuer
from tracker.facts import EquityClose, Price, Statement
from tracker.quarter import period_bounds, period_kind
from tracker.statement import Claim

# Contracts are settled up to about a quarter ahead, so a statement may speak of that as done.
SETTLED_AHEAD = dt.timedelta(days=92)
_OWN_BASIS = {"month": "MoM", "quarter": "QoQ"}
_MAKERS = frozenset({"maker", "module_maker", "controller_maker"})

Values = Mapping[str, Any]
Finding = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row's line in its document's text: the words, where they begin, and the quoted words within them, if any."""

    text: str
    start: int
    quote: str | None = None

    def span(self) -> dict[str, Any]:
        """Return quote, start and end of what a fact of this row rests on."""
        quote = self.quote or self.text
        start = self.start + (self.text.rindex(quote) if self.quote else 0)
        return {"quote": quote, "start": start, "end": start + len(quote)}


def check_row(kind: str, values: Values) -> Iterator[Finding]:
    """Yield column and expectation for each contradiction between the cells of a row."""
    published: Dated = values["published_on"]
    if "product" in values and "segment" in values:
        yield from _finding("segment", check_segment, values["product"], values["segment"])
    if kind == "prices":
        yield from _check_price(values, published)
    elif kind == "guidance":
        yield from _check_guidance(values, published)
    elif values["session_date"] > published.known_on:
        yield "published_on", f"a date on or after the session, {values['session_date'].isoformat()}"


def make_price(values: Values, line: Line) -> Price:
    """Return the price that a row of kind `prices` states."""
    fields = ("item", "product", "segment", "period", "technology", "market", "price_usd", "index_level", "change_pct")
    given = {name: values[name] for name in (*fields, "basis", "issuer", "qualifier", "doubt") if name in values}
    return Price(**given, **line.span())


def make_statement(values: Values, line: Line, publisher: str) -> Statement:
    """Return the statement that a row of kind `guidance` states; without an issuer it is its publisher's."""
    issuer = find_issuer(values.get("issuer", publisher))
    by_role = "company" if issuer and issuer.role in _MAKERS else "third_party"
    fields = ("product", "attribute", "direction", "stance", "certainty", "technology", "segment", "period", "low_pct")
    given = {name: values[name] for name in (*fields, "high_pct", "basis", "region", "market") if name in values}
    claim = Claim(speaker=values.get("speaker", by_role), rule="table", **given, **line.span())
    return Statement(
        claim=claim,
        issuer=issuer.id if issuer else publisher,
        measure=values["measure"],
        qualifier=values.get("qualifier"),
        doubt=values.get("doubt"),
        is_verbatim=line.quote is not None,
    )


def make_close(values: Values, line: Line) -> EquityClose:
    """Return the close that a row of kind `closes` states."""
    return EquityClose(
        ticker=values["ticker"],
        session_date=values["session_date"],
        close=values["close"],
        currency=values.get("currency"),
        **line.span(),
    )


def _check_price(values: Values, published: Dated) -> Iterator[Finding]:
    if "price_usd" in values and "index_level" in values:
        yield "index_level", "an empty cell beside price_usd: a price is in dollars, an index in points"
    kind = period_kind(values["period"])
    if values.get("basis") not in (None, "YoY", _OWN_BASIS[kind]):
        yield "basis", f"{_OWN_BASIS[kind]} or YoY for a {kind}"
    if period_bounds(values["period"])[0] > published.known_on:
        yield "period", f"a period that had begun by {published.known_on}: a price to come is kind guidance"


def _check_guidance(values: Values, published: Dated) -> Iterator[Finding]:
    yield from _finding("direction", check_direction, values["attribute"], values["direction"])
    yield from _check_range(values)
    first, last = period_bounds(values["period"])
    if values["stance"] == "guidance" and last < published.published_on - SETTLED_AHEAD:
        yield "stance", f"actual: {values['period']} had long ended on {published.published_on}"
    is_price = values["attribute"] == "price"
    if is_price and values["stance"] == "actual" and first > published.known_on + SETTLED_AHEAD:
        yield "stance", f"guidance: {values['period']} was still to come on {published.known_on}"


def _check_range(values: Values) -> Iterator[Finding]:
    low, high = values.get("low_pct"), values.get("high_pct")
    ends = [end for end in (low, high) if end is not None]
    if not ends:
        return
    column = "low_pct" if high is None else "high_pct"
    direction = values["direction"]
    if direction in ("tight", "loose", "balanced"):
        yield column, f"an empty cell: {direction} is a state, not a change in percent"
    if ends[-1] < 0:
        travel = "a fall of 10 to 15 % is direction down, low_pct 10, high_pct 15"
        yield column, f"a magnitude in the direction of travel: {travel}"
    elif ends[0] > ends[-1]:
        yield "low_pct", f"at most high_pct, {ends[-1]:g}: low_pct is the lower end"
    if direction == "down" and max(ends) > 100 and values["attribute"] == "price":
        yield column, "at most 100: a price can't fall by more than all of it"


def _finding(column: str, check: Any, *arguments: str) -> Iterator[Finding]:
    try:
        check(*arguments)
    except CellError as error:
        yield column, str(error)
