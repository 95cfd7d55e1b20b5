"""Where `sql/` and `configs/` lie: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

from tracker.errors import ConfigError

_PACKAGE = Path(__file__).resolve().parent


def resource_folder(name: str) -> Path:
    """Return the folder `sql` or `configs`; raise ConfigError where the installation lacks it."""
    for root in (_PACKAGE, _PACKAGE.parent):
        folder = root / name
        if folder.is_dir():
            return folder
    raise ConfigError(
        f"no folder {name!r} in {_PACKAGE} or beside it: the installation is broken; install memtrack again"
    )
