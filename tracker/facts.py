"""The facts that one document yields, each with the words that it rests on.

A document's reading holds claims (`tracker.statement`) and four plainer kinds of fact: prices, indicators, equity moves
and equity closes. Every fact carries a span of the document's text, so that provenance is the same for all of them.
Percentages are signed here (down is negative); only a claim keeps magnitude and direction apart.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from tracker.errors import InputError
from tracker.quarter import period_kind
from tracker.statement import Claim, Market, Unread

Measure = Literal["contract", "asp"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The words of a document's text that a fact rests on; `start` and `end` are code-point offsets."""

    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A claim and who made it, as one document brings it.

    `issuer` is who said it (an issuer's id or, where no issuer file names it, the publisher's own name); None means
    the party that the claim's words name (`Claim.said_by`), else the issuer of the document. `measure` tells a
    contract price from an average selling price, which mixes products and customers. `qualifier` holds the figure's
    own wording ("over 20 %"), `doubt` why the fact is suspect. `group` joins repeats of one statement on several
    documents; None means that nothing is known to repeat it. `is_verbatim` is false where the words are memtrack's
    own rendering of a recorded fact.
    """

    claim: Claim
    issuer: str | None = None
    measure: Measure = "contract"
    qualifier: str | None = None
    doubt: str | None = None
    group: str | None = None
    is_verbatim: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Price(Span):
    """A price level, a change, or both, of one item in one period; at least one of them is given.

    `price_usd` is in US dollars per unit of the item as its name says; `index_level` is the level of an index that has
    no such unit, in points on the base of its series; `change_pct` is signed, against the period of the same length
    before, unless `basis` says YoY.
    """

    item: str
    product: str
    segment: str
    period: str
    technology: str | None = None
    market: Market = "contract"
    price_usd: float | None = None
    index_level: float | None = None
    change_pct: float | None = None
    basis: str | None = None
    issuer: str | None = None
    qualifier: str | None = None
    doubt: str | None = None

    def __post_init__(self) -> None:
        """Refuse an empty fact, a price that is not positive and a period that is none."""
        period_kind(self.period)
        if self.price_usd is None and self.index_level is None and self.change_pct is None:
            raise InputError(
                f"price of {self.item} in {self.period}: neither price_usd, index_level nor change_pct is given"
            )
        if self.price_usd is not None and self.price_usd <= 0:
            raise InputError(f"price of {self.item} in {self.period}: {self.price_usd} USD is not positive")


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Span):
    """A figure about supply, demand or inventory of an entity in a period, in the unit that its name says.

    `period` is canonical or, where an issuer's fiscal label can't be mapped, the label itself. A range has
    `value_low` below `value_high`; a single figure has both equal.
    """

    entity: str
    name: str
    period: str
    value_low: float
    value_high: float
    unit: str
    product: str | None = None
    qualifier: str | None = None
    doubt: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EquityMove(Span):
    """A documented change of a share or an index; `change_pct` is signed, `horizon_sessions` is 1 for a day.

    `event_date` is the (last) session in the exchange's own calendar; `price_basis` is close, intraday or multi-day.
    """

    instrument: str
    ticker: str | None
    exchange_country: str
    event_date: dt.date
    change_pct: float
    horizon_sessions: int = 1
    price_basis: str = "close"
    reason: str | None = None
    doubt: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EquityClose(Span):
    """A raw (unadjusted) close of a share or an index on one session of its exchange."""

    ticker: str
    session_date: dt.date
    close: float
    currency: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """A row or a field that was refused, with where it stands and what was expected there."""

    place: str
    field: str | None
    value: str | None
    expected: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Undated:
    """A recorded fact whose publication date nobody knows: context for a reader, never evidence as of a date."""

    kind: str
    words: str
    url: str | None
    reason: str


Precision = Literal["second", "day", "month", "quarter"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One page, filing or note, with the facts read from it.

    `key` names it within its source and stays the same when the page is fetched again. `published_on` is the stated
    date (the first day of a month or quarter known only so far, see `published_precision`); `known_on` is the earliest
    date on which using it is no look-ahead: the last day of such a month or quarter. `text` is what the spans of all
    facts point into. Either `url` or `source_note` says where a reader finds it.
    """

    key: str
    publisher: str
    published_on: dt.date
    known_on: dt.date
    published_precision: Precision = "day"
    published_at: dt.datetime | None = None
    url: str | None = None
    source_note: str | None = None
    issuer: str | None = None
    doc_type: str = "page"
    lang: str | None = None
    text: str = ""
    statements: tuple[Statement, ...] = ()
    prices: tuple[Price, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    moves: tuple[EquityMove, ...] = ()
    closes: tuple[EquityClose, ...] = ()
    unread: tuple[Unread, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a document that nobody could find, or that would be known before it was published."""
        if not self.url and not self.source_note:
            raise InputError(f"document {self.key}: neither url nor source_note says where it is from")
        if self.known_on < self.published_on:
            raise InputError(
                f"document {self.key}: known on {self.known_on}, before {self.published_on}, its publication"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Yield:
    """All that one archived capture yielded: a page is one document, a table of facts cites many."""

    documents: tuple[Document, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    undated: tuple[Undated, ...] = ()
    dropped: tuple[Rejected, ...] = ()
