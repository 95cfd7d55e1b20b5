"""Japanese words of period: the grammar, and the marks of words that no other language has.

Quarters of a span of months (6〜8月期), seasons of selling (年末商戦), the turn of the year (年明け), weeks and days of
the running month. The autumn of a year is its last quarter; its spring or summer is no period of ours: such words are
found so that their year is not taken for one. The text is folded.
"""

from __future__ import annotations

import re

from tracker.extract.codes import YEAR, YEAR4, read_span, read_year
from tracker.extract.marks import Mark

# A year of two digits stands before these, a number of years before others (25年は, but 10年の歴史).
_TELLS_YEAR = r"(?= ?年(?:まで|に(?!わた|及|渡|一度)|は|も|、|内|末|初|以降|前半|后半|半ば|分|度|から|中(?=[はにもで、])|通|の(?!歴|経|间|节|実|取|月日)))"
_STEPS = {
    "今年": 0,
    "本年": 0,
    "同年": 0,
    "来年": 1,
    "翌年": 1,
    "再来年": 2,
    "一昨年": -2,
    "おととし": -2,
    "昨年": -1,
    "去年": -1,
    "前年": -1,
}
_SEASON_STEPS = {"今": 0, "昨": -1, "来": 1, "翌": 1}


def japanese_pattern(codes: str) -> re.Pattern[str]:
    """Return the grammar of Japanese periods, with the codes that every language uses.

    It opens with the characters that a period can begin with, so that most places fail there at once.
    """
    return re.compile(
        r"(?=[\d cfqh今こ来昨去本翌前同一二三四第上下后年通当次先周クホ岁再お月])(?:(?<![a-z])(?:" + codes + r")"
        r"|(?P<pyq>前年同(?:期|四半期)(?=は|には|も))|(?P<sny>今|昨|来|翌)の?(?P<sn>春|夏|秋|冬)"
        rf"|(?:(?P<y>{YEAR}) ?年(?:の|に)?|(?P<ry>再来年|一昨年|おととし|今年|来年|昨年|去年|本年|翌年|前年|同年)(?:の)?)?(?:"
        r"(?P<sn2>春|夏|秋|冬)(?!モデル|商)|(?P<sale>(?:年末|クリスマス|ホリデー|岁末)(?:の|・)?商[战戦](?:期|シーズン)?|年末年始)"
        r"|第?(?P<p2a>[1-4一二三四]) ?[・、,~/\-] ?第? ?(?P<p2b>[1-4一二三四]) ?四半期"
        r"|(?:第 ?|(?(y)|(?(ry)|(?=(?<![\d.~\-])[1-4]四半期の(?=pc|サーバ|モバイル|スマホ|dram|ddr|nand|ssd|hbm|メモリ|契约|大口|固定|汎用))))) ?(?P<q>[1-4一二三四]) ?(?:・?[四4]半期|(?(y)q(?![a-z\d])|(?!)))"
        r"|(?P<mr1>1[0-2]|[1-9]) ?月? ?[~\-] ?(?P<mr2>1[0-2]|[1-9]) ?月期?(?:の四半期)?|(?P<h>上|下)半期|(?P<h2>前|后)半|(?P<h3>上|下)期(?!待)"
        r"|(?(y)|(?!))(?P<fm>1[0-2]|[1-9]) ?月期(?:の?第 ?(?P<fn>[1-4]) ?四半期)?(?! ?(?:の四半期|[~\-]))"
        r"|(?P<m>1[0-2]|0?[1-9]) ?月(?:期)?(?:末|初旬|上旬|中旬|下旬|前半|后半|半ば|中顷|顷|初め|头|终わり)?(?: ?(?P<d>[0-3]?\d) ?日)?"
        r"|(?P<yx>年?末时点)|(?P<na>年明け)|(?P<ye>年末|年 ?初来?|(?<![\d数])年间(?!ベース|平均)|年内|通年)"
        r")"
        rf"|(?P<yo>{YEAR4}|(?<!\d)(?:1[3-9]|2\d|3[0-2]){_TELLS_YEAR}) ?年(?!代|间)(?P<yh>前半|后半)?|(?P<ryo>再来年|一昨年|おととし|今年|来年|昨年|去年|年内|年末)"
        r"|(?P<rq>今四半期|この四半期|当四半期|前四半期|次四半期|翌四半期|来四半期)|(?P<fy>今期|来期)"
        r"|(?P<rw>(?:今|来|先|前)周(?:末|明け)?(?!比|に比|と比|より)|周明け)"
        r"|(?P<dd>(?<![\d月年.~\-])[1-3]?\d) ?日(?=から|以降)|(?P<rm2>(?<!\d)月初)"
        r"|(?P<rmm>先々月)|(?P<rm>今月|当月|先月|前月|来月|翌月)(?:末|初め|上旬|中旬|下旬|半ば)?)"
    )


def read_japanese(g: dict[str, str]) -> tuple[Mark, ...] | None:
    """Return the marks of a word that only Japanese has; None where the word is one of every East Asian language."""
    year, step = read_year(g.get("y")), _STEPS.get(g.get("ry", ""))
    if "sn" in g or "sn2" in g or "fy" in g:
        return _read_season(g, year, step)
    if "pyq" in g:
        return (Mark("Q", step=-4, kind="reporting"),)
    if "sale" in g:
        return (Mark("Q", 4, year, step),)
    if "yx" in g:
        return (Mark("M", 12, year, step),)
    if "na" in g:
        return (Mark("M", 1, year, step),)
    if "rw" in g:
        return (Mark("W", step={"来": 1, "先": -1, "前": -1}.get(g["rw"][0], 0)),)
    if "rm2" in g:
        return (Mark("M", step=0),)
    if "dd" in g or "rmm" in g:
        return (Mark("M", step=-2 if "rmm" in g else 0),)
    if "fm" in g:
        return (_read_fiscal(int(g["fm"]), year, step, int(g.get("fn", 0))),)
    return read_span(int(g["mr1"]), int(g["mr2"]), year, step) if "mr1" in g else None


def _read_season(g: dict[str, str], year: int | None, step: int | None) -> tuple[Mark, ...]:
    """Return the last quarter of the year for its autumn, and nothing for another season, or for one of no year."""
    step = _SEASON_STEPS[g["sny"]] if "sny" in g else step
    is_autumn = "秋" in (g.get("sn"), g.get("sn2"))
    return (Mark("Q", 4, year, step, kind="calendar"),) if is_autumn and (year, step) != (None, None) else ()


def _read_fiscal(month: int, year: int | None, step: int | None, quarter: int) -> Mark:
    """Return the calendar quarter of a fiscal year told by the month that ends it (2026年3月期第3四半期), or its year.

    The calendar year is the one with more of the fiscal year's months.
    """
    if not quarter:
        return Mark("Y", None, year if year is None or month > 5 else year - 1, step)
    ends = month - 12 + 3 * quarter
    is_before = ends < 1
    middle = (ends - 2) % 12 + 1
    return Mark("Q", (middle + 2) // 3, None if year is None else year - is_before, step, kind="calendar")
