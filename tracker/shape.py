"""Is an answer what it says it is: block pages, kinds of bytes, encodings, field sets, counts and ages.

Pure functions over bytes and parsed rows. They raise SourceBlocked or SourceBroken with the difference between what was
expected and what came; they know nothing of any one source and fetch nothing.
"""

from __future__ import annotations

import datetime as dt
import json
import math
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Literal
from xml.etree.ElementTree import Element, ParseError, fromstring

from tracker.errors import SourceBlocked, SourceBroken

Kind = Literal["json", "html", "xml", "pdf", "zip", "csv", "text"]

# Words of pages that refuse a visitor, seen in public reports of the sites' own wording.
_BLOCK_MARKS = (
    "CloudWAF",
    "FOR SECURITY REASONS, THIS PAGE CAN NOT BE ACCESSED",
    "因為安全性考量",
    "Undeclared Automated Tool",
    "Request Rate Threshold Exceeded",
    "Just a moment...",
    "cf-challenge",
    "_Incapsula_Resource",
    "访问验证",
    "访问被拒绝",
)
# Words that a page which was asked for may hold too, such as one with a log-in form.
_AMBIGUOUS_MARKS = ("Too Many Requests", "Access Denied", "proof-of-work", "captcha")
_MISPLACED = ("image/", "audio/", "video/", "font/")
_MARKUP_START = re.compile(rb"^(?:\xef\xbb\xbf)?\s*<")
_HTML_START = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)",
    re.IGNORECASE | re.DOTALL,
)


def looks_blocked(content: bytes, *, is_page_expected: bool = False) -> str | None:
    """Return the mark of a block page in the bytes, or None; only the first 20,000 bytes are looked at.

    Where a page was asked for, words that a good page may hold as well are no mark.
    """
    head = content[:20_000].lower()
    marks = _BLOCK_MARKS if is_page_expected else (*_BLOCK_MARKS, *_AMBIGUOUS_MARKS)
    return next((mark for mark in marks if mark.lower().encode() in head), None)


