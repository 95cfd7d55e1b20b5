"""The drop folder: a user's own documents and tables, as files under HOME/drop.

`collect` walks the folder; what a file does not say itself (issuer, date of publication, URL) comes from sidecars
(`tracker.sidecar`). `read` takes tables to `tracker.tables` and documents to the reader of sentences. A file that can't
be read becomes a row of `rejected` with the reason and never stops the others.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tracker.cells import Setting, parse_published, today_at
from tracker.config import find_issuer
from tracker.errors import ConfigError, InputError, MemtrackError
from tracker.facts import Document, Rejected, Statement, Yield
from tracker.grids import XLSX
from tracker.home import Home
from tracker.plausible import part_claims
from tracker.sidecar import SUFFIX, check_meta, is_sidecar, read_meta
from tracker.source import Capture, Errand, Found, Source
from tracker.tablekinds import digest_tables

NAME = "drop"
TABLES = {".csv": "text/csv", ".tsv": "text/tab-separated-values", ".xlsx": XLSX}
DOCUMENTS = {
    ".pdf": "application/pdf",
    ".html": "text/html",
    ".htm": "text/html",
    ".txt": "text/plain",
    ".md": "text/markdown",
}
UNKNOWN = "application/octet-stream"
ACCEPTED = f"a table ({', '.join(TABLES)}) or a document ({', '.join(DOCUMENTS)})"
MAX_BYTES = 100_000_000

_UNDATED = Rejected(
    place="file",
    field="published_on",
    value=None,
    expected="a date of publication: --published-on 2026-07-03, or published_on in a sidecar",
)
_UNNAMED = Rejected(
    place="file",
    field="publisher",
    value=None,
    expected="who published it: --issuer, or publisher in a sidecar; until then its statements are by 'not named'",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReading:
    """What a file was recognised as, in words, and what it yielded."""

    form: str
    result: Yield


def media_type(name: str) -> str:
    """Return the media type that a file's name promises."""
    return (TABLES | DOCUMENTS).get(Path(name).suffix.lower(), UNKNOWN)


def drop_folder(home: Path, settings: Mapping[str, Any]) -> Path:
    """Return the drop folder: `folder` of the source's settings (relative to the home folder), else HOME/drop."""
    chosen = settings.get("folder", Home(home).drop.name)
    if not isinstance(chosen, str) or not chosen.strip():
        raise ConfigError(f"memtrack.toml: source.drop.folder is {chosen!r}: expected the path of a folder, in quotes")
    return home / Path(chosen).expanduser()


def is_ignored(relative: Path) -> bool:
    """Tell whether a path is no material: hidden, a spreadsheet's lock file, or a sidecar."""
    return is_sidecar(relative) or any(part.startswith((".", "~$")) for part in relative.parts)


def collect(errand: Errand) -> Iterator[Found]:
    """Yield every file of the drop folder; raise InputError at the end for files that could not be opened."""
    folder = drop_folder(errand.home, errand.settings)
    if not folder.is_dir():
        if folder != Home(errand.home).drop:
            raise ConfigError(
                f"memtrack.toml: source.drop.folder: there is no folder {folder}: make it or mend the setting"
            )
        return
    yield from _find_withdrawn(folder, errand)
    problems: list[str] = []
    first_keys: dict[str, str] = {}
    paths = [path for path in folder.rglob("*") if path.is_file() and not is_ignored(path.relative_to(folder))]
    # A copy of a file that is in the record already must not push the file itself aside.
    for path in sorted(paths, key=lambda path: (errand.seen.latest(NAME, _key(folder, path)) is None, path)):
        try:
            found = find_file(folder, path)
        except (OSError, InputError) as error:
            problems.append(f"{_key(folder, path)}: {getattr(error, 'strerror', None) or error}")
            continue
        twin = first_keys.setdefault(_fingerprint(found), found.key)
        if twin != found.key:
            errand.report(f"{found.key}: the same as {twin}, left out")
            continue
        yield found
    if problems:
        raise InputError(f"files of the drop folder that can't be opened, mend or remove them: {'; '.join(problems)}")


def _find_withdrawn(folder: Path, errand: Errand) -> Iterator[Found]:
    """Yield, without their bytes, files that are gone from the folder and whose sidecar stayed to withdraw them."""
    for sidecar in sorted(folder.rglob(f"*{SUFFIX}")):
        path = sidecar.with_name(sidecar.name.removesuffix(SUFFIX))
        if path.exists() or errand.seen.latest(NAME, _key(folder, path)) is None:
            continue
        found = find_file(folder, path, b"")
        if found.meta.get("withdrawn"):
            yield found


