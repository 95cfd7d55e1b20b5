"""Who asks is not the company: marks of questions and lines on who speaks, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY
from tracker.extract import read_text


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("问题2：我们看到NOR涨了15%。\n回复：不便披露。", "gigadevice"),
        ("投资者：NOR价格涨了15%。\n公司：不便披露。", "gigadevice"),
        ("Jane Roe -- Citi -- Analyst\nNAND prices rose 15% last quarter.", "micron"),
        ("Jane Roe (Citi): I think DRAM prices will fall.", "micron"),
    ],
)
def test_asker_is_not_the_company(text: str, issuer: str) -> None:
    """What an asker says is never the company's."""
    claims = read_text(text, published_on=DAY, issuer=issuer, doc_type="earnings_call").claims
    assert all(claim.speaker == "third_party" for claim in claims)


@pytest.mark.parametrize(
    "text",
    [
        "낸드 가격이 4분기에도 내릴 것인지 궁금합니다.",
        "D램 재고가 줄어들지 여쭙고 싶습니다.",
        "질문은 낸드 가격이 내년에 오르지 않겠느냐는 것입니다.",
        "NANDの需要が来期も伸びるかについて教えてください。",
        "DRAM価格が下落するかお聞かせください。",
    ],
)
def test_a_polite_question_without_its_mark_claims_nothing(text: str) -> None:
    """In a call, what is asked about in the last words is not told."""
    assert read_text(text, published_on=DAY, issuer="Samsung", doc_type="call").claims == ()


CALL = "Acme Memory Q1 2026 Earnings Conference Call\n\n"
ASKED = [
    # a name alone on its line, introduced by the operator, or asking; and one heard before
    (CALL + "Operator\nOur next question comes from Ann Lee with Foo.\n\n"
     "Ann Lee\nDDR5 prices rose 25% last month.\n\nBo Diaz\nNo.", []),
    (CALL + "Bo Diaz\nNAND supply is tight.\n\nAnn Lee\nI hear SSD prices fell 12% last quarter. "
     "Any view?\n\nBo Diaz\nNo.",
     ["NAND supply tight company"]),
    (CALL + "Ann Lee: Thanks for the question. NAND prices fell 12%. Is that so?\nBo Diaz: DRAM prices rose 5%.\n"
     "Ann Lee: DDR4 prices doubled.", ["DRAM price up company"]),
    (("Q - Ann Lee: NAND prices will fall 7% next quarter.\n"
     "A - Bo Diaz: DRAM supply is tight."), ["DRAM supply tight company"]),
    (("<사회자> 다음 질문 받겠습니다.\n<이하나> 낸드 가격이 9% 내렸습니다.\n"
     "<박두리 부사장> D램 공급이 부족합니다."),
     ["DRAM supply tight company"]),
    (("어느전자 1분기 컨퍼런스콜 전문\n김하나: 낸드 가격이 9% 떨어졌다고 들었습니다.\n"
     "박두리 부사장: D램 공급이 부족합니다."),
     ["DRAM supply tight company"]),
    # a bare question, one whose premise is told, one that names a research house
    ("Q：DRAM价格下滑会影响公司吗？", []),
    ("问：TrendForce预计二季度NAND合约价上涨12%，怎么看？\n答：NOR价格上涨5%。", ["NOR price up company"]),
    ("質問：NAND価格は9%下落しました。\n回答：DRAM価格は5%上昇しました。", ["DRAM price up company"]),
    # a question without any answer ends with its line, and a quarter is none
    ("Q1: DRAM contract prices rose 12%.\nQ2: NAND contract prices rose 20%.",
     ["DRAM price up company", "NAND price up company"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ASKED)
def test_a_turn_that_asks_claims_nothing(text: str, expected: list[str]) -> None:
    """An asker's turn is none of the issuer's to its end, and the answers are the issuer's."""
    claims = read_text(text, published_on=DAY, issuer="Micron").claims
    assert [f"{c.product} {c.attribute} {c.direction} {c.speaker}" for c in claims] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公司DRAM库存水平较低，没有明显减值压力。", ["DRAM inventory tight"]),
        ("公司结合市场行情提前备货，存储产品毛利率提升。", []),
        ("下游客户积极备货，DRAM价格上涨。", ["DRAM demand up", "DRAM price up"]),
    ],
)
def test_what_a_maker_stocks_and_writes_down(text: str, expected: list[str]) -> None:
    """A maker's own stocking is no demand for its goods, and a write-down no fall of its stock."""
    claims = read_text(text, published_on=DAY, issuer="300223").claims
    assert [f"{c.product} {c.attribute} {c.direction}" for c in claims] == expected
    assert {c.speaker for c in claims} <= {"company"}


ANSWERS = [
    "What we're hearing is that SSD supply is tight.",
    "And what I've seen is SSD supply getting tight.",
    "I think what you're seeing today is that SSD supply is tight.",
    "What's changed this year is that SSD supply is tight.",
    "What happened in the quarter was that SSD supply was tight.",
    "What I'd add is SSD supply remains tight.",
    "So where we stand today is SSD supply is very tight.",
    "How we look at it is that SSD supply is tight.",
    "That's why SSD supply is tight.",
    "So to your question, SSD supply is tight.",
    "To address your second question, SSD supply is tight.",
    "On the first part of your question, SSD supply is tight.",
    "You asked about enterprise drives, and SSD supply is tight.",
]


@pytest.mark.parametrize("text", ANSWERS)
def test_an_answer_is_the_makers_own(text: str) -> None:
    """A relative that ends as a statement and an answer that names its question ask nothing."""
    claims = read_text(text, published_on=DAY, issuer="micron", doc_type="earnings_call").claims
    assert [(c.product, c.direction, c.speaker, c.certainty) for c in claims] == [
        ("NAND", "tight", "company", "asserted")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "What we're hearing is that SSD supply is tight, so is that fair?",
        "What you're seeing on SSD prices, can you talk about the 8% rise",
        "On your question of last time, I wanted to ask why SSD prices rose 8%.",
        "You mentioned enterprise drives, and SSD prices rose 8%.",
    ],
)
def test_an_asker_remains_one(text: str) -> None:
    """The same openings are an asker's where he goes on to ask."""
    claims = read_text(text, published_on=DAY, issuer="micron", doc_type="earnings_call").claims
    assert {c.speaker for c in claims} <= {"third_party"}


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("We'd expect SSD prices to climb in 2027.", ["2027"]),
        ("I'd anticipate higher SSD prices in 2027.", ["2027"]),
        ("They'd project SSD supply to be tight in 2027.", ["2027"]),
        ("We'd expected SSD prices to climb in 2027.", []),
    ],
)
def test_would_is_no_had(text: str, periods: list[str]) -> None:
    """A contraction before a bare verb is "would", before a participle it is "had": what is no more expected."""
    claims = read_text(text, published_on=DAY, issuer="micron", doc_type="earnings_call").claims
    assert [c.period for c in claims if c.stance == "guidance"] == periods
