"""What was is no forecast and a level no change: estimates of the past, fiscal quarters, premiums, moved forecasts."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

TABLE = [
    # What is estimated of a past verb was so; what came otherwise than expected came.
    ("2025-07-08", "Brokers estimate NAND prices fell 9% in the second quarter.", ["NAND price down 2025Q2 9..9"]),
    ("2025-07-08", "Second-quarter NAND ASP is estimated to have fallen 9%.", ["NAND price down 2025Q2 9..9"]),
    ("2025-01-14", "A steeper-than-expected slide in NAND prices hurt earnings in the fourth quarter.",
     ["NAND price down 2024Q4 .."]),
    ("2025-07-08", "Brokers estimate NAND prices will fall 9% in the third quarter.",
     ["NAND price down 2025Q3 9..9 g"]),
    ("2025-07-08", "券商预估第二季度NAND价格下跌了9%。", ["NAND price down 2025Q2 9..9"]),
    ("2025-07-08", "业内估计二季度DRAM价格已上涨8%。", ["DRAM price up 2025Q2 8..8"]),
    ("2025-07-08", "券商预估第三季度NAND价格上涨9%。", ["NAND price up 2025Q3 9..9 g"]),
    # A fiscal quarter is that of the one maker that the sentence names.
    ("2024-06-27", "Micron's NAND ASPs rose about 20% in its fiscal Q3.", ["NAND price up 2024Q2 20..20"]),
    ("2024-12-20", "In the fiscal first quarter ended November 28, Micron's NAND prices slipped 4%.",
     ["NAND price down 2024Q4 4..4"]),
    ("2023-05-10", "Western Digital's flash ASPs fell 10% in its fiscal third quarter.",
     ["NAND price down 2023Q1 10..10"]),
    ("2024-06-27", "美光第三财季NAND均价上涨约20%。", ["NAND price up 2024Q2 20..20"]),
    # A premium, a gap and a multiple of another product's price are levels.
    ("2026-04-22", "The premium of DDR5 spot over contract shrank to 20%.", []),
    ("2026-04-22", "The discount of NAND spot prices to contract prices narrowed to 5% in March.", []),
    ("2026-04-22", "The gap between DDR4 and DDR5 prices dropped to 12%.", []),
    ("2026-04-22", "LPDDR5X costs twice as much as LPDDR4X.", []),
    ("2026-04-22", "A 2TB SSD costs twice as much as a hard drive.", []),
    ("2026-04-22", "Server DRAM costs twice as much as a year ago.", ["DRAM price up - 100..100"]),
    ("2026-04-22", "DDR5 costs three times as much as it did in November.", ["DRAM price up - 200..200"]),
    # A forecast that is moved counts by its new size and keeps its own direction.
    ("2026-05-06", "UBS cut its forecast for 2027 NAND price growth from 30% to 18%.", ["NAND price up 2027 18..18 g"]),
    ("2026-05-06", "Nomura lifted its 2026 DRAM price growth estimate from 55% to 80%.",
     ["DRAM price up 2026 80..80 g"]),
    ("2026-05-06", "UBS trimmed its 2026 NAND ASP forecast from +61% to +50%.", ["NAND price up 2026 50..50 g"]),
    ("2026-02-09", "NAND contract prices are now seen rising 40-45% in 1Q26, up from 25-30% previously.",
     ["NAND price up 2026Q1 40..45 g"]),
    # The course until then, told aside, gives way to the verb behind it.
    ("2022-01-19", "DRAM prices, which had been rising for a year, have turned down.", ["DRAM price down - .."]),
    ("2022-01-19", "NAND prices, which had climbed since March, slipped 6% in Q4.", ["NAND price down 2021Q4 6..6"]),
    ("2026-04-20", "SRAM prices, after sliding for a year, rose 7% in Q1.", ["SRAM price up 2026Q1 7..7"]),
    ("2026-04-20", "HBM prices, having been flat for most of a year, rose 6% in Q4.", ["HBM price up 2025Q4 6..6"]),
    ("2026-04-20", "DRAM prices, after months of decline, are now rising.", ["DRAM price up - .."]),
    ("2026-04-20", "NAND prices, after falling, will rise 9% next quarter.", ["NAND price up 2026Q3 9..9 g"]),
    ("2024-01-19", "DRAM contract prices, down for six straight quarters, rose 15% in Q4.",
     ["DRAM price up 2023Q4 15..15"]),
    # Growth that slows is growth.
    ("2026-06-11", "NAND contract price growth decelerated to 9% in May from 25% in April.",
     ["NAND price up 2026-05 9..9", "NAND price up 2026-04 25..25"]),
    ("2026-06-11", "NAND contract growth slows to 4-6% in Q4.", []),
    ("2019-07-17", "Export curbs sent spot NAND prices up 8% in a week.", ["NAND price up - 8..8"]),
    # A buyer's own goods, and a second product of one signed list.
    ("2025-11-28", "DRAM prices have tripled since spring, and the firm will adjust device prices on January 5.",
     ["DRAM price up - 200..200"]),
    ("2026-03-19", "NAND prices will be +30% in Q2 and DRAM +55%.",
     ["NAND price up 2026Q2 30..30 g", "DRAM price up 2026Q2 55..55 g"]),
    ("2026-03-19", "2분기 낸드 가격 +30%, D램 +55%.",
     ["NAND price up 2026Q2 30..30 g", "DRAM price up 2026Q2 55..55 g"]),
]  # fmt: skip


@pytest.mark.parametrize(("day", "sentence", "expected"), TABLE)
def test_sentence(day: str, sentence: str, expected: list[str]) -> None:
    """Each sentence gives the claims of the table and no others."""
    reading = read_text(sentence, published_on=dt.date.fromisoformat(day))
    assert [write_claim(claim) for claim in reading.claims] == expected
