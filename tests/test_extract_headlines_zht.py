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
    ("需求熱絡 聯發科財測優於預期", []),
    ("需求熱絡 美光財測優於預期", ["MEMORY demand up - .."]),
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
    # of a maker of nothing but memory, which leaves its product out
    ("需求回升 群聯4月營收年增兩成", ["NAND demand up - .."]),
    ("〈宜鼎展望〉AI需求超預期 今年拚雙位數成長", []),
    ("〈威剛展望〉通路庫存見底 急單湧現需求回升", ["MEMORY inventory tight - ..", "MEMORY demand up - .."]),
    ("〈華邦電法說〉產能滿載仍供不應求 擬擴建新廠", ["MEMORY supply tight - .."]),
    ("〈南亞科法說〉下半年需求逐步轉強", ["DRAM demand up 2026H2 .. g"]),
    ("Q2迎漲價潮 南亞科股價站上季線", ["DRAM price up 2026Q2 .."]),
    ("需求轉弱 三星下修財測", []),
    ("〈旺宏法說〉今年優先去化庫存", []),
    ("〈旺宏法說〉明年Flash供給看緊 報價可望續漲", ["NOR supply tight 2027 .. g", "NOR price up 2027 .. g h"]),
    ("旺宏NAND Flash報價上漲", ["NAND price up - .."]),
    # a view of a period frames both halves
    ("焦佑鈞看好明年景氣 重申NOR將持續缺貨", ["NOR supply tight 2027 .. g"]),
    ("〈旺宏法說〉看明年NOR仍缺貨 報價持續向上", ["NOR supply tight 2027 .. g", "NOR price up 2027 .. g"]),
    ("記憶體廠Q1出貨轉強 SSD Q2出貨、售價同步走揚", ["NAND price up 2026Q2 .."]),
    # volumes, remarks on sizes, and what is no shortage of memory
    ("〈南亞科法說〉Q1量持平價格上漲", ["DRAM price up 2026Q1 .."]),
    ("下季SSD合約價估跌6% 是今年跌幅最深的一季", ["NAND price down 2026Q3 6..6 g"]),
    ("蘋果缺晶片 DDR4缺貨將到明年底", ["DRAM supply tight 2027 .. g"]),
    ("涉嫌哄抬NAND價格 美光官司纏身", []),
    ("群聯：NAND需求僅遞延非消失", []),
    # words of headlines, again
    ("記憶體Q2價穩 下游備貨轉積極", ["MEMORY price flat 2026Q2 ..", "MEMORY demand up - .."]),
    ("DRAM價平量增", ["DRAM price flat - .."]),
    ("NAND價格仍不見止跌訊號", ["NAND price down - .."]),
    ("DRAM現貨價止跌", ["DRAM price flat - .."]),
    ("記憶體類股重挫 合約價仍揚", ["MEMORY price up - .."]),
    # the second half goes on with the price of the first, where it looks ahead or tells a period
    ("NAND報價落底 群聯估Q3起回升", ["NAND price up 2026Q3 .. g"]),
    ("SSD缺貨 模組廠估Q4再漲一成", ["NAND supply tight - ..", "NAND price up 2026Q4 10..10 g"]),
    ("NOR供不應求 旺宏傳下半年逐季漲8%", ["NOR supply tight - ..", "NOR price up 2026H2 8..8 g"]),
    ("DRAM報價走揚 南亞科周漲7%", ["DRAM price up - .."]),
    ("DRAM報價走揚 筆電廠擬漲一成", ["DRAM price up - .."]),
    ("NOR Flash需求強 旺宏產能滿載", ["NOR demand up - ..", "NOR supply tight - .."]),
    ("Wafer報價跌逾2成 NAND Flash本季全面走跌", ["NAND price down - 20..", "NAND price down 2026Q2 .."]),
    ("南亞科營收創今年新高 DRAM漲價效應顯現", ["DRAM price up - .."]),
    ("買氣轉弱 DRAM價格面臨壓力", ["DRAM demand down - ..", "DRAM price down - .."]),
    ("DDR5需求仍疲", ["DRAM demand down - .."]),
    # until when it lasts, behind a space
    ("威剛：DRAM供應吃緊狀況 恐延續至明年上半", ["DRAM supply tight 2027H1 .. g"]),
    ("NAND供過於求態勢 恐持續到第四季", ["NAND supply loose 2026Q4 .. g h"]),
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


SPEAKERS = [
    ("〈威剛展望〉記憶體報價走強 下季毛利率看升", "company"),
    ("〈南亞科股東會〉DRAM供不應求", "company"),
    ("李培瑛：DRAM報價逐季上揚", "company"),
    ("〈熱門股〉DRAM漲價 華邦電股價大漲", "third_party"),
    ("〈產業展望〉DRAM漲價 華邦電受惠", "third_party"),
]


@pytest.mark.parametrize(("sentence", "speaker"), SPEAKERS)
def test_a_meeting_in_brackets_tells_who_speaks(sentence: str, speaker: str) -> None:
    """The maker whose meeting or outlook heads a headline speaks, of the present where nothing looks ahead."""
    claims = read_text(sentence, published_on=DAY).claims
    assert {(claim.speaker, claim.stance) for claim in claims} == {(speaker, "actual")}
