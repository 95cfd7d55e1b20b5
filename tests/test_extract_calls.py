"""How makers and analysts speak on earnings calls: sentences of our own, and what they claim."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 6, 24)

TABLE = [
    # growth of the bits that an industry makes and wants, with its size
    ("We see DRAM supply bit growth of about 22% this year and NAND supply bit growth of 30% to 35%.",
     ["DRAM supply up 2026 22..22 g", "NAND supply up 2026 30..35 g"]),
    ("For 2026, we now forecast industry supply growth for DRAM to be above 20% and for NAND to be about 25%.",
     ["DRAM supply up 2026 20.. g", "NAND supply up 2026 25..25 g"]),
    ("NAND bit supply growth should finish 2026 at roughly 25%.", ["NAND supply up 2026 25..25 g"]),
    ("We project industry bit output growth in NAND to land in the high-20% range this year.",
     ["NAND supply up 2026 27..29 g"]),
    ("Our outlook for 2026 DRAM bit demand growth is unchanged at about 20%.", ["DRAM demand up 2026 20..20 g"]),
    ("We estimate that DRAM demand bits will grow in the mid-to-high teens in 2026.", ["DRAM demand up 2026 14..19 g"]),
    ("Our view of 2026 NAND bit demand growth is in the high-teens, with supply growing low to mid-teens.",
     ["NAND demand up 2026 17..19 g", "NAND supply up 2026 11..16 g"]),
    ("We think the long-term demand CAGR for DRAM is mid-teens.", ["DRAM demand up - 14..16 g"]),
    ("We expect our DRAM bit shipments to be close to industry bit demand growth.", []),
    ("Our bit supply growth in DRAM will be below the industry in 2026.", []),
    # bits and sales told with their size before the price are none of it
    ("HBM bits were up 8% and the ASP climbed by more than 12%.", ["HBM price up 2026Q2 12.."]),
    ("NAND sales were down 4% and our ASP was up by over 15%.", ["NAND price up 2026Q2 15.."]),
    ("For NAND, volumes were up slightly and the average price rose by nearly 40%.", ["NAND price up 2026Q2 40..40"]),
    ("HBM revenue was higher by 45%, and the ASP increased by at least 5%.", ["HBM price up 2026Q2 5.."]),
    # thirds of the tens, as Korean and Japanese makers tell them in English
    ("HBM ASP declined by a mid-10% range.", ["HBM price down 2026Q2 14..16"]),
    ("NAND prices rose by high-10 percent.", ["NAND price up 2026Q2 17..19"]),
    ("NAND ASP increased by a low 10% level.", ["NAND price up 2026Q2 11..13"]),
    # what is put off, what is only named as the larger part, what accounts do with a stock
    ("The rebound of HBM prices was postponed.", []),
    ("Recovery in NOR demand has been delayed again.", []),
    ("HBM价格反弹将推迟。", []),
    ("NOR需求回暖已延后。", []),
    ("D램 가격 반등이 지연되고 있다.", []),
    ("낸드 수요 회복이 늦춰졌다.", []),
    ("DRAMの需要回復はさらに遅れている。", []),
    ("The bulk of it is HBM price, volumes will be lower.", []),
    ("NAND prices and volumes were lower.", ["NAND price down 2026Q2 .."]),
    ("We wrote down 310 million of NAND inventory.", []),
    ("The sale of written-down DRAM inventory lifted our margin.", []),
    ("NOR inventory that had been written off was sold.", []),
    ("D램 재고평가손실이 감소했다.", []),
    ("Days of NAND inventory outstanding came down to 98.", ["NAND inventory down 2026Q2 .."]),
    ("NAND inventory at customers has gotten better.", ["NAND inventory down - .."]),
    ("NAND pricing has gotten better.", ["NAND price up - .."]),
    # products told behind, or on both sides
    ("We see demand improving, both in DRAM and NAND, and the shortage continues.",
     ["DRAM demand up - ..", "NAND demand up - ..", "DRAM supply tight - ..", "NAND supply tight - .."]),
    ("Inventory levels at customers are elevated right now, both in DRAM and in NAND.",
     ["DRAM inventory loose - ..", "NAND inventory loose - .."]),
    ("There are shortages in NAND as well as on the DRAM side.",
     ["NAND supply tight - ..", "DRAM supply tight - .."]),
    ("Demand continues to be strong, across both DRAM and NAND.", ["DRAM demand up - ..", "NAND demand up - .."]),
    ("The oversupply persists both on the DRAM side and in NAND.",
     ["DRAM supply loose - ..", "NAND supply loose - .."]),
    ("Prices are declining in both NAND and, to a lesser degree, DRAM.",
     ["NAND price down - ..", "DRAM price down - .."]),
    ("Supply is short, be it DRAM or NAND.", ["DRAM supply tight - ..", "NAND supply tight - .."]),
    ("We see shortages for DRAM and also for NAND.", ["DRAM supply tight - ..", "NAND supply tight - .."]),
    ("Demand is strong for both our DRAM products and our NAND products.",
     ["DRAM demand up - ..", "NAND demand up - .."]),
    # supply that is held back
    ("We have decided to idle about 5% of our DRAM wafer starts.", ["DRAM supply down - 5..5 g"]),
    ("We are idling roughly 10% of our NAND wafer capacity.", ["NAND supply down - 10..10"]),
    ("We are taking down our outlook for NAND wafer starts.", ["NAND supply down - .. g"]),
    ("We took wafers out of NAND production.", ["NAND supply down - .."]),
    ("We have taken some NAND capacity offline.", ["NAND supply down - .."]),
    # what goes on
    ("We see a trend of prices increasing in DRAM and expect this trend to continue into the next quarter.",
     ["DRAM price up - ..", "DRAM price up 2026Q3 .. g"]),
    ("DRAM prices have been rising and we see that continuing through 2027.",
     ["DRAM price up - ..", "DRAM price up 2027 .. g"]),
    ("Demand for SSDs was strong and we expect this momentum to carry into next year.",
     ["NAND demand up - ..", "NAND demand up 2027 .. g"]),
    ("NAND prices declined, and we expect that trend to continue into fiscal Q4.",
     ["NAND price down - ..", "NAND price down 2026Q3 .. g"]),
    # what is to come
    ("We'll start to see reductions in DRAM inventory levels.", ["DRAM inventory down - .. g"]),
    ("DRAM prices should rise from here.", ["DRAM price up - .. g"]),
    ("Looking ahead, we see demand for NAND increasing.", ["NAND demand up - .. g"]),
    ("Given the weaker NAND demand outlook, we are cautious.", ["NAND demand down - .. g"]),
    ("Over the long term, we see strong demand for DRAM.", ["DRAM demand up - .. g"]),
    ("Demand for DRAM is strong.", ["DRAM demand up - .."]),
    # how it is said in speech
    ("And DRAM pricing, as we've said, was up 5%.", ["DRAM price up - 5..5"]),
    ("NAND prices have been a little bit softer.", ["NAND price down - .."]),
    ("So NAND inventory went up a little bit, and we expect to bring that down.",
     ["NAND inventory up 2026Q2 ..", "NAND inventory down - .. g"]),
    ("We view the demand trends as healthy for DRAM and NAND alike.", ["DRAM demand up - ..", "NAND demand up - .."]),
    ("We see tremendous demand for HBM.", ["HBM demand up - .."]),
    ("We're having to turn away some demand on the NAND side.", ["NAND supply tight - .."]),
    ("There's a lot of demand for HBM, more than we can supply.", ["HBM supply tight - .."]),
    ("Tightness in leading-edge DRAM is leading to higher prices.", ["DRAM supply tight - ..", "DRAM price up - .."]),
    ("Industry DRAM supply growth in 2026 is expected to be below demand growth.", ["DRAM supply tight 2026 .. g"]),
    ("We believe NAND supply growth will be above demand growth.", ["NAND supply loose - .. g h"]),
    ("We expect gross margin to improve next quarter on better pricing in both DRAM and NAND.",
     ["DRAM price up 2026Q3 .. g", "NAND price up 2026Q3 .. g"]),
    ("Pricing in NAND was better than we guided.", []),
    ("Strong demand has driven tight conditions for both DRAM and SSDs.",
     ["DRAM supply tight - ..", "NAND supply tight - .."]),
    ("Contract prices of DRAM are up again this quarter.", ["DRAM price up 2026Q3 .."]),
    ("We reduced our NAND wafer starts by 15%.", ["NAND supply down - 15..15"]),
    # what goes on, what was thought before, seasons and targets
    ("Prices for NAND improved in May, and we expect further improvement in fiscal Q4.",
     ["NAND price up 2026-05 ..", "NAND price up 2026Q3 .. g"]),
    ("Customers cut inventories faster than we had expected, leading to stronger demand for DRAM.",
     ["DRAM inventory down - ..", "DRAM demand up - .."]),
    ("DRAM pricing will begin to recover in the fall.", ["DRAM price up - .. g"]),
    ("We finished with lean DRAM inventories.", ["DRAM inventory tight - .."]),
    ("We ended the quarter with lean DRAM inventories.", ["DRAM inventory tight - .."]),
    ("Our DRAM inventories are below our target of 120 days.", ["DRAM inventory tight - .."]),
    ("We forecast DRAM demand bit growth in 2026 of around 20%, up from our prior forecast of high teens.",
     ["DRAM demand up 2026 20..20 g"]),
    ("We see a bit demand CAGR of mid-teens in DRAM and low-20s percent in NAND.",
     ["DRAM demand up - 14..16", "NAND demand up - 21..23"]),
    ("AI drives strong demand for HBM3E, high-capacity DIMMs and data center SSDs.",
     ["HBM demand up - ..", "DRAM demand up - ..", "NAND demand up - .."]),
    # what is none of memory's demand, prices or supply
    ("We saw healthy demand for our deposition tools in NAND.", []),
    ("Demand for PCs is weak, which is affecting DRAM.", []),
    ("DRAM costs declined 10%.", []),
    ("Cost per bit in NAND declined in the mid-single digits.", []),
    ("We are focused on improving our cost structure in NAND.", []),
    ("HBM consumes three times the wafer supply of DDR5 for the same number of bits.", []),
    ("Higher memory prices typically reduce demand over time.", []),
    ("Whether NAND pricing improves depends on supply discipline.", []),
    ("We see strong demand for advanced DRAM.", ["DRAM demand up - .."]),
    # sizes told twice, stocks worked off, markets that turn
    ("We see DRAM supply growth of about 20% in 2026 and expect similar growth in 2027.",
     ["DRAM supply up 2026 20..20 g", "DRAM supply up 2027 20..20 g"]),
    ("NAND demand should grow 30% this year and at a comparable rate in 2027.",
     ["NAND demand up 2026 30..30 g", "NAND demand up 2027 30..30 g"]),
    ("In May, NAND prices were down 10% sequentially and 30% year over year.",
     ["NAND price down 2026-05 10..10", "NAND price down 2026-05 30..30"]),
    ("PC OEMs have worked through their excess DRAM inventory.", ["DRAM inventory down - .."]),
    ("The tight supply in NAND is expected to ease in the second half of 2027.", ["NAND supply loose 2027H2 .. g"]),
    ("We are entering the year with a tight NAND market.", ["NAND supply tight - .."]),
    ("NAND moved from oversupply into a more balanced state.", ["NAND supply balanced - .."]),
    # prices told by what they did, and plain speech
    ("The DRAM business grew 12%, mostly on pricing.", ["DRAM price up - .."]),
    ("NAND gross margin was hit by pricing.", ["NAND price down 2026Q2 .."]),
    ("Results benefited from DRAM pricing.", ["DRAM price up - .."]),
    ("DRAM pricing has come back nicely.", ["DRAM price up - .."]),
    ("NAND pricing got worse.", ["NAND price down - .."]),
    ("We just don't have enough supply to satisfy DRAM demand.", ["DRAM supply tight - .."]),
    ("Nobody has enough DRAM right now.", ["DRAM supply tight - .."]),
    # the next period told by its size only
    ("We expect mid-teens DRAM demand growth in 2026 and high-teens in 2027.",
     ["DRAM demand up 2026 14..16 g", "DRAM demand up 2027 17..19 g"]),
    ("Last year, DRAM demand grew about 15%, and this year we expect 20%.",
     ["DRAM demand up 2025 15..15", "DRAM demand up 2026 20..20 g"]),
    ("DRAM supply grew 20% in 2025, and we expect it to be about 15% in 2026.",
     ["DRAM supply up 2025 20..20", "DRAM supply up 2026 15..15 g"]),
    ("We see NAND demand growth of 20% in 2026 and 25% in 2027.",
     ["NAND demand up 2026 20..20 g", "NAND demand up 2027 25..25 g"]),
    ("Next year, we think that NAND supply growth will be in the low 20s, and demand growth in the high 20s.",
     ["NAND supply up 2027 21..23 g", "NAND demand up 2027 27..29 g"]),
    ("Relative to Q2, DRAM prices were up in the low 20% range.", ["DRAM price up 2026Q2 21..23"]),
    ("DRAM revenue rose 10% in 2025 and 20% in 2026.", []),
    ("Demand is rising in the second half, both for DRAM and NAND, yet the oversupply remains.",
     ["DRAM demand up 2026H2 .. g", "NAND demand up 2026H2 .. g", "DRAM supply loose - ..", "NAND supply loose - .."]),
]  # fmt: skip

# Who speaks: "t" for those who ask, "c" for the maker.
SPEAKERS = [
    ("I'm wondering if you could comment on DRAM prices being up so much sequentially.",
     ["t DRAM price up 2026Q2 .. h"]),
    ("My first question is on the DRAM side, where prices were down about 10%.", ["t DRAM price down 2026Q2 10..10 h"]),
    ("Thanks for taking the question, I wanted to ask about NAND pricing, which has been weak.",
     ["t NAND price down - .. h"]),
    ("Obviously DRAM pricing has been strong, but I was wondering whether you see any effect on your customers.",
     ["t DRAM price up - .. h"]),
    ("I'm trying to reconcile the margin decline given that DRAM prices have stabilized.",
     ["t DRAM price flat - .. h"]),
    ("Quick question on HBM, you said you're sold out for 2027, so how much visibility do you have?",
     ["t HBM supply tight 2027 .. h"]),
    ("I guess my question is around the DRAM shortage you mentioned.", ["t DRAM supply tight - .. h"]),
    ("Can you help us understand why NAND prices fell?", ["t NAND price down 2026Q2 .. h"]),
    ("NAND pricing has come down a lot, so how should we think about elasticity?", ["t NAND price down - .. h"]),
    ("Can you talk about how DRAM prices will move in the second half?", []),
    ("Do you expect NAND prices to fall next quarter?", []),
    ("As you mentioned, DRAM prices are rising.", ["c DRAM price up - .."]),
    ("We said that NAND supply would remain tight.", ["c NAND supply tight - .. g"]),
]  # fmt: skip
# Years of two digits, spans, and the quarter that results are compared with.
PERIODS = [
    ("NAND supply will fall in the first half of '27.", "2027H1", None),
    ("Prices of DRAM fell in the back half of '18.", "2018H2", None),
    ("DRAM demand grew 20% in calendar '17.", "2017", "YoY"),
    ("DRAM bit demand will be up in the high-teens in 2027.", "2027", "YoY"),
    (
        "NAND ASPs fell in the first quarter of fiscal 2023 compared to the fourth quarter of fiscal 2022.",
        "2022Q4",
        "QoQ",
    ),
    ("DRAM prices rose 8% throughout the quarter.", "2026Q2", None),
    ("DRAM revenue rose 9% compared to the second quarter, helped by higher selling prices.", "2026Q2", "QoQ"),
]


# What the press reports of a maker, and what those who sell to makers tell of them.
REPORTED = [
    ("The Hsinchu-based company said NOR prices, mostly for Nintendo, will hold steady.", "macronix", "news", "c"),
    ("NAND shortages will persist, Pua warned.", "phison", "news", "c"),
    ("The company is forecasting DRAM prices to rise.", "sk_hynix", "news", "c"),
    ("DRAM prices will rise, analysts warned.", "micron", "news", "t"),
    ("DRAM prices will rise, the report warned.", "micron", "news", "t"),
    ("Our memory customers tell us that DRAM supply is tight.", "asml", "earnings_call", "c"),
    ("We hear that DRAM supply is tight.", "asml", "earnings_call", "t"),
]


@pytest.mark.parametrize(("sentence", "issuer", "kind", "speaker"), REPORTED)
def test_who_is_reported(sentence: str, issuer: str, kind: str, speaker: str) -> None:
    """A maker's words are the company's, whoever relays them."""
    claims = read_text(sentence, published_on=DAY, issuer=issuer, doc_type=kind).claims
    assert {claim.speaker[0] for claim in claims} == {speaker}


@pytest.mark.parametrize(("sentence", "period", "basis"), PERIODS)
def test_a_call_is_dated(sentence: str, period: str, basis: str | None) -> None:
    """A maker's claim has its period and its basis of comparison."""
    claim = read_text(sentence, published_on=DAY, issuer="micron", doc_type="earnings_call").claims[0]
    assert (claim.period, claim.basis) == (period, basis)


