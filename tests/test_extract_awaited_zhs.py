"""Simplified Chinese prices that are only waited for, or listed as what to watch for; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
TABLE = [
    ("等内存降价再装机的人越来越多。", []),
    ("我打算等DDR5跌价后再升级。", []),
    ("不少玩家都在等SSD降价才下手。", []),
    ("现在DDR4太贵,等它跌下来再买。", []),
    ("坐等闪存跌价。", []),
    ("大家都盼着内存价格回落。", []),
    ("等到DRAM涨价,再囤货就晚了。", []),
    ("在内存降价之前,先用旧的顶着。", []),
    ("等了半年,DDR5终于降价了。", ["DRAM price down - .."]),
    ("内存降价后,销量回暖。", ["MEMORY price down - .."]),
    ("内存价格暴涨,玩家只能等降价。", ["MEMORY price up - .."]),
    ("触发条件:DRAM合约价连续两季下跌超过15%。", []),
    ("| 触发条件 | NAND现货价连续8周下跌 | 设备订单转负 |", []),
    ("若出现以下情况之一则减仓:DRAM合约价转跌;库存天数上升。", []),
    ("满足以下任一条件即加仓:(1)DRAM现货价止跌;(2)产能利用率降至80%以下。", []),
    ("止损信号:HBM价格环比下跌10%。", []),
    ("风险提示:存储价格下跌超预期;需求不及预期。", []),
    ("关注点:DRAM合约价是否继续上涨。", []),
    ("预警指标:NAND价格跌幅扩大至20%。", []),
    ("验证点:四季度DRAM合约价涨幅收窄至5%以内。", []),
    ("最新信号:DRAM合约价8月上涨6%。", ["DRAM price up 2026-08 6..6"]),
    ("触发条件已经出现:DRAM合约价连续两季下跌。", ["DRAM price down - .."]),
    ("当前状态:HBM价格上涨5%。", ["HBM price up - 5..5"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_what_is_only_awaited_is_no_claim(text: str, claims: list[str]) -> None:
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims
