"""Headlines of the press of Taiwan, whose halves a space or a plus parts: what one half leaves to the other."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 5, 20)

TABLE = [
    # the period of the second half is not the first one's
    ("原廠減產奏效 Q3 NAND報價估漲7-12%", ["NAND supply down - ..", "NAND price up 2026Q3 7..12 g"]),
    ("系統廠庫存墊高 Q4 DDR4合約價估轉跌5%", ["DRAM inventory up - ..", "DRAM price down 2026Q4 5..5 g"]),
    ("資料中心需求旺 3Q企業級SSD報價估季增一成", ["NAND demand up - ..", "NAND price up 2026Q3 10..10 g"]),
    ("記憶體報價走強 Q1毛利率守住去年高檔", ["MEMORY price up 2026Q1 .."]),
    ("三星擬調漲 Q3 DRAM合約價", ["DRAM price up 2026Q3 .. g"]),
    ("DRAM供應緊張將持續到 2028年以後", ["DRAM supply tight 2028 .. g"]),
    # results of a quarter that is over date what the first half gives as their reason
    ("DRAM價漲 南亞科Q1營收創高", ["DRAM price up 2026Q1 .."]),
    ("記憶體跌價+匯損 威剛Q1轉虧", ["MEMORY price down 2026Q1 .."]),
    ("雲端業者需求大增 Q1 SSD總產值季增7%", ["NAND demand up 2026Q1 .."]),
    ("量增價揚 NAND Q1總產值季增一成", ["NAND price up 2026Q1 .."]),
    ("DRAM價漲 南亞科Q3獲利可望倍增", ["DRAM price up - .."]),
    ("DRAM價漲 南亞科4月營收創高", ["DRAM price up - .."]),
    # whose demand and stock it is tells the second half
    ("買氣熱 Q3 DDR5報價漲幅10-15%", ["DRAM demand up - ..", "DRAM price up 2026Q3 10..15 g"]),
    ("終端需求旺+SSD報價漲 法人看好後市", ["NAND demand up - ..", "NAND price up - .."]),
    ("晶圓供給緊+買氣強勁 Q3 Client SSD漲幅估達兩成",
     ["NAND supply tight - ..", "NAND demand up - ..", "NAND price up 2026Q3 20..20 g"]),
    ("模組廠庫存水位墊高 NAND Q4報價恐跌6%", ["NAND inventory up - ..", "NAND price down 2026Q4 6..6 g h"]),
    ("iPhone需求旺 NAND報價續漲", ["NAND price up - .."]),
    ("面板需求轉弱 DRAM合約價續跌", ["DRAM price down - .."]),
    ("需求疲弱 記憶體股重挫", []),
    ("需求熱絡 美光財測優於預期", []),
    # what came to an end in the other half
    ("掃貨行動結束 法人看DDR4報價轉為下跌", ["DRAM price down - .."]),
    ("連假結束後DRAM價格再漲一波", ["DRAM price up - .."]),
    ("三星結束DRAM跌勢", []),
    # words of headlines
    ("利基型DRAM市況看俏 Q4漲聲再起", ["DRAM price up 2026Q4 .. g"]),
    ("調查：NAND市占三星居冠 第三季報價走勢看衰", ["NAND price down 2026Q3 .. g"]),
    ("NOR價格恐有壓", ["NOR price down - .."]),
    ("南亞科毛利率有壓 DRAM現貨價走跌", ["DRAM price down - .."]),
    ("記憶體需求緩 封測廠獲利下滑", ["MEMORY demand down - .."]),
    ("HBM需求還是很熱", ["HBM demand up - .."]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_a_headline_gives_its_claims(sentence: str, expected: list[str]) -> None:
    """A headline makes its claims and no others."""
    assert [write_claim(claim) for claim in read_text(sentence, published_on=DAY).claims] == expected


@pytest.mark.parametrize(
    "sentence", ["Q2企業級SSD漲幅估達15%", "Q2 NAND漲幅估收斂至10-15%", "TrendForce估Q2 DRAM價格再漲15%"]
)
def test_an_estimate_of_a_running_quarter_is_guidance(sentence: str) -> None:
    """估 before a size or a verb makes guidance, in whatever place it stands."""
    assert [claim.stance for claim in read_text(sentence, published_on=DAY).claims] == ["guidance"]
