"""Japanese items of a page, phrases that set no condition, what is easily had, and changes that still go on."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)

# Claims are written as in the table of the grammar; all sentences are our own.
TABLE: list[tuple[str, list[str]]] = [
    # items that keep the marks of their page
    ("<ul><li>決算で供給制約に触れるか</li><li>DRAM価格の上昇が続く</li></ul>", ["DRAM price up - .."]),
    ("<p>NANDの価格は5%下がった</p><p>スマホの在庫が多い</p>", ["NAND price down - 5..5"]),
    ("<li>HBMの需要が増えた</li><li>株価は下がった</li>", ["HBM demand up - .."]),
    ("<td>DRAMの契約価格</td><td>3.2ドル</td>", []),
    # what sets no condition
    ("気が付けばDRAMの値段は2倍に上昇していた。", ["DRAM price up - 100..100"]),
    ("気づけばSSDの値上がりが深刻になった。", ["NAND price up - .."]),
    ("通例であればそろそろ値下げと思われる中、DDR4は品不足に陥っている。", ["DRAM supply tight - .."]),
    ("需要が戻ればDRAMの価格は上がる。", []),
    ("例年であれば、DRAMの価格は下がる。", []),
    # conventional or commonly
    ("通常 DRAM、さらに50%上昇", ["DRAM price up - 50..50"]),
    ("通常DRAMの価格は上昇した。", ["DRAM price up - .."]),
    ("量産まで通常3年かかるので、NORの不足は続くとの見方だ。", ["NOR supply tight - .. h"]),
    ("通常、DRAMの価格は春に下がる。", []),
    # how dear it is
    ("安価に入手できるようになったのでSDカードを買ったが、今は品薄だ。", ["NAND supply tight - .."]),
    ("SSDを安く手に入れる方法を書く。", []),
    ("DDR4は円高の頃の値段と変わりません。", []),
    ("SSDの値段は安くなった。", ["NAND price down - .."]),
    ("DDR4の価格は先週と変わりません。", ["DRAM price flat - .."]),
    # beside hard disks
    ("HDDの不足でSSDの需要が増えた。", ["NAND demand up - .."]),
    ("メモリとストレージ(SSDなど)を中心に価格上昇が続く。", ["DRAM price up - ..", "NAND price up - .."]),
    ("メモリーとSSDの価格上昇が続く。", ["DRAM price up - ..", "NAND price up - .."]),
    ("ストレージ(HDD)の価格上昇が続く。DRAMは安い。", []),
    # still so at a later time
    ("NANDの上昇は、8月に入っても止まる気配を見せていない。", ["NAND price up 2026-08 .."]),
    ("DRAMの値下がりは、今月に入ってからも続いている。", ["DRAM price down 2026-08 .."]),
    ("NANDは昨年10月から上昇していたが、今年5月以降は停滞し、7月に下落へ転じた。",
     ["NAND price up 2025-10 ..", "NAND price flat 2026-05 ..", "NAND price down 2026-07 .."]),
    ("NANDの価格上昇は、2月に始まった。", ["NAND price up - .."]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_sentence_gives_its_claims(sentence: str, expected: list[str]) -> None:
    """Each sentence gives exactly the claims beside it, each grounded in its quote."""
    reading = read_text(sentence, published_on=DAY, issuer="industry")
    assert sorted(write_claim(claim) for claim in reading.claims) == sorted(expected)
    assert all(sentence[claim.start : claim.end] == claim.quote for claim in reading.claims)
