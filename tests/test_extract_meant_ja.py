"""Japanese changes held for certain, that do not stop, are asked after, do not always follow or are only aimed at."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)

# Claims are written as in the table of the grammar; all sentences are our own.
TABLE: list[tuple[str, list[str]]] = [
    # held for certain is foreseen
    ("NANDの不足が続くのは間違いない。", ["NAND supply tight - .. g"]),
    ("DRAMの値上がりは来年も続くとみて間違いないだろう。", ["DRAM price up 2027 .. g"]),
    ("SSDが今後値上がりするのは間違いなさそうだ。", ["NAND price up - .. g"]),
    ("メモリ価格は下がるに違いない。", ["MEMORY price down - .. g"]),
    ("DRAM価格の上昇は避けられない。", ["DRAM price up - .. g"]),
    ("DRAMの供給が足りないのは言うまでもない。", ["DRAM supply tight - .."]),
    ("DRAMの値上げは避けられそうにない。", ["DRAM price up - .. g"]),
    ("NANDの価格は上昇していない。", ["NAND price up - .. n"]),
    # a change that does not stop
    ("SSDの値下がりが止まりません。", ["NAND price down - .."]),
    ("DRAMの値上がりが止まらない。", ["DRAM price up - .."]),
    ("メモリーの高騰が止まりません。", ["MEMORY price up - .."]),
    ("DDR5の値上がりはとどまるところを知らない。", ["DRAM price up - .."]),
    ("メモリ価格の上昇に歯止めがかからない。", ["MEMORY price up - .."]),
    ("NANDの下落に歯止めがかかりません。", ["NAND price down - .."]),
    ("DRAM相場の上昇は止まる気配がない。", ["DRAM price up - .."]),
    ("DRAM価格の上昇が止まった。", ["DRAM price flat - .."]),
    # asked, not told
    ("メモリの値上がりはいつまで続くのでしょうか?", []),
    ("DRAM価格は今後下がるのでしょうか。", []),
    ("他社のSSDも値上げになるのだろうか。", []),
    ("決算で価格や供給制約に言及するか。", []),
    ("マイクロンがDRAM不足の長期化に触れるか", []),
    ("DRAM価格が下がるかどうかは分からない。", []),
    ("NANDの供給は増えるのか、減るのか。", []),
    ("値上げは続くのか。DRAMの価格は7月も上がった。", ["DRAM price up 2026-07 .."]),
    # what need not follow
    ("NANDの価格上昇とSSDの値上げは同時とは限らない。", []),
    ("DRAMが不足しても、必ずしも価格が上がるわけではない。", []),
    ("NANDの価格が下がっても製品が安くなるとは限らない。", []),
    ("減産したからといってNANDの価格が上がるとは限らない。", []),
    ("供給過剰でメモリ価格が下落しても、SSDが値下がりするわけではない。", []),
    ("DRAM価格は下がったが、店頭価格がすぐに下がるとは限らない。", ["DRAM price down - .."]),
    ("メモリの値上がりが続くとは言い切れない。", []),
    # aims
    ("各社は減産を進め、NAND価格の回復を図ってきた。", ["NAND supply down - .."]),
    ("DRAM各社は価格の引き上げを狙っている。", []),
    ("メーカーは価格の維持を図る。DRAMの需要は弱い。", ["DRAM demand down - .."]),
    ("減産でNAND価格の下支えを図る。", ["NAND supply down - .."]),
    ("NAND価格の回復を目指し減産を続ける。", ["NAND supply down - .."]),
    ("NANDの価格は回復した。", ["NAND price up - .."]),
    # as dear as at another time
    ("DDR4の価格は2020年頃の値段と変わりません。", []),
    ("メモリの値段は発売当初の価格と同じだ。", []),
    ("DRAM価格は2018年の水準に戻った。", []),
    ("SSDの価格は先月と変わらない。", ["NAND price flat - .."]),
    ("NANDの価格は5月から変わっていない。", ["NAND price flat - .."]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_sentence_gives_its_claims(sentence: str, expected: list[str]) -> None:
    """Each sentence gives exactly the claims beside it, each grounded in its quote."""
    reading = read_text(sentence, published_on=DAY, issuer="industry")
    assert sorted(write_claim(claim) for claim in reading.claims) == sorted(expected)
    assert all(sentence[claim.start : claim.end] == claim.quote for claim in reading.claims)
