"""Japanese sizes that are no plain percentage: tenths (2割), classes of digits (2桁), multiples (3倍), fractions left (6分の1に)."""

from __future__ import annotations

import re

from tracker.extract.amount import Amount
from tracker.extract.numerals import THIRDS, find_tenths, read_number

_DIGITS = re.compile(
    r"(?P<kind>[12一二])桁(?:%|パーセント)?(?:台)?(?:の)?(?P<size>前半|半ば|后半)?(?:%)?|(?P<a>\d{1,2})(?:%|パーセント)台?(?P<size2>前半|半ば|后半)"
)
# "15%上昇し、4年ぶりの2桁上昇": a remark on the size just told, and no other one.
_REMARKS_ON = re.compile(r"[%割倍][^、。;]{0,10}、[^、。;%]{0,10}(?:ぶりの?|初の|初めて(?:の)?|连続(?:の|で)?)$")
_TIMES = re.compile(
    r"(?P<a>[二三四五六七八九十]|\d{1,3}(?:\.\d)?)(?:倍?\s?(?:-|~|から(?=\d{1,3}(?:\.\d)?倍(?:に|へ|まで|程度|ほど|前后)))\s?(?P<b>\d{1,3}(?:\.\d)?))?倍|半値|半额|半减|半分(?=(?:以下)?(?:に|まで))|倍増|倍增"
    r"|(?<![\d一二三四五六七八九十半数何〇.])倍(?=に(?!し)|近[くい]|へ|以上に)"
)
_FRACTION = re.compile(r"(?P<n>[2-9]|[1-9]\d)分の1(?P<less>以下)?(?=(?:ほど|程度|近く)?(?:に|まで|へ))")


def _fraction_left(match: re.Match[str]) -> Amount:
    """Return the fall that leaves a fraction: "6分の1以下に" is one of 83.3 % or more."""
    size = round(100 - 100 / int(match["n"]), 1)
    return Amount(match.start(), match.end(), size, None if match["less"] else size, "factor")


def find_sizes_ja(text: str, start: int, end: int) -> list[Amount]:
    """Return Japanese tenths (2割), digit classes (2桁) and multiples (3倍)."""
    body = text[start:end]
    found = find_tenths(text, start, end) if "割" in body else []
    found += [_fraction_left(match) for match in _FRACTION.finditer(text, start, end)] if "分の1" in body else []
    if not any(mark in body for mark in ("桁", "台", "倍", "半")):
        return found
    for match in _DIGITS.finditer(text, start, end):
        if match["a"]:
            low, high = THIRDS[match["size2"]]
            found.append(
                Amount(
                    match.start(), match.end(), read_number(match["a"]) + low, read_number(match["a"]) + high, "word"
                )
            )
        elif match["kind"] in "1一":
            low, high = THIRDS[match["size"]] if match["size"] else (1, 9)
            found.append(Amount(match.start(), match.end(), low, high, "word"))
        elif not _REMARKS_ON.search(text, max(start, match.start() - 30), match.start()):
            found.append(Amount(match.start(), match.end(), 10, None, "word"))
    for match in _TIMES.finditer(text, start, end):
        if not match["a"]:
            size = 100.0 if match[0].startswith("倍") else 50.0
            found.append(Amount(match.start(), match.end(), size, size, "factor"))
            continue
        first = read_number(match["a"])
        last = read_number(match["b"]) if match["b"] else first
        if first > 1:
            found.append(
                Amount(match.start(), match.end(), round((first - 1) * 100, 4), round((last - 1) * 100, 4), "factor")
            )
    return found
