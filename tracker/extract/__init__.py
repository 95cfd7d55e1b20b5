"""Reading: the sentences of a document to claims about memory prices, supply, demand and inventory.

Pure and deterministic: no clock, no network, no state beyond the vocabulary. Heavy libraries are never imported here.
"""

from __future__ import annotations

from tracker.extract.document import Explanation, explain, read_text
from tracker.extract.lexicon import digest_lexicon

READER_VERSION: str = f"1.7.{digest_lexicon()}"

__all__ = ["READER_VERSION", "Explanation", "explain", "read_text"]
