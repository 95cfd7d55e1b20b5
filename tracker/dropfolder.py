"""Adding a user's files to the drop folder: read first, then copied whole or not at all.

A file in which nothing is usable is not copied, but for a table whose rows were all refused.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from tracker.archive import write_atomically
from tracker.cells import CellError, Setting, guess_issuer, parse_published, today_at
from tracker.config import find_issuer, load_settings
from tracker.errors import ArchiveError, ConfigError, UnknownName, UsageError
from tracker.facts import Rejected, Yield
from tracker.sidecar import read_meta, read_own, sidecar_path, write_toml
from tracker.sources.drop import MAX_BYTES, drop_folder, find_file, is_ignored, media_type, read_file

Outcome = Literal["added", "replaced", "unchanged", "refused"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of one file: its name in the drop folder, what it was recognised as, its facts and refused rows.

    `outcome` is `replaced` where another content had the same name, `unchanged` where the same content with the same
    sidecar is there already (under `key`), `refused` where nothing of it was usable; then `problem` says why. Of what
    is refused only a table whose rows were all refused is kept (under `key`), so that they can be looked up.
    """

    file: Path
    outcome: Outcome
    key: str | None = None
    form: str | None = None
    documents: int = 0
    statements: int = 0
    prices: int = 0
    closes: int = 0
    unread: int = 0
    rejected: tuple[Rejected, ...] = ()
    problem: str | None = None

    @property
    def facts(self) -> int:
        """Statements, prices and closes together."""
        return self.statements + self.prices + self.closes

    @property
    def rejected_rows(self) -> int:
        """How many rows were refused; a row may be refused for several reasons."""
        return len({refused.place for refused in self.rejected if refused.place.startswith("row ")})


@dataclass(frozen=True, slots=True)
class _Plan:
    """A file that was read, where it goes, and what its sidecar is to say."""

    content: bytes
    target: Path
    said: dict[str, Any]
    is_said_anew: bool


def add_files(
    home: Path,
    files: Sequence[Path],
    *,
    issuer: str | None,
    published_on: dt.date | None,
    url: str | None,
    now: dt.datetime,
) -> list[Added]:
    """Copy files into the drop folder of a home, with a sidecar for what the options say; return what became of each.

    `now` has an offset; a date of publication after it is refused. A file is read whole before it is copied; one in
    which nothing is usable is not copied. Raise UnknownName or UsageError for an option that is wrong (then nothing was
    copied), ArchiveError where the drop folder can't be written (then nothing of that file was kept).
    """
    options = _check_options(issuer, published_on, url, now)
    folder = drop_folder(home, load_settings(home).source.get("drop", {}))
    done: list[Added] = []
    for file in files:
        names = {added.key for added in done if added.outcome in ("added", "replaced")}
        done.append(_add_file(folder, file, options, names, now))
    return done


def _check_options(
    issuer: str | None, published_on: dt.date | None, url: str | None, now: dt.datetime
) -> dict[str, str]:
    """Return what the options say of every file; raise UnknownName or UsageError where one is wrong."""
    said: dict[str, str] = {}
    if issuer:
        known = find_issuer(issuer)
        if known is None:
            raise UnknownName(
                f"--issuer {issuer!r}: expected an id, ticker or name of configs/issuers{guess_issuer(issuer)}"
            )
        said["issuer"] = known.id
    if published_on:
        said["published_on"] = published_on.isoformat()
        try:
            parse_published(said["published_on"], Setting(today_at(now)))
        except CellError as error:
            raise UsageError(f"--published-on {published_on}: expected {error}") from error
    if url:
        if not url.startswith(("http://", "https://")):
            raise UsageError(f"--url {url!r}: expected an address that begins with http:// or https://")
        said["url"] = url
    return said


