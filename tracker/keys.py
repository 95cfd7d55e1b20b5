"""Keys of sources: from the environment, or from a file that only its owner can read. They are never shown.

The file is `keys.toml` in the home folder: one `NAME = "value"` line for each key, named as in the environment.
"""

from __future__ import annotations

import os
import re
import stat
import tomllib
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote, quote_plus, unquote

from tracker.errors import ConfigError, MissingKey

KEY_FILE = "keys.toml"


def find_key(name: str, home: Path, environ: Mapping[str, str]) -> str:
    """Return the key of this name, without the quotes and blanks that copying adds.

    The environment comes first, then the key file. Raises MissingKey where neither has it, ConfigError where the file
    may be read by others or holds something else than text.
    """
    value = environ.get(name) or _from_file(home / KEY_FILE).get(name, "")
    value = value.strip().strip("\"'").strip()
    if not value:
        raise MissingKey(f"needs {name}: set it in the environment or in {KEY_FILE} of the home folder (mode 600)")
    return value


def _from_file(path: Path) -> dict[str, str]:
    """Return the keys in the file, or none where there is no file; refuse a file that others may read."""
    if not path.is_file():
        return {}
    about = path.stat()
    if os.name == "posix" and (about.st_mode & (stat.S_IRWXG | stat.S_IRWXO) or about.st_uid != os.geteuid()):
        mode = stat.S_IMODE(about.st_mode)
        raise ConfigError(f"{path.name} has mode {mode:o}: others may read your keys; run chmod 600 on it")
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f'{path.name} is no TOML: expected lines like MEMTRACK_BOK_KEY = "..."') from error
    wrong = sorted(name for name, value in table.items() if not isinstance(value, str))
    if wrong:
        raise ConfigError(f"{path.name}: {', '.join(wrong)} is no text; put the key in quotes")
    return table


def spellings(secret: str) -> tuple[str, ...]:
    r"""Return the forms in which a secret may turn up in an address or a page, longest first.

    A key may be given in its encoded form and is then sent encoded once, so both forms of it count; pages write a
    slash as `\/` and the digits of an encoded sign in lower case.
    """
    plain = {secret, unquote(secret)}
    coded = {form for one in plain for form in (quote(one, safe=""), quote_plus(one), quote(one))}
    lower = {re.sub("%[0-9A-F]{2}", lambda found: found[0].lower(), form) for form in coded}
    escaped = {form.replace("/", "\\/") for form in plain}
    return tuple(sorted(plain | coded | lower | escaped, key=len, reverse=True))


def scrub(text: str, secrets: tuple[str, ...]) -> str:
    """Return the text with every secret replaced by asterisks, in whatever spelling it stands there."""
    for secret in secrets:
        for form in spellings(secret):
            text = text.replace(form, "***")
    return text


def scrub_bytes(content: bytes, secrets: tuple[str, ...]) -> bytes:
    """Return the bytes with every secret replaced by asterisks, in whatever spelling it stands there."""
    for secret in secrets:
        for form in spellings(secret):
            content = content.replace(form.encode(), b"***")
    return content
