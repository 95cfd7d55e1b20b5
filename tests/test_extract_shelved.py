"""Prices that only move shares, are a rival's too, or do not come: given up, put off, taken back; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 10, 20)
TABLE = [
    # a hope or a fear that moves shares, funds and indices
    ("NAND価格の上昇期待でキオクシア株が11%高。", []),
    ("DRAM価格の先安観からマイクロン株は3%下落した。", []),
    ("낸드 가격 하락 우려로 샌디스크가 6% 급락했다.", []),
    ("D램 가격 인상 기대감에 반도체 ETF가 4% 뛰었다.", []),
    ("存储芯片ETF本月涨幅达9%。", []),
    ("メモリー関連ETFは半年で2割上昇した。", []),
    ("DRAM価格は値上がり期待から8%上昇した。", ["DRAM price up - 8..8"]),
    # the same as a rival's, or cheaper than it
    ("美光HBM4报价与三星基本持平。", []),
    ("마이크론의 HBM4 가격은 삼성전자와 같은 수준이다.", []),
    ("マイクロンのHBM4価格はサムスンと同水準だ。", []),
    ("YMTCのNANDは日本勢より2割安い。", []),
    ("9月NAND合约价与8月持平。", ["NAND price flat 2026-09 .."]),
    # a forecast that is taken back
    ("花旗撤回NAND明年跌价两成的预测。", []),
    ("씨티는 내년 낸드 가격이 20% 하락할 것이라는 전망을 철회했다.", []),
    ("シティはNAND価格が来年20%下がるとの予想を撤回した。", []),
    ("Citi withdrew its forecast that NAND prices will fall 20% in 2027.", []),
    ("Citi dropped its call for a 15% rise in DRAM prices next year.", []),
    # given up: negated; put off: nothing
    ("キオクシアはNANDの値上げを見送った。", ["NAND price up - .. n"]),
    ("マイクロンはDRAM価格を2割引き上げる計画を断念した。", ["DRAM price up - 20..20 g n"]),
    ("SK하이닉스는 낸드 가격 인상을 보류했다.", ["NAND price up - .. n"]),
    ("美光放弃上调DRAM价格。", ["DRAM price up - .. n"]),
    ("Kioxia scrapped plans to raise NAND prices by 8%.", ["NAND price up - 8..8 g n"]),
    ("闪迪推迟上调NAND价格。", []),
    ("キオクシアはNANDの値上げを先送りした。", []),
    ("삼성전자는 D램 가격 인상을 연기했다.", []),
    ("Samsung postponed its DRAM price hike.", []),
    ("厂商延后交货,NAND价格上涨7%。", ["NAND price up - 7..7"]),
    # denied twice, asked to deny, supposed
    ("낸드 가격이 내리지 않을 이유가 없다.", ["NAND price down - .."]),
    ("DDR5哪有再涨40%的道理。", ["DRAM price up - 40..40 n"]),
    ("NAND価格が下がれば、スマホの販売回復が期待できる。", []),
    # the half that is over; what was expected and how it came; growth that narrows
    ("上半年NAND价格上涨三成。", ["NAND price up 2026H1 30..30"]),
    ("旺宏上半年轉盈,主因NOR漲價。", ["NOR price up 2026H1 .."]),
    ("此前预计三季度DRAM合约价将持平,最终上涨7%。", ["DRAM price up 2026Q3 7..7"]),
    ("NAND涨幅由二季度的22%降至三季度的6%。", ["NAND price up 2026Q2 22..22", "NAND price up 2026Q3 6..6"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_what_does_not_come_is_no_change(text: str, claims: list[str]) -> None:
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims
