"""Halves of a headline that keep to their own product, and what is no news: risks, assumptions, rumours, own goods."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

HALVES = [
    ("DDR5漲勢未歇 5月合約價漲12%", ["DRAM price up 2026-05 12..12"]),
    ("DRAM跌勢未停歇 5月合約價月減6%", ["DRAM price down 2026-05 6..6"]),
    ("NAND涨势不歇 5月合约价涨9%", ["NAND price up 2026-05 9..9"]),
    ("補貼政策未定 NAND合約價漲11%", ["NAND price up - 11..11"]),
    ("DRAM短缺未解 5月合約價漲7%", ["DRAM supply tight - ..", "DRAM price up 2026-05 7..7"]),
    ("NAND合約價漲25% NOR漲12%", ["NAND price up - 25..25", "NOR price up - 12..12"]),
    ("DRAM现货价跌4% NAND涨3%", ["DRAM price down - 4..4", "NAND price up - 3..3"]),
    ("NAND報價漲四成 DRAM漲三成", ["NAND price up - 40..40", "DRAM price up - 30..30"]),
    ("華邦電並未調漲 NOR 價格。", ["NOR price up - .. n"]),
    ("낸드 고정가 12% 상승 D램 7% 하락", ["NAND price up - 12..12", "DRAM price down - 7..7"]),
    ("NAND大口価格9%上昇 DRAMは4%下落", ["NAND price up - 9..9", "DRAM price down - 4..4"]),
]

NO_NEWS = [
    ("風險：NAND價格跌幅大於預期。", []),
    ("投資風險：(1) DRAM價格漲幅不如預期；(2) NAND庫存過高。", []),
    ("主要风险包括：DRAM供给增加过快、需求疲弱。", []),
    ("下檔風險：NOR價格下跌、客戶砍單。", []),
    ("Key risks include lower NAND prices and weaker server demand.", []),
    ("Risks: NAND prices fall faster than expected.", []),
    ("Risks remain, but NAND prices rose 6%.", ["NAND price up - 6..6"]),
    ("리스크: 낸드 가격 하락, 환율 변동.", []),
    ("リスク：NAND価格の下落、為替変動。", []),
    ("反映NAND ASP假設調升15%。", []),
    ("我們下修DDR4均價假設8%。", []),
    ("We cut our NAND ASP assumption by 5%.", []),
    ("낸드 ASP 가정을 5% 하향했다.", []),
    ("NANDのASP前提を5%引き下げた。", []),
    ("針對市場傳言第四季將調漲NAND價格，群聯回應不評論。", []),
    ("對於外傳DDR4將漲價四成，華邦電不予置評。", []),
    ("SK hynix declined to comment on reports that NAND prices will rise.", []),
    ("NAND prices rose 8%, and the company declined to comment on its customers.", ["NAND price up - 8..8"]),
    ("SK하이닉스는 낸드 가격 인상설에 대해 언급을 거부했다.", []),
    ("サムスンは、DRAM価格を引き上げるとの報道についてコメントを控えた。", []),
    ("DRAM成本上升，公司調漲售價兩成。", ["DRAM price up - .."]),
    ("記憶體成本上揚，筆電漲價6%。", ["MEMORY price up - .."]),
    ("NAND涨价，手机涨价5%。", ["NAND price up - .."]),
    ("模組廠因NAND成本上升，調漲SSD售價兩成。", ["NAND price up - 20..20"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), HALVES + NO_NEWS, ids=[row[0] for row in HALVES + NO_NEWS])
def test_halves_and_what_is_no_news(sentence: str, expected: list[str]) -> None:
    """A sentence makes its claims and no others."""
    claims = read_text(sentence, published_on=dt.date(2026, 6, 2)).claims
    assert [write_claim(claim) for claim in claims] == expected
