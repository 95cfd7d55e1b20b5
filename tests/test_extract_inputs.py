"""What makers of memory pay, what makers of devices charge and what else is stored, in our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
# Dearer inputs, and the costs of who makes memory.
INPUTS = [
    ("联电调高代工报价,NOR成本攀升。", []),
    ("封测费用上涨,NAND成本跟着上升。", []),
    ("金價走高,DRAM廠成本上升3%。", []),
    ("DRAM制造成本上涨5%。", []),
    ("人件費の上昇がDRAM工場の負担となった。", []),
    ("電力料金の値上がりでNANDの採算が悪化した。", []),
    ("金の価格が上がり、DRAM基板も高くなった。", []),
    # what a buyer pays is a price
    ("手机厂商的DRAM成本上涨两成。", ["DRAM price up - 20..20"]),
    ("DRAM成本上升,笔电品牌叫苦。", ["DRAM price up - .."]),
    ("铜价上涨,手机厂的DRAM成本也上升。", ["DRAM price up - .."]),
]  # fmt: skip
# What makers of devices charge for their own.
GOODS = [
    ("DRAM高騰を受け、パソコン各社は新製品を8%値上げした。", ["DRAM price up - .."]),
    ("スマホメーカーはNAND高を理由に11月に5%値上げする。", ["NAND price up - .."]),
    ("스마트폰 업체들은 낸드 값 급등에 출고가를 8% 올렸다.", ["NAND price up - .."]),
    ("NANDの値上げをパソコン各社は受け入れた。", ["NAND price up - .."]),
    ("メモリー各社はDRAMを8%値上げした。", ["DRAM price up - 8..8"]),
    ("マイクロンの株価はDRAM価格の下落懸念で4%下落した。", []),
    ("DRAM価格は下落懸念で4%下落した。", ["DRAM price down - 4..4 h"]),
    ("microSDカード対応のゲーム機は1割高くなった。", []),
]  # fmt: skip
# What else is stored.
OTHERS = [
    ("玉米储存价格上涨4%。", []),
    ("成品油儲存價格調漲8%。", []),
    ("存储芯片价格上涨4%。", ["MEMORY price up - 4..4"]),
]  # fmt: skip
# A noun or a joining form that shares the past its sentence closes with, and one before what lies ahead.
CLOSING = [
    (
        "1~3月期にNANDの大口価格は1割上昇、DRAMは2割下落した。",
        ["NAND price up 2026Q1 10..10", "DRAM price down 2026Q1 20..20"],
    ),
    ("1~3月期のDRAM単価は5%下落、出荷数量は8%増だった。", ["DRAM price down 2026Q1 5..5"]),
    ("1~3月期のNAND単価は5%上昇する見通しだ。", ["NAND price up 2027Q1 5..5 g"]),
    (
        "DRAM価格は3カ月連続で下落、9月も値下がりが予想される。",
        ["DRAM price down - ..", "DRAM price down 2026-09 .. g"],
    ),
]  # fmt: skip
ALL = [*INPUTS, *GOODS, *OTHERS, *CLOSING]


@pytest.mark.parametrize(("text", "claims"), ALL, ids=[text for text, _ in ALL])
def test_what_else_costs_more_is_no_price_of_memory(text: str, claims: list[str]) -> None:
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims


def test_a_demand_that_goes_on_is_of_its_own_field() -> None:
    claims = read_text("サーバー向けDRAMの需要は旺盛だが、スマホ向けは鈍い。", published_on=DAY).claims
    assert [(c.segment, c.direction) for c in claims] == [("server", "up"), ("mobile", "down")]
