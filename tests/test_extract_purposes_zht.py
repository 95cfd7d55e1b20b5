"""Chinese purposes, departments of agencies, cases of a table, lists of signs; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
TABLE = [
    # what is meant to be kept off rules its own clause
    (
        "三大廠同步減產以防價格崩盤，造成DDR4供需失衡，缺貨將延續到2027年。",
        ["MEMORY supply down - ..", "DRAM supply tight - ..", "DRAM supply tight 2027 .. g"],
    ),
    ("原廠控管出貨以免跌價，NAND供給偏緊。", ["NAND supply tight - .."]),
    ("為避免報價崩跌，NOR廠減產一成。", ["NOR supply down - 10..10"]),
    ("此舉旨在提高報價，DRAM庫存已見底。", ["DRAM inventory tight - .."]),
    ("三星減產以期NAND價格上漲。", ["NAND supply down - .."]),
    # an agency's department
    (
        "TrendForce記憶體儲存研究指出，市場持續供過於求，NAND第三季合約價續跌5%。",
        ["NAND supply loose - ..", "NAND price down 2026Q3 5..5 g"],
    ),
    ("根據集邦科技記憶體儲存研究最新調查，第三季行動DRAM合約價季增8%。", ["DRAM price up 2026Q3 8..8 g"]),
    ("集邦旗下的記憶體事業部表示，NOR報價8月上漲3%。", ["NOR price up 2026-08 3..3"]),
    # after that
    ("這波漲價始於5月，之後DDR4漲幅超過三倍。", ["DRAM price up - 300.."]),
    # pushes
    ("搶料推高了DDR4與LPDDR4X的合約價。", ["DRAM price up - ..", "DRAM price up - .."]),
    ("AI推高了手機的價格。", []),
    # roads after a comma
    (
        "預估NOR及DRAM合約價於明年上半年，全面進入上升週期。",
        ["NOR price up 2027H1 .. g", "DRAM price up 2027H1 .. g"],
    ),
    ("記憶體產業全面進入上升週期。", []),
    # cases of a table
    ("| 情境 | 機率 | 內容 |\n|---|---|---|\n| 樂觀 | 30% | DDR5第四季再漲20% |\n| 悲觀 | 20% | NAND連跌三週 |", []),
    ("NOR合約價第二季回升，之後漲幅逾三成。", ["NOR price up 2026Q2 ..", "NOR price up - 30.."]),
    # a list with a word beside signs
    (
        "3Q26 NOR 合約價 +8% QoQ（車用 +10%、工控持平）",
        ["NOR price up 2026Q3 8..8", "NOR price flat 2026Q3 ..", "NOR price up 2026Q3 10..10"],
    ),
    ("DRAM價格上漲（+5%），NAND持平。", ["DRAM price up - 5..5", "NAND price flat - .."]),
    ("DDR5合約價上漲+8%、NAND +5%。", ["DRAM price up - 8..8", "NAND price up - 5..5"]),
    ("DRAM營收下滑（-5%、QoQ）。", []),
    # what it would bring
    ("漲價過快可能使DRAM買方縮手。", []),
    ("品牌廠縮手，恐影響後續DRAM漲勢。", []),
    # better than the quarter before, rather tight
    ("南亞科指出，第三季DRAM報價將優於第二季。", ["DRAM price up 2026Q3 .. g"]),
    ("NOR第四季均價可望優於第三季。", ["NOR price up 2026Q4 .. g h"]),
    ("第三季營收優於第二季，NAND報價持平。", ["NAND price flat 2026Q3 .."]),
    ("DDR3貨源極度短缺，報價續揚。", ["DRAM supply tight - ..", "DRAM price up - .."]),
    ("NOR第三季均價與第二季相當。", ["NOR price flat 2026Q3 .."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_purposes_and_cases_keep_to_themselves(text: str, claims: list[str]) -> None:
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims
