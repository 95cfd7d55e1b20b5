"""What a user says of a file in the drop folder beside the file itself: TOML next to it or for its whole folder.

`prices.csv.meta.toml` speaks for `prices.csv`; `meta.toml` speaks for all files of its folder and the folders below.
The nearer one wins, key by key. This module owns their shape; it does not look into the files they speak for.
"""

from __future__ import annotations

import codecs
import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from tracker.cells import CellError, Setting, guess_issuer, parse_published
from tracker.config import decode_toml, find_issuer, read_toml
from tracker.facts import Rejected
from tracker.tablekinds import guess, load_kinds

SUFFIX = ".meta.toml"
FOLDER_FILE = "meta.toml"


class Sidecar(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What may be said of a file. For a table, the first five fill cells that a row leaves empty.

    `kind` names a table's kind where its header leaves that open, `charset` the encoding of a text. `withdrawn` takes
    all facts of the file out of the record while the archive keeps its bytes.
    """

    issuer: str | None = None
    publisher: str | None = None
    published_on: str | None = None
    url: str | None = None
    note: str | None = None
    kind: str | None = None
    charset: str | None = None
    lang: str | None = None
    doc_type: str | None = None
    withdrawn: bool = False


def is_sidecar(path: Path) -> bool:
    """Tell whether a file only speaks for others."""
    return path.name == FOLDER_FILE or path.name.endswith(SUFFIX)


def sidecar_path(file: Path) -> Path:
    """Return where the sidecar of a file is."""
    return file.with_name(file.name + SUFFIX)


def read_own(file: Path) -> dict[str, Any]:
    """Return what the sidecar of a file says, nothing where there is none; raise ConfigError where it is wrong."""
    return _read(sidecar_path(file))


def read_meta(folder: Path, file: Path) -> dict[str, Any]:
    """Return all that is said of a file of the drop folder; raise ConfigError naming the sidecar that is wrong."""
    below = file.parent.relative_to(folder).parts
    places = [folder.joinpath(*below[:depth]) for depth in range(len(below) + 1)]
    said: dict[str, Any] = {}
    for place in places:
        said |= _read(place / FOLDER_FILE)
    return said | read_own(file)


def write_toml(said: Mapping[str, Any]) -> bytes:
    """Return a sidecar's text."""
    # A JSON string or boolean is a TOML one.
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in said.items()]
    return ("\n".join(lines) + "\n").encode()


def check_meta(said: Mapping[str, Any], today: dt.date) -> list[Rejected]:
    """Return what is wrong with the values that are said of a file; `today` is the date of its capture."""
    found: list[Rejected] = []
    issuer, kind, published_on = said.get("issuer"), said.get("kind"), said.get("published_on")
    if issuer and find_issuer(issuer) is None:
        expected = "an issuer's id, ticker or name as in configs/issuers (others are named under publisher)"
        found.append(Rejected(place="sidecar", field="issuer", value=issuer, expected=expected + guess_issuer(issuer)))
    if kind and kind not in load_kinds():
        expected = f"one of {', '.join(load_kinds())}{guess(kind, load_kinds())}"
        found.append(Rejected(place="sidecar", field="kind", value=kind, expected=expected))
    if said.get("url") and not said["url"].startswith(("http://", "https://")):
        expected = "an address that begins with http:// or https:// (other places go to note)"
        found.append(Rejected(place="sidecar", field="url", value=said["url"], expected=expected))
    if said.get("charset") and not _is_charset(said["charset"]):
        expected = "a character set, such as utf-8, gb18030, big5, euc-kr or shift_jis"
        found.append(Rejected(place="sidecar", field="charset", value=said["charset"], expected=expected))
    if published_on:
        try:
            parse_published(published_on, Setting(today))
        except CellError as error:
            found.append(Rejected(place="sidecar", field="published_on", value=published_on, expected=str(error)))
    return found


def _is_charset(name: str) -> bool:
    try:
        codecs.lookup(name)
    except LookupError:
        return False
    return True


def _read(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {}
    raw = {key: value.isoformat() if isinstance(value, dt.date) else value for key, value in read_toml(path).items()}
    said: dict[str, Any] = msgspec.to_builtins(decode_toml(raw, Sidecar, path))
    return said
