"""Japanese buyers that raise what they sell, memory told as dear, rebounds, and periods behind their verb."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)

# Claims are written as in the table of the grammar; all sentences are our own.
TABLE: list[tuple[str, list[str]]] = [
    # buyers raise their own goods
    ("メモリー不足を受けて、アップルは値上げを見送った。", ["MEMORY supply tight - .."]),
    ("メモリー不足を受けて、レノボは値上げした。", ["MEMORY supply tight - .."]),
    ("DRAM価格の上昇に伴い、任天堂は9月に値上げする。", ["DRAM price up - .."]),
    ("DRAMが不足し、サムスンは値上げした。", ["DRAM supply tight - ..", "DRAM price up - .."]),
    ("アップルはDRAMの値上げを受け入れた。", ["DRAM price up - .."]),
    ("ソニーはメモリーの値上がりを警戒する。", ["MEMORY price up - .."]),
    # memory told as dear
    ("DRAM高が続く。", ["DRAM price up - .."]),
    ("メモリー高を受けて各社が値上げを迫られている。", ["MEMORY price up - .."]),
    ("メモリー高速化の研究が進む。", []),
    ("SSD高性能化が進む。", []),
    # rebounds
    ("NANDが急反発した。", ["NAND price up - .."]),
    ("DRAMは一段安となった。", ["DRAM price down - .."]),
    ("メモリー株が急反発した。", []),
    ("NANDの減産に反発した。", ["NAND supply down - .."]),
    # periods behind their verb
    ("メモリの価格が落ち着くのは来年後半とみられる。", ["MEMORY price flat 2027H2 .. g h"]),
    ("DRAMの価格が下がるのは来年後半になる見込みだ。", ["DRAM price down 2027H2 .. g"]),
    ("DRAMは前月に続き値上がりした。", ["DRAM price up - .."]),
    ("DRAMは6月に続き7月も値上がりした。", ["DRAM price up 2026-06 ..", "DRAM price up 2026-07 .."]),
    ("NANDの価格は5月と変わらない。", ["NAND price flat - .."]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_sentence_gives_its_claims(sentence: str, expected: list[str]) -> None:
    """Each sentence gives exactly the claims beside it, each grounded in its quote."""
    reading = read_text(sentence, published_on=DAY, issuer="industry")
    assert sorted(write_claim(claim) for claim in reading.claims) == sorted(expected)
    assert all(sentence[claim.start : claim.end] == claim.quote for claim in reading.claims)
