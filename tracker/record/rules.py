"""The rules of the rebuild: memtrack's words for the gathered wordings, and the decisions about single rows.

Owns `rules.toml` and `decisions.csv` and how they are applied. A wording of doubt that no rule knows is an error, and
so is a name that none lists: nothing is absorbed.
"""

from __future__ import annotations

import csv
import functools
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from tracker.errors import InputError

_ACTIONS = frozenset({"drop", "undated", "set", "join"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided about one gathered row, and why: drop it, keep it as undated, set a field, or join a group."""

    origin: str
    action: str
    field: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure as magnitudes in the direction of travel; one end is None where the wording leaves it open."""

    low_pct: float | None
    high_pct: float | None


@functools.cache
def load_rules() -> Mapping[str, Any]:
    """Return the content of `rules.toml`."""
    return tomllib.loads(files("tracker.record").joinpath("rules.toml").read_text(encoding="utf-8"))


def load_decisions(text: str | None = None) -> tuple[Decision, ...]:
    """Read decisions from CSV text, or from the shipped `decisions.csv`; raise InputError at an unknown action."""
    if text is None:
        text = files("tracker.record").joinpath("decisions.csv").read_text(encoding="utf-8")
    decisions = tuple(Decision(**row) for row in csv.DictReader(text.splitlines()))
    for decision in decisions:
        if decision.action not in _ACTIONS or not decision.reason:
            raise InputError(
                f"decision about {decision.origin}: action {decision.action!r}, reason {decision.reason!r}; "
                f"expected an action of {sorted(_ACTIONS)} and a reason"
            )
    return decisions


def look_up(table: str, name: str, place: str) -> Any:
    """Return the entry of a table of `rules.toml`; raise InputError naming the row where there is none."""
    try:
        return load_rules()[table][name]
    except KeyError:
        raise InputError(f"{place}: {name!r} is not in [{table}] of rules.toml; add it there") from None


def matches(table: str, text: str) -> bool:
    """Return whether the pattern of a table of `rules.toml` is found in a text."""
    return re.search(load_rules()[table]["pattern"], text, re.IGNORECASE) is not None


def bound_figure(low: float | None, high: float | None, wording: str) -> Figure:
    """Open the end of a figure that its wording leaves open, and give words of a size their usual numbers.

    "over 20" has no upper end and "up to 8" no lower one. A double-digit figure starts at 10; a single-digit one spans
    1 to 9, a low one 1 to 3, a mid one 4 to 6 and a high one 7 to 9.
    """
    if low is None and high is None:
        return _worded_figure(wording)
    bounds = {rule["bound"] for rule in load_rules()["wording"] if "bound" in rule and _found(rule["pattern"], wording)}
    if "nearly" in normal_words("wording", [wording]):
        return Figure(low_pct=low, high_pct=high)
    if "upper" in bounds and high and low in (0.0, high):
        return Figure(low_pct=None, high_pct=high)
    if "lower" in bounds and low and low == high:
        return Figure(low_pct=low, high_pct=None)
    return Figure(low_pct=low, high_pct=high)


def normal_words(table: str, texts: Iterable[str]) -> tuple[str, ...]:
    """Return memtrack's own words for what a table's patterns find in some texts, in the table's order, each once."""
    kept = [text for text in texts if text]
    words = [
        rule.get("words", "") for rule in load_rules()[table] if any(_found(rule["pattern"], text) for text in kept)
    ]
    return tuple(dict.fromkeys(word for word in words if word))


def wording_words(qualifier: str, notes: str) -> tuple[str, ...]:
    """Return memtrack's own words for the wording of a figure, and for what the notes beside it say of it."""
    rules = [rule for rule in load_rules()["wording"] if "words" in rule]
    words = [
        rule["words"]
        for rule in rules
        if _found(rule["pattern"], qualifier) or (rule.get("in_notes", False) and _found(rule["pattern"], notes))
    ]
    return tuple(dict.fromkeys(words))


def first_words(table: str, text: str, place: str) -> str:
    """Return memtrack's own words for the first of a table's patterns that is found; raise InputError where none is."""
    for rule in load_rules()[table]:
        if _found(rule["pattern"], text):
            return str(rule["words"])
    raise InputError(f"{place}: {text!r} is matched by no [[{table}]] of rules.toml; add a rule")


def refuse_unknown_doubt(doubt: str, place: str) -> None:
    """Raise InputError where a row is called doubtful in words that no rule knows."""
    if doubt and not any(_found(rule["pattern"], doubt) for rule in load_rules()["doubt"]):
        raise InputError(f"{place}: doubt {doubt!r} is matched by no [[doubt]] of rules.toml; add a rule")


def join_words(words: Iterable[str]) -> str | None:
    """Return words joined by semicolons, or None where there are none."""
    return "; ".join(dict.fromkeys(word for word in words if word)) or None


def _worded_figure(wording: str) -> Figure:
    sizes = ((r"double-digit", 10.0, None), (r"\blow(?:er)? single", 1.0, 3.0), (r"single-digit", 1.0, 9.0))
    for pattern, low, high in sizes:
        if _found(pattern, wording):
            return Figure(low_pct=low, high_pct=high)
    return Figure(low_pct=None, high_pct=None)


def _found(pattern: str, text: str) -> bool:
    return re.search(pattern, text, re.IGNORECASE) is not None
