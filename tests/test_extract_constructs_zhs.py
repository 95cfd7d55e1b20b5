"""Constructions of the press in simplified Chinese, one or a few a sentence, and what each claims."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

# fmt: off
TABLE = [
    # prices told by amounts, multiples, idioms
    ("GDDR6合约报价由7美元升到9美元，幅度超过25%。", ["DRAM price up - 25.."]),
    ("16GB DDR5内存条一度从400元跳到520元，报价混乱。", ["DRAM price up - .."]),
    ("LPDDR5X新约单价约为上一年的1.8倍。", ["DRAM price up - 80..80"]),
    ("NOR报价已是年初的2.5倍。", ["NOR price up - 150..150"]),
    ("LPDDR4X均价涨至去年同期的三倍。", ["DRAM price up - 200..200"]),
    ("2027年HBM产出将是2025年的两倍半。", ["HBM supply up 2027 150..150 g"]),
    ("SSD报价较原价高出10%。", ["NAND price up - 10..10"]),
    ("闪存卡跌成白菜价，商家苦不堪言。", ["NAND price down - .."]),
    ("NOR价格中枢上移。", ["NOR price up - .."]),
    ("DDR4报价一泻千里。", ["DRAM price down - .."]),
    ("二季度DRAM的ASP上涨了百分之三十中段。", ["DRAM price up 2026Q2 34..36"]),
    ("一季度NAND的ASP涨幅是百分之五十初段。", ["NAND price up 2026Q1 51..53"]),
    ("6月显存合约价大致与前一个月相当。", ["DRAM price flat 2026-06 .."]),
    ("eMMC现货价窄幅波动。", ["NAND price flat - .."]),
    ("SRAM价格波动有限。", ["SRAM price flat - .."]),
    ("7月服务器内存以平盘收场，价格不变。", ["DRAM price flat 2026-07 .."]),
    ("二季度NOR单价尚未企稳，较一季度仍有所下滑。", ["NOR price down 2026Q2 .."]),
    ("NOR单价尚未企稳。", []),
    ("DDR5 16Gb报5.2美元，较上周上涨3%。", ["DRAM price up - 3..3"]),
    ("512Gb TLC晶圆报6元，累计上扬近四成。", ["NAND price up - 40..40"]),
    ("7月DRAM合约价季减5%，仅SSD可望小幅季增0%至3%。",
     ["DRAM price down 2026-07 5..5", "NAND price up 2026-07 0..3 g h"]),
    ("GPU、内存等服务器物料供应偏紧且价格走高。", ["DRAM supply tight - ..", "DRAM price up - .."]),
    ("6月首周SSD报价全面跳涨，DDR4单周涨幅12%，嵌入式eMMC涨7%。",
     ["NAND price up 2026-06 7..7", "DRAM price up 2026-06 12..12"]),
    # demand
    ("企业级SSD需求十分迫切。", ["NAND demand up - .."]),
    ("DRAM需求因AI服务器而增强。", ["DRAM demand up - .."]),
    ("HBM需求依然旺。", ["HBM demand up - .."]),
    ("SSD需求已走出低谷。", ["NAND demand up - .."]),
    ("手机DRAM需求平平。", ["DRAM demand down - .."]),
    ("NOR需求恢复缓慢。", ["NOR demand down - .."]),
    ("eMMC需求未见好转。", ["NAND demand down - .."]),
    ("消费类U盘需求被高价明显压制。", ["NAND demand down - .."]),
    ("手机DRAM需求受涨价抑制。", ["DRAM demand down - .."]),
    ("手机厂暂缓本季LPDDR5X采购。", ["DRAM demand down 2026Q3 .."]),
    ("个别云厂商放缓HBM3E下单节奏。", ["HBM demand down - .."]),
    ("消费类NAND需求有限。", ["NAND demand down - .."]),
    # supply
    ("三星西安厂的eSSD已无现货可放。", ["NAND supply tight - .."]),
    ("铠侠今年NAND产能已全数售出。", ["NAND supply tight 2026 .."]),
    ("下半年能拿到的LPDDR只有需求的七成。", ["DRAM supply tight 2026H2 .."]),
    ("DDR5颗粒到货仅为下单量的一半。", ["DRAM supply tight - .."]),
    ("DDR3用一颗少一颗。", ["DRAM supply tight - .."]),
    ("NOR供应仍存在较大缺口。", ["NOR supply tight - .."]),
    ("HBM供应远远不够。", ["HBM supply tight - .."]),
    ("DRAM供货仍以配额制为主。", ["DRAM supply tight - .."]),
    ("HBM3E供给增速会超过需求增速。", ["HBM supply loose - .. g"]),
    ("明年NAND需求增速将高于供给增速。", ["NAND supply tight 2027 .. g"]),
    ("车规SRAM的货是充足的。", ["SRAM supply loose - .."]),
    ("铠侠把NAND产出减了两成。", ["NAND supply down - 20..20"]),
    ("美光从去年10月开始把NAND晶圆投入减了三成左右。", ["NAND supply down 2025-10 30..30"]),
    ("三星NAND工厂6月初因停电停线。", ["NAND supply down 2026-06 .."]),
    # inventory
    ("NAND渠道库存过剩。", ["NAND inventory loose - .."]),
    ("NOR渠道库存仅剩两周。", ["NOR inventory tight - .."]),
    ("DRAM客户库存压力较大。", ["DRAM inventory loose - .."]),
    ("DRAM渠道库存高于正常水平。", ["DRAM inventory loose - .."]),
    ("SRAM通路库存短缺。", ["SRAM inventory tight - .."]),
    # verbs parted from their object, orders, goods that can't be had
    ("三星下调NAND稼动率。", ["NAND supply down - .."]),
    ("铠侠关停部分NAND产线。", ["NAND supply down - .."]),
    ("铠侠重启NAND产线。", ["NAND supply up - .."]),
    ("美光拉升DRAM产能利用率。", ["DRAM supply up - .."]),
    ("三星停止NAND减产。", ["NAND supply up - .."]),
    ("客户追加DDR5订单。", ["DRAM demand up - .."]),
    ("客户减少NOR订单。", ["NOR demand down - .."]),
    ("HBM订单大增。", ["HBM demand up - .."]),
    ("SSD订单明显下滑。", ["NAND demand down - .."]),
    ("手机厂下修LPDDR需求。", ["DRAM demand down - .."]),
    ("DDR4补货意愿不高。", ["DRAM demand down - .."]),
    ("eSSD急单不断。", ["NAND demand up - .."]),
    ("NAND颗粒拿货依旧困难。", ["NAND supply tight - .."]),
    ("DDR3现货难寻。", ["DRAM supply tight - .."]),
    ("DDR4供应压力增大。", ["DRAM supply loose - .."]),
    ("DRAM市场逐步恢复平衡。", ["DRAM supply balanced - .."]),
    ("NOR供货无忧。", ["NOR supply balanced - .."]),
    ("DDR4价格一落千丈。", ["DRAM price down - .."]),
    ("SSD降了两成。", ["NAND price down - 20..20"]),
    ("公司SSD产品价格自5月起陆续上调，幅度在一成左右。", ["NAND price up 2026-05 10..10"]),
    ("2026年DRAM供给增长15%，NAND增长10%。", ["DRAM supply up 2026 15..15", "NAND supply up 2026 10..10"]),
    ("DRAM库存下降10%，NOR下降5%。", ["DRAM inventory down - 10..10", "NOR inventory down - 5..5"]),
    ("上周DDR5回调3%，本周止跌。", ["DRAM price down - 3..3", "DRAM price flat 2026-07 .."]),
    ("存储厂库存处于历史低点。", ["MEMORY inventory tight - .."]),
    ("三星NAND稼动率回升至九成。", ["NAND supply up - .."]),
    ("NOR原厂酝酿新一轮涨价。", ["NOR price up - .. g"]),
    # periods
    ("我们看到四季度NAND的价格会有中个位数的下滑。", ["NAND price down 2026Q4 4..6 g"]),
    ("我们观察到二季度DRAM需求明显下滑。", ["DRAM demand down 2026Q2 .."]),
    ("NAND缺货将持续到四季度。", ["NAND supply tight 2026Q4 .. g"]),
    ("DRAM短缺还会持续两到三季度。", ["DRAM supply tight - .. g"]),
    ("2Q26DRAM价格上涨。", ["DRAM price up 2026Q2 .."]),
    ("Q2和Q3DDR5价格上涨。", ["DRAM price up 2026Q2 ..", "DRAM price up 2026Q3 .."]),
    ("NAND二季度ASP涨了一成，三季度我们觉得还会往上走。",
     ["NAND price up 2026Q2 10..10", "NAND price up 2026Q3 .. g"]),
    # what claims nothing
    ("存储芯片供过于求时价格下跌，供不应求时价格上涨。", []),
    ("预计NAND营收增长20%，DRAM增长10%。", []),
    ("DDR5现货商普遍封盘惜售。", []),
    ("公司与原厂签署长期采购协议。", []),
    ("三星推迟涨价。", []),
    ("公司订单大增，存储业务营收创新高。", []),
    ("大容量机械硬盘供不应求，部分云厂商改用QLC SSD。", []),
    ("并行文件存储上调30%。", []),
    # the one came instead of the other
    ("车企改用eMMC，令SRAM的需求不增反减。", ["SRAM demand down - .."]),
    ("NAND库存不减反增。", ["NAND inventory up - .."]),
    ("DDR3供给不增反降。", ["DRAM supply down - .."]),
    ("SLC价格不涨反跌。", ["NAND price down - .."]),
    ("NOR价格不降反涨。", ["NOR price up - .."]),
    # the greatest since a time is no change of its own
    ("6月LPDDR4X合约价环比下滑11%，为2024年3月以来最大跌幅。", ["DRAM price down 2026-06 11..11"]),
    ("6月SLC颗粒合约价环比下滑7%，是自2024年3月来跌幅最猛的一次。", ["NAND price down 2026-06 7..7"]),
    ("NOR现货价上涨8%，创自2023年9月以来最大涨幅。", ["NOR price up - 8..8"]),
    ("SRAM合约价月跌9%，为2023年6月以来跌得最凶的一次。", ["SRAM price down - 9..9"]),
    ("eMMC季涨幅接近25%，已超出原先研究机构近两成的预期。", ["NAND price up - 25..25"]),
    # an effect that does not come
    ("2027年SLC新产能不会导致供应过剩。", ["NAND supply loose 2027 .. g n"]),
    ("扩产不至于造成SRAM供过于求。", ["SRAM supply loose - .. n"]),
    ("需求疲软并未导致NOR价格下跌。", ["NOR demand down - ..", "NOR price down - .. n"]),
    # what is bound to come lies ahead
    ("SRAM价格势必止跌回升。", ["SRAM price up - .. g"]),
    ("SLC价格必定下跌。", ["NAND price down - .. g"]),
    ("NOR价格注定上涨。", ["NOR price up - .. g"]),
    ("GDDR6价格必然走高。", ["DRAM price up - .. g"]),
    # what comes of a state at any time, shares of output, counts of dies, goods that memory is made with
    ("DRAM是典型的周期品：当需求爆发、供给不足时，价格上涨。", []),
    ("三星将提高GDDR7产出的比重。", []),
    ("南亚科拟降低DDR3产出的比例。", []),
    ("GDDR7价格高企，单片晶圆的良品数量下降15%。", []),
    ("SLC价格上涨，每片晶圆产出的颗粒数减少10%。", ["NAND price up - .."]),
    ("DRAM用的六氟化钨价格上涨30%。", []),
    ("内存封装用的环氧树脂价格同比上涨12%，氦气价格翻倍。", []),
    ("公司前驱体供货正常，客户包括HBM厂商。", []),
    ("存储公司预付账款大增，增幅超200%。", []),
    ("低价库存红利释放完毕，存储公司毛利率承压。", []),
]
# fmt: on


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_construction_is_read(sentence: str, expected: list[str]) -> None:
    """Each sentence gives exactly the claims beside it."""
    claims = read_text(sentence, published_on=DAY).claims
    assert [write_claim(claim) for claim in claims] == expected
