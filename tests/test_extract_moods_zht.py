"""Chinese moods that are no change, signed sizes of memos, roads of prices, numerals; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
TABLE = [
    # crowding out as a noun
    ("AI伺服器的排擠效應推升DDR4報價。", ["DRAM price up - .."]),
    ("HBM排擠效應持續發酵，NOR合約價第三季再漲15%。", ["NOR price up 2026Q3 15..15"]),
    ("受HBM產能排擠影響，利基型DRAM報價走揚。", ["DRAM price up - .."]),
    ("產能排擠機制是這篇要談的重點：HBM吃掉多少晶圓？", []),
    ("磁吸效應帶動SLC NAND漲價。", ["NAND price up - .."]),
    ("HBM擠壓一般DRAM的供給。", ["DRAM supply tight - .."]),
    ("HBM產能擠占標準型DRAM產能。", ["DRAM supply tight - .."]),
    ("DDR4產能遭HBM排擠，價格上漲。", ["DRAM supply tight - ..", "DRAM price up - .."]),
    ("記憶體排擠了手機廠的研發預算。", []),
    # noun of feeling
    ("預期心理帶動買方搶貨，NAND價格上漲。", ["NAND price up - .."]),
    ("在預期心理推升下，DDR4現貨價格8月漲了12%。", ["DRAM price up 2026-08 12..12"]),
    ("漲價預期心理發酵，DRAM現貨價走揚。", ["DRAM price up - .."]),
    ("預期NAND價格上漲10%。", ["NAND price up - 10..10 g"]),
    # momentum
    ("DRAM合約價3Q26 +8%，動能續降。", ["DRAM price up 2026Q3 8..8"]),
    ("DDR5現貨價小漲2%，動能轉弱。", ["DRAM price up - 2..2"]),
    ("伺服器DRAM需求動能轉弱。", ["DRAM demand down - .."]),
    # supply side's mood
    ("供應端氛圍由觀望轉為積極，NAND合約價上漲5%。", ["NAND price up - 5..5"]),
    ("NOR供給端態度轉趨強硬，第四季報價將調漲。", ["NOR price up 2026Q4 .. g"]),
    ("原廠供貨態度保守，DRAM報價走升。", ["DRAM price up - .."]),
    # the one quarter
    ("這是NOR近十年最缺貨的一季。", ["NOR supply tight - .."]),
    ("第二季是DRAM跌得最慘的一季。", ["DRAM price down 2026Q2 .."]),
    (
        "今年第二季是SLC NAND供應最緊的一季，合約價單季大漲30%。",
        ["NAND supply tight 2026Q2 ..", "NAND price up 2026Q2 30..30"],
    ),
    ("DDR3價格一季比一季高。", ["DRAM price up - .."]),
    ("今年一季度NOR價格上漲5%。", ["NOR price up 2026Q1 5..5"]),
    ("今年一季NOR價格上漲5%。", ["NOR price up 2026Q1 5..5"]),
    # 20 written 二○
    ("預估第四季NOR價格將再漲二○％。", ["NOR price up 2026Q4 20..20 g"]),
    ("DRAM合約價上漲一五％至二○％。", ["DRAM price up - 15..20"]),
    ("NAND報價一次調漲三○％。", ["NAND price up - 30..30"]),
    ("DDR4均價跌了八％。", ["DRAM price down - 8..8"]),
    # multiples
    ("過去半年DDR4顆粒漲了2.8倍、NAND晶圓也漲了1.6倍。", ["DRAM price up - 280..280", "NAND price up - 160..160"]),
    ("DDR4與DDR5漲幅都達六、七倍。", ["DRAM price up - 600..700", "DRAM price up - 600..700"]),
    ("NOR報價漲幅達二至三倍。", ["NOR price up - 200..300"]),
    ("一年來DRAM價格大漲4.2倍；近三個月DRAM再漲1.5倍。", ["DRAM price up - 420..420", "DRAM price up - 150..150"]),
    # enters
    ("NOR報價明年將進入主升段。", ["NOR price up 2027 .. g"]),
    ("DRAM及NAND合約價將於第四季全面進入上升週期。", ["DRAM price up 2026Q4 .. g", "NAND price up 2026Q4 .. g"]),
    ("DRAM報價已進入上漲週期。", ["DRAM price up - .."]),
    ("NAND價格步入跌價循環。", ["NAND price down - .."]),
    ("利基型DRAM報價上漲趨勢不變。", ["DRAM price up - .."]),
    ("業者預期NAND報價漲勢不變。", ["NAND price up - .. g"]),
    ("NOR Flash跌價趨勢未變。", ["NOR price down - .."]),
    # is said to go beyond what was
    ("NOR合約價經歷第一季約5~10%的上漲後，第二季再漲8%。", ["NOR price up 2026Q1 5..10", "NOR price up 2026Q2 8..8"]),
    ("DDR4歷經第二季價格翻倍後，第三季漲幅將收斂。", ["DRAM price up 2026Q2 100..100", "DRAM price up 2026Q3 .. g"]),
    ("預期第四季GDDR7價格漲幅將較前一季擴大。", ["DRAM price up 2026Q4 .. g"]),
    ("第四季DDR3價格漲幅將高於DDR4。", ["DRAM price up 2026Q4 .. g", "DRAM price up 2026Q4 .. g"]),
    # hongkong
    ("記憶體掀起斷貨加價潮。", ["MEMORY supply tight - ..", "MEMORY price up - .."]),
    ("NAND供應商宣布加價一成。", ["NAND price up - 10..10"]),
    ("SLC NAND供給被3D NAND大量擠占。", ["NAND supply tight - .."]),
    ("手機廠獲利被DRAM侵蝕。", []),
    ("HBM擠占DDR4產能，NOR不受影響。", ["DRAM supply tight - .."]),
    ("Q3 2026 DRAM +8-13%、NAND +5-10%", ["DRAM price up 2026Q3 8..13", "NAND price up 2026Q3 5..10"]),
    ("3Q26 NOR +12%，SLC NAND +20%，動能轉強", ["NOR price up 2026Q3 12..12", "NAND price up 2026Q3 20..20"]),
    ("DDR4 QoQ -6%，NOR QoQ -3%", ["DRAM price down - 6..6", "NOR price down - 3..3"]),
    ("4Q25 DRAM QoQ +30~35%，高於市場預期", ["DRAM price up 2025Q4 30..35"]),
    ("1Q26伺服器DRAM +40%，行動DRAM +25%", ["DRAM price up 2026Q1 40..40", "DRAM price up 2026Q1 25..25"]),
    (
        "4Q26 DRAM 合約價 +3~8% QoQ（伺服器 +5~10%、PC +0~5%）",
        ["DRAM price up 2026Q4 3..8 g", "DRAM price up 2026Q4 5..10 g", "DRAM price up 2026Q4 0..5 g"],
    ),
    (
        "Q2 DRAM合約價 +20%、NAND +15%、NOR +10%",
        ["DRAM price up 2026Q2 20..20", "NAND price up 2026Q2 15..15", "NOR price up 2026Q2 10..10"],
    ),
    ("DRAM 營收 QoQ +30%，NAND 營收 -5%", []),
    ("南亞科 +3.5%、華邦電 -2.1%、旺宏 +1.2%", []),
    ("DRAM 類股 +4.2%，NAND 概念股 +3%", []),
    ("DRAM 三雄今日 +5%、+3%、+2%", []),
    ("2Q26 DRAM bit shipment +12%，NAND bit +8%", []),
    ("Q2 2026 DRAM 占比 +3%，毛利率 +5%", []),
    ("美光 DRAM 位元出貨 QoQ +10%，NAND 位元 QoQ -5%", []),
    ("MU +3.03%，SNDK +5%，DRAM ETF +2%", []),
    (
        "現況：Q2 2026 NOR +18%、DDR3 +22%，五年來最大漲幅",
        ["NOR price up 2026Q2 18..18", "DRAM price up 2026Q2 22..22"],
    ),
    ("Q2 2026 記憶體 +30%，五年來最大漲幅", []),
    ("美光 Q2 DRAM +30%，毛利優於預期", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_moods_and_memos_are_read_apart(text: str, claims: list[str]) -> None:
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims
