"""How those who trade memory in Taiwan and Hong Kong speak of prices, deliveries and stocks, and what they claim."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 7, 13)

# fmt: off
TABLE = [
    ("十銓6月交貨的DRAM顆粒又漲兩成。", ["DRAM price up 2026-06 20..20"]),
    ("8GB模組6月合約價續漲12%。", ["DRAM price up 2026-06 12..12"]),
    ("1Gx8 3200顆粒本週現貨均值週跌0.8%。", ["DRAM price down 2026-07 0.8..0.8"]),
    ("4Gb顆粒缺貨，1月合約漲幅達兩成。", ["DRAM supply tight - ..", "DRAM price up 2026-01 20..20"]),
    ("客戶手中SSD備料達12週。", ["NAND inventory loose - .."]),
    ("原廠第三季只願意給我們五成的NAND。", ["NAND supply tight 2026Q3 .."]),
    ("模組廠拿到的DDR4只有需求的四成。", ["DRAM supply tight - .."]),
    ("記憶卡年初迄今砍半。", ["NAND price down 2026 50..50"]),
    ("eMMC價格年初迄今跌四成。", ["NAND price down 2026 40..40"]),
    ("SLC NAND已經沒貨，交期排到明年第二季。", ["NAND supply tight - ..", "NAND supply tight 2027Q2 .."]),
    ("DRAM第四季還有10%上漲空間。", ["DRAM price up 2026Q4 10..10 g"]),
    ("NAND價格下半年仍有15%至20%的調漲空間。", ["NAND price up 2026H2 15..20 g"]),
    ("DDR3合約價持平至小漲3%。", ["DRAM price up - 0..3"]),
    ("第四季NOR報價估持平至小跌5%。", ["NOR price down 2026Q4 0..5 g"]),
    ("SSD與DRAM模組各升一成。", ["NAND price up - 10..10", "DRAM price up - 10..10"]),
    ("DRAM與NAND合約價各降15%、20%。", ["DRAM price down - 15..15", "NAND price down - 20..20"]),
    ("美光：12月季DRAM均價季增20%。", ["DRAM price up 2026Q4 20..20 g"]),
    ("6月季NAND平均售價季減一成。", ["NAND price down 2026Q2 10..10"]),
    ("PC均價上漲5%，全因記憶體成本攀升。", ["MEMORY price up - .."]),
    ("NOR缺晶圓，報價跟漲。", ["NOR supply tight - ..", "NOR price up - .."]),
    ("三星減供LPDDR4，帶動現貨補漲。", ["DRAM supply down - ..", "DRAM price up - .."]),
    ("標準型DDR3報價探底。", ["DRAM price down - .."]),
    ("第三季SSD供給雪上加霜。", ["NAND supply tight 2026Q3 .."]),
    ("DDR3掛牌不動。", ["DRAM price flat - .."]),
    ("NOR庫存偏高，9月合約未必跟漲。", ["NOR inventory loose - ..", "NOR price up 2026-09 .. g"]),
    ("DRAM第3季合約續揚 下半年不看淡。", ["DRAM price up 2026Q3 .."]),
    ("記憶體供應承諾增至60億美元。", []),
    ("記憶體缺貨對平板廠影響有限。", ["MEMORY supply tight - .."]),
    ("eMMC報價已逼近現金成本。", []),
    ("Q3 SSD均價小跌low single digit。", ["NAND price down 2026Q3 1..3"]),
    ("宇瞻：工控客戶對DDR4拉貨踴躍。", ["DRAM demand up - .."]),
    ("DDR4交期拉長到20週。", ["DRAM supply tight - .."]),
    ("NAND供應鏈吃緊，報價看升。", ["NAND supply tight - ..", "NAND price up - .. g"]),
    ("DDR5現貨均價週減1.2%。", ["DRAM price down - 1.2..1.2"]),
    ("DDR4現貨承壓，單週下滑4%。", ["DRAM price down - 4..4"]),
    ("SSD需求加溫，報價跟著漲。", ["NAND demand up - ..", "NAND price up - .."]),
    ("第二季SSD需求遞延。", ["NAND demand down 2026Q2 .."]),
    ("NOR合約價無明顯變動。", ["NOR price flat - .."]),
    ("DRAM報價高檔震盪。", ["DRAM price flat - .."]),
    ("三星再砍NAND產能。", ["NAND supply down - .."]),
    ("DRAM庫存處於高檔。", ["DRAM inventory loose - .."]),
    ("SSD庫存仍待去化。", ["NAND inventory loose - .."]),
    ("NOR庫存已見底。", ["NOR inventory tight - .."]),
    ("公司受惠DRAM低價庫存效益，毛利率上升。", []),
    ("DDR4報價連三月走揚。", ["DRAM price up - .."]),
    ("客戶因記憶體缺貨延後拉貨。", ["MEMORY supply tight - ..", "MEMORY demand down - .."]),
    ("SSD庫存去化速度加快。", ["NAND inventory down - .."]),
    ("記憶體現貨轉弱。", ["MEMORY price down - .."]),
    ("DDR3的價格第二季有漲,NOR基本上是持平。", ["DRAM price up 2026Q2 ..", "NOR price flat 2026Q2 .."]),
    ("三大廠把產能移往HBM與DDR5,DDR3供給趨緊。", ["DRAM supply tight - .."]),
    ("法人估第三季DRAM合約價漲15%,優於原先預期的8%。", ["DRAM price up 2026Q3 15..15 g"]),
    ("停電使NAND產出損失1%。", ["NAND supply down - 1..1"]),
    ("日系客戶SLC NAND採購延後。", ["NAND demand down - .."]),
    ("NOR價格漲不太動。", ["NOR price flat - .."]),
    ("第三季SSD合約價季增20%,漲幅居NAND之冠。", ["NAND price up 2026Q3 20..20"]),
    ("8/1起DDR5牌價上調一成。", ["DRAM price up 2026-08 10..10 g"]),
    ("記憶體通路購料意願低落。", ["MEMORY demand down - .."]),
    ("DRAM投片減少4%、NAND減8%。", ["DRAM supply down - 4..4", "NAND supply down - 8..8"]),
    ("DDR4供給增加6%,DDR3增一成。", ["DRAM supply up - 6..6", "DRAM supply up - 10..10"]),
    ("NOR缺貨嚴重,旺宏通知客戶Q4調漲15%。", ["NOR supply tight - ..", "NOR price up 2026Q4 15..15 g"]),
    ("DRAM位元成長15%。", ["DRAM supply up - 15..15"]),
    ("停電影響全球DRAM投片6%。", ["DRAM supply down - .."]),
    ("DRAM價格第三季還是會往下。", ["DRAM price down 2026Q3 .. g"]),
    ("第三季DRAM單價季增兩成,第四季還會再往上。", ["DRAM price up 2026Q3 20..20", "DRAM price up 2026Q4 .. g"]),
    ("三星SSD庫存超過兩個月。", ["NAND inventory loose - .."]),
    ("第三季NAND wafer有機會率先止跌。", ["NAND price flat 2026Q3 .. g h"]),
    ("NAND第二季價格大致走穩。", ["NAND price flat 2026Q2 .."]),
    ("記憶體類股止跌。", []),
    ("旺宏股價調漲15%目標價。", []),
    ("南亞科第一季EPS 5元,DRAM均價季增四成,第四季合約價可望續漲。",
     ["DRAM price up 2026Q1 40..40", "DRAM price up 2026Q4 .. g h"]),
    ("原廠稱HBM4已無餘量。", ["HBM supply tight - .."]),
    ("記憶體漲價若持續,明年獲利將受壓。", []),
    ("因記憶體取得不易,部分車款減產。", ["MEMORY supply tight - .."]),
    ("DDR4交期由8週拉長至24週。", ["DRAM supply tight - .."]),
    ("工控用DDR4料源吃緊。", ["DRAM supply tight - .."]),
    ("消費性DRAM第四季合約估季增3-8%,繪圖DRAM持平。", ["DRAM price up 2026Q4 3..8 g", "DRAM price flat 2026Q4 .. g"]),
    ("DDR5 2Gx8均價上漲0.4%,SSD 512GB持平。", ["DRAM price up - 0.4..0.4", "NAND price flat - .."]),
    ("LPDDR5X議價陷拉鋸,7月報價暫維持6月水準。", ["DRAM price flat 2026-07 .."]),
    ("圖2：DRAM平均售價季變動率；1Q26 +40%以上、2Q26 +60%以上。",
     ["DRAM price up 2026Q1 40..", "DRAM price up 2026Q2 60.."]),
    ("圖4：NAND均價季變動；4Q25 -5%、1Q26 +10%。", ["NAND price down 2025Q4 5..5", "NAND price up 2026Q1 10..10"]),
    ("單週回檔不代表DRAM價格將下跌。", []),
    ("此案不宜推論為記憶體價格將回落。", []),
    ("全年DRAM價格估漲80%，PC 均價連帶墊高10%。", ["DRAM price up 2026 80..80 g"]),
    ("伺服器用模組6月合約價續漲5%。", ["DRAM price up 2026-06 5..5"]),
    ("代理商通知PC用模組5月掛牌不動,但私下折讓4%。", ["DRAM price flat 2026-05 ..", "DRAM price down 2026-05 4..4"]),
    ("緯創第二季電話會：記憶體成本大增,第三季續漲。", ["MEMORY price up 2026Q2 ..", "MEMORY price up 2026Q3 .."]),
    ("車用模組價格上漲5%。", []),
    ("記憶體封測廠交期拉長到十週。", []),
]
# fmt: on


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_trade_talk_is_read(sentence: str, expected: list[str]) -> None:
    """Each sentence gives exactly the claims beside it."""
    claims = read_text(sentence, published_on=DAY).claims
    assert [write_claim(claim) for claim in claims] == expected
