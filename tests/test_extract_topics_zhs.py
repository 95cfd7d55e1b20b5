"""Simplified Chinese products named as what the sentence is about, and RAM as a word for DRAM; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
TABLE = [
    (
        "至于NAND,三季度上涨12%左右,四季度则会再涨5%~8%。",
        ["NAND price up 2026Q3 12..12", "NAND price up 2026Q4 5..8 g"],
    ),
    ("至于闪存,二季度下跌8%,三季度跌幅扩大到12%。", ["NAND price down 2026Q2 8..8", "NAND price down 2026Q3 12..12"]),
    ("而DRAM方面,一季度涨了三成,二季度又涨了两成。", ["DRAM price up 2026Q1 30..30", "DRAM price up 2026Q2 20..20"]),
    ("内存价格二季度上涨20%。至于闪存,同期上涨8%。", ["MEMORY price up 2026Q2 20..20", "NAND price up 2026Q2 8..8"]),
    ("至于SSD,均价走低让更多人换上了大容量。", ["NAND price down - .."]),
    ("至于NOR,均价上扬有利于厂商改善获利。", ["NOR price up - .."]),
    ("至于硬盘,三季度上涨12%。", []),
    ("至于NAND产能,三季度增加12%。", []),
    ("至于DRAM营收,四季度下滑10%。", []),
    ("调研机构称,二季度RAM颗粒价格环比下滑6%。", ["DRAM price down 2026Q2 6..6"]),
    ("RAM价格今年以来一路上扬,装机党叫苦不迭。", ["DRAM price up 2026 .."]),
    ("预计第四季度RAM报价将续跌5%。", ["DRAM price down 2026Q4 5..5 g"]),
    ("RAM条价格翻倍,老主板玩家只能观望。", ["DRAM price up - 100..100"]),
    ("电脑RAM缺货的情况愈演愈烈。", ["DRAM supply tight - .."]),
    ("RAM供应吃紧,交期拉长到三个月。", ["DRAM supply tight - .."]),
    ("显存颗粒报价8月再涨一成。", ["DRAM price up 2026-08 10..10"]),
    ("RAM与SSD价格双双走低。", ["DRAM price down - ..", "NAND price down - .."]),
    ("这台笔记本有32GB RAM,售价下调500元。", []),
    ("FRAM价格上涨3%。", []),
    ("手机RAM从8GB涨到12GB,流畅了许多。", []),
    ("这款游戏最低要求16GB RAM,推荐配置翻倍。", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_a_topic_is_what_the_price_is_of(text: str, claims: list[str]) -> None:
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims
