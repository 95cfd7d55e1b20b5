"""Years without 年, the quarter that results are of, bottlenecks, and what prices live through, in Chinese."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

TABLE = [
    # a year without 年 before what it is told of, and a 财年
    ("NOR Flash（2028产能已售罄）。", ["NOR supply tight 2028 .."]),
    ("SSD 2027合约价上涨15%。", ["NAND price up 2027 15..15 g"]),
    ("2027-2028面临HBM短缺。", ["HBM supply tight 2027 .. g", "HBM supply tight 2028 .. g"]),
    ("機構預計NAND價格在2028财年将上涨12%。", ["NAND price up 2028 12..12 g"]),
    ("封测厂2027片晶圆投片，DRAM价格上涨。", ["DRAM price up - .."]),
    # what is a bottleneck is short, unless it is one of speed
    ("HBM已成为训练集群最大的瓶颈。", ["HBM supply tight - .."]),
    ("企业级SSD与电力是数据中心最紧的瓶颈。", ["NAND supply tight - .."]),
    ("NAND/封装产能瓶颈仍难缓解。", ["NAND supply tight - .."]),
    ("内存带宽成为推理的主要瓶颈。", []),
    ("先进封装仍是主要瓶颈。", []),
    # what a price lives through is told; what it has lived through before something else is not
    ("NAND价格曾在2019年经历大跌。", ["NAND price down 2019 .."]),
    ("NOR价格在去年经历了暴涨。", ["NOR price up 2025 .."]),
    ("DRAM价格经历连续下滑后反弹。", ["DRAM price up - .."]),
    ("经历连续上涨，NAND价格转为下跌。", ["NAND price down - .."]),
    # a greater capacity describes a product
    ("数据湖进一步带动大容量SSD需求增长。", ["NAND demand up - .."]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_year_or_state_gives_its_claims(sentence: str, expected: list[str]) -> None:
    """A Chinese year or state makes its claims and no others."""
    claims = read_text(sentence, published_on=DAY).claims
    assert [write_claim(claim) for claim in claims] == expected


RESULTS_DAY = dt.date(2026, 7, 27)
RESULTS = [
    ("铠侠本季度营收环比增长18%，NAND均价环比上涨11%。", ["NAND price up 2026Q2 11..11"]),
    ("本季度毛利率环比提升6个百分点，DRAM均价环增20%。", ["DRAM price up 2026Q2 20..20"]),
    ("存储业务本季收入环比增长40%，其中NAND均价环增22%。", ["NAND price up 2026Q2 22..22"]),
    ("预计本季度营收环比增长18%。本季度NAND价格环比上涨11%。", ["NAND price up 2026Q3 11..11"]),
    ("本季度DRAM价格环比上涨9%。", ["DRAM price up 2026Q3 9..9"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), RESULTS, ids=[sentence for sentence, _ in RESULTS])
def test_results_are_of_the_quarter_before(sentence: str, expected: list[str]) -> None:
    """A quarter whose results are told is the one reported on, not the running one."""
    claims = read_text(sentence, published_on=RESULTS_DAY).claims
    assert [write_claim(claim) for claim in claims] == expected


TIMES_OF_OTHERS = [
    # what is planned or aimed at has its time, what moves it has none
    ("谷歌全年资本支出再上调，主因DRAM涨价。", ["DRAM price up - .."]),
    ("公司2027年业绩目标因NOR涨价而上调。", ["NOR price up - .."]),
    ("今年DRAM涨价，手机厂压力加大。", ["DRAM price up 2026 .."]),
    # since something else was so
    ("自2023年上市以来，该机一直受累于NAND短缺。", ["NAND supply tight - .."]),
    ("自五月公布财报以来，NOR价格已上涨8%。", ["NOR price up - 8..8"]),
    ("自2025年下半年以来，NOR价格持续上涨。", ["NOR price up 2025H2 .."]),
    # a forecast in brackets, for another product
    ("NOR涨价周期(高盛预测Q3 DRAM+20%)，相关公司受益。", ["NOR price up - 20..20 g"]),
    # what came of something has its time, what is told beside it has not
    ("手机厂在二季度只求出清，观望气氛浓，导致Mobile DRAM需求下滑。", ["DRAM demand down 2026Q2 .."]),
    # a profit that is only estimated may be of a period that is over
    ("公司预计上半年营收同比增长50%，NOR价格上涨。", ["NOR price up 2026H1 .. g"]),
    ("公司预计四季度NOR价格上涨。", ["NOR price up 2026Q4 .. g"]),
    # how long it lasts is no period
    ("管理层预期Q3营运改善，NOR短缺预计持续数个季度。", ["NOR supply tight - .. g"]),
    ("今年三季度受NOR涨价、DRAM缺货影响，销量未达预期。", ["NOR price up 2026Q3 ..", "DRAM supply tight 2026Q3 .."]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TIMES_OF_OTHERS, ids=[sentence for sentence, _ in TIMES_OF_OTHERS])
def test_times_of_others_are_left_to_them(sentence: str, expected: list[str]) -> None:
    """A period of a plan, of something since, or of a forecast in brackets is not that of a change told beside it."""
    claims = read_text(sentence, published_on=RESULTS_DAY).claims
    assert [write_claim(claim) for claim in claims] == expected
