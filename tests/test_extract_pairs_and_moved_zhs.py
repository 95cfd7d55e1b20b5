"""Chinese sizes in pairs and as attributes, and prices that another thing drags or pulls along."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

TABLE = [
    # sizes in pairs, and as attributes
    ("DRAM/NAND合约价+13%/+10%。", ["DRAM price up - 13..13", "NAND price up - 10..10"]),
    ("| 3Q26 DRAM / NAND合约价 | +13–18% / +10–15% |",
     ["DRAM price up 2026Q3 13..18 g", "NAND price up 2026Q3 10..15 g"]),
    ("三季度DRAM/NAND合约价分别上涨13%/10%。", ["DRAM price up 2026Q3 13..13", "NAND price up 2026Q3 10..10"]),
    ("预计15-18%的DRAM位元需求增长及30-35%的NAND位元需求增长。",
     ["DRAM demand up - 15..18 g", "NAND demand up - 30..35 g"]),
    ("明年将有20%的DRAM需求增长和25%的NAND需求增长。",
     ["DRAM demand up 2027 20..20 g", "NAND demand up 2027 25..25 g"]),
    ("三季度有5%的NOR价格涨幅和8%的SLC NAND价格涨幅。", ["NOR price up 2026Q3 5..5", "NAND price up 2026Q3 8..8"]),
    ("DRAM需求增长20%，NAND需求增长25%。", ["DRAM demand up - 20..20", "NAND demand up - 25..25"]),
    # what looks like them
    ("预计有10%的DDR4涨幅。", ["DRAM price up - 10..10 g"]),
    ("占产能三成的NAND价格上涨。", ["NAND price up - .."]),
    ("市占30%的SLC NAND价格上涨8%。", ["NAND price up - 8..8"]),
    ("SSD/HDD出货+5%/+3%。", []),
    ("DRAM/NAND营收+13%/+10%。", []),
    ("NOR/SLC NAND 3Q26合约价+8%/+12%。", ["NOR price up 2026Q3 8..8", "NAND price up 2026Q3 12..12"]),
    ("DRAM合约价3Q26 +13%，4Q26 +8%。", ["DRAM price up 2026Q3 13..13", "DRAM price up 2026Q4 8..8 g"]),
    # what another thing drags
    ("DDR3价格一直被DDR4的降价拖累。", ["DRAM price down - ..", "DRAM price down - .."]),
    ("去年下半年以来，随着需求疲软，DDR3的价格一直被DDR4的跌价所拖累。",
     ["DRAM demand down 2025H2 ..", "DRAM price down 2025H2 ..", "DRAM price down 2025H2 .."]),
    ("NOR均价受SLC NAND跌价拖累。", ["NOR price down - ..", "NAND price down - .."]),
    ("公司业绩被NAND跌价拖累。", ["NAND price down - .."]),
    # what another thing moves
    ("DDR4均价受HBM涨价带动。", ["DRAM price up - ..", "HBM price up - .."]),
    ("SLC NAND价格受需求疲弱拖累。", ["NAND price down - ..", "NAND demand down - .."]),
    ("NOR价格不受NAND跌价拖累。", []),
    ("公司股价被DRAM跌价拖累。", ["DRAM price down - .."]),
    # of which some rise more
    ("闪迪上调NAND价格，其中企业级产品涨幅达20%。", ["NAND price up - 20..20"]),
    # through the year
    ("26年利基存储涨价有望贯穿全年。", ["MEMORY price up 2026 .. g h"]),
    ("利基DRAM涨价25Q4后半段刚开始，26年涨价有望贯穿全年且幅度不小。",
     ["DRAM price up 2025Q4 ..", "DRAM price up 2026 .. g h"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_pair_or_moved_price_gives_its_claims(text: str, claims: list[str]) -> None:
    assert [write_claim(c) for c in read_text(text, published_on=DAY, issuer="industry").claims] == claims
