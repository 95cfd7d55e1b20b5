"""What mainland digests and headlines say in passing: premises of questions, rises told before, other goods."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

PREMISES = [
    # what stands before the clause that is asked, with or without a mark of question
    ("闪存涨得太凶 平板会跟着加钱吗", ["NAND price up - .."]),
    ("DDR5暴跌，装机该等等吗", ["DRAM price down - .."]),
    # its effect is asked, or all stand under it
    ("DRAM涨价潮下相机也要加价吗", ["DRAM price up - .."]),
    ("NAND缺货的大背景下，国产厂商有机会吗？", ["NAND supply tight - .."]),
    ("SSD涨价会改变用户习惯吗", ["NAND price up - .."]),
    ("DRAM降价能给整机厂带来转机吗？", ["DRAM price down - .."]),
    ("旧平板又火了，都是闪存涨价给闹的？", ["NAND price up - .."]),
    # how it came
    ("固态硬盘的价格究竟怎么跌下来的？", ["NAND price down - .."]),
    # what is asked
    ("闪存会涨价吗", []),
    ("DDR4价格还会下跌吗", []),
    ("NAND涨价会持续吗", []),
    ("DDR5价格如何上涨？", []),
]  # fmt: skip
TOLD_BEFORE = [
    ("NAND价格大涨。此次涨价涵盖平板和电视。", ["NAND price up - .."]),
    ("NAND价格大涨。这波涨价可能使整机减产一成。", ["NAND price up - .."]),
    ("NAND价格大涨。一套阵列涨价后可能卖到80万美元。", ["NAND price up - .."]),
    ("NAND价格大涨。重要的不是涨价本身，而是涨价对买家的改变。", ["NAND price up - .."]),
    ("NAND价格大涨。苹果涨价引发讨论。", ["NAND price up - .."]),
    # news of its own: a size, a time it lasts until
    ("NAND价格大涨。此次涨价幅度达50%。", ["NAND price up - ..", "NAND price up - 50..50"]),
    ("NAND价格大涨。涨价潮将持续至2027年。", ["NAND price up - ..", "NAND price up 2027 .. g"]),
    # the first that is told of it
    ("此轮NAND涨价始于7月。", ["NAND price up 2026-07 .."]),
]  # fmt: skip
OTHER_GOODS = [
    # what a market is worth, and who has a say
    ("HBM TAM上调至2028年超900亿美元。", []),
    ("HBM的市场空间有望增长到500亿美元。", []),
    ("买家借此在NAND合约价谈判中增加自身的议价能力。", []),
    # the first characters of 内存 are no end of a period
    ("近年内存市场动荡，推动DRAM价格飙升。", ["DRAM price up - .."]),
    ("年内存储芯片价格上涨。", ["MEMORY price up 2026 .."]),
    ("去年内存价格上涨。", ["MEMORY price up 2025 .."]),
    # words of the street
    ("闪存价格彻底失控", ["NAND price up - .."]),
    ("DDR5价格杀疯了", ["DRAM price up - .."]),
    ("NAND价格崩了", ["NAND price down - .."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), PREMISES + TOLD_BEFORE + OTHER_GOODS)
def test_what_the_daily_press_says_in_passing(text: str, claims: list[str]) -> None:
    """Each sentence gives these claims and no others."""
    assert sorted(write_claim(claim) for claim in read_text(text, published_on=DAY).claims) == sorted(claims)
