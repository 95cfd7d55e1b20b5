"""Frames round a price or a demand in the press of Taiwan: quarters compared, halves, what drives a demand."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 5, 20)

TABLE = [
    ("業者透露，第三季NAND報價將比上季更高。", ["NAND price up 2026Q3 .. g"]),
    ("公司表示，NOR Flash第2季報價肯定會高過第1季。", ["NOR price up 2026Q2 .. g"]),
    ("第三季DRAM合約價低於第二季，產能利用率高於上季。", ["DRAM price down 2026Q3 .. g"]),
    ("DRAM漲勢將延續到2027年上半。", ["DRAM price up 2027H1 .. g"]),
    ("NAND價格在今年下半回升，明年上半走弱。", ["NAND price up 2026H2 .. g", "NAND price down 2027H1 .. g"]),
    ("DRAM合約價明年Q1續漲。", ["DRAM price up 2027Q1 .. g"]),
    ("市場預期明年H1 SSD報價走揚。", ["NAND price up 2027H1 .. g h"]),
    ("近2、3月，SSD報價上漲。", ["NAND price up - .."]),
    ("公司受惠AI伺服器對DDR5的龐大需求。", ["DRAM demand up - .."]),
    ("AI運算帶動HBM的海量需求。", ["HBM demand up - .."]),
    ("為因應客戶對NOR的迫切需求，廠商調度產能。", ["NOR demand up - .."]),
    ("SSD則受AI相關需求拉動，預估漲幅可維持一成。", ["NAND demand up - ..", "NAND price up - 10..10 g"]),
    ("市場對HBM的需求遠超海力士的供應能力。", ["HBM supply tight - .."]),
    ("SSD買方採購轉趨被動。", ["NAND demand down - .."]),
    ("Graphics DRAM因顯卡廠下修出貨，需求動能轉趨保守。", ["DRAM demand down - .."]),
    ("DDR4與NOR供不應求，下半年仍將吃緊。",
     ["DRAM supply tight - ..", "NOR supply tight - ..", "DRAM supply tight 2026H2 .. g",
      "NOR supply tight 2026H2 .. g"]),
    ("供應商擴大Mobile DRAM價格跌幅。", ["DRAM price down - .."]),
    ("美光祭出15%的DDR5降價策略。", ["DRAM price down - .."]),
    ("第三季SSD出現和DRAM一樣的15%漲幅。", ["NAND price up 2026Q3 15..15 g"]),
    ("記憶體與儲存元件價格飆升，下游成本增加。", ["MEMORY price up - .."]),
    ("第三季DRAM走弱的機率逐漸升高。", []),
    ("HBM占DRAM總產出比率將升至23%。", []),
    ("為減緩庫存攀升，SSD業者調整投片。", []),
    # an end that has not come
    ("NOR價格的漲勢遠未結束。", ["NOR price up - .."]),
    ("長鑫擴產仍難扭轉DRAM供給吃緊的局面。", ["DRAM supply tight - .."]),
    ("SSD漲價潮尚未告一段落。", ["NAND price up - .."]),
    ("NAND尚未擺脫價格下跌。", ["NAND price down - .."]),
    ("DRAM價格的下跌已告終。", []),
    # markets that are short, and wants that are a multiple of supply
    ("集邦指出，NOR現貨市場仍維持緊俏格局。", ["NOR supply tight - .."]),
    ("DDR3報價續揚，市場將持續吃緊。", ["DRAM price up - ..", "DRAM supply tight - .."]),
    ("HBM需求是供應的兩倍。", ["HBM supply tight - .."]),
    ("企業級SSD訂單達產能的1.5倍。", ["NAND supply tight - .."]),
    ("HBM需求是去年的兩倍。", ["HBM demand up - 100..100"]),
    # an object behind a space, and the next half of a headline
    ("鎧俠減產 NAND，市場反應正面。", ["NAND supply down - .."]),
    ("美光增產 HBM，盼追上對手。", ["HBM supply up - .."]),
    ("DRAM續漲 DDR4缺貨", ["DRAM price up - ..", "DRAM supply tight - .."]),
    # how one looks at it
    ("若與年初相比，DDR4價格翻了兩倍。", ["DRAM price up 2026 200..200"]),
    ("若把時間拉長到半年，SSD價格漲了四成。", ["NAND price up - 40..40"]),
    ("如果從全年來看，NOR價格上漲15%。", ["NOR price up 2026 15..15"]),
    ("若與三星談判破裂，DRAM價格將上漲15%。", []),
    # what a question takes for granted
    ("DRAM缺貨怎麼辦？", ["DRAM supply tight - .."]),
    ("NAND缺貨誰受惠？", ["NAND supply tight - .."]),
    ("三星增產HBM原因曝？", ["HBM supply up - .."]),
    ("DDR4漲價還會持續嗎？", []),
    # what drives a price, what is dearer, and what is none of memory's
    ("NOR在需求回升帶動下止跌回升。", ["NOR demand up - ..", "NOR price up - .."]),
    ("南亞科第1季售價、位元出貨同步成長15%。", ["DRAM price up 2026Q1 15..15"]),
    ("DRAM成本壓力升高，品牌廠叫苦。", ["DRAM price up - .."]),
    ("DDR4價格走勢不穩定。", []),
    ("HBM供給吃緊，AI晶片供應也持續緊俏。", ["HBM supply tight - .."]),
    ("記憶體暴漲衝擊手機消費需求。", ["MEMORY price up - .."]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_a_frame_gives_its_claims(sentence: str, expected: list[str]) -> None:
    """A sentence makes its claims and no others."""
    assert [write_claim(claim) for claim in read_text(sentence, published_on=DAY).claims] == expected
