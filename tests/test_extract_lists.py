"""Sizes told in a row for as many products, without a word such as "respectively": each product has its own."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

TABLE = [
    ("SLC NAND and NOR contract prices rose 6% and 9% in Q2 2026.",
     ["NAND price up 2026Q2 6..6", "NOR price up 2026Q2 9..9"]),
    ("DRAM, NAND and NOR prices fell 2%, 4% and 8%.",
     ["DRAM price down - 2..2", "NAND price down - 4..4", "NOR price down - 8..8"]),
    ("NAND, NOR and DRAM spot prices up 5/15/25%.",
     ["NAND price up - 5..5", "NOR price up - 15..15", "DRAM price up - 25..25"]),
    ("NAND and NOR prices will fall by 5% and by 8% next quarter.",
     ["NAND price down 2026Q4 5..5 g", "NOR price down 2026Q4 8..8 g"]),
    ("D램과 낸드 가격은 11%와 21% 올랐다.", ["DRAM price up - 11..11", "NAND price up - 21..21"]),
    ("DRAM、NANDの価格は11%、21%上昇した。", ["DRAM price up - 11..11", "NAND price up - 21..21"]),
    ("DRAM、NAND价格上涨11/21%。", ["DRAM price up - 11..11", "NAND price up - 21..21"]),
    # a range is of both, and so is one size
    ("DRAM and NAND prices rose 10% to 20%.", ["DRAM price up - 10..20", "NAND price up - 10..20"]),
    ("DRAM and NAND prices rose 10%.", ["DRAM price up - 10..10", "NAND price up - 10..10"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_list_of_sizes(sentence: str, expected: list[str]) -> None:
    """As many sizes as products are theirs in turn."""
    assert [write_claim(c) for c in read_text(sentence, published_on=DAY, issuer="industry").claims] == expected


# Lines of trackers and digests: a sign or a state stands for the verb.
ITEMS = [
    ("- SLC NAND: +12–15% QoQ", ["NAND price up - 12..15"]),
    ("NOR: -4% q/q", ["NOR price down - 4..4"]),
    ("DDR3 4Gb: $2.10, +6.5% MoM", ["DRAM price up - 6.5..6.5"]),
    ("NOR contract was $0.85 in May, -4% MoM.", ["NOR price down 2026-05 4..4"]),
    ("Mobile DRAM: tight", ["DRAM supply tight - .."]),
    ("1H27: NOR -6%, DDR3 flat", ["NOR price down 2027H1 6..6 g", "DRAM price flat 2027H1 .. g"]),
    ("DRAM contract price changes in 4Q26: PC +7%, server -9%",
     ["DRAM price up 2026Q4 7..7 g", "DRAM price down 2026Q4 9..9 g"]),
    ("4Q26 contract prices, per a broker:\n- Graphics DRAM: +6-9% QoQ\n- NOR: -2% QoQ",
     ["DRAM price up 2026Q4 6..9 g", "NOR price down 2026Q4 2..2 g"]),
    ("NOR：季增7%", ["NOR price up - 7..7"]),
    ("LPDDR4X：月跌6%，NOR：持平", ["DRAM price down - 6..6", "NOR price flat - .."]),
    ("DDR3 4Gb：2.3美元，-1.5%", ["DRAM price down - 1.5..1.5"]),
    ("- 모바일 D램: -3~6% QoQ", ["DRAM price down - 3..6"]),
    ("노어: 보합", ["NOR price flat - .."]),
    ("・車載向けDRAM：+4〜9%", ["DRAM price up - 4..9"]),
    # a line under a heading that counts something else, or with a word that does
    ("Bit shipments by product\n- DRAM: +11% QoQ\n- NAND: -4% QoQ", []),
    ("各產品營收\nDRAM：+11%\nNAND：-4%", []),
    ("제품별 출하량\n- D램: +11%\n- 낸드: -4%", []),
    ("製品別売上高\n・DRAM：+11%\n・NANDの前期比：-4%", []),
    ("DRAM ETF: +6%", []),
    ("DRAM yield: +6%", []),
    ("Memory: +6% YoY", []),
    ("NOR +6%, Winbond +9%", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), ITEMS, ids=[sentence for sentence, _ in ITEMS])
def test_line_of_list(sentence: str, expected: list[str]) -> None:
    """A product with a sign or a state beside it is a price or a supply, unless something else is counted."""
    assert [write_claim(c) for c in read_text(sentence, published_on=DAY).claims] == expected


MAKERS = [
    ("We expect NAND and DRAM bit shipments to be constrained by the supply of the industry.",
     ["NAND supply tight - .. g", "DRAM supply tight - .. g"]),
    ("NAND and NOR demand is improving, and producer inventory levels are elevated.",
     ["NAND demand up - ..", "NOR demand up - ..", "NAND inventory loose - ..", "NOR inventory loose - .."]),
    ("NAND and NOR demand is improving, NAND most of all, and producer inventory levels are elevated.",
     ["NAND demand up - ..", "NOR demand up - ..", "MEMORY inventory loose - .."]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), MAKERS, ids=[sentence for sentence, _ in MAKERS])
def test_makers_go_on_with_the_list(sentence: str, expected: list[str]) -> None:
    """What a maker tells of supply or stocks without a product is of all the products it has listed."""
    claims = read_text(sentence, published_on=DAY, issuer="Micron", doc_type="earnings_call").claims
    assert [write_claim(c) for c in claims] == expected
