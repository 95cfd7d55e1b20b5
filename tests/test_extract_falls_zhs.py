"""Falls, gluts and cuts in Chinese: what is counted since when, what is cut, and what is only dearer than another."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

TABLE = [
    # compared with the beginning of the year a change is that of the year
    ("NOR均价较年初回落12%。", ["NOR price down 2026 12..12"]),
    ("DDR4报价如今只有一美元，比今年年初下跌两成。", ["DRAM price down 2026 20..20"]),
    ("同年初的报价相比，NAND颗粒跌了18%。", ["NAND price down 2026 18..18"]),
    ("6月NOR均价较年初回落12%。", ["NOR price down 2026-06 12..12"]),
    # what comes together since a month, or over several years, is of no one period
    ("NAND颗粒报价自3月起累计上涨六成。", ["NAND price up - 60..60"]),
    ("从 4 月 2 日算起，NOR现货价累计下跌 9%。", ["NOR price down - 9..9"]),
    ("2024年-2025年，NOR累计回落三成，NAND价格回落两成。", ["NOR price down - 30..30", "NAND price down - 20..20"]),
    ("上半年NOR均价累计上涨9%。", ["NOR price up 2026H1 9..9"]),
    ("2025年NOR均价累计上涨9%。", ["NOR price up 2025 9..9"]),
    # what narrows from some quarter on is told of it
    ("DDR4从今年第三季起走弱，NOR价格涨幅收窄至2%。", ["DRAM price down 2026Q3 ..", "NOR price up 2026Q3 2..2"]),
    # output that is cut beside spending
    ("NAND厂商纷纷削减资本支出，收缩产能。", ["NAND supply down - .."]),
    ("DRAM原厂降低投资与下调产能。", ["DRAM supply down - .."]),
    ("NOR厂商关停产能，静待市场回暖。", ["NOR supply down - .."]),
    ("NAND厂商纷纷削减资本支出。", []),
    # to be dearer than another one is no change in time
    ("这条DDR5内存缺货，比同容量DDR4内存贵了一倍。", ["DRAM supply tight - .."]),
    ("DDR5刚上市时，比普通DDR4贵了80%。", []),
    ("DDR5又贵了20%。", ["DRAM price up - 20..20"]),
    # a cycle that is one of prices
    ("NOR闪存已迈入全面上涨周期。", ["NOR price up - .."]),
    ("存储产业迎来新一轮上行周期。", []),
    # words within others, and the past as a time
    ("NAND厂商将报价调高30%，创下行业之最。", ["NAND price up - 30..30"]),
    ("NAND价格走入下行。", ["NAND price down - .."]),
    ("NOR价格在过去 5 个月大幅上扬。", ["NOR price up - .."]),
    ("NOR价格在过去总是先涨后跌。", []),
    # what is held back does not come
    ("为了抢单，供应商压制了NAND价格的上涨。", []),
    # a drive of flash, whatever the other drives are called
    ("SSD硬盘又涨价了。", ["NAND price up - .."]),
    ("闪存颗粒涨价，NVMe硬盘缺货。", ["NAND price up - ..", "NAND supply tight - .."]),
    ("机械硬盘又涨价了，SSD厂商表示关注。", []),
    # how far a price falls, and what it could do
    ("NOR价格的下滑幅度持续扩大。", ["NOR price down - .."]),
    ("NOR的价格弹性有望进一步释放。", []),
    # what a maker can supply
    ("NOR的供货能力将增长7%。", ["NOR supply up - 7..7 g"]),
    # how many weeks a stock lasts, and what is usual of it
    ("NOR库存缩减到五周供应量，只有往年的四成。", ["NOR inventory down - ..", "NOR inventory tight - .."]),
    ("NOR库存降至5周，低于2024年底的21周。", ["NOR inventory down - .."]),
    ("NOR报价仅为正常水平的一半。", []),
    # sizes parted by slashes are of one each
    ("NOR均价跌了 4% / 6%。", ["NOR price down - 4..4", "NOR price down - 6..6"]),
    ("eMMC 8/32GB周跌幅2%/3.5%。", ["NAND price down - 2..2", "NAND price down - 3.5..3.5"]),
    # an index of prices, and one of shares
    ("NAND指数月环比回落2.4%。", ["NAND price down - 2.4..2.4"]),
    ("NAND板块指数回落2.4%。", []),
    # what is counted from a month is not of it
    ("NOR报价较4月涨幅超两成。", ["NOR price up - 20.."]),
    ("7月NAND走高，NOR报价较4月涨幅超两成。", ["NAND price up 2026-07 ..", "NOR price up 2026-07 20.."]),
    # a plan for output leaves the price before it where it was
    ("今年一季度以来，NOR价格持续走低，厂商将减产。", ["NOR price down 2026Q1 ..", "NOR supply down - .. g"]),
    # some time is no period
    ("预计下半年NOR价格续降，需求恐在一段时间内偏弱。", ["NOR price down 2026H2 .. g", "NOR demand down - .. g h"]),
    # orders that cannot be filled, supply that is spoken for
    ("原厂无法满足NOR的订单。", ["NOR supply tight - .."]),
    ("NOR的读写速度难以满足训练的需求。", []),
    ("全部的NOR供应，早已被车厂抢先订走。", ["NOR supply tight - .."]),
    # what prices are cut for
    ("NOR原厂杀价清库存。", ["NOR price down - .."]),
    ("NOR原厂去库存。", ["NOR inventory down - .."]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_fall_gives_its_claims(sentence: str, expected: list[str]) -> None:
    """A Chinese sentence on a fall, a cut or a comparison makes its claims and no others."""
    claims = read_text(sentence, published_on=DAY).claims
    assert [write_claim(claim) for claim in claims] == expected