def find_file(folder: Path, path: Path, content: bytes | None = None) -> Found:
    """Return a file of the drop folder with what its sidecars say; raise InputError where it is too large.

    A sidecar that is wrong is handed on as the `problem` of the file, so that the reading can list it.
    """
    if content is None and path.stat().st_size > MAX_BYTES:
        raise InputError(f"{path.stat().st_size:,} bytes: expected at most {MAX_BYTES:,}: split it")
    try:
        meta = read_meta(folder, path)
    except ConfigError as error:
        meta = {"problem": str(error)}
    return Found(
        key=_key(folder, path),
        content=path.read_bytes() if content is None else content,
        media_type=media_type(path.name),
        url=meta.get("url"),
        meta=meta,
    )


def read(capture: Capture, content: bytes) -> Yield:
    """Return the facts of a file and what was refused of it; pure, and never raises for what a user's file holds."""
    return read_file(capture.key, capture.media_type, capture.meta, content, capture.captured_at).result


def read_file(key: str, kind: str, meta: Mapping[str, Any], content: bytes, captured_at: dt.datetime) -> FileReading:
    """Return what a file was recognised as, its facts and what was refused; `kind` is its media type."""
    today = today_at(captured_at)
    if meta.get("withdrawn"):
        return FileReading(form="withdrawn", result=Yield())
    if "problem" in meta:
        return _refuse(Rejected(place="sidecar", field=None, value=None, expected=str(meta["problem"])))
    wrong = check_meta(meta, today)
    if wrong:
        return _refuse(*wrong)
    try:
        return _read_content(key, kind, meta, content, today)
    except MemtrackError as error:
        return _refuse(Rejected(place="file", field=None, value=f"{len(content)} bytes", expected=str(error)))


def _read_content(key: str, kind: str, meta: Mapping[str, Any], content: bytes, today: dt.date) -> FileReading:
    if kind in TABLES.values() or "kind" in meta:
        return _read_table(key, kind, meta, content, today)
    if kind in DOCUMENTS.values():
        return _read_document(key, kind, meta, content, today)
    suffix = Path(key).suffix or None
    return _refuse(Rejected(place="file", field="type", value=suffix, expected=f"{ACCEPTED}: export it as one of them"))


def _read_table(key: str, kind: str, meta: Mapping[str, Any], content: bytes, today: dt.date) -> FileReading:
    from tracker.tables import read_table

    read = read_table(content, name=key, media_type=kind, today=today, defaults=meta)
    return FileReading(form=f"{read.kind} table ({read.form})", result=read.result)


def _read_document(key: str, kind: str, meta: Mapping[str, Any], content: bytes, today: dt.date) -> FileReading:
    """Return the statements of a document; without a known date of publication it is refused."""
    from tracker.text import to_text

    text = to_text(content, kind, meta.get("charset"), key)
    pages = f", {text.pages} pages" if text.pages else ""
    form = f"document ({text.media_type}{', ' + text.charset if text.charset else ''}{pages})"
    stated = meta.get("published_on")
    if not stated:
        return FileReading(form=form, result=Yield(rejected=(_UNDATED,)))
    from tracker.extract import read_text

    published = parse_published(stated, Setting(today))
    issuer = find_issuer(meta["issuer"]) if meta.get("issuer") else None
    url = meta.get("url")
    publisher = meta.get("publisher") or (issuer.name if issuer else None) or (urlsplit(url).hostname if url else None)
    reading = read_text(
        text.text,
        published_on=published.published_on,
        issuer=issuer.id if issuer else None,
        ticker=issuer.tickers[0] if issuer and issuer.tickers else None,
        lang=meta.get("lang"),
        doc_type=meta.get("doc_type"),
    )
    claims, refused = part_claims(reading.claims)
    document = Document(
        key=key,
        publisher=publisher or "not named",
        published_on=published.published_on,
        known_on=published.known_on,
        published_precision=published.precision,
        url=url,
        source_note=meta.get("note") or (None if url else f"file {key} of the drop folder"),
        issuer=issuer.id if issuer else None,
        doc_type=meta.get("doc_type") or "document",
        lang=meta.get("lang"),
        text=text.text,
        statements=tuple(Statement(claim=claim) for claim in claims),
        unread=reading.unread,
    )
    return FileReading(
        form=form, result=Yield(documents=(document,), rejected=refused if publisher else (*refused, _UNNAMED))
    )


def _refuse(*rejected: Rejected) -> FileReading:
    return FileReading(form="nothing usable", result=Yield(rejected=rejected))


def _key(folder: Path, path: Path) -> str:
    """Return the name of a file within the source, spelled the same on every file system."""
    return unicodedata.normalize("NFC", path.relative_to(folder).as_posix())


def _fingerprint(found: Found) -> str:
    said = json.dumps([found.media_type, dict(found.meta)], sort_keys=True)
    return hashlib.sha256(said.encode() + b"\0" + found.content).hexdigest()


SOURCE = Source(
    name=NAME,
    title="Your own documents and tables",
    publisher="you",
    cadence="whenever you add a file",
    licence="as the material says; it stays on this machine",
    raw_may_leave=False,
    collect=collect,
    read=read,
    edits="replacement",
    reader_version=f"1.{digest_tables()}",
    verification="read from your own files",
    uses_reader=True,
    settings={"folder": "drop"},
)
