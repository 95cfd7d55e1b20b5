"""One line of English for one recorded fact: memtrack's own words, which the spans of the record point to."""

from __future__ import annotations

from tracker.record.shapes import DocumentRow, IndicatorRow, MoveRow, PriceRow, StatementRow

_SEGMENTS = {
    "total": "overall",
    "pc": "for PCs",
    "server": "for servers",
    "mobile": "for mobile devices",
    "graphics": "for graphics",
    "consumer": "for consumer devices",
    "conventional": "conventional",
    "client_ssd": "client SSD",
    "enterprise_ssd": "enterprise SSD",
    "embedded": "eMMC and UFS",
    "wafer": "wafers",
    "mlc": "MLC",
    "slc": "SLC",
    "niche": "niche",
    "automotive": "for cars",
}
_BASES = {"QoQ": "on the quarter before", "MoM": "on the month before", "YoY": "on the year before"}
_REGIONS = {"CN": "customers in China", "overseas": "customers overseas"}


def document_line(row: DocumentRow) -> str:
    """Return the heading of a document's text: where it is from and how exactly it is dated."""
    exactness = "" if row.published_precision == "day" else f" (known to the {row.published_precision} only)"
    return f"Recorded from {row.url or row.source_note}; published {row.published_on}{exactness}."


def statement_line(row: StatementRow) -> str:
    """Return a statement in words: who, what, how much, when, and what limits it."""
    what = [row.product, row.technology, _SEGMENTS.get(row.segment or "", row.segment), _subject(row)]
    parts = [
        " ".join(dict.fromkeys(word for word in what if word)),
        row.direction,
        _figure(row.low_pct, row.high_pct, row.direction),
        _BASES.get(row.basis or "", ""),
        f"in {row.period}" if row.period else "",
        f"({row.period_text})" if row.period_text else "",
    ]
    limits = [
        "past or present" if row.stance == "actual" else "outlook",
        "" if row.certainty == "asserted" else row.certainty,
        _REGIONS.get(row.region or "", ""),
        row.qualifier,
        f"doubt: {row.doubt}" if row.doubt else "",
    ]
    said = " ".join(part for part in parts if part)
    return f"{row.said_by}: {said} [{'; '.join(limit for limit in limits if limit)}]"


def price_line(row: PriceRow) -> str:
    """Return a fixed contract price in words."""
    level = f"{row.price_usd:g} USD" if row.price_usd is not None else ""
    change = f"{row.change_pct:+g} % {_BASES.get(row.basis or '', '')}".strip() if row.change_pct is not None else ""
    figures = ", ".join(part for part in (level, change) if part)
    return f"Fixed contract price of {row.item} in {row.period}: {figures}{_limits(row.qualifier, row.doubt)}"


def indicator_line(row: IndicatorRow) -> str:
    """Return a figure of supply, demand or inventory in words."""
    ends = f"{row.value_low:g}" if row.value_low == row.value_high else f"{row.value_low:g} to {row.value_high:g}"
    limits = _limits(row.qualifier, row.doubt)
    return f"{row.entity}, {row.product or 'all products'}, {row.period}: {row.name} {ends} {row.unit}{limits}"


def move_line(row: MoveRow) -> str:
    """Return a move of a share or an index in words."""
    span = "" if row.horizon_sessions == 1 else f" over {row.horizon_sessions} sessions"
    limits = _limits(row.price_basis.replace("_", " "), row.reason, row.doubt)
    return f"{row.instrument} ({row.exchange_country}) {row.change_pct:+g} %{span} to {row.event_date}{limits}"


def _subject(row: StatementRow) -> str:
    if row.attribute != "price":
        return row.attribute
    if row.measure == "asp":
        return "average selling price"
    return f"{row.market} price" if row.market else "price"


def _figure(low: float | None, high: float | None, direction: str) -> str:
    if low is None and high is None:
        return ""
    if low is None:
        return f"by at most {high:g} %"
    if high is None:
        return f"by at least {low:g} %"
    if low == high:
        return "" if direction == "flat" and low == 0 else f"by {low:g} %"
    return f"by {low:g} to {high:g} %"


def _limits(*words: str | None) -> str:
    kept = [word for word in words if word]
    return f" [{'; '.join(kept)}]" if kept else ""
