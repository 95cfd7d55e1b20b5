"""Japanese shares of output, rises and falls that pause, raises of the next lot, and what is no passing thing."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)

# Claims are written as in the table of the grammar; all sentences are our own.
TABLE: list[tuple[str, list[str]]] = [
    # shares of an output
    ("OpenAIがDRAM生産の4割を確保したと伝わり、価格が急騰した。", ["DRAM price up - .."]),
    ("サムスンがDRAM市場の4割を占め、価格が上昇した。", ["DRAM price up - .."]),
    ("大口客がNANDの生産枠の3割以上を押さえ、価格は上がった。", ["NAND price up - .."]),
    ("DRAMの価格は3割上がった。", ["DRAM price up - 30..30"]),
    ("キオクシアはNANDの生産の3割を減らした。", ["NAND supply down - 30..30"]),
    # a change that pauses
    ("DDR5メモリの値下がりは一段落し、横ばいとなった。", ["DRAM price flat - .."]),
    ("DRAMの値下がりは一段落した。", ["DRAM price flat - .."]),
    ("NANDの値上がりは一服した。", ["NAND price flat - .."]),
    ("DRAM価格の下落はようやく一段落した。", ["DRAM price flat - .."]),
    ("DRAM価格は一段と下落した。", ["DRAM price down - .."]),
    # the next lot
    ("SSDは次回入荷分から値上がりする。", ["NAND price up - .. g"]),
    ("DDR5は入荷のたびに値上がりしている。", ["DRAM price up - .."]),
    # no passing thing
    ("メモリ価格の高騰は一時的ではなく、構造的だ。", ["MEMORY price up - .."]),
    ("DRAMの不足は一過性のものではない。", ["DRAM supply tight - .."]),
    ("NANDの値下がりは短期的な現象ではなかった。", ["NAND price down - .."]),
    ("DRAMの価格は上がっていない。", ["DRAM price up - .. n"]),
    ("SSDの値上げは事実ではない。", ["NAND price up - .. n"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_sentence_gives_its_claims(sentence: str, expected: list[str]) -> None:
    """Each sentence gives exactly the claims beside it, each grounded in its quote."""
    reading = read_text(sentence, published_on=DAY, issuer="industry")
    assert sorted(write_claim(claim) for claim in reading.claims) == sorted(expected)
    assert all(sentence[claim.start : claim.end] == claim.quote for claim in reading.claims)
