"""How fast the reader is: `python -m tracker.extract.speed` prints megabytes a second on made text of three kinds.

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
    "DRAM contract prices rose 10% to 15% in the second quarter, and NAND flash prices are expected to rise 5%.",
    "二季度DRAM合约价环比上涨10%至15%，预计三季度NAND价格上涨5%。",
    "第二季DRAM合約價季增10%至15%，預估第三季NAND價格上漲5%。",
    "2분기 D램 고정거래가격이 10~15% 상승했고 3분기 낸드 가격은 5% 오를 전망이다.",
    "第2四半期のDRAM契約価格は10〜15%上昇し、第3四半期のNAND価格は5%上昇する見通しです。",
)
# One claim sentence in this many: about what a quarterly report or a long record of questions and answers holds.
SPARSE = 20


@dataclass(frozen=True, slots=True)
class Speed:
    """How fast one kind of text was read, in millions of UTF-8 bytes a second of processor time."""

    kind: str
    megabytes_per_second: float


def measure_speed(size: int = 500_000) -> list[Speed]:
    """Return the speed on text without memory, with a claim in one sentence of twenty, and of nothing but claims.

    `size` is the length of each text in characters, at the least.
    """
    sparse = tuple(other * SPARSE + claim for other, claim in zip(_OTHER, _CLAIMS, strict=True))
    read_text(" ".join(_CLAIMS), published_on=_DAY)
    return [
        Speed("no memory in it", _time_reading(_OTHER, size)),
        Speed(f"one claim in {SPARSE + 1} sentences", _time_reading(sparse, size)),
        Speed("claims only", _time_reading(_CLAIMS, size // 10)),
    ]


def _time_reading(lines: tuple[str, ...], size: int) -> float:
    """Return the megabytes read in a second over documents made of each line; one document for each language."""
    documents = [(line + "\n") * (size // len(lines) // len(line) + 1) for line in lines]
    begun = time.process_time()
    for document in documents:
        read_text(document, published_on=_DAY)
    spent = max(time.process_time() - begun, 1e-9)
    return sum(len(document.encode()) for document in documents) / spent / 1e6


if __name__ == "__main__":
    for speed in measure_speed():
        print(f"{speed.megabytes_per_second:8.2f} MB/s  {speed.kind}")