@pytest.mark.parametrize(("sentence", "expected"), SPEAKERS, ids=[sentence for sentence, _ in SPEAKERS])
def test_who_speaks_on_a_call(sentence: str, expected: list[str]) -> None:
    """What is asked is told by a third party, and only what the question takes for granted is told at all."""
    reading = read_text(sentence, published_on=DAY, issuer="micron", doc_type="earnings_call")
    assert [f"{claim.speaker[0]} {write_claim(claim)}" for claim in reading.claims] == expected


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_a_call_is_read(sentence: str, expected: list[str]) -> None:
    """Each sentence of a maker's call gives exactly the claims beside it."""
    reading = read_text(sentence, published_on=DAY, issuer="micron", doc_type="earnings_call")
    assert [write_claim(claim) for claim in reading.claims] == expected


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("Memory costs climbed 12% in fiscal Q2.", "2026Q1"),
        ("We expect memory costs to climb in the fiscal third quarter.", "2026Q2"),
        ("DRAM costs climbed in calendar Q1.", "2026Q1"),
    ],
)
def test_quarter_of_a_year_ending_in_october(sentence: str, period: str) -> None:
    """A customer's fiscal quarter that begins a month late is the calendar quarter that it shares most months with."""
    claims = read_text(sentence, published_on=dt.date(2026, 5, 27), issuer="HP", doc_type="earnings_call").claims
    assert [claim.period for claim in claims] == [period]


