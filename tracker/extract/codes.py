"""Periods that every language writes alike: codes such as 3Q26 or 2026-07, years of two digits or four, spans of months."""

from __future__ import annotations

from tracker.extract.marks import Mark

YEAR4 = r"(?:20[0-3]\d)"
YEAR = r"(?:20[0-3]\d|[0-3]\d)"
# Years of the Republic of China, counted from 1912: three digits by themselves, two only where its name stands before.
YEAR_OF_REPUBLIC = r"(?:民国 ?(?:9\d|1[0-2]\d|130)|(?<![\d.])(?:1[0-2]\d|130))"
# Chinese prints the product on end behind a code ("Q3DRAM合约价").
_EDGE = r"(?!\d|(?!(?:dram|nand|nor|hbm|ddr|lpddr|gddr|ssd|essd|emmc|ufs|slc|mlc)(?![a-z]))[a-z])"
# Codes that every language uses: 3Q26, 26Q3, FY26Q3, Q3'26, 2026Q3, Q3 2026, CQ2, FQ3, 2H26, H2 2026, 2026-07, Q3.
CODES = (
    rf"(?<!\d)(?P<c6y>{YEAR_OF_REPUBLIC}|{YEAR}) ?[年년] ?第?(?P<c6u>[qh])(?P<c6q>[1-4])(?!\d)"
    rf"|(?:(?<![a-z])cy?(?=[1-4][qh]\d\d))?(?P<c1q>[1-4])(?P<c1u>[qh])(?:(?P<c1f>[cf])y)?(?P<c1y>{YEAR4}|\d\d)[ef]?{_EDGE}"
    rf"|(?:(?P<c2f>[cf])y ?)?(?P<c2y>{YEAR4}|(?<!\d)[0-3]\d)[ ']?(?P<c2u>[qh])(?P<c2q>[1-4])(?!\d)"
    rf"|(?P<c3f>[cf])?(?P<c3u>[qh])(?P<c3q>[1-4])(?: of)?(?:[ '/]{{1,2}}(?:(?P<c3g>[cf])y ?)?(?P<c3y>{YEAR4}|(?<=[y'])\d\d)|-(?P<c3z>{YEAR4}))?{_EDGE}"
    rf"|(?:(?<![a-z])c(?=[1-4][qh]))?(?P<c4q>[1-4])(?P<c4u>[qh]){_EDGE}"
    rf"|(?P<c5y>{YEAR4})[-/](?P<c5m>1[0-2]|0?[1-9])(?:[-/](?P<c5d>[0-3]?\d))?(?![\d%])"
)
# East Asian years told from the running one.
YEAR_STEPS = {
    "今年": 0, "本年": 0, "本年度": 0, "当年": 0, "同年": 0, "年内": 0, "年底": 0, "年末": 0, "年初": 0, "全年": 0, "整年": 0, "今年以来": 0, "年初至今": 0, "年初迄今": 0, "今年迄今": 0, "今年至今": 0, "年初以来": 0,
    "明年": 1, "来年": 1, "翌年": 1, "后年": 2, "去年": -1, "上年": -1, "前年": -2, "昨年": -1, "一昨年": -2, "おととし": -2, "再来年": 2, "올해": 0, "같은 해": 0, "금년": 0, "올": 0, "내년": 1, "지난해": -1,
    "작년": -1, "재작년": -2,
}  # fmt: skip


def read_year(text: str | None) -> int | None:
    """Read a year of two or four digits, or one of the Republic of China ("115", "民国115")."""
    if not text:
        return None
    value = int(text.removeprefix("民国"))
    if text.startswith("民国") or 100 <= value < 200:
        return value + 1911
    return value if value > 100 else 2000 + value


def read_code(g: dict[str, str]) -> Mark | None:
    """Return the mark of a code such as 3Q26, 26H2, Q3'26 or 2026-07."""
    for digit in "12346":
        unit = g.get(f"c{digit}u")
        if not unit:
            continue
        number = int(g[f"c{digit}q"])
        if unit == "h" and number > 2:
            return None
        year = read_year(g.get(f"c{digit}y") or g.get("c3z"))
        flag = {"c": "calendar", "f": "fiscal"}.get(g.get(f"c{digit}f") or g.get(f"c{digit}g", ""), "")
        return Mark("Q" if unit == "q" else "H", number, year, kind=flag)  # type: ignore[arg-type]
    if "c5y" in g:
        return Mark("M", int(g["c5m"]), int(g["c5y"]), day=int(g["c5d"]) if g.get("c5d") else None)
    return None


def read_span(first: int, last: int, year: int | None, step: int | None) -> tuple[Mark, ...]:
    """Return the quarter that holds the middle one of three months, the half that six are, of two months the last, or the year."""
    length = (last - first) % 12
    if length == 2:
        middle = first % 12 + 1
        year, step = (n if n is None else n + (middle < first) for n in (year, step))
        return (Mark("Q", (middle + 2) // 3, year, step, kind="calendar"),)
    if length == 5 and first in (1, 7):
        return (Mark("H", 1 if first == 1 else 2, year, step, kind="calendar"),)
    if length == 11 and first == 1:
        return (Mark("Y", None, year, step),)
    return (Mark("M", last, year, step),) if length == 1 else ()
