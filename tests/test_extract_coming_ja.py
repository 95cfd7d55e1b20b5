"""Japanese memory itself that becomes dear or cheap, and sales that are rationed."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)

# Claims are written as in the table of the grammar; all sentences are our own.
TABLE: list[tuple[str, list[str]]] = [
    # memory that becomes dear or cheap
    ("SSDが異常に安くなっている。", ["NAND price down - .."]),
    ("DDR5がとても高くなった。", ["DRAM price up - .."]),
    ("SSDは温度が高くなると遅い。", []),
    ("メモリの温度が高くなっている。", []),
    ("DDR5の動作電圧が高くなった。", []),
    # rationed sales
    ("店ではDDR5メモリの販売を1人1点に制限している。", ["DRAM supply tight - .."]),
    ("SSDの購入を一家族2個までに制限した。", ["NAND supply tight - .."]),
    ("メモリーの使用量を制限する設定だ。", []),
    ("アプリの購入を制限する。メモリは安い。", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_sentence_gives_its_claims(sentence: str, expected: list[str]) -> None:
    """Each sentence gives exactly the claims beside it, each grounded in its quote."""
    reading = read_text(sentence, published_on=DAY, issuer="industry")
    assert sorted(write_claim(claim) for claim in reading.claims) == sorted(expected)
    assert all(sentence[claim.start : claim.end] == claim.quote for claim in reading.claims)
