"""Chinese lines of notes, periods since when and in brackets, and aims that are no change; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
TABLE = [
    # lines of notes
    ("- HBM 需求：仍在加速", ["HBM demand up - .."]),
    ("- NOR 庫存：持續下降", ["NOR inventory down - .."]),
    ("- DDR3 供給：偏緊", ["DRAM supply tight - .."]),
    ("- DDR4 還是淨減少趨勢", []),
    ("DDR5 現貨仍強，NOR現貨轉弱", ["DRAM price up - ..", "NOR price down - .."]),
    ("| NAND 合約價季漲幅 | +15-20% |", ["NAND price up - 15..20"]),
    ("| DDR4 現貨價 | 季增 | +40% |", ["DRAM price up - 40..40"]),
    # gloss between product and word
    ("高頻寬記憶體（HBM）需求大增，記憶體廠稼動率回升。", ["HBM demand up - ..", "MEMORY supply up - .."]),
    ("AI使HBM（高頻寬記憶體）需求十分強勁，獲利創高。", ["HBM demand up - .."]),
    ("高頻寬記憶體 (HBM) 極度供不應求。", ["HBM supply tight - .."]),
    ("快閃記憶體（NAND Flash）價格上漲。", ["NAND price up - .."]),
    ("動態隨機存取記憶體（DRAM）供不應求。", ["DRAM supply tight - .."]),
    ("編碼型快閃記憶體(NOR Flash)需求回溫。", ["NOR demand up - .."]),
    # passive pushes
    ("DDR5合約價被AI需求推高。", ["DRAM price up - .."]),
    ("NAND報價遭急單推升。", ["NAND price up - .."]),
    ("一般DRAM的有效供給被壓縮。", ["DRAM supply down - .."]),
    # year against year
    ("車用DRAM合約價2027年較2026年漲50%。", ["DRAM price up 2027 50..50 g"]),
    ("2025年NOR均價較2024年下跌12%。", ["NOR price down 2025 12..12"]),
    # until then
    # since
    ("NAND市況因伺服器端自第一季起持續去化庫存。", ["NAND inventory down 2026Q1 .."]),
    ("自第四季起DRAM庫存持續下降，報價止穩。", ["DRAM inventory down 2025Q4 ..", "DRAM price flat 2025Q4 .."]),
    ("NOR去年下半年就出現供不應求。", ["NOR supply tight 2025H2 .."]),
    # lists of two years
    (
        "帶動2027、2028年伺服器DRAM位元需求成長30%、45%。",
        ["DRAM demand up 2027 30..30 g", "DRAM demand up 2028 45..45 g"],
    ),
    # low stock
    ("DRAM庫存降至8週。", ["DRAM inventory down - .."]),
    # margins of a fall
    ("SSD合約價跌幅較原先預期收斂。", ["NAND price down - .."]),
    ("DRAM合約價跌幅小於預期。", ["DRAM price down - .."]),
    ("第三季NOR價格跌幅比上季擴大。", ["NOR price down 2026Q3 .."]),
    ("DDR3價格上升幅度將比上季更大。", ["DRAM price up - .. g"]),
    ("預料第四季GDDR6價格漲幅將持續高於DDR5。", ["DRAM price up 2026Q4 .. g", "DRAM price up 2026Q4 .. g"]),
    ("明年第一季將是全年跌幅最深的一季，NAND合約價估跌10%。", ["NAND price down 2027Q1 10..10 g"]),
    # aims
    ("為減緩價格下跌速度，NAND廠第四季將減產。", ["NAND supply down 2026Q4 .. g"]),
    ("記憶體廠減少投片，以求供需早日恢復平衡。", ["MEMORY supply down - .."]),
    ("消費性電子產品需求不振，DRAM庫存維持高檔。", ["DRAM inventory loose - .."]),
    ("手機與電視需求走緩，eMMC價格下跌5%。", ["NAND price down - 5..5"]),
    # maker's attitude
    ("原廠漲價態度堅定，DDR4供給有限。", ["DRAM supply tight - .."]),
    ("大廠漲價意圖強烈，NAND報價將續漲。", ["NAND price up - .. g"]),
    # shared year
    (
        "DRAM與NAND今年都處於供不應求，產品價格同步高漲。",
        [
            "DRAM supply tight 2026 ..",
            "NAND supply tight 2026 ..",
            "DRAM price up 2026 ..",
            "NAND price up 2026 ..",
        ],
    ),
    ("NOR今年持續缺貨，價格節節走高。", ["NOR supply tight 2026 ..", "NOR price up 2026 .."]),
    ("AI帶動2027、2028年DRAM價格上漲30%、45%。", ["DRAM price up 2027 30..30 g", "DRAM price up 2028 45..45 g"]),
    ("自第四季起DRAM合約價調漲5%。", ["DRAM price up 2026Q4 5..5 g"]),
    ("NOR去年下半年就缺貨，預估第四季再漲10%。", ["NOR supply tight 2025H2 .."]),
    ("NAND供不應求（預估第四季合約價再漲10%）。", ["NAND supply tight - ..", "NAND price up 2026Q4 10..10 g"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_notes_and_their_periods_are_read(text: str, claims: list[str]) -> None:
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims
