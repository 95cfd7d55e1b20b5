"""Chinese products behind 于, prices raised from a day on, and periods further on; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
TABLE = [
    (
        "DRAM合約價第二季跌15%；至於NOR合約價跌勢未見收斂，第三季平均跌幅達8%。",
        ["DRAM price down 2026Q2 15..15", "NOR price down 2026Q3 8..8"],
    ),
    (
        "伺服器DRAM跌幅達20%，至於SLC NAND報價走勢仍弱，第三季平均跌幅6~8%。",
        ["DRAM price down - 20..20", "NAND price down 2026Q3 6..8"],
    ),
    ("雲端業者自2025年底起強力拉貨，第三季伺服器DRAM價格季增三成。", ["DRAM price up 2026Q3 30..30"]),
    (
        "華邦電產能滿載，NOR供不應求，已通知客戶9月起漲價15%。",
        ["MEMORY supply tight - ..", "NOR supply tight - ..", "NOR price up 2026-09 15..15 g"],
    ),
    ("NAND供不應求，原廠已通知客戶第四季起調漲一成。", ["NAND supply tight - ..", "NAND price up 2026Q4 10..10 g"]),
    ("DDR4缺貨，模組廠宣布下月起漲價兩成。", ["DRAM supply tight - ..", "DRAM price up 2026-09 20..20 g"]),
    ("美光財測優預期，DRAM報價上揚。", ["DRAM price up - .."]),
    ("NAND營收遜預期，合約價下跌5%。", ["NAND price down - 5..5"]),
    (
        "第四季DRAM供給吃緊，旺季需求帶動下，合約價可望再漲10%。",
        ["DRAM supply tight 2026Q4 .. g", "DRAM demand up 2026Q4 .. g", "DRAM price up 2026Q4 10..10 g h"],
    ),
    ("減產保價奏效，NAND第三季報價止跌。", ["NAND supply down - ..", "NAND price flat 2026Q3 .."]),
    ("為了減緩價格下跌速度，美光也將減產NAND。", ["NAND supply down - .. g"]),
    ("DRAM第三季合約價大跌，跌勢恐延續到明年上半年。", ["DRAM price down 2026Q3 ..", "DRAM price down 2027H1 .. g"]),
    (
        "DRAM及NAND第二季合約價大跌，價格跌勢恐延續到下半年。",
        [
            "DRAM price down 2026Q2 ..",
            "NAND price down 2026Q2 ..",
            "DRAM price down 2026H2 .. g",
            "NAND price down 2026H2 .. g",
        ],
    ),
    ("NAND減產幅度大，報價有望比DRAM更早止穩。", ["NAND supply down - ..", "NAND price flat - .. g h"]),
    ("若跌價無助提振需求，DRAM廠將不再降價。", []),
    (
        "過去十二個月DRAM均價上漲一倍，預計年底前再漲40%。",
        ["DRAM price up - 100..100", "DRAM price up 2026 40..40 g"],
    ),
    ("DRAM今年缺貨，而過去十二個月均價已漲一倍。", ["DRAM supply tight 2026 ..", "DRAM price up - 100..100"]),
    ("受惠於DRAM漲價，NAND報價也走揚，第三季均價漲8%。", ["DRAM price up - ..", "NAND price up 2026Q3 8..8"]),
    ("DRAM漲幅高於NAND，第三季均價漲8%。", ["DRAM price up 2026Q3 8..8", "NAND price up - .."]),
    ("DDR3現貨自8月起漲。", ["DRAM price up 2026-08 .."]),
    ("NOR廠宣布10月1日起全面漲價一成。", ["NOR price up 2026-10 10..10 g"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_products_and_periods_further_on(text: str, claims: list[str]) -> None:
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims
