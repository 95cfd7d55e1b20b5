"""Korean words of period: the grammar, and the marks of words that no other language has.

"3·4분기" and "3/4분기" are the third of four quarters, "3~4분기" two quarters, "3분기 연속" three quarters on end and no
period. A year of two digits (26년) is one only where it counts no years. The text is folded.
"""

from __future__ import annotations

import re

from tracker.extract.codes import YEAR, YEAR4, read_span, read_year
from tracker.extract.marks import Mark

_LASTING = r"(?! ?(?:연속|째|만에|동안|내내|간 |새 ))"
_COUNTS_YEARS = r"(?! ?(?:만|간|째|전|동안|넘|이상|이내|뒤|후|안에|차|여|가까이|새|내|래|대|연속|치|업력|경력|역사|전통|가량|정도|장기|보증|주기|노하우|숙원))"
_STEPS = {
    "올해": 0, "올": 0, "금년": 0, "같은 해": 0, "그해": 0, "그 해": 0, "연내": 0, "새해": 0, "내년": 1, "이듬해": 1,
    "다음해": 1, "다음 해": 1, "내후년": 2, "지난해": -1, "작년": -1, "전년": -1, "재작년": -2,
}  # fmt: skip


def korean_pattern(codes: str) -> re.Pattern[str]:
    """Return the grammar of Korean periods, with the codes that every language uses.

    It opens with the characters that a period can begin with, so that most places fail there at once.
    """
    return re.compile(
        r"(?=[\d cfqh올내지작금재같상하연말이다전직현당차그해새])(?:(?<![a-z])(?:" + codes + r")"
        rf"|(?:(?P<y>{YEAR}) ?년 ?|(?P<ry>올해|내년|지난해|작년|금년|올|재작년|내후년|같은 해|그 ?해|이듬해|다음 ?해) ?)?(?:"
        r"(?P<q4>[1-4]) ?[/·ㆍ] ?4 ?분기"
        rf"|(?P<p2a>[1-4])(?: ?분기)? ?(?:[·ㆍ,~\-/]|와|과|및) ?(?P<p2b>[1-4]) ?분기{_LASTING}"
        rf"|(?P<mr1>1[0-2]|[1-9]) ?월? ?[~\-] ?(?P<mr2>1[0-2]|[1-9]) ?월(?!\d)|(?P<q>[1-4]) ?(?P<fq>회계)? ?분기{_LASTING}"
        r"|(?<!월 )(?P<h>상|하)반기|(?P<m>1[0-2]|0?[1-9]) ?월(?: ?(?P<d>[0-3]?\d)일)?(?!요|드)"
        r"|(?P<ye>연말(?! ?(?:재고 ?조정|특수|성수기|쇼핑|프로모션|세일|할인|시즌|비수기|정산))|연초|연간|말까지)"
        r")"
        rf"|(?P<yo>{YEAR4}) ?년(?!대)|(?<![\d.])(?P<ys>2[4-9]|3[0-2])년{_COUNTS_YEARS}"
        r"|(?<![\d.])(?P<yr1>20[23]\d) ?년? ?[~\-] ?(?P<yr2>(?:20)?[23]\d) ?년(?!대)"
        r"|(?<![\d.,$])(?:cy ?)?(?P<yb>20[23]\d)(?:[ef](?![a-z\d])"
        r"|(?= (?:d램|dram|ddr|낸드|nand|hbm|ssd|essd|메모리|업계|물량|수요|공급|수급)))"
        r"|(?P<ryo>올해|올(?= 들어)|내년|지난해|작년|금년|재작년|내후년|연내|이듬해|새해(?!를)|그해)"
        r"|(?P<rq>이번 ?분기|지난 ?분기|다음 ?분기|전 ?분기|직전 ?분기|현 분기|당분기|금분기|차분기|해당 분기|같은 분기)"
        r"|(?P<rm>이달|이번 ?달|이번 ?주|금주|지난 ?달|다음 ?달|전월|내달|같은 달|그달))"
    )


def read_korean(g: dict[str, str]) -> tuple[Mark, ...] | None:
    """Return the marks of a word that only Korean has; None where the word is one of every East Asian language."""
    if "ys" in g:
        return (Mark("Y", None, 2000 + int(g["ys"])),)
    if "yr1" in g:
        first, last = int(g["yr1"]), 2000 + int(g["yr2"]) % 100
        years = (first, last) if last == first + 1 else (last,)
        return tuple(Mark("Y", None, year) for year in years)
    if "yb" in g:
        return (Mark("Y", None, int(g["yb"])),)
    if "ryo" in g:
        return (Mark("Y", None, None, _STEPS[g["ryo"]]),)
    step = _STEPS.get(g.get("ry", ""))
    if "mr1" in g:
        return read_span(int(g["mr1"]), int(g["mr2"]), read_year(g.get("y")), step)
    if step is None or "y" in g:
        return None
    if "h" in g:
        return (Mark("H", 1 if g["h"] == "상" else 2, None, step),)
    if "m" in g:
        return (Mark("M", int(g["m"]), None, step, day=int(g["d"]) if g.get("d") else None),)
    numbers = [int(g[name]) for name in ("q4", "p2a", "p2b", "q") if name in g]
    return tuple(Mark("Q", number, None, step) for number in numbers) or None
