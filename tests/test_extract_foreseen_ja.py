"""Japanese changes that are foreseen, that last until a period, or are settled; stocks that stay; items of a list."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)

# Claims are written as in the table of the grammar; all sentences are our own.
TABLE: list[tuple[str, list[str]]] = [
    # what is foreseen
    ("メモリの値段、まだまだ上がりそうです。", ["MEMORY price up - .. g"]),
    ("DDR5は値上がりしそうです。", ["DRAM price up - .. g"]),
    ("メモリの価格は上がりそうにない。", ["MEMORY price up - .. n"]),
    ("下期については、NANDの価格も緩やかに上昇すると見ております。", ["NAND price up 2026H2 .. g"]),
    ("アナリストは「DRAM価格は年末にかけて一段と上がる」と話す。", ["DRAM price up 2026 .. g"]),
    ("長江存儲の台頭でNANDは供給過剰になりかねない。", ["NAND supply loose - .. h"]),
    ("DRAMの価格は上がったそうです。", ["DRAM price up - .."]),
    # demand that starts
    ("HBMの需要が急速に立ち上がっている。", ["HBM demand up - .."]),
    ("新機種に向けてNANDの調達が活発になっている。", ["NAND demand up - .."]),
    ("HBMの工場が立ち上がった。", []),
    ("DRAMの開発が活発になっている。", []),
    ("SSDの需要は立ち上がりが遅い。", []),
    # until when a shortage lasts
    ("メモリー不足、来年も続く公算", ["MEMORY supply tight 2027 .. g h"]),
    ("DRAMの不足は来年も続く見通しだ。", ["DRAM supply tight 2027 .. g"]),
    ("DRAM不足は構造的で、2027年後半まで解消しない", ["DRAM supply tight 2027H2 .. g"]),
    ("DRAMは不足し、来年も投資が続く。", ["DRAM supply tight - .."]),
    # what was settled then
    ("メモリの最安値は先月の約1.5倍となった。", ["MEMORY price up - 50..50"]),
    ("NANDの大口価格は1〜3月期、3%安い2.3ドルで決着した。", ["NAND price down 2026Q1 3..3"]),
    ("DRAMの大口価格は1〜3月、前の四半期より5%高い3ドルだった。", ["DRAM price up 2026Q1 5..5"]),
    ("DRAMの大口価格は1〜3月、5%高くなる見通しだ。", ["DRAM price up 2027Q1 5..5 g"]),
    ("DRAMの1〜3月期の価格は3%下がった。", ["DRAM price down 2026Q1 3..3"]),
    # stocks kept at a level
    ("当社のDRAM在庫は適正水準を維持している。", ["DRAM inventory balanced - .."]),
    ("NANDの在庫は健全な水準で推移している。", ["NAND inventory balanced - .."]),
    ("DRAMの在庫は適正水準を下回る。", ["DRAM inventory tight - .."]),
    # items of a list
    ("・メモリ価格は前四半期比で約90%上昇(2026年1Q)", ["MEMORY price up 2026Q1 90..90"]),
    ("2026年2QのDRAM価格は5%上昇した。", ["DRAM price up 2026Q2 5..5"]),
    ("・メモリの不足が続く", ["MEMORY supply tight - .."]),
    ("アクメ・メモリの株価は上昇した。", []),
    ("同メモリーの価格は高い。", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_sentence_gives_its_claims(sentence: str, expected: list[str]) -> None:
    """Each sentence gives exactly the claims beside it, each grounded in its quote."""
    reading = read_text(sentence, published_on=DAY, issuer="industry")
    assert sorted(write_claim(claim) for claim in reading.claims) == sorted(expected)
    assert all(sentence[claim.start : claim.end] == claim.quote for claim in reading.claims)
