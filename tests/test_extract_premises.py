"""What a question presupposes is told, what it asks is not; and which costs are what memory costs its buyers."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

SPOKEN = [
    # named as a thing that is there
    ("How do you plan to work around the DRAM shortage?", ["DRAM supply tight - .."]),
    ("What is the effect of the recent NAND price increase on your bookings?", ["NAND price up - .."]),
    ("Can you tell us how these memory shortages affect your notebook unit?", ["MEMORY supply tight - .."]),
    ("Could you say how you are dealing with rising SSD prices?", ["NAND price up - .."]),
    ("At which level do climbing DRAM prices hurt your unit sales?", ["DRAM price up - .."]),
    ("Is the weak NAND pricing that you've seen coming to an end?", ["NAND price down - .."]),
    ("Do you see any relief from DRAM prices coming down?", ["DRAM price down - .."]),
    ("Obviously, DRAM demand is strong, but how do you see supply?", ["DRAM demand up - .. h"]),
    ("With NAND prices rising that fast, how should we model gross margin?", ["NAND price up - .."]),
    # a period of what is asked is not that of the premise
    ("Will you delay products in 2027 given the memory chip shortage?", ["MEMORY supply tight - .."]),
    ("How did you absorb the first-quarter NAND price increase?", ["NAND price up 2026Q1 .."]),
    # asked
    ("What do you assume in terms of NAND price increases?", []),
    ("Is there any weakness in DRAM demand?", []),
    ("Will the NAND price increase in the second half?", []),
    ("Do you see a risk of higher DRAM prices?", []),
    ("When do you see the memory market getting to a balanced supply?", []),
    ("What would a potential DRAM price increase mean for you?", []),
]
WRITTEN = [
    ("内存价格大涨，手机厂商怎么办？", ["MEMORY price up - .."]),
    ("SSD成本飙升 笔电厂苦撑，谁能撑到年底？", ["NAND price up - .."]),
    ("NOR Flash缺貨，誰是贏家？", ["NOR supply tight - .."]),
    ("낸드값 급락…삼성전자 실적은 괜찮을까?", ["NAND price down - .."]),
    ("D램 공급이 부족한데 PC 업체는 어떻게 버티나?", ["DRAM supply tight - .."]),
    ("NAND価格が急落、メーカーの業績はどうなるのか?", ["NAND price down - .."]),
    # what the mark covers is asked
    ("NOR价格会上涨吗？", []),
    ("内存是否会涨价，消费者如何应对？", []),
    ("낸드 가격이 떨어질까?", []),
    ("NAND価格は、来期も下落するのか?", []),
    # costs of those who buy
    ("The cost of a 32GB DDR5 kit has risen sharply.", ["DRAM price up - .."]),
    ("Margins fell on higher DRAM and component costs.", ["DRAM price up - .."]),
    ("因闪存及其它关键零件成本上升,某音箱厂将价格从99美元上调至129美元。", ["NAND price up - .."]),
    ("存储元器件成本走高。", ["MEMORY price up - .."]),
    ("낸드 등 부품 원가 상승으로 이익이 줄었다.", ["NAND price up - .."]),
    ("NANDなど部品コストの上昇が重荷だ。", ["NAND price up - .."]),
    ("零部件成本上升，尤其是闪存。", ["NAND price up - .."]),
    # a maker's own, and a program's
    ("Lower NAND costs and better yields lifted margins.", []),
    ("DRAM cost improvement continued.", []),
    ("The new inference kernel cut memory cost by 40%.", []),
    ("추론 단계에서 메모리 비용을 30% 줄였다.", []),
]  # fmt: skip
BUYERS = [
    ("HP", "Product margin rose on mix and lower NAND costs.", ["NAND price down"]),
    ("Cisco", "We face a sizeable cost increase in our memory.", ["MEMORY price up"]),
    ("Dell", "We are seeing cost pressures from DRAM.", ["DRAM price up"]),
    ("Micron", "Product margin rose on mix and lower NAND costs.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), SPOKEN, ids=[sentence for sentence, _ in SPOKEN])
def test_a_spoken_question_tells_what_it_presupposes(sentence: str, expected: list[str]) -> None:
    """A question of a call claims what it takes for granted, as somebody else's, and nothing else."""
    claims = read_text(sentence, published_on=DAY, issuer="Dell", doc_type="earnings_call").claims
    assert [write_claim(claim) for claim in claims] == expected
    assert all(claim.speaker == "third_party" for claim in claims)


@pytest.mark.parametrize(("sentence", "expected"), WRITTEN, ids=[sentence for sentence, _ in WRITTEN])
def test_a_written_question_and_costs(sentence: str, expected: list[str]) -> None:
    """A mark of question covers the last clause; a cost is a price where memory is bought."""
    assert [write_claim(claim) for claim in read_text(sentence, published_on=DAY).claims] == expected


@pytest.mark.parametrize(("issuer", "sentence", "expected"), BUYERS)
def test_whose_cost_it_is(issuer: str, sentence: str, expected: list[str]) -> None:
    """The same cost is a price where a buyer speaks and none where a maker does."""
    claims = read_text(sentence, published_on=DAY, issuer=issuer, doc_type="earnings_call").claims
    assert [f"{c.product} {c.attribute} {c.direction}" for c in claims] == expected
