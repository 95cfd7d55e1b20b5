"""What a page of autumn tells of halves and quarters, of earlier forecasts, and of what is still to be done."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 11, 4)
# All sentences are our own.
TABLE: list[tuple[str, list[str]]] = [
    # a half without its year is that of the running year, unless it is forecast
    ("上半年NOR价格上涨两成。", ["NOR price up 2026H1 20..20"]),
    ("上半年SSD價格跌三成。", ["NAND price down 2026H1 30..30"]),
    ("上半年NAND价格预计下跌一成。", ["NAND price down 2027H1 10..10 g"]),
    # what is told in one breath is of one year, or goes on into the next
    ("展望明年，SRAM价格第一季下跌6%，第三季与第四季持续下跌。",
     ["SRAM price down 2027Q1 6..6 g", "SRAM price down 2027Q3 .. g", "SRAM price down 2027Q4 .. g"]),
    ("明年HBM價格第三季和第四季都將下滑。", ["HBM price down 2027Q3 .. g", "HBM price down 2027Q4 .. g"]),
    ("来年のNOR価格は、第3四半期と第4四半期は2～4%下落する見通し。",
     ["NOR price down 2027Q3 2..4 g", "NOR price down 2027Q4 2..4 g"]),
    ("SSD prices will rise in Q4 and Q1.", ["NAND price up 2026Q4 .. g", "NAND price up 2027Q1 .. g"]),
    # the whole of the year that was named
    ("2027年HBM供不应求，全年HBM价格预计上涨10%。", ["HBM supply tight 2027 .. g", "HBM price up 2027 10..10 g"]),
    ("預計2027年NOR需求增長20%，整年NOR均價上漲一成。", ["NOR demand up 2027 20..20 g", "NOR price up 2027 10..10 g"]),
    ("2027年のNOR需要は20%増、通年のNOR価格は15%上昇する見通しだ。",
     ["NOR demand up 2027 20..20 g", "NOR price up 2027 15..15 g"]),
    ("2027년 노어 수요는 20% 증가하고 연간 노어 가격은 15% 상승할 전망이다.",
     ["NOR demand up 2027 20..20 g", "NOR price up 2027 15..15 g"]),
    # the first change of its kind in a year is of the quarter that it is told of
    ("第四季利基DRAM将迎来今年首次跌价，跌幅4~6%。", ["DRAM price down 2026Q4 4..6 g"]),
    ("第四季NOR价格将迎来今年首次下跌，跌幅3%。", ["NOR price down 2026Q4 3..3 g"]),
    ("4분기 SSD 가격은 올해 들어 처음으로 3% 하락할 전망이다.", ["NAND price down 2026Q4 3..3 g"]),
    ("第4四半期のSSD価格は今年初めて3%下落する見通し。", ["NAND price down 2026Q4 3..3 g"]),
    ("SRAM价格今年首次下跌。", ["SRAM price down 2026 .."]),
    # a review of the year's quarters or months; a forecast of the next year's
    ("NOR价格一季度涨12%，二季度涨7%。", ["NOR price up 2026Q1 12..12", "NOR price up 2026Q2 7..7"]),
    ("今年NAND价格一季度跌8%，二季度跌3%。", ["NAND price down 2026Q1 8..8", "NAND price down 2026Q2 3..3"]),
    ("DRAM合約價第一季上漲15%，第二季持平，第三季轉跌。",
     ["DRAM price up 2026Q1 15..15", "DRAM price flat 2026Q2 ..", "DRAM price down 2026Q3 .."]),
    ("NOR価格、1〜3月期は12%上昇、4〜6月期は7%上昇。", ["NOR price up 2026Q1 12..12", "NOR price up 2026Q2 7..7"]),
    ("낸드 가격 1분기 8% 하락, 2분기 3% 하락.", ["NAND price down 2026Q1 8..8", "NAND price down 2026Q2 3..3"]),
    ("NOR价格一季度预计涨12%，二季度涨7%。", ["NOR price up 2027Q1 12..12 g", "NOR price up 2027Q2 7..7 g"]),
    ("NOR价格四季度涨12%，一季度涨7%。", ["NOR price up 2026Q4 12..12", "NOR price up 2027Q1 7..7 g"]),
    # what was forecast for a quarter that is over by now
    ("此前预计三季度DRAM现货价将持平，最终下跌4%。", ["DRAM price down 2026Q3 4..4"]),
    ("當初預估第三季NOR價格將季減一成，實際季增5%。", ["NOR price up 2026Q3 5..5"]),
    # a trend of the month before, told for another one
    ("10月DRAM合约价延续9月跌势，下跌7%。", ["DRAM price down 2026-10 7..7"]),
    ("10月NAND合約價未能延續9月漲勢。", []),
    # spot prices by now, beside the contracts of a quarter
    ("NAND合約價第四季續漲，但現貨價已下跌。", ["NAND price up 2026Q4 ..", "NAND price down - .."]),
    ("四季度DRAM合约价上涨8%，现货价却开始走低。", ["DRAM price up 2026Q4 8..8", "DRAM price down - .."]),
    ("4분기 낸드 고정가는 오르지만 현물가는 이미 내림세다.", ["NAND price up 2026Q4 ..", "NAND price down - .."]),
    # three months that are no calendar quarter
    ("铠侠5-7月营收增长两成，NAND平均售价上涨6%。", ["NAND price up 2026Q2 6..6"]),
    # 将把: what is to be done; reports without a name are hedged
    ("SK海力士将把DDR4价格下调8%。", ["DRAM price down - 8..8 g"]),
    ("SK海力士将DDR4价格下调8%。", ["DRAM price down - 8..8"]),
    ("据外媒报道，铠侠将把SSD价格上调两成。", ["NAND price up - 20..20 g h"]),
    ("據報導，美光將把NOR報價調漲15%。", ["NOR price up - 15..15 g h"]),
    ("知情人士透露，美光计划下调NAND报价。", ["NAND price down - .. g h"]),
    # up to how much
    ("NAND第四季漲幅上看兩成。", ["NAND price up 2026Q4 ..20 g"]),
    ("法人估HBM明年合約價漲幅上看15%。", ["HBM price up 2027 ..15 g"]),
    # points as spoken
    ("内存条本月又涨了8个点。", ["DRAM price up 2026-11 8..8"]),
    ("固态硬盘下个月要跌，大概5个点。", ["NAND price down 2026-12 5..5 g"]),
    # panic is no "may"
    ("商家恐慌抛货，SSD一周跌了一成。", ["NAND supply loose - ..", "NAND price down - 10..10"]),
    # conditions, double negation, other chips and plants to be built
    ("NAND価格が上がれば、スマホの販売回復は遅れそうだ。", []),
    ("DRAM価格の下落が続けば、パソコン市場は持ち直すだろう。", []),
    ("낸드 가격이 내리지 않을 이유가 없다.", ["NAND price down - .."]),
    ("アナログICの在庫は増えているが、NANDは品薄だ。", ["NAND supply tight - .."]),
    ("ロジックの在庫は高止まりしているが、DRAMは不足している。", ["DRAM supply tight - .."]),
    ("キオクシアは北上に新工場を建て、NANDを増産する。", []),
    ("サムスンは平沢に2兆円を投じ、DRAMの生産を増やす。", []),
    ("DRAM需要は引き続き強く、需給は2027年末までタイトな状況が続く見通し。",
     ["DRAM demand up - ..", "DRAM supply tight 2027 .. g"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_page_of_autumn_gives_its_claims(sentence: str, expected: list[str]) -> None:
    """A sentence makes its claims and no others."""
    claims = read_text(sentence, published_on=DAY).claims
    assert [write_claim(claim) for claim in claims] == expected


SINCE = [
    ("存储器价格自二月底开始逐步上涨。", ["MEMORY price up 2026-02 .."], dt.date(2026, 9, 8)),
    ("DDR4现货价从三月中旬起上涨。", ["DRAM price up 2026-03 .."], DAY),
    ("NOR報價自四月起調漲。", ["NOR price up 2026-04 .."], DAY),
    ("낸드 가격은 3월부터 상승하고 있다.", ["NAND price up 2026-03 .."], DAY),
    ("NAND価格は3月から上昇している。", ["NAND price up 2026-03 .."], DAY),
    # announced, or forecast
    ("NOR報價自一月起調漲。", ["NOR price up 2027-01 .. g"], DAY),
    ("NAND合约价预计将从三月起上涨。", ["NAND price up 2027-03 .. g"], DAY),
    ("낸드 가격은 3월부터 상승할 전망이다.", ["NAND price up 2027-03 .. g"], DAY),
]


@pytest.mark.parametrize(("sentence", "expected", "day"), SINCE, ids=[one[0] for one in SINCE])
def test_what_runs_since_a_month_began_in_the_last_one(sentence: str, expected: list[str], day: dt.date) -> None:
    """A change from a month on, told without a future, is of the last such month unless one comes within a quarter."""
    assert [write_claim(claim) for claim in read_text(sentence, published_on=day).claims] == expected


def test_lines_of_a_list_keep_their_own_time() -> None:
    """A recap dates its lines; a change by week is not of the year that the line before tells of something else."""
    recap = "## 2Q26 recap\n- NAND ASP: +41% q/q\n"
    assert [write_claim(c) for c in read_text(recap, published_on=DAY).claims] == ["NAND price up 2026Q2 41..41"]
    listed = "- GlobalFoundries to raise foundry prices 7% in 2027\n- DDR4 spot: -2.4% w/w\n"
    assert [write_claim(c) for c in read_text(listed, published_on=DAY).claims] == ["DRAM price down - 2.4..2.4"]