def _add_file(folder: Path, file: Path, options: dict[str, str], taken: set[str | None], now: dt.datetime) -> Added:
    try:
        plan = _plan(folder, file, options)
    except OSError as error:
        problem = f"{file}: can't be read ({error.strerror}): expected a file that you may read"
        return Added(file=file, outcome="refused", problem=problem)
    except (ConfigError, UsageError) as error:
        return Added(file=file, outcome="refused", problem=str(error))
    key = unicodedata.normalize("NFC", plan.target.relative_to(folder).as_posix())
    meta = read_meta(folder, plan.target) | plan.said
    meta.pop("withdrawn", None)
    reading = read_file(key, media_type(key), meta, plan.content, now)
    if not reading.result.documents:
        problem, rows = _explain(file, key, reading.result)
        # A table is kept all the same, so that its refused rows can be looked up; it never takes a good file's place.
        is_table = any(refused.place.startswith("row ") for refused in reading.result.rejected)
        if is_table and key not in taken and not plan.target.exists():
            _write(plan)
            problem += "; the table rejected lists them"
        kept = key if is_table and plan.target.exists() and plan.target.read_bytes() == plan.content else None
        return Added(file=file, outcome="refused", key=kept, form=reading.form, rejected=rows, problem=problem)
    if key in taken:
        problem = f"{file}: another file of the same name is on the same command line: rename one of them"
        return Added(file=file, outcome="refused", form=reading.form, problem=problem)
    twin = _find_twin(folder, plan, meta)
    outcome: Outcome = "unchanged" if twin else "replaced" if plan.target.exists() else "added"
    if twin is None:
        _write(plan)
    documents = reading.result.documents
    return Added(
        file=file,
        outcome=outcome,
        key=twin or key,
        form=reading.form,
        documents=len(documents),
        statements=sum(len(document.statements) for document in documents),
        prices=sum(len(document.prices) for document in documents),
        closes=sum(len(document.closes) for document in documents),
        unread=sum(len(document.unread) for document in documents),
        rejected=reading.result.rejected,
    )


def _plan(folder: Path, file: Path, options: dict[str, str]) -> _Plan:
    """Read a file and decide where it goes; raise UsageError for what is no file that the drop folder can hold."""
    if file.is_dir():
        raise UsageError(f"{file}: a folder; expected files: name them, or copy the folder into {folder}")
    if file.stat().st_size > MAX_BYTES:
        raise UsageError(f"{file}: {file.stat().st_size:,} bytes; expected at most {MAX_BYTES:,}: split it")
    if is_ignored(Path(file.name)):
        raise UsageError(f"{file}: hidden files and *.meta.toml are not read as material: rename it")
    resolved = file.resolve()
    is_inside = resolved.is_relative_to(folder.resolve())
    target = folder / (resolved.relative_to(folder.resolve()) if is_inside else file.name)
    before = read_own(target)
    said = {key: value for key, value in before.items() if key != "withdrawn"} | options
    return _Plan(file.read_bytes(), target, said, said != before)


def _find_twin(folder: Path, plan: _Plan, meta: dict[str, Any]) -> str | None:
    """Return the name under which the same content with the same sidecar is in the drop folder already, or None."""
    if not folder.is_dir():
        return None
    same_name = [plan.target] if plan.target.exists() else []
    for path in same_name + sorted(folder.rglob(f"*{plan.target.suffix}")):
        if is_ignored(path.relative_to(folder)) or not path.is_file() or path.stat().st_size != len(plan.content):
            continue
        found = find_file(folder, path)
        if found.content == plan.content and found.meta == meta:
            return found.key
    return None


def _write(plan: _Plan) -> None:
    """Put sidecar and file in place, the sidecar first; raise ArchiveError, with all as before, where that fails."""
    sidecar = sidecar_path(plan.target)
    before = sidecar.read_bytes() if sidecar.exists() else None
    try:
        plan.target.parent.mkdir(parents=True, exist_ok=True)
        if plan.is_said_anew:
            write_atomically(sidecar, write_toml(plan.said))
        if not plan.target.exists() or plan.target.read_bytes() != plan.content:
            write_atomically(plan.target, plan.content)
    except OSError as error:
        _put_back(sidecar, before)
        raise ArchiveError(
            f"{plan.target}: can't be written ({error.strerror}); nothing of it was kept, files named before "
            "it are in: free some space or check the permissions, then add it again"
        ) from error


def _put_back(sidecar: Path, before: bytes | None) -> None:
    """Restore a sidecar as it was; a file without its own sidecar can't be told from one that never had any."""
    try:
        if before is None:
            sidecar.unlink(missing_ok=True)
        elif sidecar.read_bytes() != before:
            write_atomically(sidecar, before)
    except OSError:
        return


def _explain(file: Path, key: str, result: Yield) -> tuple[str, tuple[Rejected, ...]]:
    """Return why nothing of a file is usable, and the rows that were refused one by one, if it came to that."""
    rows = tuple(refused for refused in result.rejected if refused.place not in ("file", "sidecar"))
    if rows or not result.rejected:
        return f"{file}: none of its rows is usable", rows
    first = result.rejected[0]
    if first.field is None:
        return f"{file}: {first.expected.removeprefix(f'{key}: ')}", ()
    found = f"{first.field} {first.value!r}" if first.value else f"no {first.field}"
    return f"{file}: {found}: expected {first.expected}", ()
