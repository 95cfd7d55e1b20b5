"""Fixed contract prices that the press reported, and documented moves of memory shares and indices."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from tracker.record import rules
from tracker.record.company import NO_DATE
from tracker.record.dating import day_in_address, make_document, month_in_path, parse_published
from tracker.record.shapes import DocumentRow, MoveRow, PriceRow, Tables, UndatedRow
from tracker.record.wording import price_line

PRICE_FILE = "fixed_contract_press.csv"
MOVE_FILE = "selloff_events.csv"
Gathered = Mapping[str, str]
MOVE_NOTE = "Date of publication not recorded: the last session that the page reports, or the date in its address."
_ADDRESS_DAYS = 31


def turn_prices(rows: Sequence[Gathered]) -> Tables:
    """Turn reported fixed prices into rows; those whose page is undated become undated facts."""
    documents: list[DocumentRow] = []
    prices: list[PriceRow] = []
    undated: list[UndatedRow] = []
    for row in rows:
        published = row["published_on"] or month_in_path(row["source_url"])
        if not published:
            undated.append(_undated_price(row))
            continue
        day, precision, known_on = parse_published(published)
        document = make_document(url=row["source_url"], published_on=day, precision=precision, known_on=known_on)
        documents.append(document)
        prices.append(_price(row, document.document))
    return Tables(documents=tuple(documents), prices=tuple(prices), undated=tuple(undated))


def turn_moves(rows: Sequence[Gathered]) -> Tables:
    """Turn documented moves into rows; a page is dated by the last session that it reports."""
    last: dict[str, dt.date] = {}
    for row in rows:
        day = dt.date.fromisoformat(row["date"])
        last[row["source_url"]] = max(day, last.get(row["source_url"], day))
    documents = {url: _move_document(url, day) for url, day in last.items()}
    moves = tuple(_move(row, documents[row["source_url"]].document) for row in rows)
    return Tables(documents=tuple(documents.values()), moves=moves)


def _price(row: Gathered, document: str) -> PriceRow:
    item = rules.look_up("items", row["item"], row["origin"])
    change = float(row["mom_pct"]) if row["mom_pct"] else None
    basis = "QoQ" if "qoq change" in row["notes"] else "MoM"
    return PriceRow(
        document=document,
        origin=row["origin"],
        issuer=item.get("issuer", "trendforce"),
        item=item["item"],
        product=item["product"],
        segment=item["segment"],
        technology=item.get("technology"),
        period=row["month"],
        price_usd=float(row["usd"]) if row["usd"] else None,
        change_pct=change,
        basis=None if change is None else basis,
        qualifier=rules.join_words(rules.normal_words("fixing", [row["notes"]])),
        doubt=rules.join_words(rules.normal_words("doubt", [row["notes"]])),
    )


def _undated_price(row: Gathered) -> UndatedRow:
    words = price_line(_price(row, ""))
    return UndatedRow(origin=row["origin"], kind="price", words=words, url=row["source_url"], reason=NO_DATE)


def _move_document(url: str, last_session: dt.date) -> DocumentRow:
    day = day_in_address(url, last_session, _ADDRESS_DAYS) or last_session
    return make_document(
        url=url, published_on=day, precision="day", known_on=day, source_note=MOVE_NOTE, doc_type="news"
    )


def _move(row: Gathered, document: str) -> MoveRow:
    ticker = row["ticker"] or row["instrument"]
    known = rules.load_rules()["tickers"]
    return MoveRow(
        document=document,
        origin=row["origin"],
        instrument=row["instrument"].split(" (")[0],
        ticker=known.get(ticker, row["ticker"]) or None,
        exchange_country=row["market"],
        event_date=dt.date.fromisoformat(row["date"]),
        horizon_sessions=int(row["horizon_days"]),
        change_pct=float(row["pct_move"]),
        price_basis=rules.first_words("basis", row["basis"], row["origin"]),
        reason=rules.join_words(rules.normal_words("reason", [row["reason"]])),
        doubt=rules.join_words(rules.normal_words("move_doubt", [row["basis"], row["reason"]])),
    )
