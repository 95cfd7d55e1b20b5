"""Simplified Chinese prices given for a day or a year and what they moved since, with 年 before 内存; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
TABLE = [
    ("2015年9月底,4GB DDR4颗粒价格为2.2美元,较半年前下降了38%。", ["DRAM price down 2015-09 38..38"]),
    ("8月20日1Tb TLC现货价为12美元,较月初上涨15%。", ["NAND price up 2026-08 15..15"]),
    ("今年7月DDR5 16Gb均价为6美元,比去年同期高出四成。", ["DRAM price up 2026-07 40..40"]),
    ("2026年6月,512GB SSD报45美元,环比跌6%。", ["NAND price down 2026-06 6..6"]),
    ("3月末NOR价格为1.1美元,较上季下滑8%。", ["NOR price down 2026-03 8..8"]),
    ("7月25日DDR4 16Gb颗粒30美元,较月初暴涨50%。", ["DRAM price up 2026-07 50..50"]),
    ("8月5日,三星股价为7万韩元,DRAM价格上涨3%。", ["DRAM price up - 3..3"]),
    ("5月发布的DDR5内存条售价99美元,近期下跌一成。", ["DRAM price down - 10..10"]),
    ("分析师预计 2027 年内存报价持平。", ["MEMORY price flat 2027 .. g"]),
    ("2026 年内存条价格上涨三成。", ["DRAM price up 2026 30..30"]),
    ("2025年内存供应紧张。", ["MEMORY supply tight 2025 .."]),
    ("今年内存价格翻倍。", ["MEMORY price up 2026 100..100"]),
    ("预计明年内存需求增长15%。", ["MEMORY demand up 2027 15..15 g"]),
    ("今年内DRAM价格还会上涨。", ["DRAM price up 2026 .. g"]),
    ("2026年内,NAND价格将再涨一成。", ["NAND price up 2026 10..10 g"]),
    ("1月内存价格上涨5%。", ["MEMORY price up 2026-01 5..5"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_a_price_has_the_time_it_is_given_for(text: str, claims: list[str]) -> None:
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims
