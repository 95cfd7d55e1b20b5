"""Chinese reasons that are added, levels of stock and slashes; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
TABLE = [
    # slashes
    (
        "DRAM／HBM供應吃緊、價格暴漲。",
        ["DRAM supply tight - ..", "HBM supply tight - ..", "DRAM price up - ..", "HBM price up - .."],
    ),
    (
        "三方都說DRAM／NAND／NOR供應吃緊、價格走揚。",
        [
            "DRAM supply tight - ..",
            "NAND supply tight - ..",
            "NOR supply tight - ..",
            "DRAM price up - ..",
            "NAND price up - ..",
            "NOR price up - ..",
        ],
    ),
    # if time is shortened
    (
        "過去一年DRAM漲了3倍；如果把時間縮短到近半年，DRAM漲了1.5倍。",
        ["DRAM price up - 300..300", "DRAM price up - 150..150"],
    ),
    ("若把時間拉長來看，NOR三年跌了四成。", ["NOR price down - 40..40"]),
    # the market's state before its product
    ("市場持續供過於求，NAND第三季合約價估跌5%。", ["NAND supply loose - ..", "NAND price down 2026Q3 5..5 g"]),
    ("雖是旺季，但市場供過於求，DRAM合約價第三季僅漲1%。", ["DRAM supply loose - ..", "DRAM price up 2026Q3 1..1"]),
    ("市場供不應求，NOR報價一路走高。", ["NOR supply tight - ..", "NOR price up - .."]),
    ("買氣疲弱，DDR4現貨價走跌。", ["DRAM demand down - ..", "DRAM price down - .."]),
    # high level
    ("PC廠DRAM庫存維持12週的高水準。", ["DRAM inventory loose - .."]),
    ("NAND通路庫存仍處於10週的高檔。", ["NAND inventory loose - .."]),
    ("伺服器DRAM庫存維持六週的正常水準。", ["DRAM inventory balanced - .."]),
    # all of them
    ("DDR3與DDR4漲幅皆逾八成，DDR4更貴過DDR5。", ["DRAM price up - 80..", "DRAM price up - 80.."]),
    ("這波漲價始於5月，之後DDR4漲幅超過三倍。", ["DRAM price up - 300.."]),
    # HBM among memory
    (
        "記憶體廠由減產轉為增產，加上高頻寬記憶體（HBM）需求大增，報價看漲。",
        ["MEMORY supply up - ..", "HBM demand up - ..", "HBM price up - .. g"],
    ),
    # told further on in a sentence
    ("第四季備貨潮延續，GDDR7價格上升幅度將較上季擴大。", ["DRAM price up 2026Q4 .. g"]),
    (
        "第四季手機用LPDDR5X供給吃緊，價格可望續漲一成。",
        ["DRAM supply tight 2026Q4 .. g", "DRAM price up 2026Q4 10..10 g h"],
    ),
    ("第四季OEM採購量季減，但原廠把產能轉往伺服器，推動PC DRAM價格小漲。", ["DRAM price up 2026Q4 .. g"]),
    ("預期第四季DDR3價格漲幅會收斂。", ["DRAM price up 2026Q4 .. g"]),
    # prices to rise through a half, after a comma
    ("NOR報價預計在第四季，小幅上漲3%。", ["NOR price up 2026Q4 3..3 g"]),
    ("DDR4合約價於第三季，大幅調漲四成。", ["DRAM price up 2026Q3 40..40"]),
    # goes on
    ("預期記憶體報價上漲趨勢不變。", ["MEMORY price up - .. g"]),
    ("年末需求減緩，NAND交易冷清，報價持平。", ["NAND demand down 2026 ..", "NAND price flat 2026 .."]),
    ("需求減緩，DRAM交易行情冷清。", ["DRAM demand down - .."]),
    # imbalance
    (
        "原廠停產DDR3，造成供需失調，價格暴漲。",
        ["DRAM supply down - ..", "DRAM supply tight - ..", "DRAM price up - .."],
    ),
    ("短期供需失衡難解，NOR價格也將走揚。", ["NOR supply tight - ..", "NOR price up - .. g"]),
    # raised several times
    # one more reason
    ("加上DRAM需求回升，報價走揚。", ["DRAM demand up - ..", "DRAM price up - .."]),
    ("再加上SSD缺貨，NAND合約價調漲一成。", ["NAND supply tight - ..", "NAND price up - 10..10"]),
    ("加上HBM後，整體合約價季增12%，一般DRAM僅增5%。", ["DRAM price up - 5..5"]),
    ("需求持續減緩，NOR報價下滑。", ["NOR demand down - ..", "NOR price down - .."]),
    ("為減緩跌勢，NAND廠再減產一成。", ["NAND supply down - 10..10"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_reasons_and_levels_are_read(text: str, claims: list[str]) -> None:
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims
