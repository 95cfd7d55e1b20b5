"""Changes that are told although words of a list, a need, a limit, a case or a denial stand near; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 11, 20)
TOLD = [
    # what heads news is no list of what to watch
    ("Monitor and SSD prices keep climbing.", ["NAND price up - .."]),
    ("Monitor makers face a 20% rise in DRAM prices.", ["DRAM price up - 20..20"]),
    ("Signals to watch: NAND spot prices keep falling.", ["NAND price down - .."]),
    ("Watch next: DRAM contract prices, HBM bottlenecks.", []),
    ("跟踪：11月DDR4现货价上涨5%。", ["DRAM price up 2026-11 5..5"]),
    ("观察：NAND价格已连续三周上涨。", ["NAND price up - .."]),
    ("反转信号：NAND合约价11月止跌回升。", ["NAND price up 2026-11 .."]),
    ("预警指标：NAND跌幅扩大至20%。", []),
    # what is to come is no need
    ("NAND prices ought to fall 10% in 1Q27.", ["NAND price down 2027Q1 10..10 g"]),
    ("DRAM prices will have to rise by at least 10%, SK hynix told customers.", ["DRAM price up - 10.. g"]),
    ("NAND prices need to fall before sales of PCs recover.", []),
    # a name in brackets is the more exact one
    ("Memory (DRAM) prices rose 20%.", ["DRAM price up - 20..20"]),
    ("Memory (NAND) prices rose 10% in 3Q26.", ["NAND price up 2026Q3 10..10"]),
    # the quarter that runs, beside results
    ("公司第三季度净利润增长50%，目前本季度NAND价格继续上涨。", ["NAND price up 2026Q4 .."]),
    # what a customer with a contract pays is no limit
    ("长协客户的DRAM价格上调幅度最高30%，三星已开始执行。", ["DRAM price up - ..30"]),
    # when something came
    ("当三星宣布减产后，NAND价格就上涨了10%。", ["MEMORY supply down - ..", "NAND price up - 10..10"]),
    ("当HBM占用大量产能，DDR4就会缺货。", []),
    ("供需平衡是目前NOR市场的核心特征。", ["NOR supply balanced - .."]),
    ("D램 가격 상승 시 수요가 줄겠지만, 4분기 가격은 10% 올랐다.", ["DRAM price up 2026Q4 10..10"]),
    ("HBM 공급이 부족한 상황은 2027년까지 이어질 것으로 전망된다.", ["HBM supply tight 2027 .. g"]),
    # what is only considered is foreseen, and hedged
    ("Kioxia is weighing an increase in NAND prices of 12%.", ["NAND price up - 12..12 g h"]),
    ("Considering rising DRAM prices, buyers wait.", ["DRAM price up - .."]),
    # denials
    ("DRAM価格が上がったとは言えない。", ["DRAM price up - .. n"]),
    ("Neither DRAM nor NAND prices will fall in 2027.", ["DRAM price down 2027 .. g n", "NAND price down 2027 .. g n"]),
    ("It is unlikely that DRAM prices will fall in 2027.", ["DRAM price down 2027 .. g n"]),
    ("DRAM prices have not yet started to rise.", ["DRAM price up - .. n"]),
    ("Suppliers were unable to raise NAND prices.", ["NAND price up - .. n"]),
    ("Winbond has decided against raising NOR prices.", ["NOR price up - .. n"]),
    ("Neither maker nor buyer commented, but DRAM prices rose.", ["DRAM price up - .."]),
    ("The NAND glut has been absorbed.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TOLD, ids=[text for text, _ in TOLD])
def test_what_is_told_is_read(text: str, claims: list[str]) -> None:
    """A rule that refuses goes no further than what it is for."""
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims
