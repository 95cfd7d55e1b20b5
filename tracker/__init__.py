"""memtrack: the point-in-time record of semiconductor-memory contract prices."""

from __future__ import annotations

__version__ = "0.1.0"
