"""Numbers as they are written: digits, Chinese numerals, tenths, the thirds of a decade. What they are the size of is decided elsewhere."""

from __future__ import annotations

import re

from tracker.extract.amount import Amount

HAN = {
    "零": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
    "半": 0.5,
}
HN = r"(?:[一二两三四五六七八九十]{1,3}|\d{1,3}(?:\.\d{1,2})?)"
_TENTHS = re.compile(
    rf"(?<![\d.一二三四五六七八九十])(?P<a>{HN})(?:\s?(?:-|~|至|到|、)?\s?(?P<b>{HN}))?\s?(?:个)?(?P<u>成|割)(?P<tail>半|[一二三四五六七八九](?!成|季)|\d分)?(?!本|都|员|立|为|交|品|长|引(?!き?[上下])|増(?!し|え|加|と|、|。|の)|当)"
)
THIRDS = {
    "low": (1, 3), "mid": (4, 6), "high": (7, 9), "low-to-mid": (1, 6), "mid-to-high": (4, 9),
    "低": (1, 3), "中": (4, 6), "高": (7, 9), "초반": (1, 3), "중반": (4, 6), "후반": (7, 9), "중후반": (4, 9), "초중반": (1, 6),
    "낮은": (1, 3), "중간": (4, 6), "높은": (7, 9), "前半": (1, 3), "半ば": (4, 6), "后半": (7, 9),
}  # fmt: skip


def read_number(text: str) -> float:
    """Read digits or Chinese numerals up to 999; "一百二" is 120."""
    if text[0].isdigit():
        return float(text.replace(",", ""))
    if text == "十":
        return 10
    if "百" in text:
        hundreds, _, rest = text.partition("百")
        value = read_number(rest.lstrip("零")) if rest.strip("零") else 0
        return HAN.get(hundreds, 1) * 100 + (value * 10 if len(rest) == 1 and value < 10 else value)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return HAN.get(tens, 1) * 10 + HAN.get(ones, 0)
    return float(sum(HAN[char] * 10.0 ** (len(text) - 1 - place) for place, char in enumerate(text) if char in HAN))


def find_tenths(text: str, start: int, end: int) -> list[Amount]:
    """Return tenths: 三成, 两成半, 二至三成, 2割, 2割5分."""
    found = []
    for match in _TENTHS.finditer(text, start, end):
        tail = match["tail"]
        extra = 0.0
        if tail:
            extra = 5 if tail == "半" else (HAN[tail] if tail in HAN else float(tail[0]))
        a = read_number(match["a"]) * 10
        b = read_number(match["b"]) * 10 if match["b"] else a
        if (
            not match["b"]
            and len(match["a"]) == 2
            and all(char in HAN for char in match["a"])
            and "十" not in match["a"]
        ):
            a, b = HAN[match["a"][0]] * 10, HAN[match["a"][1]] * 10  # 二三成
        found.append(Amount(match.start(), match.end(), a + (0 if match["b"] else extra), b + extra))
    return found
