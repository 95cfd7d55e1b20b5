"""The kinds of table that a user may hand in, as configs/tables.toml describes them.

This module owns headers: which columns a kind has, how a kind is told by its header, the template of a kind and its
documentation. It does not read rows (`tracker.tables`) or cells (`tracker.cells`).
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Literal, get_args

import msgspec

from tracker.config import config_folder, decode_toml, read_toml
from tracker.errors import ConfigError, InputError, UnknownName
from tracker.facts import Measure
from tracker.statement import Attribute, Basis, Certainty, Direction, Market, Region, Speaker, Stance

CellType = Literal[
    "date",
    "session",
    "period",
    "number",
    "percent",
    "word",
    "product",
    "segment",
    "issuer",
    "ticker",
    "currency",
    "url",
    "text",
]
WORDS: Mapping[str, tuple[str, ...]] = {
    "attribute": get_args(Attribute),
    "direction": get_args(Direction),
    "basis": get_args(Basis),
    "stance": get_args(Stance),
    "speaker": get_args(Speaker),
    "certainty": get_args(Certainty),
    "region": get_args(Region),
    "market": get_args(Market),
    "measure": get_args(Measure),
}


class Column(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One column of a kind; the head of configs/tables.toml says what each field means."""

    type: CellType
    meaning: str
    example: str
    name: str = ""
    required: bool = False
    option: bool = False
    default: str | None = None
    min: float | None = None
    max: float | None = None
    periods: tuple[str, ...] = ()
    unit: str | None = None


class Kind(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of table; its columns are in the order of the template."""

    title: str
    one_of: tuple[tuple[str, ...], ...]
    same: tuple[str, ...]
    column: dict[str, Column]
    name: str = ""


class _Tables(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    version: int
    kind: dict[str, Kind]


@cache
def load_kinds() -> Mapping[str, Kind]:
    """Return all kinds by name; raise ConfigError where configs/tables.toml is wrong."""
    path = config_folder() / "tables.toml"
    tables = decode_toml(read_toml(path), _Tables, path)
    return {name: _checked(name, kind, path) for name, kind in tables.kind.items()}


def digest_tables() -> str:
    """Return a short digest of configs/tables.toml: another file reads the same tables otherwise."""
    path = config_folder() / "tables.toml"
    return hashlib.sha256(path.read_bytes()).hexdigest()[:8] if path.exists() else "none"


def find_kind(name: str) -> Kind:
    """Return the kind of this name; raise UnknownName listing the kinds otherwise."""
    kinds = load_kinds()
    if name in kinds:
        return kinds[name]
    raise UnknownName(f"no kind of table is named {name!r}: expected one of {', '.join(kinds)}{guess(name, kinds)}")


def template(kind: str) -> str:
    """Return a CSV text to fill in: the header of a kind and one example row; raise UnknownName for another kind."""
    columns = find_kind(kind).column
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerow([column.example for column in columns.values()])
    return out.getvalue()


def recognise_kind(header: Sequence[str], *, file: str) -> Kind:
    """Return the kind that a header belongs to, by the columns that no other kind has; raise InputError if none."""
    kinds = load_kinds()
    scores = {name: len(_own_columns(kind).intersection(header)) for name, kind in kinds.items()}
    best = max(scores.values())
    winners = [name for name, score in scores.items() if score == best]
    if best and len(winners) == 1:
        return kinds[winners[0]]
    found = "columns of several kinds" if best else "no kind of table known to memtrack"
    raise InputError(
        f"{file}: header {', '.join(header) or '(empty)'}: {found}; expected the header of one of {', '.join(kinds)}: "
        f"see `memtrack add --template {winners[0] if best else 'KIND'}`"
    )


def guess(word: str, known: Iterable[str]) -> str:
    """Return `; did you mean X?` for the nearest known word, or nothing."""
    by_lower = {name.lower(): name for name in known}
    near = get_close_matches(word.lower(), list(by_lower), n=1, cutoff=0.6)
    return f"; did you mean {by_lower[near[0]]}?" if near else ""


def show_number(value: float) -> str:
    """Return a number as a person writes it, without an exponent."""
    return format(value, ",.6f").rstrip("0").rstrip(".")


def columns_markdown(kind: str) -> str:
    """Return the columns of a kind as a Markdown table, for docs/your-own-data.md."""
    found = find_kind(kind)
    lines = ["| column | needed | holds | values | example |", "|---|---|---|---|---|"]
    for name, column in found.column.items():
        example = f"`{column.example}`" if column.example else ""
        lines.append(f"| `{name}` | {_needed(found, column)} | {column.meaning} | {_values(column)} | {example} |")
    return "\n".join(lines) + "\n"


def _needed(kind: Kind, column: Column) -> str:
    """Return in words when a column has to be filled."""
    option = " or by an option" if column.option else ""
    if column.required:
        return f"yes{option}"
    partners = [group for group in kind.one_of if column.name in group]
    if partners:
        others = " or ".join(f"`{name}`" for name in partners[0] if name != column.name)
        return f"this or {others}{option}"
    return f"no; empty means {column.default}" if column.default else f"no{option}"


def _values(column: Column) -> str:
    """Return in words what a column accepts."""
    if column.type == "word":
        return ", ".join(WORDS[column.name])
    if column.type == "period":
        return "period: " + ", ".join(column.periods)
    if column.min is not None and column.max is not None:
        return f"{show_number(column.min)} to {show_number(column.max)}, {column.unit}"
    return column.type


def _own_columns(kind: Kind) -> frozenset[str]:
    """Return the columns that only this kind has."""
    others = {name for other in load_kinds().values() if other.name != kind.name for name in other.column}
    return frozenset(kind.column) - others


def _checked(name: str, kind: Kind, path: Path) -> Kind:
    """Return a kind whose columns know their names; raise ConfigError where it mentions what it does not have."""
    stray = ({column for group in kind.one_of for column in group} | set(kind.same)) - kind.column.keys()
    if stray:
        raise ConfigError(
            f"{path}: kind.{name} mentions {', '.join(sorted(stray))}: expected columns of kind.{name}.column"
        )
    for key, column in kind.column.items():
        place = f"{path}: kind.{name}.column.{key}"
        if column.type == "word" and key not in WORDS:
            raise ConfigError(f"{place}: type word, but the vocabulary has no such word: expected {', '.join(WORDS)}")
        if column.type in ("number", "percent") and None in (column.min, column.max, column.unit):
            raise ConfigError(f"{place}: a figure without min, max or unit: give all three")
    columns = {key: msgspec.structs.replace(column, name=key) for key, column in kind.column.items()}
    return msgspec.structs.replace(kind, name=name, column=columns)