@pytest.mark.parametrize(
    ("text", "doc_type", "period"),
    [
        ("NAND contract prices rose 12% in the third quarter of 2025.", None, "2025Q3"),
        ("NAND contract prices rose 12% in the third quarter of 2025.", "news", "2025Q3"),
        ("NAND contract prices rose 12% in the third quarter of 2025.", "earnings_call", "2025Q2"),
        ("NAND contract prices rose 12% in the fiscal third quarter of 2025.", None, "2025Q2"),
        ("We raised NAND contract prices 12% in the third quarter of 2025.", None, "2025Q2"),
    ],
)
def test_a_quarter_is_fiscal_only_in_the_makers_own_words(text: str, doc_type: str | None, period: str) -> None:
    """A text filed under a maker that neither is its call nor speaks as it does tells of calendar quarters."""
    claims = read_text(text, published_on=dt.date(2025, 11, 20), issuer="Micron", doc_type=doc_type).claims
    assert [claim.period for claim in claims] == [period]


@pytest.mark.parametrize(
    ("issuer", "day", "text", "period"),
    [
        ("CSCO", dt.date(2025, 11, 12), "DRAM costs climbed 9% in our fiscal first quarter.", "2025Q3"),
        ("HPE", dt.date(2026, 3, 5), "SSD costs will climb in Q2.", "2026Q1"),
        ("NetApp", dt.date(2025, 11, 25), "Flash prices climbed in Q2.", "2025Q3"),
        ("PSTG", dt.date(2026, 5, 27), "NAND costs climbed in the first fiscal quarter.", "2026Q1"),
        ("Supermicro", dt.date(2025, 11, 4), "DRAM prices climbed in Q1.", "2025Q3"),
        ("高通", dt.date(2026, 4, 29), "DRAM prices will climb in the third fiscal quarter.", "2026Q2"),
        ("Lenovo", dt.date(2025, 11, 20), "Memory costs climbed in Q2.", "2025Q3"),
        ("NVDA", dt.date(2026, 5, 20), "Memory costs climbed in fiscal Q1.", "2026Q1"),
        ("ANET", dt.date(2026, 5, 5), "Memory costs climbed in Q1.", "2026Q1"),
    ],
)
def test_customers_count_their_own_quarters(issuer: str, day: dt.date, text: str, period: str) -> None:
    """A customer's quarter is the calendar quarter that shares most of its months."""
    claims = read_text(text, published_on=day, issuer=issuer, doc_type="earnings_call").claims
    assert [claim.period for claim in claims] == [period]


