"""What companies reported of their own prices and shipments, and what they said of prices and supply.

Two gathered tables: quarterly changes of average selling price and bit shipments, and claims. A change of the average
selling price becomes a statement, a change of shipments an indicator.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from tracker.errors import InputError
from tracker.record import rules
from tracker.record.dating import make_document, month_in_path, parse_published
from tracker.record.shapes import DocumentRow, DroppedRow, IndicatorRow, StatementRow, Tables, UndatedRow
from tracker.record.wording import indicator_line, statement_line

ASP_FILE = "company_asp_quarterly.csv"
CLAIM_FILE = "company_statements.csv"
Gathered = Mapping[str, str]
NO_DATE = "The page's date of publication is not known."
BIT_CHANGE = "bit shipment change QoQ"
_DIGEST_NOTE = (
    "Evening digest of 36Kr, early July 2026; the page itself could not be found again, "
    "and the day is that of the market event that the digest reports."
)


def turn_reported(rows: Sequence[Gathered]) -> Tables:
    """Turn reported changes into statements and indicators; rows without a date become undated facts."""
    documents: list[DocumentRow] = []
    statements: list[StatementRow] = []
    indicators: list[IndicatorRow] = []
    undated: list[UndatedRow] = []
    dropped: list[DroppedRow] = []
    for row in rows:
        document = _reported_document(row)
        key = document.document if document else ""
        if row["metric"] == "bit_qoq" and not row["low_pct"]:
            dropped.append(_without_figure(row))
        elif row["metric"] == "bit_qoq":
            indicator = _shipments(row, key)
            indicators += [indicator] if document else []
            undated += [] if document else [_undated(row, "indicator", indicator_line(indicator))]
        else:
            statement = _selling_price(row, key)
            statements += [statement] if document else []
            undated += [] if document else [_undated(row, "statement", statement_line(statement))]
        documents += [document] if document and not (row["metric"] == "bit_qoq" and not row["low_pct"]) else []
    return Tables(
        documents=tuple(documents),
        statements=tuple(statements),
        indicators=tuple(indicators),
        undated=tuple(undated),
        dropped=tuple(dropped),
    )


def turn_claims(rows: Sequence[Gathered]) -> Tables:
    """Turn recorded claims into statements; the digest that has no address is cited by a note."""
    documents = [_claim_document(row) for row in rows]
    statements = [_claim(row, document.document) for row, document in zip(rows, documents, strict=True)]
    return Tables(documents=tuple(documents), statements=tuple(statements))


def _reported_document(row: Gathered) -> DocumentRow | None:
    published = row["published_on"] or month_in_path(row["source_url"])
    if not published:
        return None
    day, precision, known_on = parse_published(published)
    issuer = rules.look_up("companies", row["issuer"], row["origin"])
    return make_document(url=row["source_url"], published_on=day, precision=precision, known_on=known_on, issuer=issuer)


def _selling_price(row: Gathered, document: str) -> StatementRow:
    low, high = (float(row[name]) if row[name] else None for name in ("low_pct", "high_pct"))
    direction = _direction(row, low, high)
    if direction == "down":
        low, high = (None if end is None else 0.0 - end for end in (high, low))
    issuer = rules.look_up("companies", row["issuer"], row["origin"])
    by_analyst = "analyst" in row["words"]
    return StatementRow(
        document=document,
        origin=row["origin"],
        joined=_same_report(issuer, (row["product"], row["calendar_quarter"], direction), (low, high)),
        issuer=issuer,
        said_by=f"{row['issuer']}, as an analyst compiled it" if by_analyst else row["issuer"],
        speaker="third_party" if by_analyst else "company",
        product=row["product"],
        technology=None,
        segment=None,
        attribute="price",
        measure="asp",
        market=None,
        region=None,
        period=row["calendar_quarter"],
        period_text=row["fiscal_period"],
        basis="QoQ",
        direction=direction,
        low_pct=low,
        high_pct=high,
        stance="actual",
        certainty="asserted",
        qualifier=rules.join_words(rules.wording_words(row["words"], "")),
        doubt=rules.join_words(rules.normal_words("asp_doubt", [row["words"]])),
    )


def _direction(row: Gathered, low: float | None, high: float | None) -> str:
    ends = [end for end in (low, high) if end is not None]
    if not ends:
        if "rose" in row["words"]:
            return "up"
        raise InputError(f"{row['origin']}: {row['words']!r} gives neither figure nor direction: decide on it")
    if all(end == 0 for end in ends):
        return "flat"
    if min(ends) < 0 < max(ends):
        raise InputError(f"{row['origin']}: {low} to {high} reaches past zero: decide on it")
    return "up" if max(ends) > 0 else "down"


def _shipments(row: Gathered, document: str) -> IndicatorRow:
    return IndicatorRow(
        document=document,
        origin=row["origin"],
        entity=row["issuer"],
        name=BIT_CHANGE,
        product=row["product"],
        period=row["calendar_quarter"],
        value_low=float(row["low_pct"]),
        value_high=float(row["high_pct"]),
        unit="%",
        qualifier=rules.join_words([*rules.wording_words(row["words"], ""), row["fiscal_period"]]),
        doubt=rules.join_words(rules.normal_words("asp_doubt", [row["words"]])),
    )


def _without_figure(row: Gathered) -> DroppedRow:
    return DroppedRow(
        origin=row["origin"],
        action="dropped",
        value=f"{row['issuer']}, {row['product']}, {row['calendar_quarter']}: {BIT_CHANGE} without a figure",
        reason="An indicator needs a figure; the recorded words give none.",
    )


def _undated(row: Gathered, kind: str, words: str) -> UndatedRow:
    return UndatedRow(origin=row["origin"], kind=kind, words=words, url=row["source_url"], reason=NO_DATE)


def _claim_document(row: Gathered) -> DocumentRow:
    day = dt.date.fromisoformat(row["published_on"])
    speaks = row["speaker"] == "company" and row["doc_type"] == "earnings_call"
    return make_document(
        url=row["source_url"] or None,
        published_on=day,
        precision="day",
        known_on=day,
        source_note=None if row["source_url"] else _DIGEST_NOTE,
        publisher=None if row["source_url"] else "36Kr",
        issuer=rules.look_up("companies", row["issuer"], row["origin"]) if speaks else None,
        doc_type=row["doc_type"],
        lang=row["lang"],
    )


def _claim(row: Gathered, document: str) -> StatementRow:
    issuer, said_by = _who(row)
    low, high = (float(row[name]) if row[name] else None for name in ("low_pct", "high_pct"))
    is_asp = row["attribute"] == "price" and "ASP" in row["claim"]
    same = _same_report(issuer, (row["product"], row["period"], row["direction"]), (low, high))
    return StatementRow(
        document=document,
        origin=row["origin"],
        joined=same if is_asp and row["stance"] == "actual" and row["speaker"] == "company" else None,
        issuer=issuer,
        said_by=said_by,
        speaker=row["speaker"],
        product=row["product"],
        technology=row["technology"] or None,
        segment=row["segment"] or None,
        attribute=row["attribute"],
        measure="asp" if is_asp else "contract",
        market=row["market"] or ("contract" if issuer == "trendforce" else None),
        region=row["region"] or None,
        period=row["period"] or None,
        period_text=None,
        basis=row["basis"] or None,
        direction=row["direction"],
        low_pct=low,
        high_pct=high,
        stance=row["stance"],
        certainty=row["certainty"],
        qualifier=None,
        doubt="known only from a post in a forum" if issuer == "Eastmoney forum" else None,
    )


def _who(row: Gathered) -> tuple[str, str]:
    company = str(rules.look_up("companies", row["issuer"], row["origin"]))
    if row["speaker"] == "company" or company == "trendforce":
        return company, row["issuer"]
    third = rules.look_up("third_parties", row["publisher"], row["origin"])
    return third["issuer"], third["said_by"]


def _same_report(issuer: str, claim: Sequence[str], ends: Sequence[float | None]) -> str | None:
    """Return what joins reports of one figure by one company; without a figure, nothing does."""
    if all(end is None for end in ends):
        return None
    figures = ["" if end is None else f"{end:g}" for end in ends]
    return ":".join(["asp", issuer, *claim, *figures])
