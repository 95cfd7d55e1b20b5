"""Simplified Chinese rises of devices with memory in them, and changes in short or by now; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
TABLE = [
    ("存储成本飙升,几家品牌的新手机悄悄贵了几百元。", ["MEMORY price up - .."]),
    ("受内存短缺影响,联想和戴尔确认将上调产品售价,涨价幅度在10%至30%之间。", ["MEMORY supply tight - .."]),
    ("存储成本占比升高,涨价成了手机厂商的被动选择。", []),
    ("内存成本压力传导至终端,部分笔电机型已经调价。", []),
    ("手机厂商高管预警,搭载大容量存储的新机将普遍提价。", []),
    ("内存涨价,手机跟着涨价。", ["MEMORY price up - .."]),
    ("店员透露,笔记本涨价只是时间问题。", []),
    ("内存条涨价只是时间问题。", ["DRAM price up - .."]),
    ("小米新机因内存涨价而上调售价。", ["MEMORY price up - .."]),
    ("配备32GB内存的机型普遍涨价。", []),
    ("模组厂宣布上调产品售价,SSD涨价幅度在一成左右。", ["NAND price up - 10..10"]),
    ("戴尔上调笔记本售价,DRAM涨价幅度达两成。", ["DRAM price up - 20..20"]),
    ("内存涨价成了整机厂商的噩梦。", ["MEMORY price up - .."]),
    ("HBM3E ASP约16美元/GB,预计年降5-10%。", ["HBM price down - 5..10 g"]),
    ("HBM的ASP年降10%是隐含风险。", ["HBM price down - 10..10"]),
    ("DRAM均价季增8%,年减5%。", ["DRAM price up - 8..8", "DRAM price down - 5..5"]),
    ("HBM4 ASP已较HBM3E高两成。", []),
    ("| DRAM合约价 | 3Q26 +13-18% QoQ |", ["DRAM price up 2026Q3 13..18 g"]),
    ("DRAM合约价+17% QoQ,NAND +9% 4Q26E。", ["DRAM price up - 17..17", "NAND price up 2026Q4 9..9 g"]),
    ("HBM价格同比+12%,DDR5现货环比-3%。", ["HBM price up - 12..12", "DRAM price down - 3..3"]),
    ("NAND均价季跌3%,年涨两成。", ["NAND price down - 3..3", "NAND price up - 20..20"]),
    ("DDR4现货月涨6%。", ["DRAM price up - 6..6"]),
    ("DDR4价格在今年6月跌到最低,但价格目前加速上涨。", ["DRAM price down 2026-06 ..", "DRAM price up - .."]),
    ("NAND去年三季度供过于求,供应如今已转紧。", ["NAND supply loose 2025Q3 ..", "NAND supply tight - .."]),
    ("SSD报价今年一季度下滑,价格眼下正在回升。", ["NAND price down 2026Q1 ..", "NAND price up - .."]),
    ("二季度DRAM均价上涨8%,涨幅高于一季度。", ["DRAM price up 2026Q2 8..8"]),
    ("截至6月的三个月,DRAM均价下降了25%。", ["DRAM price down 2026Q2 25..25"]),
    ("截至3月底的三个月,NAND报价上涨了8%。", ["NAND price up 2026Q1 8..8"]),
    ("截至2026年1月,DRAM和NAND价格均创下历史最高。", ["DRAM price up 2026-01 ..", "NAND price up 2026-01 .."]),
    ("DRAM价格自2018年夏季起暴跌。", ["DRAM price down 2018 .."]),
    (
        "相比第二季NOR跌幅达两成,第三季跌幅可望收窄到12%。",
        ["NOR price down 2026Q2 20..20", "NOR price down 2026Q3 12..12 g h"],
    ),
    ("相比一季度NAND涨幅达一成,二季度涨幅收窄至3%。", ["NAND price up 2026Q1 10..10", "NAND price up 2026Q2 3..3"]),
    ("客户对DDR4的需求猛然增加。", ["DRAM demand up - .."]),
    ("HBM需求骤然升温。", ["HBM demand up - .."]),
    ("DRAM需求陡然下滑。", ["DRAM demand down - .."]),
    ("DDR4供应骤减。", ["DRAM supply down - .."]),
    ("SSD库存锐减。", ["NAND inventory down - .."]),
    ("闪存产量骤降两成。", ["NAND supply down - 20..20"]),
    ("DRAM价格突然大涨。", ["DRAM price up - .."]),
    ("NOR需求陡增。", ["NOR demand up - .."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_a_rise_is_of_what_it_is_told_of(text: str, claims: list[str]) -> None:
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims
