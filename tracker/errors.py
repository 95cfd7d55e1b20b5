"""Every error that memtrack raises on purpose, and the exit code each one ends a command with.

    MemtrackError                1
    ├── UsageError               2   the command's own words are off
    │   ├── PeriodError              not a quarter, month, half or year
    │   └── UnknownName              a product, issuer, source or model that no config names
    ├── ConfigError              4   a TOML file is wrong
    ├── InputError               5   a document or a table is wrong
    │   └── UnreadableDocument       bytes that hold no text
    ├── ArchiveError             6   the archive or the home folder can't be read or written
    ├── PublishRefused           7   the new database broke a check; the old one stays
    ├── NotBuilt                 8   there is no database yet
    ├── TooLittleHistory         9   a model can't be fitted on what is known
    ├── SourceError             10   a live source brought nothing; `outcome` says how the run records it
    │   ├── SourceBroken             failed: the answer is not what the source is known to give
    │   ├── SourceBlocked            blocked: the source refuses us (block page, 403, 429 that stays)
    │   ├── SourceUnreachable        unreachable: no connection to it, or no network at all
    │   │   └── NoNetwork                nobody can be reached: the rest of the source is not tried
    │   ├── SourceEmpty              empty: the source answered well and has nothing
    │   ├── MissingKey               skipped: it needs a key that nobody gave
    │   └── DayLimitReached          ok so far: the polite number of requests for today is used up
    └── Busy                    75   another run holds the lock (sysexits.h: EX_TEMPFAIL)

Exit code 3 is no error of this tree: an ingest ended, some sources failed, the rest went in.

A message says what was found, where, what was expected and what to do.
"""

from __future__ import annotations

from typing import ClassVar


class MemtrackError(Exception):
    """Anything that memtrack refuses to do, in words meant for the person at the prompt."""

    exit_code: ClassVar[int] = 1


class UsageError(MemtrackError):
    """The command line asks for something that does not exist or does not fit together."""

    exit_code = 2


class PeriodError(UsageError, ValueError):
    """A text is not a period (`2026Q3`, `2026H2`, `2026-10` or `2026`)."""


class UnknownName(UsageError):
    """A product, issuer, source or model that no configuration names."""


class ConfigError(MemtrackError):
    """A TOML file holds an unknown key, an unknown name or a value of the wrong kind."""

    exit_code = 4


class InputError(MemtrackError):
    """A document or a table handed in by a person or a source can't be used as it is."""

    exit_code = 5


class UnreadableDocument(InputError):
    """A document's bytes hold no text: empty, encrypted, scanned or of an unknown format."""


class ArchiveError(MemtrackError):
    """The home folder or the archive in it can't be read or written."""

    exit_code = 6


class PublishRefused(MemtrackError):
    """The freshly built database broke a check and was not swapped in."""

    exit_code = 7


class NotBuilt(MemtrackError):
    """A query needs the database and none has been published yet."""

    exit_code = 8


class TooLittleHistory(MemtrackError):
    """A model can't be fitted on the quarters known at the as-of date."""

    exit_code = 9


class SourceError(MemtrackError):
    """A live source brought nothing, or no more; `outcome` is the word that the run's journal keeps."""

    exit_code = 10
    outcome: ClassVar[str] = "failed"


class SourceBroken(SourceError):
    """An answer is not what its source is known to give: cut, of another shape, stale, moved, or an error."""


class SourceBlocked(SourceError):
    """A source refuses us: a block page, a 403, a 429 that stays."""

    outcome = "blocked"


class SourceUnreachable(SourceError):
    """No connection to a source's host came about: the host is down, or there is no network at all."""

    outcome = "unreachable"


class NoNetwork(SourceUnreachable):
    """None of several hosts can be connected to: what is left of the source, and of the run, is not tried."""


class SourceEmpty(SourceError):
    """A source answered in its known shape and has nothing in the span that was asked for."""

    outcome = "empty"


class MissingKey(SourceError):
    """A source needs a key that is in neither the environment nor the key file."""

    outcome = "skipped"


class DayLimitReached(SourceError):
    """The polite number of requests for this day is used up; what was brought stays, the rest follows tomorrow."""

    outcome = "ok"


class Busy(MemtrackError):
    """Another run holds the lock."""

    exit_code = 75
