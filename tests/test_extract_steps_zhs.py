"""Simplified Chinese multiples of an old price, sizes of devices, lines turned to another product; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
TABLE = [
    ("NAND报价是去年同期的两倍。", ["NAND price up - 100..100"]),
    ("内存价格是两年前的三倍。", ["MEMORY price up - 200..200"]),
    ("现在一根内存条的价格是年初的四倍。", ["DRAM price up 2026 300..300"]),
    ("DDR5如今卖到上个月的1.5倍。", ["DRAM price up - 50..50"]),
    ("SSD价格只有去年的一半。", ["NAND price down - 50..50"]),
    ("NAND报价仅剩一年前的三分之一。", ["NAND price down - 67..67"]),
    ("DDR4合约价已是三个月前的2.5倍。", ["DRAM price up - 150..150"]),
    ("服务器内存的均价几乎是半年前的两倍。", ["DRAM price up - 100..100"]),
    ("这次DRAM涨幅约为上季的两倍。", ["DRAM price up - .."]),
    ("HBM4的价格是DDR5的六倍。", []),
    ("高端手机的容量是两年前的两倍。", []),
    ("三星HBM营收是一年前的三倍。", []),
    ("大摩预测DRAM涨30%,高盛的预测几乎是大摩的两倍。", ["DRAM price up - 30..30 g"]),
    ("同款1G三星内存条从199元涨到269元。", ["DRAM price up - .."]),
    ("内存条由300块涨到了800块。", ["DRAM price up - .."]),
    ("512G固态从260元跌到199元。", ["NAND price down - .."]),
    ("一条16G内存半年里从250元飙到900元。", ["DRAM price up - .."]),
    ("内存价格翻两倍以上。", ["MEMORY price up - 200.."]),
    ("SSD价格翻了两番。", ["NAND price up - 300..300"]),
    ("DDR4套装四个月涨了160%。", ["DRAM price up - 160..160"]),
    ("手机内存从8GB涨到12GB。", []),
    ("固态容量从512GB翻倍到1TB。", []),
    ("入门款的DDR5从16GB缩水到8GB。", []),
    ("单条DDR4从8GB翻倍到16GB,价格却跌了一成。", ["DRAM price down - 10..10"]),
    ("8GB的DDR4内存条从20美元涨到35美元。", ["DRAM price up - .."]),
    ("1TB固态涨到800元。", ["NAND price up - .."]),
    ("16G内存涨价三成。", ["DRAM price up - 30..30"]),
    ("大厂转做先进产品(HBM、LPDDR5X),DDR3供应因此吃紧。", ["DRAM supply tight - .."]),
    ("原厂转做HBM,DDR3供应因此吃紧。", ["DRAM supply tight - .."]),
    ("三星优先供应企业级产品(eSSD、RDIMM),消费级SSD缺货。", ["NAND supply tight - .."]),
    ("海力士把产线挪给HBM,DDR4价格一路走高。", ["DRAM price up - .."]),
    ("产能集中在HBM和DDR5,NOR供不应求。", ["NOR supply tight - .."]),
    ("美光聚焦HBM,传统DRAM报价上调一成。", ["DRAM price up - 10..10"]),
    ("主流产品(DDR4、DDR5)价格上涨。", ["DRAM price up - ..", "DRAM price up - .."]),
    ("原厂转产HBM,导致DDR4缺货。", ["DRAM supply tight - .."]),
    ("DRAM,NAND价格双双走低。", ["DRAM price down - ..", "NAND price down - .."]),
    ("三星优先上调HBM,DDR5和NAND的价格。", ["HBM price up - ..", "DRAM price up - ..", "NAND price up - .."]),
    ("HBM、DDR5,还有NOR都缺货。", ["HBM supply tight - ..", "DRAM supply tight - ..", "NOR supply tight - .."]),
    ("DDR4手机内存供应吃紧。", ["DRAM supply tight - .."]),
    ("LPDDR5X手机内存涨价两成。", ["DRAM price up - 20..20"]),
    ("DDR5服务器内存价格翻倍。", ["DRAM price up - 100..100"]),
    ("DDR3机顶盒内存缺货。", ["DRAM supply tight - .."]),
    ("DDR4笔记本内存报价走低。", ["DRAM price down - .."]),
    ("LPDDR4X和DDR4手机内存涨价。", ["DRAM price up - ..", "DRAM price up - .."]),
    ("DDR4和手机内存都在涨价。", ["DRAM price up - .."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_a_step_is_read_as_what_it_is_of(text: str, claims: list[str]) -> None:
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims
