"""Simplified Chinese demand beside supply, letters that announce a rise, and balance as what counts; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
TABLE = [
    ("2026年DRAM供给将年增17%,需求却将增长20%。", ["DRAM supply up 2026 17..17 g", "DRAM demand up 2026 20..20 g"]),
    ("NAND供给年增16%,但需求暴增21%。", ["NAND supply up - 16..16", "NAND demand up - 21..21"]),
    ("机构预计2027年HBM需求增长五成,供给仅增三成。", ["HBM demand up 2027 50..50 g", "HBM supply up 2027 30..30 g"]),
    (
        "DRAM供给增长8%,需求增长12%;NAND供给增长6%,需求仅增长3%。",
        ["DRAM supply up - 8..8", "DRAM demand up - 12..12", "NAND supply up - 6..6", "NAND demand up - 3..3"],
    ),
    ("DDR4需求下滑,而供给减少得更快。", ["DRAM demand down - ..", "DRAM supply down - .."]),
    ("NOR供应减少一成,需求则持平。", ["NOR supply down - 10..10", "NOR demand flat - .."]),
    ("DRAM位元供给年增14%,位元需求年增18%。", ["DRAM supply up - 14..14", "DRAM demand up - 18..18"]),
    ("SSD供给增长5%,手机需求增长3%。", ["NAND supply up - 5..5"]),
    (
        "预计2027年DRAM供给增长一成,而需求增长两成;NAND供应增长5%,但需求增长9%。",
        [
            "DRAM supply up 2027 10..10 g",
            "DRAM demand up 2027 20..20 g",
            "NAND supply up 2027 5..5 g",
            "NAND demand up 2027 9..9 g",
        ],
    ),
    ("DRAM价格上涨,需求增长12%,NAND供应减少。", ["DRAM price up - ..", "NAND supply down - .."]),
    ("两大存储厂已向客户发出涨价通知,第四季度服务器DRAM价格将上涨两成。", ["DRAM price up 2026Q4 20..20 g"]),
    ("存储巨头纷纷下发涨价函,NAND合约价上调10%。", ["NAND price up - 10..10"]),
    (
        "内存厂商接连宣布涨价,其中DDR5涨幅达15%,DDR4涨幅达20%。",
        ["DRAM price up - ..", "DRAM price up - 15..15", "DRAM price up - 20..20"],
    ),
    ("闪迪致函客户宣布涨价,全线NAND产品上调10%。", ["NAND price up - 10..10"]),
    ("存储厂商发出涨价通知。", []),
    ("供需平衡是决定DRAM价格的关键。", []),
    ("供需失衡是内存涨价的根本原因。", ["MEMORY price up - .."]),
    ("DRAM价格受供需平衡影响很大。", []),
    ("原厂希望维持NAND供需平衡。", []),
    ("DRAM供需趋于平衡。", ["DRAM supply balanced - .."]),
    ("NAND市场供需平衡,报价平稳。", ["NAND supply balanced - ..", "NAND price flat - .."]),
    ("为应对供需失衡,NAND厂商着手减产。", ["NAND supply down - .."]),
    ("受供需失衡影响,DRAM价格大涨。", ["DRAM supply tight - ..", "DRAM price up - .."]),
    ("例如,节假日期间需求下降,厂商往往降低内存价格。", []),
    ("当内存缺货时,价格自然会上涨。", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_each_side_has_its_product(text: str, claims: list[str]) -> None:
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims
