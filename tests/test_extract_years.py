"""The year that a period is of: years of the Republic of China, and what a change is compared with."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

SPRING = dt.date(2026, 5, 20)

TABLE = [
    # years of the Republic of China
    ("民國115年第一季DDR4合約價上漲8%。", ["DRAM price up 2026Q1 8..8"]),
    ("113年第三季NOR Flash價格下跌兩成。", ["NOR price down 2024Q3 20..20"]),
    ("民國99年第四季DRAM價格下跌9%。", ["DRAM price down 2010Q4 9..9"]),
    ("114年下半年NAND價格上漲。", ["NAND price up 2025H2 .."]),
    ("112年12月DRAM現貨價上漲4%。", ["DRAM price up 2023-12 4..4"]),
    ("111年Q2 DRAM合約價下跌5%。", ["DRAM price down 2022Q2 5..5"]),
    ("民國114年DRAM價格上漲三成。", ["DRAM price up 2025 30..30"]),
    ("25年第四季度DRAM合约价上涨6%。", ["DRAM price up 2025Q4 6..6"]),
    # years of two digits, each with its own size
    ("NOR价格18Q2开始走弱，19年下跌35%。", ["NOR price down 2018Q2 ..", "NOR price down 2019 35..35"]),
    ("DRAM价格24Q1回升，24年上涨50%，25年上涨20%。",
     ["DRAM price up 2024Q1 ..", "DRAM price up 2024 50..50", "DRAM price up 2025 20..20"]),
    ("NOR價格22年下跌25%，23年下跌15%。", ["NOR price down 2022 25..25", "NOR price down 2023 15..15"]),
    ("NOR价格16年上涨了9倍。", ["NOR price up - 900..900"]),
    # fiscal quarters of a maker that is named
    ("美光FY26Q1 NAND ASP环比增长18%。", ["NAND price up 2025Q4 18..18"]),
    ("美光FY2025Q4 DRAM ASP季增12%。", ["DRAM price up 2025Q3 12..12"]),
    ("美光3QFY25 NAND ASP季減7%。", ["NAND price down 2025Q2 7..7"]),
    ("三星FY25Q4 NAND ASP季增12%。", ["NAND price up 2025Q4 12..12"]),
    ("Micron's Q1 FY26 NAND ASPs rose 18%.", ["NAND price up 2025Q4 18..18"]),
    ("Micron's 1QFY26 NAND ASPs rose 18%.", ["NAND price up 2025Q4 18..18"]),
    ("마이크론 FY26Q1 낸드 ASP는 18% 상승했다.", ["NAND price up 2025Q4 18..18"]),
    ("マイクロンのFY26Q1のNAND平均単価は18%上昇した。", ["NAND price up 2025Q4 18..18"]),
    # what a change is compared with lies before it
    ("NAND contract prices rose 7% in Q1, compared with a 9% rise in Q4.",
     ["NAND price up 2026Q1 7..7", "NAND price up 2025Q4 9..9"]),
    ("DDR5 prices climbed 8% in Q1, up from 3% in Q4.", ["DRAM price up 2026Q1 8..8", "DRAM price up 2025Q4 3..3"]),
    ("NOR prices rose 4% in the first quarter, down from 11% in the fourth quarter.",
     ["NOR price up 2026Q1 4..4", "NOR price up 2025Q4 11..11"]),
    ("NAND prices fell 4% in Q1, following a 3% decline in Q4.",
     ["NAND price down 2026Q1 4..4", "NAND price down 2025Q4 3..3"]),
    ("DRAM prices will rise 6% in Q4, up from 2% in Q3.",
     ["DRAM price up 2026Q4 6..6 g", "DRAM price up 2026Q3 2..2 g"]),
    ("D램 가격은 1분기 8% 올라 4분기의 15% 상승보다 둔화됐다.",
     ["DRAM price up 2026Q1 8..8", "DRAM price up 2025Q4 15..15"]),
    # what had been expected, and came otherwise
    ("Traders had expected NAND prices to rise 15%, but they fell 2% in Q1.", ["NAND price down 2026Q1 2..2"]),
    ("NAND prices were expected to climb 12%, but fell 3% in Q1.", ["NAND price down 2026Q1 3..3"]),
    ("厂商原先预期NAND价格上涨12%，但一季度下跌3%。", ["NAND price down 2026Q1 3..3"]),
    ("업계는 낸드 가격이 12% 오를 것으로 전망했으나 1분기에 3% 하락했다.", ["NAND price down 2026Q1 3..3"]),
    ("業界はNAND価格の12%上昇を予想していたが、1〜3月期は3%下落した。", ["NAND price down 2026Q1 3..3"]),
    # since a month that is over; the same time a year before; one period for both
    ("NAND prices are up 2x since last November.", ["NAND price up - 100..100"]),
    ("一季度NOR价格上涨6%，去年同期下跌2%。", ["NOR price up 2026Q1 6..6", "NOR price down 2025Q1 2..2"]),
    ("一季度NAND价格上涨7%，去年同期为下跌9%。", ["NAND price up 2026Q1 7..7", "NAND price down 2025Q1 9..9"]),
    ("1분기 낸드 가격은 7% 올랐는데 지난해 같은 기간에는 9% 하락했다.",
     ["NAND price up 2026Q1 7..7", "NAND price down 2025Q1 9..9"]),
    ("1〜3月期のNAND契約価格は20〜25%上昇、DRAMは30〜35%上昇と予測した。",
     ["NAND price up 2026Q1 20..25 g", "DRAM price up 2026Q1 30..35 g"]),
    # what is told in the past does not begin after the page, what lies ahead does not end before it
    ("NAND现货价三季度跌了6%，四季度又涨了11%。", ["NAND price down 2025Q3 6..6", "NAND price up 2025Q4 11..11"]),
    ("11月NOR報價漲了兩成。", ["NOR price up 2025-11 20..20"]),
    ("6月DDR4合约价曾下跌7%。", ["DRAM price down 2025-06 7..7"]),
    ("第四季DDR5合約價已經漲了三成。", ["DRAM price up 2025Q4 30..30"]),
    ("四季度NAND合约价将再涨6%。", ["NAND price up 2026Q4 6..6 g"]),
    ("NOR prices slid 4% in June.", ["NOR price down 2025-06 4..4"]),
    ("NOR prices will slide 4% in June.", ["NOR price down 2026-06 4..4 g"]),
    ("6월 낸드 가격은 4% 하락했다.", ["NAND price down 2025-06 4..4"]),
    ("6월 낸드 가격은 4% 하락할 전망이다.", ["NAND price down 2026-06 4..4 g"]),
    ("6月のNAND価格は4%下落した。", ["NAND price down 2025-06 4..4"]),
    ("6月のNAND価格は4%下落する見通しだ。", ["NAND price down 2026-06 4..4 g"]),
    # a bare month far ahead is the last of its name
    ("11月NAND合约价下跌3%。", ["NAND price down 2025-11 3..3"]),
    # a bare ordinal counts on
    ("NAND prices lost 6% in the third quarter and 9% in the fourth.",
     ["NAND price down 2025Q3 6..6", "NAND price down 2025Q4 9..9"]),
    ("NOR prices rose 4% in the first half and will gain 7% in the second.",
     ["NOR price up 2026H1 4..4", "NOR price up 2026H2 7..7 g"]),
    # more forms of the past, and what may be settled for a period to come
    ("NOR prices crept up 3% in the third quarter.", ["NOR price up 2025Q3 3..3"]),
    ("NAND prices went into reverse in the fourth quarter, falling 8%.", ["NAND price down 2025Q4 8..8"]),
    ("第3四半期にNOR価格は急騰していた。", ["NOR price up 2025Q3 .."]),
    ("三季度NAND合约价已敲定上涨8%。", ["NAND price up 2026Q3 8..8 g"]),
    ("Kioxia has raised July NAND prices by 8%.", ["NAND price up 2026-07 8..8 g"]),
    # a day that heads an entry of a diary, and one that a price is set from
    ("【5月12日】NAND现货价上涨3%。", ["NAND price up 2026-05 3..3"]),
    ("【11月20日】DDR4合约价上涨3%。", ["DRAM price up 2025-11 3..3"]),
    ("4月9日，DDR5现货价回落2%。", ["DRAM price down 2026-04 2..2"]),
    ("【5月12日】一季度NAND合约价上涨3%。", ["NAND price up 2026Q1 3..3"]),
    ("4月9日，集邦表示NAND价格上涨3%。", ["NAND price up - 3..3"]),
    ("Mar 4: NAND spot prices fell 3%.", ["NAND price down 2026-03 3..3"]),
    ("[5월 12일] 낸드 현물가격이 3% 올랐다.", ["NAND price up 2026-05 3..3"]),
    ("【5月12日】NANDのスポット価格は3%下落した。", ["NAND price down 2026-05 3..3"]),
    ("Effective June 1, Kioxia will raise NAND prices by 9%.", ["NAND price up 2026-06 9..9 g"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_sentence_gives_the_year_that_it_means(sentence: str, expected: list[str]) -> None:
    """A sentence published in spring gives its claims, each with the year that it means."""
    claims = read_text(sentence, published_on=SPRING, issuer="industry").claims
    assert [write_claim(claim) for claim in claims] == expected


def test_digits_of_a_longer_number_are_no_year() -> None:
    """A number of three digits that is no year is not cut down to one of two."""
    claims = read_text("926年第二季DRAM價格上漲10%。", published_on=SPRING).claims
    assert all(claim.period in (None, "2026Q2") for claim in claims)
