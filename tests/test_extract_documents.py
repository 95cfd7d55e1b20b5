"""Documents, not sentences: questions and answers, what carries over, repeats, what stays unread, mixed languages."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from tracker.extract import READER_VERSION, explain, read_text
from tracker.extract.speed import measure_speed

DAY = dt.date(2026, 7, 2)


def test_every_claim_of_the_july_meeting() -> None:
    """The statement that this project started from is read whole, in our own words."""
    text = (
        "问：请介绍存储产品的价格情况？\n"
        "答：二季度国内客户的DRAM价格继续上调，海外客户也开始逐步调整。预计三季度DRAM价格还会上涨，"
        "四季度供应依然偏紧，价格可能仍有上行空间。NOR Flash一季度和二季度也有上涨，但涨幅小于DRAM。\n"
    )
    claims = read_text(text, published_on=DAY, issuer="Beijing Junzheng", doc_type="ir_record").claims
    assert [
        (c.product, c.attribute, c.direction, c.period, c.stance, c.certainty, c.region, c.low_pct) for c in claims
    ] == [
        ("DRAM", "price", "up", "2026Q2", "actual", "asserted", "CN", None),
        ("DRAM", "price", "up", "2026Q2", "actual", "asserted", "overseas", None),
        ("DRAM", "price", "up", "2026Q3", "guidance", "asserted", None, None),
        ("DRAM", "supply", "tight", "2026Q4", "guidance", "asserted", None, None),
        ("DRAM", "price", "up", "2026Q4", "guidance", "hedged", None, None),
        ("NOR", "price", "up", "2026Q1", "actual", "asserted", None, None),
        ("NOR", "price", "up", "2026Q2", "actual", "asserted", None, None),
    ]
    assert {c.speaker for c in claims} == {"company"}


def test_a_question_is_not_the_company_speaking() -> None:
    """What an investor asks makes no claim; the answer may refer to what was asked."""
    text = "问：DRAM价格三季度还会上涨吗？\n答：我们预计三季度价格会继续上涨。\n"
    claims = read_text(text, published_on=DAY, issuer="Beijing Junzheng", doc_type="ir_record").claims
    assert [(c.product, c.period, c.stance, c.speaker) for c in claims] == [("DRAM", "2026Q3", "guidance", "company")]


def test_a_repeat_is_one_claim_and_keeps_its_size() -> None:
    """A headline and the sentence below it are one claim: the one with the size."""
    text = "DRAM prices rose in 2Q26.\nDRAM prices rose 12% in 2Q26, the maker said.\n"
    claims = read_text(text, published_on=DAY).claims
    assert [(c.period, c.low_pct) for c in claims] == [("2026Q2", 12.0)]


def test_a_heading_dates_the_sizes_below_it() -> None:
    """A sized price without a period takes that of the heading above it; a state of supply does not."""
    text = "DRAM market review 1Q26\nContract prices of DRAM rose 20%. NAND supply is tight.\n"
    claims = read_text(text, published_on=DAY).claims
    assert [(c.product, c.attribute, c.period) for c in claims] == [
        ("DRAM", "price", "2026Q1"),
        ("NAND", "supply", None),
    ]


def test_results_of_a_call_are_about_the_quarter_reported() -> None:
    """The word "sequentially" in an issuer's own call means the fiscal quarter that ended last."""
    text = "Sequentially, NAND revenue rose 3% and prices declined in the high single-digit percentage range."
    claim = read_text(text, published_on=dt.date(2025, 6, 25), issuer="Micron").claims[0]
    assert (claim.period, claim.direction, claim.low_pct, claim.high_pct) == ("2025Q2", "down", 7, 9)
    assert (claim.basis, claim.speaker) == ("QoQ", "company")


def test_sentences_of_several_languages_in_one_document() -> None:
    """Each sentence is read in its own language."""
    text = "DRAM prices rose 5%.\nNAND价格下跌3%。\nD램 재고가 줄었다.\nNOR価格は横ばいだった。\n"
    claims = read_text(text, published_on=DAY).claims
    assert [(c.product, c.attribute, c.direction) for c in claims] == [
        ("DRAM", "price", "up"),
        ("NAND", "price", "down"),
        ("DRAM", "inventory", "down"),
        ("NOR", "price", "flat"),
    ]


def test_offsets_are_those_of_the_text_that_came_in() -> None:
    """Traditional characters, full-width signs and letters beyond the basic plane leave every span in place."""
    text = "📈 記憶體：ＤＲＡＭ 價格第三季上漲１０％～１５％。"
    claims = read_text(text, published_on=DAY).claims
    assert [(c.low_pct, c.high_pct) for c in claims] == [(10.0, 15.0)]
    assert all(text[c.start : c.end] == c.quote for c in claims)


def test_what_no_rule_understood_is_listed_with_a_reason() -> None:
    """A sentence with a product and a price and no claim stays, with why."""
    text = "DRAM pricing remains a topic of much discussion.\nIf DRAM prices fall, we will cut output."
    unread = read_text(text, published_on=DAY).unread
    assert [u.sentence for u in unread] == text.split("\n")
    assert "no word of change" in unread[0].reason
    assert "a condition" in unread[1].reason
    assert all(text[u.start : u.end] == u.sentence for u in unread)


def test_explanation_names_the_rule() -> None:
    """An explanation says for each sentence what it gave and by which rule."""
    lines = explain("DRAM prices rose 10% in 2Q26 and shipments fell.", published_on=DAY)[0].render()
    assert "claim DRAM price up 2026Q2 10 %" in lines[1]
    assert "by price + up" in lines[1]
    assert any("shipments" in line for line in lines[2:])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("DRAM prices rose 10% to 15% in 2Q26.", "2026Q2 10 to 15 % ("),
        ("DRAM prices rose more than 10% in 2Q26.", "2026Q2 10 % or more ("),
        ("DRAM prices rose by up to 10% in 2Q26.", "2026Q2 up to 10 % ("),
        ("TrendForce said DRAM prices rose in 2Q26.", "2026Q2 (actual, third_party by trendforce, asserted"),
        ("DRAM prices are what they are.", "no claim: no word of change understood"),
        ("Memory stocks fell 5% on Tuesday, prices aside.", "no claim: 'fell': memory stocks is no memory"),
    ],
)
def test_an_explanation_says_what_was_read_or_why_nothing(text: str, shown: str) -> None:
    """No sentence that is shown goes without an answer, and sizes read as a person writes them."""
    (sentence,) = explain(text, published_on=DAY)
    assert shown in "\n".join(sentence.render())


def test_documents_about_other_things_yield_nothing() -> None:
    """A text that names no memory is not read at all."""
    assert read_text("Copper prices rose 10%. 黄金价格上涨。", published_on=DAY).claims == ()


def test_reading_is_repeatable_and_versioned() -> None:
    """The same text gives the same reading, and the version names the vocabulary."""
    text = "DRAM价格二季度上涨10%，NAND价格下跌5%。"
    assert read_text(text, published_on=DAY) == read_text(text, published_on=DAY)
    assert READER_VERSION.startswith("1.")


def test_confidence_lies_between_nothing_and_certainty() -> None:
    """Every claim carries a confidence; a size in the same clause is worth more than a product from afar."""
    plain = read_text("DRAM prices rose 10% in 2Q26.", published_on=DAY).claims[0]
    afar = read_text("DRAM was discussed at length. Prices rose sharply, they may fall.", published_on=DAY).claims
    assert 0.5 < plain.confidence < 1
    assert all(0 < claim.confidence < plain.confidence for claim in afar)


@pytest.mark.parametrize("noise", ["1", "涨", "([", "DRAM ", "价格", "DRAM价格上涨10%，", "prices rose ", "Q3 "])
def test_a_long_line_of_noise_costs_linear_time(noise: str) -> None:
    """A quarter of a megabyte of noise in a text about memory is read in a moment."""
    text = "DRAM " + noise * (250_000 // len(noise))
    begun = time.process_time()
    read_text(text, published_on=DAY)
    assert time.process_time() - begun < 4


def test_text_without_memory_is_passed_over() -> None:
    """A document that names no memory product is not looked at sentence by sentence, whatever it says of prices."""
    prices = "Prices of copper rose 10% in the second quarter as supply stayed tight. "
    assert explain(prices * 50, published_on=DAY) == []
    assert explain(prices * 50 + "DRAM prices rose 10%.", published_on=DAY) != []


def test_speed_is_measured_on_four_kinds_of_text() -> None:
    """The benchmark reads text without memory, a report, a page of news and claims alone."""
    speeds = measure_speed(2_000)
    assert len({one.kind for one in speeds}) == 4
    assert all(one.megabytes_per_second > 0 for one in speeds)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("TrendForce expects DRAM contract prices to rise 10% in 3Q26, the paper writes.", "trendforce"),
        ("According to Counterpoint, NAND prices fell 5% in the second quarter.", "counterpoint"),
        ("集邦咨询预计三季度DRAM合约价上涨10%。", "trendforce"),
        ("트렌드포스는 3분기 D램 고정거래가격이 10% 상승할 것으로 전망했다.", "trendforce"),
        ("Analysts said DRAM contract prices will rise 10% in 3Q26.", None),
        ("Micron said DRAM prices rose 10% in 2Q26.", None),
        ("DRAM contract prices rose 10% in 2Q26.", None),
    ],
)
def test_a_claim_names_the_research_house_that_its_words_name(text: str, named: str | None) -> None:
    """A house, bank or paper of the issuer files by its id; analysts at large and makers are not given one."""
    (claim,) = read_text(text, published_on=DAY, doc_type="news").claims
    assert claim.said_by == named


def test_many_different_claims_on_a_few_subjects_cost_linear_time() -> None:
    """Ten times the claims may cost about ten times as much, though all are on the same product and quarter."""

    def spend(count: int) -> float:
        text = "\n".join(f"DRAM prices rose {1 + i / 100:.2f}% in the second quarter of 2026." for i in range(count))
        begun = time.process_time()
        assert len(read_text(text, published_on=DAY).claims) == count
        return time.process_time() - begun

    spend(50)
    assert spend(2000) < 25 * max(spend(200), 0.02)
