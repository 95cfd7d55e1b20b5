"""Simplified Chinese shortages that last until one year and perhaps another, or are named again; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
TABLE = [
    (
        "机构预计DRAM短缺将持续至2027年,甚至可能延续到2028年。",
        ["DRAM supply tight 2027 .. g", "DRAM supply tight 2028 .. g h"],
    ),
    ("HBM供应紧张将贯穿2027年,不排除延续至2028年。", ["HBM supply tight 2027 .. g", "HBM supply tight 2028 .. g h"]),
    ("NAND涨价将持续到今年底,甚至延续到明年上半年。", ["NAND price up 2026 .. g", "NAND price up 2027H1 .. g"]),
    ("NOR缺货预计持续至年底,最坏恐拖到明年。", ["NOR supply tight 2026 .. g", "NOR supply tight 2027 .. g h"]),
    ("DRAM供过于求将延续至2027年上半年。", ["DRAM supply loose 2027H1 .. g"]),
    ("存储短缺恐延续至2028年。", ["MEMORY supply tight 2028 .. g"]),
    ("项目建设将持续至2027年,甚至延续到2028年。", []),
    ("DRAM短缺将持续至2027年,扩产项目将延续到2028年。", ["DRAM supply tight 2027 .. g"]),
    ("机构预计2027年DRAM市场将严重短缺。该短缺由AI需求驱动,并非短期现象。", ["DRAM supply tight 2027 .. g"]),
    ("NAND供过于求。这一过剩局面短期难改。", ["NAND supply loose - .."]),
    ("三星向客户发出涨价函,将8月DRAM价格上调15%。", ["DRAM price up 2026-08 15..15"]),
    ("海力士已发出涨价通知,第三季NAND合约价调升10%。", ["NAND price up 2026Q3 10..10"]),
    ("美光通知渠道涨价,DDR5报价上调一成。", ["DRAM price up - 10..10"]),
    ("铠侠发出涨价通知。", ["NAND price up - .."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_what_lasts_is_read_once_a_period(text: str, claims: list[str]) -> None:
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims
