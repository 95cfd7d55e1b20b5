"""How a live source behaves towards the hosts it asks, and how its settings are put together.

A source's module holds the defaults. `configs/sources/NAME.toml` (lists that belong to it), and after it
`[source.NAME]` of memtrack.toml, say what differs: keys are those of `Manners` and the source's own settings.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracker.config import read_toml
from tracker.errors import ConfigError

if TYPE_CHECKING:
    from tracker.source import Source

BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
# The least value that each of the manners may have.
LEAST: Mapping[str, float] = {
    "per_second": 0.0001,
    "at_once": 1,
    "per_day": 0,
    "attempts": 1,
    "first_wait": 0.0,
    "connect_timeout": 0.001,
    "read_timeout": 0.001,
    "deadline": 0.001,
    "longest_wait": 0.0,
    "max_bytes": 1,
    "max_redirects": 0,
    "fresh_for": 0.0,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """Bounds on what a source may ask of each of its hosts; times in seconds, sizes in bytes.

    `per_second` bounds the rate and `at_once` the requests under way, per host; `per_day` counts requests per host and
    UTC day. `attempts` counts the first try, `first_wait` is the backoff
    before the second. `deadline` bounds one try from first to last byte.
    `fresh_for` is how long an answer counts as current, so that the same thing is not asked again.
    """

    per_second: float = 1.0
    at_once: int = 1
    per_day: int = 2000
    attempts: int = 3
    first_wait: float = 1.0
    connect_timeout: float = 5.0
    read_timeout: float = 30.0
    deadline: float = 180.0
    longest_wait: float = 120.0
    max_bytes: int = 40_000_000
    max_redirects: int = 3
    fresh_for: float = 900.0
    user_agent: str = BROWSER
    replay_url: str = ""


def settle(source: Source, folder: Path, table: Mapping[str, Any]) -> tuple[Manners, dict[str, Any]]:
    """Return a source's manners and its own settings: its defaults, then `NAME.toml` of a folder, then a table.

    The table is the source's part of memtrack.toml. Raises ConfigError for an unknown key and for a value of another
    type than the default's.
    """
    known: dict[str, Any] = {**dataclasses.asdict(source.manners), **source.settings}
    path = folder / f"{source.name}.toml"
    if path.is_file():
        known |= _checked(path.name, read_toml(path), known)
    own = {key: value for key, value in table.items() if key != "enabled"}
    known |= _checked(f"memtrack.toml [source.{source.name}]", own, known)
    _check_bounds(source.name, known)
    names = {item.name for item in dataclasses.fields(Manners)}
    return (
        Manners(**{name: known[name] for name in names}),
        {name: value for name, value in known.items() if name not in names},
    )


def _check_bounds(name: str, known: Mapping[str, Any]) -> None:
    """Raise ConfigError for manners that would ask without bound, for ever, or not at all."""
    for key, least in LEAST.items():
        value = known[key]
        if not (math.isfinite(value) and value >= least):
            raise ConfigError(f"[source.{name}] {key} = {value}; expected a number of at least {least:g}")
    if not (known["user_agent"].isascii() and known["user_agent"].isprintable()):
        raise ConfigError(f"[source.{name}] user_agent = {known['user_agent']!r}; expected printable ASCII on one line")


def _checked(where: str, table: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
    """Return the table if each of its keys is known and of the default's type; raise ConfigError otherwise."""
    for key, value in table.items():
        if key not in known:
            raise ConfigError(f"{where}: unknown key {key!r}; expected one of {', '.join(sorted(known))}")
        expected = type(known[key])
        fits = type(value) is expected or (expected is float and type(value) is int)
        if not fits:
            raise ConfigError(f"{where}: {key} is {value!r}; expected a {expected.__name__}")
    return {key: float(value) if isinstance(known[key], float) else value for key, value in table.items()}
