"""Facts of inventory, lead times, capital expenditure and allocation, turned into indicators of the record.

Rows that tell an agency's price forecast again are no indicators: they join the statement that they repeat, or are
dropped where the record already has it from the same page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tracker.config import load_issuers
from tracker.errors import InputError
from tracker.quarter import fiscal_to_calendar
from tracker.record import rules
from tracker.record.company import NO_DATE
from tracker.record.dating import make_document, month_in_path, parse_published
from tracker.record.shapes import DocumentRow, IndicatorRow, StatementRow, Tables, UndatedRow
from tracker.record.wording import indicator_line, statement_line

FILE = "tightness_indicators.csv"
Gathered = Mapping[str, str]
_VALUE = re.compile(
    r"(?P<word>nearly|about|up to|<|>|)\s*(?P<low>[+-]?\d+(?:\.\d+)?)"
    r"(?:\s*(?:to|-)\s*(?P<high>[+-]?\d+(?:\.\d+)?))?(?P<plus>\+?)"
)
_SIGNS = {"<": "below", ">": "over", "+": "over"}
_SHORT_QUARTER = re.compile(r"([1-4])Q(\d\d)")
_FISCAL_QUARTER = re.compile(r"FQ([1-4])-(\d{4})")
_YEAR_OF_CALENDAR_COMPANY = re.compile(r"(\d{4})FY")


def turn_indicators(rows: Sequence[Gathered]) -> Tables:
    """Turn gathered facts into indicators and statements; those whose page is undated become undated facts."""
    documents: list[DocumentRow] = []
    statements: list[StatementRow] = []
    indicators: list[IndicatorRow] = []
    undated: list[UndatedRow] = []
    for row in rows:
        document = _document(row)
        key = document.document if document else ""
        documents += [document] if document else []
        if tells_forecast(row) or row["indicator"] == "supply deficit expected to persist":
            statement = _forecast(row, key) if tells_forecast(row) else _deficit(row, key)
            statements += [statement] if document else []
            words, kind = statement_line(statement), "statement"
        else:
            indicator = _indicator(row, key)
            indicators += [indicator] if document else []
            words, kind = indicator_line(indicator), "indicator"
        if document is None:
            undated.append(
                UndatedRow(origin=row["origin"], kind=kind, words=words, url=row["source_url"], reason=NO_DATE)
            )
    return Tables(
        documents=tuple(documents), statements=tuple(statements), indicators=tuple(indicators), undated=tuple(undated)
    )


def tells_forecast(row: Gathered) -> bool:
    """Return whether a row tells an agency's price forecast."""
    return row["indicator"].startswith("contract price forecast")


def parse_value(text: str, place: str) -> tuple[float, float, str | None]:
    """Read `3-4`, `10+`, `<1`, `-5 to -10` or `about +90` into both ends and a word; raise InputError otherwise."""
    found = _VALUE.fullmatch(text.strip())
    if not found:
        raise InputError(f"{FILE} {place}: value {text!r} is no figure: decide on it")
    low = float(found["low"])
    high = float(found["high"]) if found["high"] else low
    word = found["word"] or found["plus"]
    return min(low, high), max(low, high), _SIGNS.get(word, word) or None


def calendar_period(text: str, entity: str) -> str:
    """Return a gathered period in canonical form where it can be mapped, the label itself otherwise.

    Fiscal quarters go by the issuer's own calendar; a fiscal year stays a label unless it is the calendar year.
    """
    label = text.removesuffix(" end").removesuffix(" guide").split(" (")[0].removesuffix(" guide")
    short, fiscal = _SHORT_QUARTER.fullmatch(label), _FISCAL_QUARTER.fullmatch(label)
    if short:
        return f"20{short[2]}Q{short[1]}"
    if fiscal:
        issuer = load_issuers()[str(rules.look_up("companies", entity, FILE))]
        return str(fiscal_to_calendar(int(fiscal[2]), int(fiscal[1]), issuer.fiscal_year_end_month))
    year = _YEAR_OF_CALENDAR_COMPANY.fullmatch(label)
    if year and "Microsoft" not in entity:
        return year[1]
    return label


def _document(row: Gathered) -> DocumentRow | None:
    published = row["published_on"] or month_in_path(row["source_url"])
    if not published:
        return None
    day, precision, known_on = parse_published(published)
    return make_document(url=row["source_url"], published_on=day, precision=precision, known_on=known_on)


def _indicator(row: Gathered, document: str) -> IndicatorRow:
    known = rules.look_up("indicators", row["indicator"], row["origin"])
    low, high, word = parse_value(row["value"], row["origin"])
    note = "about" if re.search(r"\b(?:approx|about|roughly)\b", row["note"]) else ""
    over = "over" if row["note"] == "over" else ""
    return IndicatorRow(
        document=document,
        origin=row["origin"],
        entity=row["entity"].split(" (")[0].replace("+", ", "),
        name=known["name"],
        product=known.get("product") or rules.load_rules()["entity_products"].get(row["entity"]),
        period=calendar_period(row["period"], row["entity"]),
        value_low=low,
        value_high=high,
        unit={"% m/m": "% on the month before"}.get(row["unit"], row["unit"]),
        qualifier=rules.join_words([known.get("qualifier", ""), word or "", note, over]),
        doubt=None,
    )


def _forecast(row: Gathered, document: str) -> StatementRow:
    low, high, word = parse_value(row["value"], row["origin"])
    ends = sorted((abs(low), abs(high)))
    return StatementRow(
        document=document,
        origin=row["origin"],
        joined=None,
        issuer="trendforce",
        said_by="TrendForce",
        speaker="third_party",
        product="NAND" if "NAND" in row["entity"] else "DRAM",
        technology=None,
        segment={"Conventional DRAM": "conventional", "Server DRAM": "server"}.get(row["entity"], "total"),
        attribute="price",
        measure="contract",
        market="contract",
        region=None,
        period=calendar_period(row["period"], row["entity"]),
        period_text=None,
        basis="QoQ",
        direction="up" if low >= 0 else "down",
        low_pct=ends[0],
        high_pct=ends[1],
        stance="guidance",
        certainty="asserted",
        qualifier=word,
        doubt=None,
    )


def _deficit(row: Gathered, document: str) -> StatementRow:
    """Return the statement that supply stays short up to the year named in a row's value, and longer."""
    year = re.search(r"20\d\d", row["value"])
    if not year:
        raise InputError(f"{FILE} {row['origin']}: {row['value']!r} names no year: decide on it")
    return StatementRow(
        document=document,
        origin=row["origin"],
        joined=None,
        issuer=str(rules.look_up("companies", row["entity"], row["origin"])),
        said_by=row["entity"],
        speaker="company",
        product="MEMORY",
        technology=None,
        segment=None,
        attribute="supply",
        measure="contract",
        market=None,
        region=None,
        period=year[0],
        period_text=None,
        basis=None,
        direction="tight",
        low_pct=None,
        high_pct=None,
        stance="guidance",
        certainty="asserted",
        qualifier="and beyond",
        doubt=None,
    )
