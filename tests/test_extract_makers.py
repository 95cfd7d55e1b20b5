"""Pages on a maker of memory: which quarter its results are of, and whether the maker or the press speaks."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 7, 24)

# Results that name no quarter are those of the quarter reported on.
RESULTS = [
    ("SK hynix", "DRAM prices fell 6 percent while shipments rose.", ["DRAM price down 2026Q2 6..6"]),
    ("SK hynix", "ASPs of NAND rose in the mid-teens sequentially on low customer inventory.",
     ["NAND price up 2026Q2 14..16", "NAND inventory tight 2026Q2 .."]),
    ("Nanya", "平均售價季增一成，出貨量季減5%。", ["DRAM price up 2026Q2 10..10"]),
    ("Kioxia", "NANDの出荷量は前期比5%増加し、平均販売単価も10%上昇した。", ["NAND price up 2026Q2 10..10"]),
    ("SK hynix", "D램은 출하량이 늘었고 평균판매가격은 전 분기보다 12% 상승했다.", ["DRAM price up 2026Q2 12..12"]),
    ("SanDisk", "Revenue rose 40.5% sequentially as NAND shortages met strong demand and prices climbed sharply.",
     ["NAND supply tight 2026Q2 ..", "NAND demand up 2026Q2 ..", "NAND price up 2026Q2 .."]),
    ("SanDisk", "Revenue fell 12% from the prior quarter on lower NAND prices and weak demand.",
     ["NAND price down 2026Q2 ..", "NAND demand down 2026Q2 .."]),
    ("SanDisk", "Revenue rose 30% sequentially as NAND prices are climbing.", ["NAND price up - .."]),
    ("SanDisk", "Revenues declined 12% sequentially, and NAND prices are expected to fall further.",
     ["NAND price down - .. g"]),
    # by the month, at the spot market or of the market today: not of the quarter
    ("SK hynix", "DRAM spot prices fell 6 percent in a week while shipments rose.", ["DRAM price down - 6..6"]),
    ("SK hynix", "D램 고정거래가격은 전월 대비 5% 올랐다.", ["DRAM price up - 5..5"]),
    ("SK hynix", "DRAM supply is tight.", ["DRAM supply tight - .."]),
]  # fmt: skip


@pytest.mark.parametrize(("issuer", "sentence", "expected"), RESULTS, ids=[sentence for _, sentence, _ in RESULTS])
def test_results_are_of_the_quarter_reported_on(issuer: str, sentence: str, expected: list[str]) -> None:
    """Sales told with sizes are of the last quarter that ended; prices of months, weeks and today are not."""
    claims = read_text(sentence, published_on=DAY, issuer=issuer, doc_type="news").claims
    assert [write_claim(claim) for claim in claims] == expected


def test_a_page_on_no_maker_reports_no_results() -> None:
    """The same words on a market at large say of no quarter."""
    claims = read_text("DRAM prices fell 6 percent while shipments rose.", published_on=DAY, issuer="industry").claims
    assert [claim.period for claim in claims] == [None]


SPEAKERS = [
    ("Macronix", "“NOR flash will stay in short supply,” chairman Miin Wu said on Thursday.", "company"),
    ("Winbond", "“The supply of niche DRAM will remain tight next year.”", "company"),
    ("Micron", "They believe DRAM prices will go up next year.", "company"),
    ("Samsung", "The CFO said NAND prices declined 5% in the first quarter.", "company"),
    ("Micron", "Analysts said DRAM prices would fall next quarter.", "third_party"),
    ("Micron", "DRAM prices will fall next quarter, Morgan Stanley said.", "third_party"),
    ("industry", "DRAM contract prices rose 8%, according to Team Group General Manager Lee.", "company"),
    ("industry", "DRAM contract prices rose 8%, according to TrendForce.", "third_party"),
    ("industry", "SK海力士預判HBM供應將緊張至2027年。", "company"),
    ("Phison", "潘健成受訪時說，NAND價格看漲。", "company"),
    ("industry", "集邦預估DRAM價格將上漲。", "third_party"),
    ("industry", "マイクロンによると、DRAM価格は4%上昇した。", "company"),
    ("SanDisk", "NANDの在庫は過剰な状態が続いているという。", "company"),
    ("industry", "NANDの在庫は過剰な状態が続いているという。", "third_party"),
    ("industry", "마이크론은 내년 메모리 수급이 더 빡빡하다고 본다.", "company"),
    ("Nanya", "李培瑛：第4季DDR4合約價將止跌", "company"),
    ("industry", "華邦電焦佑鈞：NOR價格持穩", "company"),
    ("industry", 'SK하이닉스 "내년 D램까지 완판"', "company"),
    ("industry", "集邦：NAND價格第四季續漲", "third_party"),
    ("Macronix", "The Hsinchu-based company said NOR prices are expected to hold steady this quarter.", "company"),
    ("Samsung", "同社は、DRAM価格が来年も下落すると予測している。", "company"),
    ("Phison", "潘健成預期，NAND價格第四季將續漲。", "company"),
    ("Kioxia", "키옥시아는 낸드 가격이 더 오를 것으로 예상한다고 발표했다.", "company"),
    ("SK hynix", '박 연구원은 "D램 가격이 오를 것"이라고 말했다.', "third_party"),
    ("Phison", "市場預期NAND價格第四季將續漲。", "third_party"),
    ("industry", "업계는 내년 메모리 공급이 부족하다고 본다.", "third_party"),
]  # fmt: skip


@pytest.mark.parametrize(("issuer", "sentence", "speaker"), SPEAKERS, ids=[sentence for _, sentence, _ in SPEAKERS])
def test_who_speaks_on_a_page_of_the_press(issuer: str, sentence: str, speaker: str) -> None:
    """A maker speaks where the press quotes it or tells what it expects, else the press does."""
    claims = read_text(sentence, published_on=DAY, issuer=issuer, doc_type="news").claims
    assert claims
    assert {claim.speaker for claim in claims} == {speaker}


FOLLOWING = [
    ("TrendForce expects server DRAM prices to rise 8–13% in 4Q26. Mobile DRAM will climb 3–8%.",
     ["DRAM price up 2026Q4 8..13 g", "DRAM price up 2026Q4 3..8 g"]),
    ("第四季PC DRAM合約價季增5%至10%。LPDDR5X合約價可望上漲8%。",
     ["DRAM price up 2026Q4 5..10 g", "DRAM price up 2026Q4 8..8 g h"]),
    ("DDR4 contract prices rose 9% in May. Likewise, NAND prices increased 4%.",
     ["DRAM price up 2026-05 9..9", "NAND price up 2026-05 4..4"]),
    ("2분기 D램 가격은 10% 올랐다. 낸드 가격도 상승했다.", ["DRAM price up 2026Q2 10..10", "NAND price up 2026Q2 .."]),
    # a time of its own
    ("DRAM prices rose 9% in the first quarter. Spot prices have fallen 4% in the past week.",
     ["DRAM price up 2026Q1 9..9", "DRAM price down - 4..4"]),
    ("第一季DRAM合約價上漲9%。近期NAND價格下跌3%。", ["DRAM price up 2026Q1 9..9", "NAND price down - 3..3"]),
    ("DRAM prices rose 9% in the first quarter. NAND prices are stable.",
     ["DRAM price up 2026Q1 9..9", "NAND price flat - .."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FOLLOWING, ids=[text for text, _ in FOLLOWING])
def test_a_size_is_of_the_period_of_the_sentence_before(text: str, expected: list[str]) -> None:
    """A sentence that gives a size, or says "too", goes on in the period of the one before unless it has its own."""
    claims = read_text(text, published_on=DAY, doc_type="news").claims
    assert [write_claim(claim) for claim in claims] == expected


CALLS = [
    ("ASPs per gigabit came down about 6%, with bits up slightly.", ["NAND price down 2026Q2 6..6"]),
    ("NAND pricing declined faster than we had modeled.", ["NAND price down 2026Q2 .."]),
    ("Mobile DRAM demand was weak.", ["DRAM demand down 2026Q2 .."]),
    ("DRAM prices have risen 6%.", ["DRAM price up - 6..6"]),
    ("DRAM demand is weak.", ["DRAM demand down - .."]),
    ("DRAM prices rose 6% in calendar Q1.", ["DRAM price up 2026Q1 6..6"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), CALLS, ids=[sentence for sentence, _ in CALLS])
def test_the_simple_past_of_a_call_is_of_the_quarter_reported_on(sentence: str, expected: list[str]) -> None:
    """What a call tells in the simple past is of the last quarter; the perfect and the present are of no quarter."""
    claims = read_text(sentence, published_on=DAY, issuer="SanDisk", doc_type="earnings_call").claims
    assert [write_claim(claim) for claim in claims] == expected
