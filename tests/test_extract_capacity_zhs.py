"""Capacity booked or squeezed, demand that outruns supply, what others are urged to do, results, in Chinese."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

TABLE = [
    # capacity that is booked, sold or squeezed
    ("NOR明年产能已被客户抢订一空。", ["NOR supply tight 2027 .."]),
    ("企业级SSD产能全部被云厂商锁定完毕。", ["NAND supply tight - .."]),
    ("LPDDR5X产能早已悉数售出。", ["DRAM supply tight - .."]),
    ("SLC NAND产能遭大幅蚕食。", ["NAND supply tight - .."]),
    ("NOR产能被严重压缩。", ["NOR supply tight - .."]),
    ("先进封装产能被严重压缩，NOR出货增加。", []),
    # limits of supply, and what falls behind demand
    ("由于供应限制，NOR报价上涨。", ["NOR supply tight - ..", "NOR price up - .."]),
    ("NAND扩产速度落后于市场需求。", ["NAND supply tight - .."]),
    ("HBM需求在明年仍将大幅超出供应。", ["HBM supply tight 2027 .. g"]),
    ("NOR供应明年上半年将转向宽松。", ["NOR supply loose 2027H1 .. g"]),
    # a shortage of memory named with chips is its own
    ("闪存和芯片短缺拖累出货。", ["NAND supply tight - .."]),
    ("为应对HBM芯片紧缺，厂商调整排产。", ["HBM supply tight - .."]),
    ("芯片短缺拖累汽车出货，NOR厂商表示关注。", []),
    ("为应对可能持续到2029年的NAND短缺，厂商签下长约。", ["NAND supply tight 2029 .. g h"]),
    # what foundries make, what others are urged to do, currencies
    ("华虹产能持续吃紧，NOR出货稳步推进。", []),
    ("议员敦促原厂增加NAND供应。", []),
    ("手机厂要求原厂降低DRAM价格。", []),
    ("原厂增加NAND供应。", ["NAND supply up - .."]),
    ("NAND价格上涨及日元贬值带动获利。", ["NAND price up - .."]),
    # what lessens without a size is no price, and a verb that leads to a fall is no rise
    ("HBM报价未提，消费级DRAM大幅缩减。", []),
    ("产能开出，带动NAND价格下滑。", ["NAND price down - .."]),
    ("旺季带动NAND价格上扬。", ["NAND price up - .."]),
    # a record of a month is not of the next
    ("NOR均价创下月度新高。", ["NOR price up - .."]),
    ("下月NOR均价上涨5%。", ["NOR price up 2026-08 5..5 g"]),
    # demand and prices of other things than memory
    ("NOR扩产带动测试设备需求大增。", []),
    ("DDR5普及推动PMIC芯片的需求增长。", []),
    ("DDR5芯片的需求增长。", ["DRAM demand up - .."]),
    ("HBM与散热材料需求旺盛。", ["HBM demand up - .."]),
    ("受NAND缺货影响，戴尔旗下产品涨价。", ["NAND supply tight - .."]),
    # where most of a demand is, in brackets, and what demand for memory itself leaves short
    ("NAND均价走高，表明终端需求（主要是服务器）旺盛。", ["NAND price up - ..", "NAND demand up - .."]),
    ("HBM需求持续挤压供应。", ["HBM supply tight - .."]),
    # signed sizes below a caption
    ("NAND现货价月变动：5月 -3%；6月 +4%", ["NAND price down 2026-05 3..3", "NAND price up 2026-06 4..4"]),
    ("NOR合约价：2027Q1预估+6%；Q2 +9%", ["NOR price up 2027Q1 6..6 g", "NOR price up 2027Q2 9..9 g"]),
    # results are of their quarter, how trade is of none; supply beside a price of a quarter
    ("公司第一季净利大增，行业DRAM价格上涨。", ["DRAM price up - .."]),
    ("NAND合约价2026Q4预计再涨8%，NAND供应仍然紧缺。", ["NAND price up 2026Q4 8..8 g", "NAND supply tight - .."]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_capacity_gives_its_claims(sentence: str, expected: list[str]) -> None:
    """A Chinese sentence on capacity, supply or a price makes its claims and no others."""
    claims = read_text(sentence, published_on=DAY).claims
    assert [write_claim(claim) for claim in claims] == expected
