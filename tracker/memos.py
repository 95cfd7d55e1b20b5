"""Small files that save a run some work and may be lost: answers seen, ids looked up, how often a host was asked.

They are replaced in one step, so that a reader sees the old or the new one, and not forced to the disk: what a crash
takes with it is asked for again.
"""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path
from typing import Any


def keep_memo(path: Path, value: Any) -> None:
    """Put a value as JSON at a path; threads and processes may keep the same memo at once, and the last one stays."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # Named after its writer: a file that a crash leaves behind is written over, not joined by ever more.
    beside = path.with_suffix(f".{os.getpid()}-{threading.get_ident()}.tmp")
    beside.write_text(json.dumps(value, ensure_ascii=False, sort_keys=True), encoding="utf-8")
    beside.replace(path)
