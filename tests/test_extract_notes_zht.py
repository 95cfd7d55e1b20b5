"""Terse notes of brokers in Taiwan: signed sizes, arrows, brackets that compare, thirds of a decade told ahead."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 7, 22)

TABLE = [
    # brackets give the quarter before, behind which nothing lies ahead
    ("NAND：Q3 報價預估 +9–14%（Q2 +66–71%）。", ["NAND price up 2026Q3 9..14 g", "NAND price up 2026Q2 66..71"]),
    ("NAND Q3合約價估漲12%（Q2 漲七成）。", ["NAND price up 2026Q3 12..12 g", "NAND price up 2026Q2 70..70"]),
    ("DRAM Q3合約價估漲12%（Q4 漲5%）。", ["DRAM price up 2026Q3 12..12 g", "DRAM price up 2026Q4 5..5 g"]),
    ("NAND 合約價 2026Q2 QoQ +72%（前季 +51%）", ["NAND price up 2026Q2 72..72", "NAND price up 2026Q1 51..51"]),
    # a list goes on in the period that opens its clause
    ("3Q26 DRAM 報價估季增 12–17%（PC DDR5 +14–19%），4Q26 DRAM +2–7%、NAND 1–4%。",
     ["DRAM price up 2026Q3 12..17 g", "DRAM price up 2026Q3 14..19 g", "DRAM price up 2026Q4 2..7 g",
      "NAND price up 2026Q4 1..4 g"]),
    # arrows lead to what counts
    ("PC DRAM 合約價上修 7-12%→14-19%", ["DRAM price up - 14..19"]),
    ("DRAM 合約價預估由季增7-12%上修為季增14-19%", ["DRAM price up - 14..19 g"]),
    ("DRAM 漲幅（Q1 +40% → Q2 12-17%）", ["DRAM price up 2026Q1 40..40", "DRAM price up 2026Q2 12..17"]),
    # thirds of a decade, and sizes that are only about
    ("DRAM ASP QoQ：+中30% 區間", ["DRAM price up - 34..36"]),
    ("NAND ASP 季增高50%", ["NAND price up - 57..59"]),
    ("DRAM ASP 季增中 30%、NAND ASP 季增低 50%", ["DRAM price up - 34..36", "NAND price up - 51..53"]),
    ("下季 DRAM 合約價持平至 +4%", ["DRAM price up 2026Q4 0..4 g"]),
    ("DDR3 合約價續漲 25% 以上", ["DRAM price up - 25.."]),
    ("SSD 合約價跌 5% 以內", ["NAND price down - ..5"]),
    ("三星DRAM報價最高20%", []),
    ("DRAM報價提高20%", ["DRAM price up - 20..20"]),
    ("HBM 2026 合約價 +≈18%", ["HBM price up 2026 18..18"]),
    # columns of one line
    ("3Q26 NAND eSSD 定價 | +28% QoQ | 零售僅小漲", ["NAND price up 2026Q3 28..28"]),
    # demand and supply by a sign
    ("HBM 需求 YoY **+65%**，伺服器 DRAM **+35%**", ["HBM demand up - 65..65", "DRAM demand up - 35..35"]),
    ("DRAM 供給 YoY +12%", ["DRAM supply up - 12..12"]),
    ("HBM 需求帶動營收 +65%", []),
    ("HBM 需求 YoY +65%，台積電營收 +35%", ["HBM demand up - 65..65"]),
    # a dash parts clauses, a first quarter is not the next one
    ("SSD 價格急漲——2026年首季 eSSD 合約價漲 70%——同業觀望",
     ["NAND price up - ..", "NAND price up 2026Q1 70..70"]),
    ("手機部門首次季度虧損——記憶體漲價推高成本", ["MEMORY price up - .."]),
    # until when and since when
    ("鎧俠預期NAND供需失衡延續至 2028-2029", ["NAND supply tight 2029 .. g"]),
    ("DRAM的供需失衡非短期現象，並將一路延續到2027年下半年", ["DRAM supply tight 2027H2 .. g"]),
    ("SSD價格從去年春天以來飆漲", ["NAND price up - .."]),
    # what is counted is a price or none
    ("集邦估 2026 年 NOR 報價再漲逾六成", ["NOR price up 2026 60.. g"]),
    ("今年DRAM價格上漲；全球DRAM營收年增41%、NAND年增35%", ["DRAM price up 2026 .."]),
    ("記憶體與零組件漲價墊高筆電成本", ["MEMORY price up - .."]),
    ("通路DDR4庫存降至不到兩週", ["DRAM inventory down - .."]),
    ("通路DDR4庫存不到兩週", ["DRAM inventory tight - .."]),
    ("供給成長跟不上需求，NOR報價走揚", ["NOR supply tight - ..", "NOR price up - .."]),
    # two generations by one name, a price that a colon heads, and what another product is measured by
    ("DDR3/4 合約價 +25-35%", ["DRAM price up - 25..35", "DRAM price up - 25..35"]),
    ("LPDDR4X/5X 供給吃緊", ["DRAM supply tight - .."]),
    ("DDR5/16GB 報價上漲", ["DRAM price up - .."]),
    ("DDR5 ASP QoQ：+中20%（vs Micron +25%）；NOR ASP QoQ：+9%",
     ["DRAM price up - 24..26", "NOR price up - 9..9"]),
    ("明年 NOR 供需缺口比 DDR4 寬鬆", ["NOR supply tight 2027 .. g"]),
    # English words of shortage in a Chinese note
    ("Micron 表示 2026 年 HBM/DDR5 產能 fully sold out", ["HBM supply tight 2026 ..", "DRAM supply tight 2026 .."]),
    ("oversupply/(undersupply) 比率見下圖，DDR4 缺貨", ["DRAM supply tight - .."]),
    # what it is not, what leads to what, what only looks like it
    ("HBM當前是短缺不是過剩", ["HBM supply tight - .."]),
    ("漲價→擴產→供給過剩→崩跌，記憶體業周而復始", []),
    ("DRAM供給過剩 → 報價走跌", ["DRAM supply loose - ..", "DRAM price down - .."]),
    ("下修反映市場飽和，記憶體成本上升", ["MEMORY price up - .."]),
    ("HBM4 驗證時程是關鍵瓶頸", []),
    ("HBM 產能是關鍵瓶頸", ["HBM supply tight - .."]),
    ("消費端對NAND需求破壞擴大", ["NAND demand down - .."]),
    ("DRAM漲價循環延續", ["DRAM price up - .."]),
    ("DRAM合約價季增12%，屬上週大漲後的籌碼調整", ["DRAM price up - 12..12"]),
    # the period of all that went before, at the end
    ("利基型DRAM季漲8–12%、NAND14–19%皆為Q4預測", ["DRAM price up 2026Q4 8..12 g", "NAND price up 2026Q4 14..19 g"]),
    ("DRAM漲10%、NAND漲12%，均屬第四季報價", ["DRAM price up 2026Q4 10..10 g", "NAND price up 2026Q4 12..12 g"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_a_note_gives_its_claims(sentence: str, expected: list[str]) -> None:
    """A line of a note makes its claims and no others."""
    assert [write_claim(claim) for claim in read_text(sentence, published_on=DAY).claims] == expected
