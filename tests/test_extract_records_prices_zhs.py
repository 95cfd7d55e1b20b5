"""What mainland records and notes tell of prices: since when, in which year, how steadily, and what drives them."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

TABLE = [
    # since when
    ("自2023年Q2NAND价格上涨以来，模组厂备货积极。", ["NAND price up 2023Q2 .."]),
    ("自去年四季度DRAM价格上涨以来，手机厂成本大增。", ["DRAM price up 2025Q4 .."]),
    ("自2025年下半年以来，DRAM价格的涨势已持续三个季度。", ["DRAM price up 2025H2 .."]),
    ("自2026年1月以来，NAND价格的上涨已持续半年。", ["NAND price up 2026-01 .."]),
    ("DRAM跌幅为2023年一季度以来最大。", ["DRAM price down - .."]),
    ("自2023年产能扩张以来，NAND价格上涨。", ["NAND price up - .."]),
    # not so, but the contrary
    ("NAND涨势非但没有趋缓，反而加快。", ["NAND price up - .."]),
    ("存储芯片进入第三季度，涨势非但没有放缓，反而愈演愈烈。", ["MEMORY price up 2026Q3 .."]),
    ("DRAM跌势不但没有止住，反而扩大。", ["DRAM price down - .."]),
    ("NOR涨势不仅没有停下，还在加速。", ["NOR price up - .."]),
    ("DRAM需求非但没有减弱，反而大增。", ["DRAM demand up - .."]),
    ("闪存缺货潮非但没有缓解，反而蔓延。", ["NAND supply tight - .."]),
    ("NAND价格并未上涨。", ["NAND price up - .. n"]),
    ("DRAM价格不降反升。", ["DRAM price up - .."]),
    ("DDR4涨势未见趋缓。", ["DRAM price up - .."]),
    # a size that comes closer
    ("NOR三季度涨幅将收敛至8%。", ["NOR price up 2026Q3 8..8 g"]),
    ("因库存上升，大容量NOR涨幅收敛至12%左右。", ["NOR inventory up - ..", "NOR price up - 12..12"]),
    ("叠加客户库存水位上升，DDR3涨幅收敛至6%。", ["DRAM inventory up - ..", "DRAM price up - 6..6"]),
    ("NAND跌幅收窄至3%。", ["NAND price down - 3..3"]),
    ("DRAM涨幅缩小到6%。", ["DRAM price up - 6..6"]),
    ("SLC NAND涨幅回落至15%。", ["NAND price up - 15..15"]),
    ("预计NAND涨幅扩大至20%。", ["NAND price up - 20..20 g"]),
    ("DRAM毛利率收敛至10%。", []),
    ("DRAM与NAND的价差收敛至10%。", []),
    # the year of a heading
    ("2027年上半年展望\nNOR：上半年价格持平。", ["NOR price flat 2027H1 .. g"]),
    ("2027年下半年及全年展望\nDDR3：下半年涨幅收窄至5%。", ["DRAM price up 2027H2 5..5 g"]),
    ("2027年展望\nSLC NAND：下半年每季度仍有8%左右涨幅。", ["NAND price up 2027H2 8..8 g"]),
    ("2025年回顾\nDDR4：下半年价格翻倍。", ["DRAM price up 2025H2 100..100"]),
    # seen from an earlier month
    ("早在4月，公司就表示二季度DDR4价格将上涨。", ["DRAM price up 2026Q2 .. g"]),
    ("公司在3月的调研中预计，第二季度NAND价格将继续上行。", ["NAND price up 2026Q2 .. g"]),
    ("早在今年2月的机构调研中,高管就透露:DRAM因缺货已在一季度涨价,二季度将继续上行。",
     ["DRAM supply tight 2026Q1 ..", "DRAM price up 2026Q1 ..", "DRAM price up 2026Q2 .. g"]),
    ("去年11月，集邦曾预测四季度DRAM价格将上涨。", ["DRAM price up 2025Q4 .. g"]),
    ("公司5月曾透露NOR价格在6月将上调。", ["NOR price up 2026-06 .. g"]),
    # until when it is expected to last
    ("存储涨价趋势预计延续至2027年底。", ["MEMORY price up 2027 .. g"]),
    ("存储涨价预期延续至2027年底。", ["MEMORY price up 2027 .. g"]),
    ("利基DRAM涨价有望贯穿2027年全年。", ["DRAM price up 2027 .. g h"]),
    ("NOR涨价预期延续到2027年上半年。", ["NOR price up 2027H1 .. g"]),
    ("DRAM涨价将贯穿整个下半年。", ["DRAM price up 2026H2 .. g"]),
    ("26年DDR4涨价有望贯穿全年且涨幅不小。", ["DRAM price up 2026 .. g h"]),
    ("对模组厂而言，SSD涨价会很快跟进。", ["NAND price up - .. g"]),
    ("NAND缺货预期延续至明年。", ["NAND supply tight 2027 .. g"]),
    ("三星扩产+长协锁量，闪存涨价预期延续至2028年中。", ["NAND price up 2028 .. g"]),
    # what drives a price
    ("AI推理拉动DDR5量价齐升。", ["DRAM price up - .."]),
    ("车载需求推动NOR量价齐升。", ["NOR price up - .."]),
    ("手机AI直接拉动LPDDR5X的出货和ASP。", ["DRAM price up - .."]),
    ("数据中心建设提振了企业级SSD均价。", ["NAND price up - .."]),
    ("换机潮提振DRAM ASP。", ["DRAM price up - .."]),
    ("端侧需求的爆发带动了SLC NAND的出货量与均价。", ["NAND price up - .."]),
    ("竞争拖累NAND的出货量与均价。", ["NAND price down - .."]),
    ("算力扩张持续拉动HBM量价齐升。", ["HBM price up - .."]),
    ("AI拉动存储出货量。", []),
    ("公司努力提升NAND的出货量和ASP。", []),
    # demand that is high
    ("DDR5与HBM需求高企。", ["DRAM demand up - ..", "HBM demand up - .."]),
    ("虽然DDR5需求高企，NOR价格依然承压。", ["DRAM demand up - ..", "NOR price down - .."]),
    ("车规NOR需求持续高增。", ["NOR demand up - .."]),
    ("企业级SSD需求高增长。", ["NAND demand up - .."]),
    ("目前NOR需求极为旺盛。", ["NOR demand up - .."]),
    ("SLC NAND需求极其火爆。", ["NAND demand up - .."]),
    ("DDR4需求井喷。", ["DRAM demand up - .."]),
    ("HBM需求爆棚。", ["HBM demand up - .."]),
    ("DRAM需求猛增。", ["DRAM demand up - .."]),
    ("序列式闪存需求火热。", ["NOR demand up - .."]),
    ("NAND库存高企。", ["NAND inventory loose - .."]),
    ("DRAM成本高企。", []),
    ("主流DRAM需求并不是全面爆发。", []),
    # a word that only says how
    ("NOR价格稳定上升。", ["NOR price up - .."]),
    ("NOR价格稳步上扬。", ["NOR price up - .."]),
    ("DRAM价格平稳上行。", ["DRAM price up - .."]),
    ("DDR3价格呈稳定增长。", ["DRAM price up - .."]),
    ("NAND价格反弹修复。", ["NAND price up - .."]),
    ("NAND价格触底修复。", ["NAND price up - .."]),
    ("今年NOR价格稳定上升，NAND价格反弹。", ["NOR price up 2026 ..", "NAND price up 2026 .."]),
    ("NOR价格稳定下降。", ["NOR price down - .."]),
    ("NOR价格稳定。", ["NOR price flat - .."]),
    ("NOR价格保持稳定，需求增长。", ["NOR price flat - ..", "NOR demand up - .."]),
    # but a state before another clause is told
    ("公司NOR产品价格目前基本稳定，没有大幅调整的计划。", ["NOR price flat - .."]),
    ("SLC NAND价格平稳、需求上升。", ["NAND price flat - ..", "NAND demand up - .."]),
    ("NAND价格平稳回升。", ["NAND price up - .."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_price_of_record_is_read(text: str, claims: list[str]) -> None:
    assert [write_claim(c) for c in read_text(text, published_on=DAY, issuer="industry").claims] == claims
