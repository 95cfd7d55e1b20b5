"""Storage that is no memory, memory beside storage, and devices that cost more, in Chinese."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

TABLE = [
    # memory set beside storage is DRAM
    ("整机厂称内存和存储都缺货。", ["DRAM supply tight - ..", "MEMORY supply tight - .."]),
    ("主板厂坦言，存储与内存价格上涨三成。", ["MEMORY price up - 30..30", "DRAM price up - 30..30"]),
    ("内存芯片及存储芯片供过于求。", ["DRAM supply loose - ..", "MEMORY supply loose - .."]),
    ("内存价格下跌一成。", ["MEMORY price down - 10..10"]),
    # the prices of devices
    ("内存紧缺推高了硬件价格。", ["MEMORY supply tight - .."]),
    ("闪存短缺令消费电子产品的售价上涨。", ["NAND supply tight - .."]),
    ("存储缺货引爆手机涨价潮。", ["MEMORY supply tight - .."]),
    ("因内存缺货，掌机起售价涨至649美元。", ["MEMORY supply tight - .."]),
    ("电脑内存涨价15%。", ["DRAM price up - 15..15"]),
    ("消费电子用NAND价格上涨。", ["NAND price up - .."]),
    # storage that is a service, a deed or a place in a program
    ("数据的采集、存储、分析和检索，能降低价格。", []),
    ("照片被存储在云端，供应充足。", []),
    ("对象存储降价两成。", []),
    ("谷歌云宣布存储等基础服务降价。", []),
    ("腾讯云的块存储需求增长。", []),
    ("存储等芯片价格上涨8%。", ["MEMORY price up - 8..8"]),
    # the word for memory across the border of two others
    ("境内存在电力短缺。", []),
    ("报告期内存货增加，价格下跌。", []),
    ("市场内存量房价格下降。", []),
    ("国内内存涨价。", ["MEMORY price up - .."]),
    ("国内存储芯片涨价。", ["MEMORY price up - .."]),
    # artificial intelligence is no labour
    ("人工智能企业对闪存的强劲需求仍在。", ["NAND demand up - .."]),
    # what a fall of some size would bring
    ("NOR价格下跌 12% 就会吃掉全部利润。", []),
    ("闪存价格下滑 8% 便足以令其亏损。", []),
    # a need told before is what the demand is for
    ("推理需要海量闪存用于缓存，带动了强劲的需求。", ["NAND demand up - .."]),
    ("自动驾驶消耗更多NOR，从而推动了空前的需求。", ["NOR demand up - .."]),
    ("新机型用掉大量LPDDR5X，催生旺盛需求。", ["DRAM demand up - .."]),
    ("AI服务器需要更多DRAM，带动电力需求上升。", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_storage_gives_its_claims(sentence: str, expected: list[str]) -> None:
    """A Chinese sentence on storage, memory or a device makes the claims on memory and no others."""
    claims = read_text(sentence, published_on=DAY).claims
    assert [write_claim(claim) for claim in claims] == expected