@pytest.mark.parametrize(
    ("issuer", "day", "period"),
    [
        ("micron", dt.date(2025, 9, 23), "2025Q4"),
        ("micron", dt.date(2026, 1, 14), "2026Q2"),
        ("sandisk", dt.date(2026, 1, 29), "2026Q2"),
        ("dell", dt.date(2026, 2, 26), "2026Q2"),
    ],
)
def test_the_next_quarter_follows_the_day(issuer: str, day: dt.date, period: str) -> None:
    """Weeks after the end of a fiscal quarter "the coming quarter" is the one after that which is reported."""
    text = "We expect NAND prices to climb 5% in the coming quarter."
    claims = read_text(text, published_on=day, issuer=issuer, doc_type="earnings_call").claims
    assert [claim.period for claim in claims] == [period]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HBM supply isn't keeping pace with demand.", ["HBM supply tight - .."]),
        ("NAND supply won't meet demand until 2028.", ["NAND supply tight 2028 .. g"]),
        ("DRAM supply hasn't caught up with demand.", ["DRAM supply tight - .."]),
        ("NAND industry supply remains well short of the demand.", ["NAND supply tight - .."]),
        ("Industry DRAM supply is still far below total demand.", ["DRAM supply tight - .."]),
        ("NAND supply is keeping up with demand.", []),
        ("Serial flash prices climbed 7% in Q1.", ["NOR price up 2026Q1 7..7"]),
        ("SPI NAND flash prices climbed 7% in Q1.", ["NAND price up 2026Q1 7..7"]),
    ],
)
def test_supply_behind_demand_and_serial_flash(text: str, expected: list[str]) -> None:
    """Supply that does not reach demand is short in each form of the verb; serial flash is NOR unless named."""
    claims = read_text(text, published_on=dt.date(2026, 4, 28), issuer="macronix", doc_type="earnings_call").claims
    assert [write_claim(claim) for claim in claims] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an imbalance is of too little unless its sentence tells of weakness
        ("The supply-demand imbalance in NAND should last, with prices falling.",
         ["NAND supply loose - .. g", "NAND price down - .. g"]),
        ("The imbalance of supply and demand in HBM remains.", ["HBM supply tight - .."]),
        ("DRAM供求失衡仍将持续，价格恐再下跌。", ["DRAM supply loose - .. g", "DRAM price down - .. g h"]),
        ("DRAM供求失衡加剧，报价大涨。", ["DRAM supply tight - ..", "DRAM price up - .."]),
        # a growth that is revised has its new size alone
        ("We now see 2026 HBM bit demand growth of 45%, up from 35% a quarter ago.", ["HBM demand up 2026 45..45 g"]),
        ("Our estimate of NAND demand growth for 2026 is in the low 20s, down from the high 20s in March.",
         ["NAND demand up 2026 21..23 g"]),
        # measured by what was expected
        ("NAND pricing improved against our plan.", []),
        # a day gone by that prices are raised from is no day of the next year
        ("We are raising HBM prices 15%, effective May 4.", ["HBM price up 2026-05 15..15"]),
        ("We are raising HBM prices by 15% from August 3.", ["HBM price up 2026-08 15..15 g"]),
        # one fiscal quarter by the one before
        ("NAND contract pricing for fiscal Q4 is up from fiscal Q3.", ["NAND price up 2026Q3 .. g"]),
        ("HBM pricing in fiscal Q4 will be down versus fiscal Q3.", ["HBM price down 2026Q3 .. g"]),
        # results told as nouns
        ("NOR price increases were in the mid teens percentage range.", ["NOR price up 2026Q2 14..16"]),
        ("The decline in HBM pricing was largely due to mix.", ["HBM price down 2026Q2 .."]),
        ("The HBM price increase was announced.", ["HBM price up - .."]),
    ],
)  # fmt: skip
def test_what_calls_measure_by(text: str, expected: list[str]) -> None:
    """What a change is measured by, be it an older forecast, a plan or the quarter before, is no change of its own."""
    claims = read_text(text, published_on=DAY, issuer="micron", doc_type="earnings_call").claims
    assert [write_claim(claim) for claim in claims] == expected


@pytest.mark.parametrize(
    ("issuer", "year", "speaker"),
    [
        ("Seagate", 2020, "third_party"),
        ("Western Digital", 2024, "company"),
        ("Western Digital", 2026, "third_party"),
        ("SanDisk", 2026, "company"),
    ],
)
def test_a_maker_of_disks_makes_no_memory(issuer: str, year: int, speaker: str) -> None:
    """What a maker of disks tells of memory is told of another's goods, for one of them since it gave up its flash."""
    text = "NAND supply remains tight, and SSD prices are rising."
    claims = read_text(text, published_on=dt.date(year, 4, 28), issuer=issuer, doc_type="earnings_call").claims
    assert [(claim.direction, claim.speaker) for claim in claims] == [("tight", speaker), ("up", speaker)]
