"""Chinese changes that are only mentioned, and those of other goods, shares and phases; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
TABLE = [
    # cases and sums
    ("例如合約價原本50元、市價漲到80元，客戶期末要補差額，這就是記憶體的新定價。", []),
    ("假設DRAM報價再漲30%，毛利率可望站上六成。", []),
    ("一家DRAM廠營收季增20%，可能是（a）ASP漲15%加上出貨增4%，或（b）ASP跌3%加上出貨增24%。", []),
    ("NAND報價一個月內可以漲跌20%，波動極大。", []),
    ("看一家記憶體廠要看製程進度，而非短期的ASP漲幅。", []),
    ("當原廠把產能移到HBM，一般DRAM就容易缺貨。", []),
    ("追蹤重點：DDR4報價何時止跌、NAND庫存何時去化完畢。", []),
    ("觀察指標：NOR合約價是否續漲。", []),
    # titles
    ("延伸閱讀：《記憶體缺貨懶人包》。DDR4現貨價小跌2%。", ["DRAM price down - 2..2"]),
    ("本文接續「DRAM漲價全解析」一文，談談設備。", []),
    ("詳見[記憶體漲價追蹤](/posts/price-hike/)。", []),
    ("「DRAM還會缺到明年」，南亞科總經理說。", ["DRAM supply tight 2027 .. g"]),
    # other goods
    ("主控IC與PMIC等零組件供應吃緊，拖累SSD出貨。", []),
    ("電源管理晶片缺貨，使NAND模組廠出貨遞延。", []),
    ("PC用DRAM需求受英特爾平台供貨不足衝擊。", []),
    ("消費性電子產量下滑，eMMC第四季將跌5%。", ["NAND price down 2026Q4 5..5 g"]),
    ("電視與Chromebook需求走緩，NAND買氣轉弱。", ["NAND demand down - .."]),
    ("料況不順使伺服器DRAM拉貨遞延。", ["DRAM demand down - .."]),
    ("被動元件與DRAM同步缺貨。", ["DRAM supply tight - .."]),
    # shares
    ("記憶體族群籌碼鬆動，外資倒貨三萬張，南亞科跌3%。", []),
    ("投信連五買，記憶體買盤回籠，華邦電收漲4%。", []),
    ("DRAM三雄賣壓出籠，股價拉回20%。", []),
    ("DRAM現貨賣壓沉重，報價下滑2%。", ["DRAM price down - 2..2"]),
    # cycle names
    ("記憶體由去庫存轉為補庫存，報價翻揚。", ["MEMORY price up - .."]),
    ("NAND走過減產、去庫存、跌價的循環。", []),
    ("為加速去化庫存，NAND廠調降報價。", ["NAND price down - .."]),
    ("品牌廠積極清庫存，筆電出貨下滑。", []),
    ("伺服器業者持續調節庫存，DRAM價格受到壓力。", ["DRAM price down - .."]),
    ("DRAM庫存修正將在年底進入尾聲。", []),
    ("NAND原廠庫存去化順利，報價回穩。", ["NAND inventory down - ..", "NAND price flat - .."]),
    # not enough for
    ("DRAM需求仍不敵供給增幅。", ["DRAM supply loose - .."]),
    ("NAND位元需求不敵廠商擴產。", ["NAND supply loose - .."]),
    ("DDR4價格還沒跌到谷底之前，買方不會出手。", []),
    ("減產無法扭轉NAND價格下跌的趨勢。", ["NAND supply down - ..", "NAND price down - .."]),
    ("NAND合約價跌勢未見趨緩。", ["NAND price down - .."]),
    ("NOR報價漲勢尚未歇止。", ["NOR price up - .."]),
    ("DRAM下半年漲幅可能不如上半年。", ["DRAM price up 2026H2 .. g h"]),
    ("DDR5漲幅不如上季。", ["DRAM price up - .."]),
    # hopes
    # this wave of
    ("這波漲價的推手是AI，DRAM與NAND皆受惠。", []),
    ("新產能何時開出，是這波記憶體漲價潮的關鍵。", ["MEMORY price up - .."]),
    ("陸廠DDR4模組報價比市價低三成。", []),
    # until
    ("2024至2027年的DRAM缺貨，源頭是HBM。", ["DRAM supply tight 2027 .. g"]),
    ("DRAM供需失衡恐延續到2028年。", ["DRAM supply tight 2028 .. g"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_what_is_only_mentioned_is_no_claim(text: str, claims: list[str]) -> None:
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims
