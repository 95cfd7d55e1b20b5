"""Chinese words of period: the grammar, and the marks of words that no other language has."""

from __future__ import annotations

import re

from tracker.extract.codes import CODES, YEAR4, YEAR_OF_REPUBLIC, YEAR_STEPS, read_year
from tracker.extract.marks import Mark
from tracker.extract.patterns import one_of

NUMBERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4, "首": 1, "末": 4}
MONTHS = {
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "十一": 11, "十二": 12, "元": 1,
}  # fmt: skip
# What a year without 年 is told of: "2027产能已售罄", "2026合约价", "2026-2027面临短缺".
_TOLD_OF_YEAR = (
    r"(?= ?"
    + one_of(
        r"dram|nand|nor\b|hbm|ddr|ssd|lpddr|记忆体|内存|存储|闪存",
        r"(?:全部|全球|整体|市场)?(?:产能|产量|供应|供给|供需|需求|合约|价格|均价|订单)",
        r"(?:都|仍|将|已|或)*(?:将|会|面临|供不应求|短缺|缺货|紧缺|吃紧|全部售罄|售罄|涨价)",
    )
    + r")"
)
# A year in front of its part: "民国115年", "2026年度", "2026上半年", "今年的".
_YEAR_BEFORE = one_of(
    rf"(?P<y>{YEAR_OF_REPUBLIC}|{YEAR4}|(?<!\d)[0-3]\d) ?(?:年|(?P<yf>财年|会计年度|财政年度|财务年度)|年度)(?:的| )?",
    rf"(?P<y4>{YEAR4}) ?(?=[上下]半年|第?[一二三四1-4]季|全年|整年|年[底末初])",
    r"(?P<ry>今年|明年|去年|后年|前年|本年度?|当年|来年|翌年|上年|同年)(?:的| )?",
)
# Where one of these stands before it a number counts quarters and names none: "未来三季度", "连续第三季度".
_UNCOUNTED = r"(?<!未来)(?<!下来)(?<!连续)(?<!连续第)(?<!过去)(?<!超过)(?<!往后)"
# "最缺货的一季", "一季比一季贵": a quarter, not the first one.
_ONE_OF_MANY = r"(?!(?<=[的这那每逐任同整某又比])一季(?!度))(?!一季(?:比|又|接|一))"
# The month that a span begins with: that of a quarter or a half ("1至6月"), or of three months across two quarters ("2至4月").
_FIRST_MONTH = one_of(
    r"1|4|7|10",
    r"(?<!\d)"
    + one_of(
        r"2(?= ?月? ?[~\-至到] ?4)|3(?= ?月? ?[~\-至到] ?5)|5(?= ?月? ?[~\-至到] ?7)",
        r"6(?= ?月? ?[~\-至到] ?8)|8(?= ?月? ?[~\-至到] ?10)|9(?= ?月? ?[~\-至到] ?11)",
    ),
)
# A part of a year, which may follow its year.
_PART_OF_YEAR = one_of(
    # "7至9月", "9月季"
    rf"(?P<mr1>{_FIRST_MONTH}) ?月? ?[~\-至到] ?(?P<mr2>[3-9]|1[0-2]) ?月(?!\d)",
    r"(?<!\d)(?P<mk>3|6|9|12) ?月季(?!节)",
    # "第三、四季度", "三四季度", "第三季", "首财季"
    rf"{_UNCOUNTED}(?<![连近逾约满])(?P<p2a>第?[一二三四1234]) ?(?P<pj>[、,和及与至/跟-]) ?第?(?P<p2b>[一二三四1234]) ?季度?",
    r"(?P<p3a>[一二三四])(?P<p3b>[一二三四])季度?",
    rf"(?<![两几~\-连近逾约满])(?<![一二三四两几1-9][到至]){_UNCOUNTED}(?:前(?=三))?{_ONE_OF_MANY}第? ?(?P<q>[一二三四1234首末]) ?(?P<fq>财)?(?P<qq>季)(?:度)?(?!节|前|以来的?第)",
    # "下半年"; "下半" only behind its year
    r"(?P<h>[上下])半(?:年(?:度)?|(?(y)|(?(ry)|(?!)))(?![年场部段身导路]))",
    r"(?P<h2>前|后)半年",
    # "11、12月", "七八月"
    r"(?<![近连逾满约])"
    + one_of(
        r"(?P<m2a>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])、(?P<m2b>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])",
        r"(?P<m2c>一二|二三|三四|四五|五六|六七|七八|八九)",
    )
    + r" ?月(?:份)?(?!来)",
    # "6月15日", "十二月底", "元月"
    r"(?<!近[\d一二两三四五六七八]、)(?<!近[一二两三四五六])(?P<m>"
    r"1[0-2]|0?[1-9]|(?<![连近逾满])(?<!连续)十[一二]?|(?<![连近逾满])(?<!连续)[一二三四五六七八九]"
    r"|(?:(?<![\d万亿百千美港日韩欧])|(?<=ddr\d))元"
    r") ?月(?:份)?(?:底|末|初|中旬|上旬|下旬|中)?(?: ?(?P<d>[0-3]?\d) ?[日号])?(?!(?<!年\d月)(?<!年\d\d月)来|均(?!价)|线|度)",
    # "年底", "全年"
    r"(?P<ye>年底|年末|年初(?!至今|迄今|到现在)|年中|全年|整年|(?<![半一两三四五几近\d])年内(?!存(?!储)))",
)
# One year or several by themselves.
_YEARS = (
    # "2026-2027年", "2026和2027年", "去(2025)年"
    rf"(?P<sa>{YEAR4}) ?年?[-~] ?(?P<sb>{YEAR4})(?: ?年(?![\d上下第一二三四])|{_TOLD_OF_YEAR})",
    rf"(?P<ya>{YEAR4}) ?年?[/、和与及] ?(?P<yz>{YEAR4}) ?年(?![\d上下第一二三四])",
    rf"[明今去后]?\((?P<yp>{YEAR4})\) ?年(?:底|末|初)?",
    # "2026年底", but not "10年来", "2026年以上"
    (
        rf"(?P<yo>{YEAR4}|(?<![\d.近约逾超达满共第来去续过了~\-至到]){YEAR_OF_REPUBLIC}) ?(?:财|财政|会计)?年"
        r"(?!历史|一遇|难遇|老|间|以上|代|龄|前(?:[一二三两半\d]|期|后)|来(?!看|说)|后的|度报告|(?<![12]\d{3}年)(?<![12]\d{3} 年)内存)(?:度|底|末|初|[春夏秋冬][季天](?=起|以来|开始))?"
    ),
    # "持续到2027", "2026产能已售罄", "明后两年", "报告期"
    rf"(?<=[至到]) ?(?P<sc>{YEAR4}) ?[-~] ?(?P<sd>{YEAR4})(?![\d%.,])",
    rf"(?<=[至到]) ?(?P<yb>{YEAR4})(?![\d%.,]| ?[年万亿个颗片])",
    rf"(?<![\d.,$~\-/a-z])(?P<yt>{YEAR4}){_TOLD_OF_YEAR}",
    r"(?P<two>明后(?:两|二)?年)|(?P<rp>报告期内?)",
    # "26年底", "26年DRAM需求"
    (
        r"(?<![\d.近约逾超达满共第来去续隔历经了用~\-至到])(?!20 ?年[涨跌升降])(?P<y2>2\d|(?<=[，,、;:])1[5-9](?= ?年(?:[上下][涨跌]|[涨跌升降]|大幅|回[升落]))) ?年(?="
        r"底|末|初|以来|全年|[上下][涨跌]|[涨跌升降]|大幅|回[升落]"
        r"|的? ?(?:dram|nand|hbm|ddr|nor|ssd|存储|内存|闪存|需求|供应|供给|供需|供求|价格|合约|市场|行业|产能|或|将|预计|有望|整体|[，,])"
        r")(?:底|末|初|以来|全年)?"
    ),
)
# A period told from the day of publication.
_NEAR = (
    # "今年Q3", "年初至今", "本季度", "下个月", "昨(13)日"
    r"(?P<ryq>今年|明年|去年|后年|前年|本年度?|来年|翌年) ?(?:的)?(?P<ryu>[qh])(?P<ryn>[1-4])(?!\d)",
    r"(?P<ryo>(?:年初|今年)(?:至今|迄今|到现在)|今年|明年|去年|后年|当年|本年度|(?<!近)年内(?!存(?!储))|年底|年末|年初|全年|整年|今年以来|年初以来)(?:底|初|内(?!存(?!储))|以来|全年)?(?<!半年内)(?<![一两三四五几\d]年内)",
    r"(?P<rq>本季度?|今季|当季度?|这个季度|该季度?|本财季|上一?个?季度?|上季度?|前一季度?|前季|下一?个?季度?|下季度?|(?<![首每本单一此多历])次季|未来一季)(?!节)",
    r"(?P<rm>本月|当月|这个月|上个?月|前月|(?<!创)下个?月(?!度)|次月|本周(?!期)|这周|近一周|过去一周)",
    r"(?P<rd>[昨今]\((?P<rdd>[0-3]?\d)\) ?日|(?:昨|今)[日天]|(?<![\d月/\-])(?P<rde>[0-3]?\d) ?日(?![圆元本韩美系内]))",
    # "今、明两年", "8/1起", "前两季"
    r"(?P<both>今、?明两?年)",
    r"(?<![\d/])(?P<sl>1[0-2]|0?[1-9])/(?P<sld>[0-3]?\d)(?=起|开始|生效)",
    r"(?P<prev>前两个?季度?|过去两个?季度)",
)
# It opens with the characters that a period can begin with: most places fail there at once instead of at each of a dozen alternatives.
CHINESE = re.compile(
    r"(?=[\d cfqh民元第一二三四五六七八九十首上下前后今昨明去本当来翌同年全整该这过未次末报(])"
    + one_of(rf"(?<![a-z])(?:{CODES})", rf"{_YEAR_BEFORE}?{_PART_OF_YEAR}", *_YEARS, *_NEAR)
)


def read_chinese(g: dict[str, str]) -> tuple[Mark, ...] | None:
    """Return the marks of a word that only Chinese has; None where the word is one of every East Asian language."""
    year, step = read_year(g.get("y") or g.get("y4")), YEAR_STEPS.get(g.get("ry", ""))
    if "p3a" in g:
        return (Mark("Q", NUMBERS[g["p3a"]], year, step), Mark("Q", NUMBERS[g["p3b"]], year, step))
    if g.get("pj") in ("至", "-") and NUMBERS[g["p2b"]] - NUMBERS[g["p2a"][-1]] > 1:
        return (Mark("Q", NUMBERS[g["p2b"]], year, step),)  # "一至三季度": all of them, up to the last
    if "mr1" in g or "mk" in g:
        last = int(g.get("mk") or g["mr2"])  # "6月季": the three months that end in June
        return _read_months(int(g.get("mr1") or last - 2), last, year, step)
    if "m2a" in g or "m2c" in g:
        pair = (g["m2a"], g["m2b"]) if "m2a" in g else tuple(g["m2c"])
        return tuple(Mark("M", MONTHS.get(name) or int(name), year, step) for name in pair)
    if "ryq" in g:
        return (Mark("H" if g["ryu"] == "h" else "Q", int(g["ryn"]), None, YEAR_STEPS[g["ryq"]]),)
    return _read_years(g) or _read_near(g)


