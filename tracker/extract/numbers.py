"""Sizes of change in five languages: percentages, ranges, bounds, tenths, factors and "mid-teens".

The text is folded (`script.fold`). Every expression is bounded in length, so the cost is linear. Sizes are percent.
Conventions: low single digits 1-3, mid 4-6, high 7-9; "double digit" 10 and more; doubling 100; Chinese "rises N times" N x 100,
elsewhere "N times" is a multiple of the old price, so (N - 1) x 100.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.extract.amount import Amount
from tracker.extract.chinese.sizes import find_sizes_zh
from tracker.extract.english.sizes import find_sizes_en
from tracker.extract.japanese.sizes import find_sizes_ja
from tracker.extract.korean.sizes import find_sizes_ko
from tracker.extract.levels import is_part_of_old, read_level
from tracker.extract.numerals import read_number
from tracker.extract.patterns import one_of
from tracker.extract.ranges import is_moved, join_range
from tracker.extract.script import Language

_N = r"\d{1,5}(?:,\d{3})?(?:\.\d{1,4})?"
_UNIT = r"%(?!p)|percent\b(?!age point)|per cent\b|pct\b|퍼센트|パーセント"
_A_LITTLE = re.compile(r"\s?出头")
_SOME = re.compile(r"多(?!数|家|款|于)")
_OPEN_ABOVE_BEFORE = re.compile(
    one_of(
        # English
        r"over|more than|above|exceeding|(?<!not )exceeds?|at least|greater than|>",
        r"north of|upwards of|in excess of|well over",
        # Chinese
        r"逾|(?<!不)超|(?<!不)超过|超逾|至少|(?<!不)高于|(?<!不)大于|不低于|突破|破|最少",
        # Korean and Japanese
        r"최소|적어도|少なくとも",
    )
    + r"\s?(?:近|an? )?[+\-]?\s?$"
)
_OPEN_ABOVE_AFTER = re.compile(
    one_of(
        # Chinese
        r"\+(?!\s?\d)|\s?以上|还多|不止|有余|余|多(?!数|家|款)|之上",
        # English
        r"\s?or more|\s?or higher|\s?plus\b",
        # Korean
        r"\s?이상|\s?초과|\s?넘게|\s?넘는|\s?을 넘|\s?를 넘|[가이]? ?넘는|[을를] ?(?:상회|초과)|\s?웃돌|\s?을 웃",
        # Japanese
        r"\s?超|を超|\s?を上回",
        # Korean and Chinese, of a little more: "10%강", "一成强"
        r"강(?=[\s,.]|$)|强(?![势劲])",
    )
)
_OPEN_BELOW_BEFORE = re.compile(
    one_of(
        # English
        r"not exceed|not exceeding|up to|as much as|as high as|no more than|at most|less than|under|below|within|max(?:imum)?(?: of)?|<",
        # Chinese: "最高单季涨", "至多", "不到"
        r"最高(?:单[周月季日])(?:飙|涨|上涨)?|最高(?:上调|涨幅|上涨|调涨|涨)?|最高达|最高可达|最高涨|最高涨幅|最高约",
        r"至多|最多|最大|最多达|上看|不到|不足|不超过?|不高于|不大于|低于|上限",
        # Korean and Japanese
        r"최대|최고|많게는|最大で|最大",
    )
    + r"\s?(?:约|an? )?\s?[+\-]?\s?$"
)
_OPEN_BELOW_AFTER = re.compile(r"(?:\s?以内|\s?以下|之内|\s?이내|\s?이하|\s?미만|\s?未満|\s?or less|弱(?!势))")
# What stands before a size that no longer holds, or that another is measured from: "优于原先预估的", "从此前预测的季增", "당초".
_OLD_BEFORE = re.compile(
    one_of(
        # Chinese: what was expected, and what the new size is told from
        r"(?:(?:优于|高于|低于|超过|大于|小于|逊于|不及|胜过)[^，,。;\d]{0,8}|原先?|原本|此前|先前|前次)的?(?:预期|预估|预测|估计|目标|估)(?:值|数)?的?",
        r"(?:从|由)[^，,。;\d]{0,14}(?:预估|预期|预测|公布)的?(?:[季月年][增减涨跌]|环比(?:上涨|下跌|增长|下降)|上涨|下跌|[涨跌增减])?",
        r"从|由|自|原本的?|原先的?|原预估的?|此前的?|先前的?|前次",
        # English
        r"from|earlier|previous(?:ly)?",
        # Korean and Japanese
        r"기존|기존 (?:전망치|예상치|전망|예상)(?:는|은|인)?|당초|従来の",
    )
    + r"\s?(?:约|an? |the )?\s?$"
)
# What shows behind a size that it was the old one: "5%에서 8%로", "10%から15%", "3%増の予想から".
_OLD_AFTER = re.compile(
    one_of(
        r"\s?(?:에)?서 (?:약 |평균 )?[+\-]?\d[\d.~\-% ]{0,12}%(?:대)?(?:로|까지)",
        r"\s?(?:qoq|yoy|mom)?\s?から\s?[+\-]?\d",
        r"\s?(?:増|减|高|安|の?(?:上升|下落))(?:の予测|の予想)?から",
        r"\s?(?:増|减|高|安|の?(?:上升|下落))?を、?\s?(?:同|前期比|前四半期比)?约?\s?\d[\d.~\-]{0,8}%(?:増|减|高|安|の?(?:上升|下落))?[にへ]と?(?:引き上げ|引き下げ|上方|下方|修正|改め|见直)",
        r"\s?(?:増|减|高|安|の?(?:上升|下落))?と(?:して|予测して|见て|见込んで)いた",
        # "8-13%→15-20%", "季增8%上修为季增15%"
        r"\s?(?:→|->|⇒) ?[+\-]?\d[\d.~\-]{0,8} ?%",
        r"\s?(?:大幅|小幅|再|进一步)?(?:上修|下修|上调|下调|调升|调降|调高|调低|修正)[至到为成]",
    )
)
# "持平至小涨5%", "横ばいから5%の下落": from nothing to five.
_FROM_FLAT = re.compile(
    r"持平(?:至|到|或|~|-)(?:小幅?|微幅?|略)?(?:上|回|走|调)?[涨升增扬跌降减]约? ?$|横ばい(?:から|~|-)(?:约|最大)?$"
)
_FLAT_TO = re.compile(r"持平(?:至|到|~) ?$")  # "持平至+5%"
_FORMERLY = re.compile(
    r"\s?(?:(?:[a-z\-]+ ){0,3}(?:growth|increases?|declines?) )?to\b| (?:previously|before|earlier|formerly|initially|originally|prior)\b"
)
_RANGES_FROM = re.compile(r"rang\w+ from\s?$")
# A forecast that is moved from one size to another ("cut its forecast for bit growth from").
_REVISES_FROM = re.compile(
    r"\b"
    + one_of(
        r"cut|cuts|lower|lowers|lowered|trim|trims|trimmed|slashed|slashes|reduced|reduces",
        r"raise|raises|raised|lift|lifts|lifted|hiked|boosted|boosts|upped|ups|upgraded",
        r"revis\w+|bumped",
    )
    + r"\b[^.;]{0,60}?\b(?:forecasts?|estimates?|projections?|predictions?|expectations?|outlook|view)\b"
    + r"(?:(?! by )[^.;,%]){0,60} from (?:about |around )?$"
)
_POINTS_AFTER = re.compile(r"\s?(?:个百分点|百分点|percentage points?|pp\b|%p|포인트|ポイント)")
# What a percentage is a part of, so that it is no size of change: "30% of revenue", "的市占", "의 비중".
_SHARE_AFTER = re.compile(
    r"\s?"
    + one_of(
        # English: but "30% of wafer starts" may well be how much they are cut by
        r"of (?!"
        + one_of(
            r"the (?:previous|prior|last)",
            r"(?:its|their) (?:value|price)\b",
            r"(?:(?:our|its|their|total|dram|nand|industry) ){0,3}wafer (?:starts?|inputs?|capacity)\b",
        )
        + r")",
        # Chinese
        r"的?(?:市场)?(?:份额|市占|股权|股份|毛利|概率|产能|先进|以上的?产能|营收)",
        # Korean
        r"의 (?:점유|비중)|\s?(?:이상|가량|정도|이하)?[을를]? (?:차지|소비|흡수|점유|잠식)",
        # Japanese: "DRAM生産の4割を確保した"
        r"(?:前后|程度|以上|弱|强|近く|余り)?を(?:确保|占め|占有|握|押さえ|买い占め|消费|担[いうっ]|使[いうっ]|买い取|引き取|割り当て)",
        # Any, whatever stands between
        r"市场份额|market share|share\b|の(?:シェア|确率|供给)|stake|的概率|概率|probability|chance|capacity",
    )
)
_LOST_BEFORE = re.compile(
    r"\b(?:hit|affect|disrupt|impact|destroy|wip|knock|tak|took|eras|ruin|los|scrap)(?:e|es|s|ed|ing|t)?(?: out)? (?:[a-z]+ ){0,3}$"
)
_OF_OUTPUT = re.compile(r" of (?:[a-z0-9'\-]+ ){0,4}(?:supply|output|production)\b")
# How likely something is: "the odds of that are about", "概率为", "가능성은 약".
_CHANCE_BEFORE = re.compile(
    one_of(
        r"\b(?:probability|odds|likelihood|chances?)\b[^.;,%]{0,80} (?:is|are|was|were|at|to)(?: (?:about|around|roughly|over|only|put at))? $",
        r"(?:概率|几率|机率)[^，,。;%]{0,6}$",
        r"(?:확률|가능성)[은는이가을를도]? ?(?:약 |최대 )?$",
        r"(?:确率|可能性)[はがをも](?:约|およそ)?$",
    )
)
_CHANCES = ("probabilit", "odds", "likelihood", "chance", "概率", "几率", "机率", "확률", "가능성", "确率", "可能性")
_DIGIT = re.compile(r"\d")


def find_amounts(text: str, language: Language, start: int, end: int) -> list[Amount]:
    """Return the sizes of change between two positions, in order, without overlaps, with their bounds applied."""
    raw: list[Amount] = []
    if _DIGIT.search(text, start, end):
        raw += _find_percents(text, start, end)
    raw += _SIZES[language](text, start, end)
    kept: list[Amount] = []
    for amount in sorted(raw, key=lambda item: (item.start, -item.end)):
        if kept and amount.start < kept[-1].end:
            continue
        if amount.low is not None and amount.high is not None and amount.low > amount.high:
            continue  # two numbers that make no range
        joined = join_range(text, kept[-1], amount, start) if kept else None
        if joined is not None:
            kept[-1] = joined
            continue
        kept.append(amount)
    bounded = (_bound(text, amount, start, end) for amount in kept)
    told = [amount for amount in bounded if amount is not None]
    levels = (read_level(text, language, amount, start, end) for amount in told)
    return [amount for amount in levels if amount is not None]


# Where a number may begin: behind no digit or letter, but right behind a product that a note runs together with it.
# A sign may follow directly on a product or a quarter ("DRAM+5%", "Q3+13%").
_EDGE = r"(?:(?<![\d.,a-z$])|(?<=dram)|(?<=nand)|(?<=ssd)|(?:(?<=[qh][1-4])|(?<=[1-4][qh]\d\d))(?=\+))"
_SINGLE = re.compile(rf"{_EDGE}(?:(?P<sign>[+\-])\s?[≈~약]?\s?)?(?P<a>{_N})\s?(?:{_UNIT})")
_RANGE = re.compile(
    rf"{_EDGE}(?:(?P<sign>[+\-])\s?)?(?P<a>{_N})\s?(?:{_UNIT})?\s{{0,2}}(?:-to-|-|~|to|至|到|and|에서|から)\s{{0,2}}(?P<sign2>[+\-])?(?P<b>{_N})\s?(?:{_UNIT})"
)
# "50%から80%に引き上げた": a rate that is moved from one size to the other, where "10%から15%に達する" is a range.
_MOVED_TO_JA = re.compile(
    r"(?:程度|前后|台)?(?:へ|に)と?(?:大幅に|さらに|小幅に|それぞれ)?(?:引き?[上下]げ?|[上下]方|[上下]げ|修正|见直|改め|変更|拡大|缩小|缩ま|加速|减速|钝化|高ま|高め|低下)"
    r"|(?:程度|前后|台)?へ(?:と)?(?=[、。]|$)"
)
# "10/20/30%": the sizes of as many products, the sign of percent only once.
_SLASHED = re.compile(rf"(?<![\d.,/a-z$])\d{{1,3}}(?:\.\d)?(?:/\d{{1,3}}(?:\.\d)?){{1,4}}\s?(?:{_UNIT})")


def _find_slashed(text: str, start: int, end: int) -> list[Amount]:
    """Return the sizes of a list with slashes that tells the unit at its end, each in its own place."""
    found: list[Amount] = []
    for match in _SLASHED.finditer(text, start, end):
        digits = list(re.finditer(r"[\d.]+", match[0]))
        for one in digits:
            last = match.end() if one is digits[-1] else match.start() + one.end()
            found.append(Amount(match.start() + one.start(), last, float(one[0]), float(one[0])))
    return found


def _find_percents(text: str, start: int, end: int) -> list[Amount]:
    """Return percentages in digits: single ones and ranges ("13-18%", "13% to 18%", "between 13 and 18 percent")."""
    found: list[Amount] = []
    if "%" not in text[start:end] and not re.search(r"perc|per c|pct|퍼센트|パーセント", text[start:end]):
        return found
    for match in _RANGE.finditer(text, start, end):
        a, b = read_number(match["a"]), read_number(match["b"])
        joined = match[0]
        if _is_from_to(text, joined, match.end()):
            continue
        if "and" in joined and "between" not in text[max(start, match.start() - 9) : match.start()]:
            found += _first_in_turn(text, match, a)
            continue
        sign, sign2 = match["sign"], match["sign2"]
        if sign == "-" and sign2 == "+":
            # In the direction of travel: "-3 % to +8 %" is up -3 to 8, "-8 % to +3 %" down -3 to 8.
            low, high, way = (-a, b, 1) if b >= a else (-b, a, -1)
            found.append(Amount(match.start(), match.end(), low, high, sign=way))
            continue
        if b < a and not sign and "to" not in joined:
            continue
        if "to" in joined and _revises(text, start, match.start()):
            continue  # "cut its forecast from 20% to 12%": from an old value to the one that counts
        low, high = min(a, b), max(a, b)
        found.append(Amount(match.start(), match.end(), low, high, sign=_sign(sign)))
    if "/" in text[start:end]:
        found += _find_slashed(text, start, end)
    for match in _SINGLE.finditer(text, start, end):
        value = read_number(match["a"])
        found.append(Amount(match.start(), match.end(), value, value, sign=_sign(match["sign"])))
    return found


def _first_in_turn(text: str, match: re.Match[str], size: float) -> list[Amount]:
    """Return the first of two sizes that tell the unit once ("by 20 and 15 percent, respectively"); of others none."""
    is_in_turn = text.find("respectively", match.end(), match.end() + 40) >= 0 and "%" not in match[0][:-1]
    return [Amount(match.start(), match.end("a"), size, size)] if is_in_turn else []


def _is_from_to(text: str, joined: str, end: int) -> bool:
    """Say whether two Korean or Japanese sizes are an old and a new one and no range ("5%에서 10%로", "5%から8%に拡大")."""
    if "에서" in joined:
        return text.startswith(("로 ", "로,"), end)
    return "から" in joined and _MOVED_TO_JA.match(text, end) is not None


def _revises(text: str, start: int, place: int) -> bool:
    """Say whether an English forecast, or a rate, is told to be moved from the size at a place to the one after it."""
    if not text.startswith("from ", max(start, place - 5)):
        return False
    return is_moved(text, place, start) or _REVISES_FROM.search(text, max(start, place - 170), place) is not None


def _sign(mark: str | None) -> int:
    """Return -1, 0 or 1 for a written sign."""
    return 0 if not mark else (-1 if mark == "-" else 1)


_SIZES = {"zh": find_sizes_zh, "en": find_sizes_en, "ko": find_sizes_ko, "ja": find_sizes_ja}


def _is_chance(text: str, amount: Amount, start: int) -> bool:
    """Say whether a number is how likely a change is ("the probability that prices rise is 70%") and not its size."""
    before = text[max(start, amount.start - 120) : amount.start]
    return any(word in before for word in _CHANCES) and _CHANCE_BEFORE.search(before) is not None


def _is_part_lost(before: str, after: str) -> bool:
    """Say whether an English share of output or supply is one that is lost ("could hit 4% of global DRAM supply")."""
    return _LOST_BEFORE.search(before) is not None and _OF_OUTPUT.match(after) is not None


def _bound(text: str, amount: Amount, start: int, end: int) -> Amount | None:
    """Open a bound where the words beside the number say so; None where the number is no size of change."""
    before = text[max(start, amount.start - 24) : amount.start]
    after = text[amount.end : min(end, amount.end + 36)]
    is_share = amount.kind == "percent" and _SHARE_AFTER.match(after) is not None
    is_change = is_share and (is_part_of_old(text, amount, start, end) or _is_part_lost(before, after))
    if _POINTS_AFTER.match(after) or (is_share and not is_change):
        return None
    if _is_chance(text, amount, start):
        return None
    if amount.low is not None and amount.low == amount.high and amount.low % 10 == 0 and amount.kind == "percent":
        over = 3 if _A_LITTLE.match(after) else (9 if text[amount.end - 1] == "成" and _SOME.match(after) else 0)
        if over:
            amount = replace(amount, low=amount.low + 1, high=amount.low + over)
    is_old = bool(_OLD_BEFORE.search(before)) and not _RANGES_FROM.search(before)
    if is_old and amount.low != amount.high and before.endswith("from ") and not _FORMERLY.match(after):
        is_old = False
    is_old = is_old or bool(_OLD_AFTER.match(after))
    tail = _OPEN_ABOVE_AFTER.match(after)
    if amount.low is not None and amount.low == amount.high:
        if tail or _OPEN_ABOVE_BEFORE.search(before):
            return replace(amount, end=amount.end + (tail.end() if tail else 0), high=None, is_old=is_old)
        is_from_flat = "持平" in before[-12:] or "横ばい" in before[-8:]
        if is_from_flat and (_FROM_FLAT.search(before) or (amount.sign and _FLAT_TO.search(before))):
            return replace(amount, low=0, is_old=is_old)
        if _OPEN_BELOW_BEFORE.search(before) or _OPEN_BELOW_AFTER.match(after):
            return replace(amount, low=None, is_old=is_old)
    return replace(amount, is_old=True) if is_old else amount
