"""Changes of price that are turned down, that nobody shares, that are unlikely or hang on something; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
# What is asked for and turned down.
ASKED = [
    ("手机厂拒绝接受NAND涨价两成。", []),
    ("铠侠要求十月NAND涨价8%,苹果不愿接受。", []),
    ("模組廠抵制DDR4漲價。", []),
    ("LPDDR5X合約價談不攏,手機廠拒絕再漲。", []),
    ("買家希望NAND降價5%,遭三星回絕。", []),
    ("구매자들은 낸드 가격 8% 인하를 요청했지만 삼성전자는 거절했다.", []),
    ("애플은 D램 15% 인상 요구를 거부했다.", []),
    ("PC 업체들은 낸드 가격 인상을 수용하지 않았다.", []),
    ("買い手はNANDの5%値下げを要求したが、キオクシアは断った。", []),
    ("DDR4の値上げ要求を、複数の顧客が拒否した。", []),
    ("NANDの値上げに、スマホ各社は応じていない。", []),
    # taken in the end, or turned down by nobody
    ("手机厂最终接受NAND涨价两成。", ["NAND price up - 20..20"]),
    ("DRAM合约价上涨12%,三星拒绝置评。", ["DRAM price up - 12..12"]),
    ("客户无法拒绝,DRAM合约价再涨12%。", ["DRAM price up - 12..12"]),
    ("애플은 D램 15% 인상 요구를 받아들였다.", ["DRAM price up - 15..15"]),
    ("顧客はDDR4の値上げを受け入れた。", ["DRAM price up - .."]),
    ("顧客はDDR4の値上げを受け入れざるを得なかった。", ["DRAM price up - .."]),
]  # fmt: skip
# What somebody does not share, and what is forged.
DOUBTED = [
    ("市場認為NAND會漲,群聯不以為然。", []),
    ("NAND明年跌價的看法,旺宏不認同。", []),
    ("DDR4第四季漲、明年首季跌的說法,南亞科並不認同。", []),
    ("网传的DDR5涨价通知系捏造。", ["DRAM price up - .. n"]),
]  # fmt: skip
# What is unlikely: denied, and to come.
UNLIKELY = [
    ("NANDの値上がりは想定しにくい。", ["NAND price up - .. g n"]),
    ("DRAM価格が来年下がるとは考えづらい。", ["DRAM price down 2027 .. g n"]),
    ("HBM価格が下落するとは思えない。", ["HBM price down - .. g n"]),
    ("NAND要再漲,機會不大。", ["NAND price up - .. g n"]),
    ("DDR4大幅降价的概率很小。", ["DRAM price down - .. g n"]),
    ("낸드 가격이 내년에 내리기는 힘들 것이다.", ["NAND price down 2027 .. g n"]),
    ("DRAM涨价的可能性很大。", ["DRAM price up - .. g h"]),
]  # fmt: skip
# What did not come so, or hangs on something.
ONLY_IF = [
    ("要不是铠侠减产,NAND价格早就大跌。", []),
    ("若非AI需求撐腰,DRAM價格已經下跌。", []),
    ("只有需求回暖,NAND价格才会上涨。", []),
    ("唯有原厂减产,NOR价格才可能回升。", []),
    ("只有DRAM价格上涨了12%。", ["DRAM price up - 12..12"]),
]  # fmt: skip
ALL = [*ASKED, *DOUBTED, *UNLIKELY, *ONLY_IF]


@pytest.mark.parametrize(("text", "claims"), ALL, ids=[text for text, _ in ALL])
def test_what_is_turned_down_is_no_change(text: str, claims: list[str]) -> None:
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims
