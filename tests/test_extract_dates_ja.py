"""Japanese periods of a war, a title or a theme, whole years, until when a rise lasts, and lists and headings."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)

# Claims are written as in the table of the grammar; all sentences are our own.
TABLE: list[tuple[str, list[str]]] = [
    # periods that date another thing
    ("2月の中東戦争に伴う混乱が進む中、DRAM価格の高騰が家計を苦しめている。", ["DRAM price up - .."]),
    ("2025年前半には1万円台で購入できたDDR5は、今は5万円まで値上がりした。", ["DRAM price up - .."]),
    ("去年は1万円で買えたSSDの価格が高騰した。", ["NAND price up - .."]),
    ("2026年の投資テーマは、メモリ不足とメモリ価格上昇の2つだ。",
     ["MEMORY supply tight - ..", "MEMORY price up - .."]),
    ("「2027年はPCが値上がりする」という記事を書き、メモリーが値上がりしている話をした。", ["MEMORY price up - .."]),
    ("7月に工場で漏えい事故が発生し、DRAMの供給不足は解消していない。", ["DRAM supply tight - .."]),
    ("6月に停電が起き、DRAMの価格は1割上がった。", ["DRAM price up 2026-06 10..10"]),
    ("2026年のDRAM価格は3割上昇する見通しだ。", ["DRAM price up 2026 30..30 g"]),
    ("2024年後半を底値に、DRAM価格の上昇は今年に入っても止まる気配を見せない。", ["DRAM price up 2026 .."]),
    ("NANDの価格は5月を起点に上昇している。", ["NAND price up - .."]),
    # spans of months
    ("DRAMの価格は2006年1月~12月の12カ月間で70%下落した。", ["DRAM price down 2006 70..70"]),
    ("NANDの需要は2025年1〜12月に2割増えた。", ["NAND demand up 2025 20..20"]),
    ("NANDの価格は2025年1〜6月に2割上がった。", ["NAND price up 2025H1 20..20"]),
    ("DRAMの価格は2025年10〜12月に2割上がった。", ["DRAM price up 2025Q4 20..20"]),
    # until when it lasts
    ("結論から言えば、DRAMの高騰は来年まで続く可能性が高い。", ["DRAM price up 2027 .. g h"]),
    ("DDR5の高騰トレンドは、来年まで続く可能性が高い。", ["DRAM price up 2027 .. g h"]),
    ("正直に言えば、DRAMの値上がりは止まらない。", ["DRAM price up - .."]),
    ("需要が落ちれば、DRAMの価格は下がる。", []),
    ("DRAMの価格は2倍に上昇しており、2028年までは緊張した状態が続くと予想される。", ["DRAM price up - 100..100"]),
    ("DDR5は3割値上がりしており、来年末まで品薄が続く見通しだ。",
     ["DRAM price up - 30..30", "DRAM supply tight 2027 .. g"]),
    ("SSDの価格は上昇し、2027年まで高止まりする。", ["NAND price up - .."]),
    ("DRAMの値上がりが続いており、2027年まで続く見込みだ。", ["DRAM price up 2027 .. g"]),
    # lists of products
    ("HBM、汎用DRAM、大容量NANDの需要が増加した。",
     ["HBM demand up - ..", "DRAM demand up - ..", "NAND demand up - .."]),
    ("HBM(広帯域メモリ)、汎用DRAM、NANDの需要が増加した。",
     ["HBM demand up - ..", "DRAM demand up - ..", "NAND demand up - .."]),
    ("DRAM(一時記憶用)、NAND(長期記憶用)の需要が増加した。", ["DRAM demand up - ..", "NAND demand up - .."]),
    ("HBM広帯域メモリ、主流DRAMの需要が増加した。", ["HBM demand up - ..", "DRAM demand up - .."]),
    ("USBメモリー、PCのメモリーなどの価格が上がった。", ["NAND price up - ..", "MEMORY price up - .."]),
    ("DRAM(前月比3%上昇)、NAND(同5%上昇)が上がった。", ["DRAM price up - 3..3", "NAND price up - 5..5"]),
    ("HBMは好調で、汎用DRAMの需要は減少した。", ["DRAM demand down - .."]),
    ("NAND(メモリーカード用)、装置、部品の話をした。DRAMの価格は下がった。", ["DRAM price down - .."]),
    # what memory is used in
    ("家電にも使われているDRAMの高騰は費用を押し上げる。", ["DRAM price up - .."]),
    ("自動車に搭載されるNORの不足が深刻だ。", ["NOR supply tight - .."]),
    ("ゲーム機に使うNANDの価格は下がった。", ["NAND price down - .."]),
    ("ゲーム機の値上げはDRAMが理由だ。", []),
    # a product and a colon
    ("クライアントSSD: 10~15%上昇", ["NAND price up - 10..15"]),
    ("エンタープライズSSD：25%上昇", ["NAND price up - 25..25"]),
    ("サーバー向けDRAM: 5%下落", ["DRAM price down - 5..5"]),
    ("DDR5: 約2倍に高騰", ["DRAM price up - 100..100"]),
    ("SSDの売上高: 25%上昇", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_sentence_gives_its_claims(sentence: str, expected: list[str]) -> None:
    """Each sentence gives exactly the claims beside it, each grounded in its quote."""
    reading = read_text(sentence, published_on=DAY, issuer="industry")
    assert sorted(write_claim(claim) for claim in reading.claims) == sorted(expected)
    assert all(sentence[claim.start : claim.end] == claim.quote for claim in reading.claims)