def check_kind(content: bytes, kind: Kind, media_type: str, where: str) -> None:
    """Raise SourceBlocked for a block page, SourceBroken for bytes that are not of the kind that was asked for.

    Goes by the bytes: servers label JSON as HTML and PDF as octets. A label that can't be right (an image where text
    was asked for) is refused too.
    """
    is_markup = bool(_MARKUP_START.match(content[:512]))
    is_page = bool(_HTML_START.match(content[:2048]))
    suspects_page = is_page if kind != "html" else len(content) < 20_000
    if (suspects_page or (kind in {"json", "csv"} and len(content) < 400)) and (
        mark := looks_blocked(content, is_page_expected=kind == "html")
    ):
        raise SourceBlocked(f"{where}: a block page came ({mark!r}); wait a day, or ask from another network")
    if media_type.startswith(_MISPLACED):
        raise SourceBroken(f"{where}: content type {media_type!r}; expected {kind}")
    if not content.strip():
        raise SourceBroken(f"{where}: an empty body came; expected {kind}")
    fits = {
        "json": content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["),
        "html": is_markup,
        "xml": is_markup and not is_page,
        "pdf": b"%PDF" in content[:1024],
        "zip": content[:2] == b"PK",
        "csv": not is_markup and b"\x00" not in content[:1024],
        "text": not is_page,
    }[kind]
    if not fits:
        raise SourceBroken(
            f"{where}: the body starts with {content[:40]!r} (content type {media_type!r}); expected {kind}"
        )


def decode(content: bytes, encoding: str, where: str) -> str:
    """Return the bytes as text; raise SourceBroken where they are not in the encoding that the source uses."""
    try:
        return content.decode(encoding)
    except LookupError as error:
        raise SourceBroken(f"{where}: declares the encoding {encoding!r}, which nobody knows") from error
    except UnicodeDecodeError as error:
        found = content[max(0, error.start - 4) : error.start + 8]
        raise SourceBroken(
            f"{where}: byte {error.start} ({found!r}) is not {encoding}; the encoding changed"
        ) from error


def parse_json(content: bytes, where: str) -> Any:
    """Return parsed JSON in UTF-8 with or without a byte-order mark; raise SourceBroken for anything else."""
    try:
        return json.loads(decode(content, "utf-8-sig", where))
    except json.JSONDecodeError as error:
        raise SourceBroken(f"{where}: no JSON ({error}); the body was cut or its shape changed") from error


def parse_object(content: bytes, where: str) -> dict[str, Any]:
    """Return a parsed JSON object; raise SourceBroken where the top is something else."""
    table = parse_json(content, where)
    if not isinstance(table, dict):
        raise SourceBroken(f"{where}: the top is a {type(table).__name__}; expected an object")
    return table


def take_rows(table: Mapping[str, Any], name: str, where: str) -> list[Any]:
    """Return the list under a name; raise SourceBroken where it is missing, null or no list: none of these is empty."""
    if name not in table:
        raise SourceBroken(f"{where}: no field {name!r}; found {', '.join(sorted(table)) or 'nothing'}")
    rows = table[name]
    if not isinstance(rows, list):
        raise SourceBroken(f"{where}: {name} is {'null' if rows is None else type(rows).__name__}; expected a list")
    return rows


def take_count(table: Mapping[str, Any], name: str, where: str) -> int:
    """Return the whole number under a name; raise SourceBroken where it is missing or no number.

    A missing total must never pass for "that is all": pages after the first would be lost without a word.
    """
    if name not in table:
        raise SourceBroken(f"{where}: missing {name}; found {', '.join(sorted(table)) or 'nothing'}")
    value = table[name]
    digits = str(value).strip()
    if isinstance(value, bool) or not (digits.isascii() and digits.isdigit()):
        raise SourceBroken(f"{where}: {name} is {value!r}; expected a whole number")
    return int(value)


def check_fields(row: Any, needed: Collection[str], known: Collection[str], where: str) -> tuple[str, ...]:
    """Return the fields of a row that nobody knows yet; raise SourceBroken with the difference where one is missing.

    `known` holds further fields that are known and not needed. New fields are drift to be told, not a failure.
    """
    if not isinstance(row, Mapping):
        raise SourceBroken(f"{where}: a row is a {type(row).__name__}; expected an object")
    found = set(row)
    missing = sorted(set(needed) - found)
    new = sorted(found - set(needed) - set(known))
    if missing:
        hint = f"; new there: {', '.join(new)}" if new else ""
        raise SourceBroken(f"{where}: missing {', '.join(missing)}{hint}; a field was renamed or removed")
    return tuple(new)


def check_all_fields(
    rows: Sequence[Any], needed: Collection[str], known: Collection[str], where: str, report: Callable[[str], None]
) -> None:
    """Check the field set of every row and tell the new fields once; raise SourceBroken where one is missing."""
    new: set[str] = set()
    for row in rows:
        new.update(check_fields(row, needed, known, where))
    if new:
        report(f"{where}: new fields {', '.join(sorted(new))}: the shape has drifted; nothing is lost")


def check_count(count: int, low: int, high: int, what: str, report: Callable[[str], None]) -> None:
    """Raise SourceBroken for fewer than `low` items, tell about more than `high`."""
    if count < low:
        raise SourceBroken(f"{count} {what}; expected at least {low}: a part is missing or the filter changed")
    if count > high:
        report(f"{count} {what}; expected at most {high}: look whether the filter still holds")


def check_age(newest: dt.date | None, today: dt.date, days: int, what: str) -> None:
    """Raise SourceBroken where the newest observation of a series is older than so many days."""
    if newest is None:
        raise SourceBroken(f"{what}: no observation at all; expected one of the last {days} days")
    if (today - newest).days > days:
        age = (today - newest).days
        raise SourceBroken(
            f"{what}: newest observation {newest} is {age} days old, expected {days} at most; it is frozen"
        )


def parse_xml(content: bytes, where: str) -> Element:
    """Return the root of an XML document; raise SourceBroken for anything else, and for any document type declaration.

    Entities can only be declared there, so nothing can expand.
    """
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise SourceBroken(f"{where}: the XML declares a document type; none is expected, and none is read")
    try:
        return fromstring(content)  # noqa: S314 -- no declaration, no entities
    except ParseError as error:
        raise SourceBroken(f"{where}: no XML ({error}); the body was cut or its shape changed") from error


def text_of(node: Element, name: str, where: str) -> str:
    """Return the text of a child; raise SourceBroken where it is missing."""
    child = node.find(name)
    if child is None:
        found = ", ".join(sorted({one.tag for one in node})) or "nothing"
        raise SourceBroken(f"{where}: <{node.tag}> without <{name}>; found {found}")
    return (child.text or "").strip()


def to_day(value: object, where: str, form: str = "%Y-%m-%d") -> dt.date:
    """Return a date written in a form; raise SourceBroken for anything else."""
    try:
        return dt.datetime.strptime(str(value), form).date()  # noqa: DTZ007 -- a day has no zone
    except ValueError as error:
        raise SourceBroken(f"{where}: {value!r} is no date; expected the form {form}") from error


def to_number(value: object, where: str) -> float:
    """Return a figure written with thousands commas and blanks; raise SourceBroken for anything else."""
    try:
        number = float(str(value).replace(",", "").strip())
    except ValueError as error:
        raise SourceBroken(f"{where}: {value!r} is no number") from error
    if not math.isfinite(number):
        raise SourceBroken(f"{where}: {value!r} is no finite number")
    return number
