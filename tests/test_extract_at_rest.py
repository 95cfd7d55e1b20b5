"""What was expected and came otherwise, falls that stop, plans of output, hearsay and dearer goods; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
# What had been expected is no claim beside what came.
OTHERWISE = [
    ("市場原估NAND第二季跌8%,最終僅跌3%。", ["NAND price down 2026Q2 3..3"]),
    ("시장은 2분기 D램 가격이 8% 내릴 것으로 봤지만 실제로는 3% 하락했다.", ["DRAM price down 2026Q2 3..3"]),
    ("낸드 가격은 12% 오를 것이라는 예상과 달리 4% 상승에 그쳤다.", ["NAND price up - 4..4"]),
    ("시장은 4분기 낸드 가격이 8% 오를 것으로 봤다.", ["NAND price up 2026Q4 8..8 g"]),
]  # fmt: skip
# A fall that stops is flat.
STOPS = [
    ("DRAM跌勢止穩。", ["DRAM price flat - .."]),
    ("NOR价格跌势已止。", ["NOR price flat - .."]),
    ("DRAM跌势未止。", ["DRAM price down - .."]),
    ("NANDの値下がりが止まった。", ["NAND price flat - .."]),
    ("スマホ向けDRAMの値上がりは一服した。", ["DRAM price flat - .."]),
    ("公司SRAM价格目前稳定,不排除根据市场情况调价。", ["SRAM price flat - .."]),
]  # fmt: skip
# Output in the plain present that closes a sentence is a plan.
PLANS = [
    ("マイクロンはNANDの生産を2割減らす。", ["NAND supply down - 20..20 g"]),
    ("サムスンは投資を増やし、DRAMを増産する。", ["DRAM supply up - .. g"]),
    ("マイクロンはNANDの生産を2割減らした。", ["NAND supply down - 20..20"]),
]  # fmt: skip
# Hearsay, and goods that may get dearer.
HEARSAY = [
    ("鎧俠傳將調漲NAND報價8%。", ["NAND price up - 8..8 g h"]),
    ("美光传拟上调DDR5价格。", ["DRAM price up - .. g h"]),
    ("DRAM成本大幅上涨,电脑可能涨价。", ["DRAM price up - .."]),
]  # fmt: skip
# The flat quarter of a row, and growth that slows.
ROW = [
    (
        "낸드 가격은 1분기 8% 올랐고 2분기 보합, 3분기에는 3% 내릴 전망이다.",
        ["NAND price up 2026Q1 8..8", "NAND price flat 2026Q2 ..", "NAND price down 2026Q3 3..3 g"],
    ),
    (
        "NAND価格は1~3月期に8%上がり、4~6月期は横ばいだった。",
        ["NAND price up 2026Q1 8..8", "NAND price flat 2026Q2 .."],
    ),
    ("DRAM合约价二季度上涨8%,三季度持平。", ["DRAM price up 2026Q2 8..8", "DRAM price flat 2026Q3 .."]),
    ("DRAM合约价二季度上涨8%,公司三季度营收持平。", ["DRAM price up 2026Q2 8..8"]),
    ("NAND需要の伸びは鈍い。", ["NAND demand down - .."]),
]  # fmt: skip
ALL = [*ROW, *OTHERWISE, *STOPS, *PLANS, *HEARSAY]


@pytest.mark.parametrize(("text", "claims"), ALL, ids=[text for text, _ in ALL])
def test_what_came_is_told(text: str, claims: list[str]) -> None:
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims


@pytest.mark.parametrize(
    "text", ["伺服器DRAM上漲,手機用則持平。", "サーバー用DRAMは上昇、モバイル向けは横ばいだった。"]
)
def test_a_field_beside_another_may_be_flat(text: str) -> None:
    claims = read_text(text, published_on=DAY).claims
    assert [(c.segment, c.direction) for c in claims] == [("server", "up"), ("mobile", "flat")]
