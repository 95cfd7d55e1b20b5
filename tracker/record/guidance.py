"""The gathered contract-price statements of agencies, turned into rows of the record.

Owns what `kind`, `low_pct`, `qualifier` and `notes` of the gathered table mean; knows nothing of the other tables.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tracker.errors import InputError
from tracker.quarter import period_bounds
from tracker.record import rules
from tracker.record.dating import RESTATED_NOTE, is_rolling, make_document, name_publisher
from tracker.record.shapes import DocumentRow, StatementRow, Tables, UndatedRow
from tracker.record.wording import statement_line

FILE = "guidance_history.csv"
Gathered = Mapping[str, str]
_DATA_SETS = ("github.com",)
_DENSITY = re.compile(r"(\d+)(?:-gigabit| ?G[Bb])\b")
# A month's contract price is fixed in its last days; earlier than that a figure for the month is an estimate.
_FIXING_DAYS = 3


def turn_guidance(rows: Sequence[Gathered], undated: Mapping[str, str]) -> Tables:
    """Turn gathered statements into rows; those listed in `undated` (origin to reason) become undated facts."""
    newest = _newest_dates(rows)
    pairs = [(_document(row, newest), _statement(row)) for row in rows]
    dated = [(document, statement) for document, statement in pairs if statement.origin not in undated]
    return Tables(
        documents=tuple(document for document, _ in dated),
        statements=tuple(replace(statement, document=document.document) for document, statement in dated),
        undated=tuple(
            UndatedRow(
                origin=statement.origin,
                kind="statement",
                words=statement_line(statement),
                url=document.url,
                reason=undated[statement.origin],
            )
            for document, statement in pairs
            if statement.origin in undated
        ),
    )


def density(row: Gathered) -> str | None:
    """Return the density that a gathered row's words name first, such as `8Gb`, or None."""
    found = _DENSITY.search(f"{row['notes']} {row['qualifier']}")
    return found[0].replace(" ", "").replace("-gigabit", "Gb") if found else None


def magnitudes(row: Gathered) -> tuple[float | None, float | None]:
    """Return signed percentages as magnitudes in the direction of travel; raise InputError where the signs clash."""
    low, high = (float(row[name]) if row[name] else None for name in ("low_pct", "high_pct"))
    if low is None or high is None:
        return low, high
    if row["direction"] == "down":
        low, high = 0.0 - high, 0.0 - low
    if high < 0 or low > high or (row["direction"] == "flat" and high > 1):
        raise InputError(
            f"{FILE} {row['statement_id']}: {row['low_pct']} to {row['high_pct']} goes {row['direction']}: decide on it"
        )
    return low, high


def _newest_dates(rows: Sequence[Gathered]) -> dict[str, dt.date]:
    newest: dict[str, dt.date] = {}
    for row in rows:
        day = dt.date.fromisoformat(row["published_on"])
        newest[row["source_url"]] = max(day, newest.get(row["source_url"], day))
    return newest


def _is_restated(row: Gathered, newest: Mapping[str, dt.date]) -> bool:
    url = row["source_url"]
    if is_rolling(url) or any(host in url for host in _DATA_SETS):
        return False
    day = dt.date.fromisoformat(row["published_on"])
    return (day.year, day.month) < (newest[url].year, newest[url].month)


def _document(row: Gathered, newest: Mapping[str, dt.date]) -> DocumentRow:
    publisher = name_publisher(row["source_url"])
    return make_document(
        url=row["source_url"],
        published_on=dt.date.fromisoformat(row["published_on"]),
        precision=row["date_precision"],
        known_on=dt.date.fromisoformat(row["known_by"]),
        source_note=RESTATED_NOTE if _is_restated(row, newest) else None,
        issuer="trendforce" if publisher == "TrendForce" else None,
        doc_type="data_set" if any(host in row["source_url"] for host in _DATA_SETS) else "press",
    )


def _statement(row: Gathered) -> StatementRow:
    place = f"{FILE} {row['statement_id']}"
    rules.refuse_unknown_doubt(row["doubt"], place)
    said_by = rules.look_up("said_by", row["publisher"], place)
    words = [row["qualifier"], row["notes"]]
    is_asp = (
        rules.matches("average_selling_price", " ".join(words))
        or said_by["issuer"] in rules.load_rules()["average_selling_price"]["issuers"]
    )
    figure = rules.bound_figure(*magnitudes(row), row["qualifier"])
    running = _is_running(row)
    doubts = rules.normal_words("doubt", [row["doubt"], row["notes"]])
    return StatementRow(
        document="",
        origin=row["statement_id"],
        joined=row["statement_group"] or None,
        issuer=said_by["issuer"],
        said_by=said_by["said_by"],
        speaker="company" if said_by["issuer"] == "macronix" else "third_party",
        product=row["product_family"],
        technology=row["technology"] or None,
        segment=_segment(row),
        attribute="price",
        measure="asp" if is_asp else "contract",
        market=None if is_asp or "does not say contract" in row["notes"] else "contract",
        region=None,
        period=row["period"],
        period_text=None,
        basis=row["change_basis"] or None,
        direction=row["direction"],
        low_pct=figure.low_pct,
        high_pct=figure.high_pct,
        stance="actual" if row["kind"] == "actual" and not running else "guidance",
        certainty="hedged" if rules.matches("hedge", row["qualifier"]) else "asserted",
        qualifier=rules.join_words(
            [*rules.wording_words(*words), density(row) or "", "running estimate" if running else ""]
        ),
        doubt=rules.join_words([*doubts, "published before the period ended" if running else ""]),
    )


def _segment(row: Gathered) -> str:
    segment = row["segment"]
    if row["product_family"] == "NAND" and segment == "niche":
        names = {"MLC": "mlc", "SLC": "slc"}
        if row["technology"] not in names:
            raise InputError(
                f"{FILE} {row['statement_id']}: niche NAND of technology {row['technology']!r}; expected MLC or SLC"
            )
        return names[row["technology"]]
    return str(rules.load_rules()["segments"].get(segment, segment))


def _is_running(row: Gathered) -> bool:
    """Return whether an `actual` was published before its period was over, and so can't be its final figure.

    The contract price of a month is fixed twice, in its middle and in its last days: such a fixing is no estimate.
    """
    end = period_bounds(row["period"])[1]
    known = dt.date.fromisoformat(row["known_by"])
    if row["kind"] != "actual" or known >= end:
        return row["kind"] == "forecast" and "previous estimate" in row["qualifier"] and known > end
    is_fixing = "half-month" in f"{row['notes']} {row['qualifier']}" or (end - known).days <= _FIXING_DAYS
    return not (row["change_basis"] == "MoM" and is_fixing and "estimate" not in row["notes"])
