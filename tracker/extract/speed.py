"""How fast the reader is: `python -m tracker.extract.speed` prints megabytes a second on made text of four kinds.

No claim is written twice with the same figures, so that nothing is gained from having read it before.

Processor time of one core, so that other work on the machine counts little.
"""

from __future__ import annotations

import datetime as dt
import time
from dataclasses import dataclass

from tracker.extract.document import read_text

_DAY = dt.date(2026, 7, 2)
_OTHER = (
    "The board approved a dividend of ten cents, and revenue for the period was in line with the plan of the company.",
    "公司董事会审议通过了关于利润分配的议案，具体内容详见公司披露的公告文件。",
    "董事會通過盈餘分配案，詳細內容請參閱公開資訊觀測站。",
    "이사회는 배당 안건을 승인하였으며 자세한 내용은 공시를 참고하시기 바랍니다.",
    "取締役会は配当を決議しました。詳しくは開示資料をご覧ください。",
)
_CLAIMS = (
    "DRAM contract prices rose {low}% to {high}% in the second quarter, and NAND flash prices are expected to rise {low}%.",
    "二季度DRAM合约价环比上涨{low}%至{high}%，预计三季度NAND价格上涨{low}%。",
    "第二季DRAM合約價季增{low}%至{high}%，預估第三季NAND價格上漲{low}%。",
    "2분기 D램 고정거래가격이 {low}~{high}% 상승했고 3분기 낸드 가격은 {low}% 오를 전망이다.",
    "第2四半期のDRAM契約価格は{low}〜{high}%上昇し、第3四半期のNAND価格は{low}%上昇する見通しです。",
)
# One claim sentence beside this many others: a quarterly report or a long record of questions and answers, and a page of
# news about memory.
REPORT, NEWS = 20, 5


@dataclass(frozen=True, slots=True)
class Speed:
    """How fast one kind of text was read, in millions of UTF-8 bytes a second of processor time."""

    kind: str
    megabytes_per_second: float


def measure_speed(size: int = 500_000) -> list[Speed]:
    """Return the speed on text without memory, on what reads like a report and like a news page, and on nothing but claims.

    `size` is the length of each text in characters, at the least; of the densest a tenth of it.
    """
    read_text(" ".join(_CLAIMS), published_on=_DAY)
    return [
        Speed("no memory in it", _time_reading([_repeat(line, size) for line in _OTHER])),
        Speed(f"report: one claim in {REPORT + 1} sentences", _time_reading(_mix(REPORT, size))),
        Speed(f"news page: one claim in {NEWS + 1} sentences", _time_reading(_mix(NEWS, size // 2))),
        Speed("claims only", _time_reading(_mix(0, size // 10))),
    ]


def _repeat(line: str, size: int) -> str:
    """Return lines of the same words, a fifth of the size."""
    return (line + "\n") * (size // len(_OTHER) // len(line) + 1)


def _mix(others: int, size: int) -> list[str]:
    """Return one document for each language: sentences that claim with new figures each, and that many others before."""
    documents: list[str] = []
    for other, claim in zip(_OTHER, _CLAIMS, strict=True):
        count = size // len(_CLAIMS) // (others * len(other) + len(claim)) + 1
        figures = ({"low": 1 + i % 40, "high": 41 + i // 40 % 59} for i in range(count))
        documents.append("".join(other * others + claim.format(**figure) + "\n" for figure in figures))
    return documents


def _time_reading(documents: list[str]) -> float:
    """Return the megabytes read in a second of processor time."""
    begun = time.process_time()
    for document in documents:
        read_text(document, published_on=_DAY)
    spent = max(time.process_time() - begun, 1e-9)
    return sum(len(document.encode()) for document in documents) / spent / 1e6


if __name__ == "__main__":
    for speed in measure_speed():
        print(f"{speed.megabytes_per_second:8.2f} MB/s  {speed.kind}")
