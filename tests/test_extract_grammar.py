"""The grammar as a plain table: a sentence of our own in, its claims out, in five languages."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.extract import read_text
from tracker.statement import Claim

DAY = dt.date(2026, 7, 2)

# A claim is written "PRODUCT attribute direction period low..high", then flags: g guidance, h hedged, n negated.
TABLE = [
    # simplified Chinese
    ("DRAM价格三季度上涨10%至15%。", ["DRAM price up 2026Q3 10..15"]),
    ("预计四季度NAND合约价下跌5%左右。", ["NAND price down 2026Q4 5..5 g"]),
    ("DRAM和NAND价格二季度分别上涨12%和8%。", ["DRAM price up 2026Q2 12..12", "NAND price up 2026Q2 8..8"]),
    ("NOR Flash价格一季度和二季度都上涨。", ["NOR price up 2026Q1 ..", "NOR price up 2026Q2 .."]),
    ("NOR价格也有上涨，但涨幅小于DRAM。", ["NOR price up - ..", "DRAM price up - .."]),
    ("公司尚未上调SLC NAND价格。", ["NAND price up - .. n"]),
    ("四季度DRAM价格可能还有上行空间。", ["DRAM price up 2026Q4 .. g h"]),
    ("HBM产能已售罄至2027年。", ["HBM supply tight 2027 .."]),
    ("DRAM短缺将持续到2028年。", ["DRAM supply tight 2028 .. g"]),
    ("三星将服务器DRAM合约价涨幅从10%上调至25%。", ["DRAM price up - 25..25"]),
    ("DRAM库存处于低位，NAND供过于求。", ["DRAM inventory tight - ..", "NAND supply loose - .."]),
    ("没有一家客户的DRAM需求能完全满足需求。", ["DRAM supply tight - .."]),
    ("消费端需求疲软，存储价格持平。", ["MEMORY demand down - ..", "MEMORY price flat - .."]),
    ("若需求转弱，DRAM价格将下跌。", []),
    ("存储芯片公司股价上涨20%。", []),
    ("MCU涨价10%，晶圆代工报价上调5%，存储不受影响。", []),
    ("DRAM出货量环比增长25%。", []),
    ("DDR5 SPD芯片平均售价保持稳定。", []),
    ("厂商计划于2026年第四季度,将DRAM价格较2026年第三季度上调20%。", ["DRAM price up 2026Q4 20..20 g"]),
    ("DDR4 8Gb规格内存价格上涨8%。", ["DRAM price up - 8..8"]),
    ("DDR4价格微涨,SSD基本不变。", ["DRAM price up - ..", "NAND price flat - .."]),
    ("NAND供应紧张，现货市场强势拉涨SSD价格。", ["NAND supply tight - ..", "NAND price up - .."]),
    # traditional Chinese
    ("第四季伺服器 DRAM 合約價季增 8-13%。", ["DRAM price up 2026Q4 8..13 g"]),
    ("MLC NAND 貨源吃緊,漲幅高於 NOR Flash。",
     ["NAND supply tight - ..", "NAND price up - ..", "NOR price up - .."]),
    ("記憶體價格漲幅收斂。", ["MEMORY price up - .."]),
    ("DDR4 報價翻倍。", ["DRAM price up - 100..100"]),
    ("DRAM 價格並未下跌。", ["DRAM price down - .. n"]),
    # English
    ("DRAM prices rose 10% in the second quarter of 2026.", ["DRAM price up 2026Q2 10..10"]),
    ("NAND prices declined in the mid-teens percentage range in 2Q26.", ["NAND price down 2026Q2 14..16"]),
    ("Contract prices of DRAM and NAND will increase by up to 20% in 4Q26.",
     ["DRAM price up 2026Q4 ..20 g", "NAND price up 2026Q4 ..20 g"]),
    ("DRAM prices rose while NAND prices fell 5%.", ["DRAM price up - ..", "NAND price down - 5..5"]),
    ("We did not raise NOR flash prices.", ["NOR price up - .. n"]),
    ("HBM is sold out for 2027.", ["HBM supply tight 2027 .."]),
    ("DRAM supply remains tight and NAND is oversupplied.", ["DRAM supply tight - ..", "NAND supply loose - .."]),
    ("Memory prices may rise further in the fourth quarter.", ["MEMORY price up 2026Q4 .. g h"]),
    ("DRAM inventories are at normal levels.", ["DRAM inventory balanced - .."]),
    ("NOR prices rose too, though less than DRAM.", ["NOR price up - ..", "DRAM price up - .."]),
    ("DRAM revenue increased 24%, with bit shipments up 20%.", []),
    ("How do you think about DRAM pricing next quarter?", []),
    ("If DRAM prices fall, margins will suffer.", []),
    ("Memory stocks fell 5% on Tuesday.", []),
    ("Foundry prices will rise 10%, which memory makers do not mind.", []),
    ("The spot premium over contract for DRAM reached 40%.", []),
    ("In DRAM, pricing was flat, and in NAND pricing increased.", ["DRAM price flat - ..", "NAND price up - .."]),
    ("The price of DRAM for panels fell 7%.", ["DRAM price down - 7..7"]),
    ("NAND contract prices in the fourth quarter will stay roughly the same as in the third quarter.",
     ["NAND price flat 2026Q4 .. g"]),
    # Korean
    ("D램 가격이 2분기에 12% 상승했다.", ["DRAM price up 2026Q2 12..12"]),
    ("4분기 낸드 가격은 5~10% 하락할 전망이다.", ["NAND price down 2026Q4 5..10 g"]),
    ("모바일 D램 가격이 10%대 후반 올랐다.", ["DRAM price up - 17..19"]),
    ("HBM은 내년 물량까지 완판됐다.", ["HBM supply tight 2027 .."]),
    ("D램 재고가 줄고 있다.", ["DRAM inventory down - .."]),
    ("메모리 공급 부족이 2027년까지 이어질 전망이다.", ["MEMORY supply tight 2027 .. g"]),
    ("SK하이닉스 주가가 D램 호황에 5% 올랐다.", []),
    ("D램 출하량은 10% 늘었다.", []),
    # Japanese
    ("2025年9月〜2025年11月のDRAM価格は5%前後(a note in brackets)上昇した。", ["DRAM price up 2025Q4 5..5"]),
    ("DRAM価格は上昇したが、第3四半期は需要の低迷により7%下落する見込みだ。",
     ["DRAM price up - ..", "DRAM price down 2026Q3 7..7 g", "DRAM demand down 2026Q3 .. g"]),
    ("DRAMならびにNANDの需給バランスは健全だ。", ["DRAM supply balanced - ..", "NAND supply balanced - .."]),
    ("NANDの販売単価は第4四半期(2026年1~3月期)に10%台後半の下落となった。", ["NAND price down 2026Q1 17..19"]),
    ("NANDの需給が緩み、単価は1桁%台前半の低下。", ["NAND supply loose - ..", "NAND price down - 1..3"]),
    ("5月のDRAM大口取引価格は前月より2割高い。", ["DRAM price up 2026-05 20..20"]),
    ("NANDフラッシュの価格は第3四半期に5〜10%下落する見込みだ。", ["NAND price down 2026Q3 5..10 g"]),
    ("DRAMは供給不足に陥っている。", ["DRAM supply tight - .."]),
    ("DRAM価格は横ばいだった。", ["DRAM price flat - .."]),
    ("メモリー価格が上昇する可能性がある。", ["MEMORY price up - .. g h"]),
    ("メモリーメーカーの株価が上昇した。", []),
]  # fmt: skip


def write_claim(claim: Claim) -> str:
    low = "" if claim.low_pct is None else f"{claim.low_pct:g}"
    high = "" if claim.high_pct is None else f"{claim.high_pct:g}"
    flags = [flag for flag, is_set in (
        ("g", claim.stance == "guidance"), ("h", claim.certainty == "hedged"), ("n", claim.certainty == "negated"),
    ) if is_set]  # fmt: skip
    return " ".join([claim.product, claim.attribute, claim.direction, claim.period or "-", f"{low}..{high}", *flags])


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_sentence_gives_its_claims(sentence: str, expected: list[str]) -> None:
    """Each sentence gives exactly the claims beside it, each grounded in its quote."""
    reading = read_text(sentence, published_on=DAY, issuer="industry")
    assert [write_claim(claim) for claim in reading.claims] == expected
    assert all(sentence[claim.start : claim.end] == claim.quote for claim in reading.claims)


@pytest.mark.parametrize(
    ("sentence", "field", "expected"),
    [
        ("TrendForce预计DRAM合约价3Q26环比上涨10-15%。", "basis", "QoQ"),
        ("7月DDR4现货均价较6月上涨12%。", "basis", "MoM"),
        ("DRAM prices fell 30% year over year.", "basis", "YoY"),
        ("낸드 고정거래가격은 전월 대비 3% 하락했다.", "basis", "MoM"),
        ("DRAM価格は前四半期比で10%上昇した。", "basis", "QoQ"),
        ("7月DDR4现货均价较6月上涨12%。", "market", "spot"),
        ("NAND contract prices rose 5%.", "market", "contract"),
        ("DRAMの大口取引価格は1割上がった。", "market", "contract"),
        ("国内客户的DRAM价格继续上调。", "region", "CN"),
        ("DRAM prices for overseas customers rose.", "region", "overseas"),
        ("北美云厂商的eSSD合约价上涨一成。", "region", "overseas"),
        ("NAND prices for European customers fell.", "region", "overseas"),
        ("SSD prices in Japan rose 9% in May.", "region", "overseas"),
        ("Supply of DRAM is tight after a blackout in Japan.", "region", None),
        ("Japanese suppliers raised NAND prices.", "region", None),
        ("미국 고객사향 HBM 가격이 올랐다.", "region", "overseas"),
        ("중국향 낸드 가격이 하락했다.", "region", "CN"),
        ("欧米でDRAM価格が上昇した。", "region", "overseas"),
        ("国内市場でDRAM価格が上昇した。", "region", None),
        ("中国市場でNAND価格が下落した。", "region", "CN"),
        ("服务器DRAM价格上涨。", "segment", "server"),
        ("Automotive NOR prices rose.", "segment", "automotive"),
        ("서버용 D램 가격이 올랐다.", "segment", "server"),
        ("PC向けDRAMの価格が上昇した。", "segment", "pc"),
        ("DDR4内存价格上涨。", "technology", "DDR4"),
        ("SLC NAND prices rose.", "technology", "SLC"),
        ("TrendForce表示DRAM价格上涨。", "speaker", "third_party"),
        ("SK海力士表示HBM供不应求。", "speaker", "company"),
    ],
)
def test_what_belongs_to_a_claim(sentence: str, field: str, expected: str) -> None:
    """Basis, market, region, segment, technology and speaker come from the words beside the change."""
    claims = read_text(sentence, published_on=DAY, issuer="industry").claims
    assert [getattr(claim, field) for claim in claims] == [expected]