def _read_months(first: int, last: int, year: int | None, step: int | None) -> tuple[Mark, ...]:
    """Return the quarter or the half that a span of months is, or holds the middle of; nothing for another span."""
    if last - first == 2:
        return (Mark("Q", (last + 1) // 3, year, step, kind="calendar"),)
    if last - first == 5 and first in (1, 7):
        return (Mark("H", 1 if first == 1 else 2, year, step, kind="calendar"),)
    return ()


def _read_years(g: dict[str, str]) -> tuple[Mark, ...] | None:
    """Return the marks of one year or two: 明后两年, 2026-2027年, the span that a report covers, "24年以来"."""
    for first, last in (("sa", "sb"), ("ya", "yz")):
        if first in g:
            return (Mark("Y", None, int(g[first])), Mark("Y", None, int(g[last])))
    for name in ("sd", "yp", "yb", "yt", "y2"):
        if name in g:
            return (Mark("Y", None, read_year(g[name])),)
    if "two" in g:
        return (Mark("Y", None, None, 1), Mark("Y", None, None, 2))
    return (Mark("Y", kind="reporting"),) if "rp" in g else None


def _read_near(g: dict[str, str]) -> tuple[Mark, ...] | None:
    """Return the marks of a day without its month ("昨(13)日"), of this year and next, of the last two quarters."""
    if "rd" in g:
        return (Mark("M", step=0, day=int(g.get("rdd") or g.get("rde") or 1)),)
    if "sl" in g:
        return (Mark("M", int(g["sl"]), day=int(g["sld"])),)
    if "both" in g:
        return (Mark("Y", None, None, 0), Mark("Y", None, None, 1))
    return (Mark("Q", step=-2), Mark("Q", step=-1)) if "prev" in g else None
