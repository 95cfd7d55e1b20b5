"""Simplified Chinese levels of need, stock to be worked off, and words that only say how or which; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
TABLE = [
    ("机构预计明年HBM需求量或达14亿GB。", []),
    ("2027年DRAM需求将达300亿GB。", []),
    ("NAND需求量可达9000亿GB。", []),
    ("HBM需求将达到去年的两倍。", ["HBM demand up - 100..100 g"]),
    ("存储芯片库存水平仍需消化。", ["MEMORY inventory loose - .."]),
    ("DRAM库存仍有待消化。", ["DRAM inventory loose - .."]),
    ("NAND库存已基本消化完毕。", ["NAND inventory down - .."]),
    ("渠道SSD库存水平稳定。", ["NAND inventory balanced - .."]),
    ("DRAM库存水平平稳。", ["DRAM inventory balanced - .."]),
    ("这几年闪存价格几乎是稳定往下走的。", ["NAND price down - .."]),
    ("DRAM报价稳步走低。", ["DRAM price down - .."]),
    ("内存价格稳定上涨。", ["MEMORY price up - .."]),
    ("几款热销SSD也涨价了。", ["NAND price up - .."]),
    ("畅销的DDR5内存条涨了两成。", ["DRAM price up - 20..20"]),
    ("DRAM需求复苏状况仍不明确。", []),
    ("NAND需求能否回暖仍待观察。", []),
    ("减产是否能够减轻NAND高库存压力仍待观察。", []),
    ("HBM供给增速只有三成。", ["HBM supply up - 30..30"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_a_level_is_no_change(text: str, claims: list[str]) -> None:
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims
