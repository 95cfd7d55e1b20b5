"""Words of change that say of nothing that it changes: they tell how, name an old value, or compare with another product."""

from __future__ import annotations

import re

from tracker.extract.bare import has_size_before
from tracker.extract.chinese.dearer import is_dearer_than_other
from tracker.extract.easing import is_only_meant
from tracker.extract.english.idle import find_idle_reason_en
from tracker.extract.event import KEPT, NOT_YET, OLD_VALUE, OPENS_RANGE, OVER, REACHED
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token
from tracker.extract.patterns import one_of

# How prices rose ("强势拉涨"), where a word of change follows at once.
_BEFORE_NOUN = re.compile(
    r"\b(?:an?|the|another|this|its|their|our|seasonally|traditionally|typically)(?: [a-z]+ly)? $"
)
_ADVERBS = frozenset({"强", "强势", "强劲", "强力", "加速", "加快", "提速"})
# How prices went, where the word for which way follows without a break ("稳定上升", but not "稳定,没有下降").
_EVENLY = frozenset({"稳定", "平稳", "稳健", "平缓"})
# "2달러와 비슷한 수준까지": what a price came to costs, no rest.
_AS_COST = re.compile(r"\d ?(?:만 ?)?(?:달러|원|센트)(?:대)?[과와] (?:거의 )?$")
_KEEPS_A_TREND = re.compile(
    r"(?:(?:세|곡선|흐름|기조|추세|감산|체제|성장률|증가율|상승률)(?:[를을]|(?=\s))|(?:높은|낮은|적정|정상|건전한|타이트한|빠듯한|부족|과잉|많은|적은) ?(?:수준|상태)[를을]?"
    r"|(?:높은|강한|견조한|탄탄한|견고한|강력한|꾸준한|양호한|뜨거운) (?:[^\s,.]{1,8} ){0,2}?(?:수요|가격|단가)[를을]?) ?(?:계속 |지속 )?$"
)
_BEFORE_IT = re.compile(r"(?:する)?(?:以)?前[のにはか、]")
# "上昇から横ばいに転じた": what a price turned from.
_TURNS_FROM = re.compile(r"(?:基调|局面|倾向|トレンド)?から[^、。\d]{1,10}?[にへ](?:転|反転|変わ|切り替わ|シフト|移行)")
_LEVEL_JA = re.compile(r"(?:高|安)(?:い|かっ|く|だっ|だ|で)")
_MEASURES = frozenset({"上回", "下回"})
# "在庫は目標の線を大きく下回る".
_LEVEL_OF_STOCK = re.compile(r"(?:在库|手持ち)[^、。]{0,16}(?:水准|线|レベル|目标|适正|正常|平常)を[^、。]{0,8}$")
_THAN_BEFORE = re.compile(r"(?:先周|前周|前日|前回|昨日|以前|月初|先日|前の周|数日前|周间前)(?:より|に比べ|と比べ|比)")
_THAN_JA = re.compile(r"(?:品|版|世代)?(?:の(?:価格|契约価格|単価|値段))?(?:に比べ|と比べ|より|に対し|比)")
_BECOMES = re.compile(r"(?:た|て)?(?:な[っりる]|推移|振れ)|と|水准に")
_RISK = re.compile(r"の?(?:リスク|余地)|(?<!止ま)(?:る|する)?(?:気配|兆し|様子)[はがも]?(?:な|见え)")
# "需要の伸びは鈍い".
_GROWS_LESS_JA = re.compile(
    r"(?:率)?[はがも](?:やや|なお|依然(?:として)?|引き続き|足元で)?(?:钝(?!化)|缓やか|弱|低い|头打)"
)
# What stands behind a Japanese change that is none.
_BEHIND_JA = ((_BEFORE_IT, "what was before it"), (_TURNS_FROM, OVER), (_RISK, "a risk"))
# "供給が不足し、その状況は悪化している": what gets worse is no price.
# "横ばいから5%の下落": from nothing to five.
_RANGES_UP = re.compile(r"(?:から|~|-)(?:约|最大)?\d")
# "半年前の3倍だ".
_TIMES_THEN = re.compile(r"(?:前|昨年末|前年末|昨年|年初|当初|底値)の(?:约|およそ)?[\d.]{1,5}$")
_TURNS_OF_STATE = frozenset({"悪化", "改善", "好転"})
_STATE_JA = re.compile(r"(?:状况|环境|状态|事态)[はがも][^、。]{0,16}$")
_KEEPS_JA = re.compile(r"(?:基调|倾向|局面|势い|ペース|トレンド|高値|安値)を(?:保ち|なお)?$")
_TO_NORMAL = re.compile(
    r"(?:(?<=至)|(?<=到)|(?<=回)|至|到|回)(?:了|接近)?[^，,。;%\d]{0,4}(?:正常|健康|合理|常态|良性|适中)(?:的)?(?:水平|水位|水准|区间|范围|状态|值|线)?"
)
_REBOUNDS = re.compile(
    r"[^，,。;]{0,4}(?:反弹|回升|回涨|上涨|回弹|上弹|转涨|翻涨|翻扬|翻红|上扬|走扬|走高|转升|续涨|大涨|修复)"
)
_ONCE = re.compile(r"(?:原先|原本|此前|先前|之前|原)(?:的)?(?:预估|预期|预计|预测|估计)")
# "尚未见顶": a rise that goes on.
_PEAKS = re.compile(r"(?:见|触|登|到)顶|封顶|拐头|转折")
# "尚未企稳": a price that goes on falling or rising.
_NOT_AT_REST = re.compile(
    r"(?:尚未|仍未|还未|远未|并未|还没有?|未能|未见|尚无|难以|难言|迟迟未|至今未)(?:完全|真正|明显)?$"
)
_NOW = re.compile(r"现在|如今|目前|改为|下修|上修|转为|调整")
_ONCE_FORECAST = re.compile(r"(?:する)?との?(?:予测|予想|见通し)を(?:示|出|公表)?し?ていた")
_THAN_EXPECTED = re.compile(r"(?:[强大高快好]于|[超高]出?)(?:市场|此前|原先|各界)?预期")
_EXTENT = re.compile(r"(?:的)?(?:幅度|力度|力道|速度|节奏|程度)?")
_SLOWS = frozenset({"偏弱", "疲弱", "疲软", "放缓", "趋缓", "减缓", "走缓", "放慢", "降温", "停滞", "衰退"})
_GROWS = re.compile(
    r"(?:成长|增长|增加|增速|增幅|上涨|上升|涨势|涨幅|升幅|升势|涨价)(?:率|动能|速度|力道|幅度)?"
    r"(?:不但|不仅|非但)?(?:没有|未见|并未|尚未|不见|毫无)?(?:任何|明显)?"  # nor does it slow
    r"(?:是|将|恐|也|已|略|仍|都|较|相对|比较|显得|依然|依旧|持续|明显|开始|大幅){0,3}$"
)
_DEMAND_GROWS = re.compile(r"需求[^，,。;]{0,6}(?:成长|增长|增加|增幅|增量)[^，,。;]{0,5}$")
_REACHES = re.compile(r"(?:突破|升破|冲破|站上|冲上|攀上|上看)$")
_FROM_OLD = re.compile(r"(?:从|由)[\"「]?[^，,。;]{0,4}$")
_TO_NEW = re.compile(r"[\"」]?(?:调整|上修|下修|修正|上调|下调|调升|调降|转|改|变)(?:为|至|到|成)")
# "成长率由15%下修至10%": growth still, of the new size.
_GROWTH_REVISED = re.compile(
    r"(?<=[求给应元出])(?:成长率|增长率|年增率|增速)(?:从|由|自)[^。;]{1,16}?(?:[上下]修|[上下]调|调[升降高低整]|修正)(?:至|为|到)"
)
_SLOWS_TO = re.compile(r"(?:至|到|为|成)(?:约|仅|只有)?\s?")
_GROWTH_SLOWS = re.compile(
    # "扩产速度将明显", "增幅恐"
    r"(?:成长|增长|增加|扩增|扩产|增产|增速|增幅)(?:率|动能|速度|力道|幅度|空间)?"
    r"(?:将|恐|也|已|略|仍|依然|依旧|持续|明显|开始|大幅|相当|相对|十分|极为|较为)?"
    + one_of(
        r"放缓|趋缓|减缓|走缓|放慢|降温|停滞",
        r"有限|受限|不足|缓慢|偏慢|较慢|慢(?!慢)|乏力|偏弱|疲弱|疲软|趋弱|不强|遭?下修|遭?下调|遭?调降",
    )
)
_IN_BRACKETS_KO = re.compile(r"세? ?\([^()]{1,20}%")
_OF_FORECAST_KO = re.compile(
    r"(?:출하|판매|생산|매출|실적|스마트폰|태블릿|노트북|pc|서버|성장률) ?(?:전망|전망치|예상치|추정치|목표|목표치|가이던스)[을를] ?$"
)
_THAN = re.compile(r" ?(?:제품|가격|값)? ?(?:보다|대비|에 비해)")
_DEARER_THAN = re.compile(
    r"보다(?:도)? ?(?:(?:가격|값|단가|판가)[이가은는]? ?)?(?:더 |훨씬 )?(?:약 |최대 )?(?:[\d.]{1,6}(?:%|배) ?(?:이상 |가량 |정도 )?)?$"
)
_UNTIL_THEN = re.compile(r"[가-힣]{0,2}(?:세를 |을 |를 |이 )?(?:보이|이어가|이어지|지속하|지속되|하|이)?던(?=\s)")
_GETS_DEARER = re.compile(r"[지졌진질]")
_THAN_GUIDED = re.compile(
    r"better[- ]than|better (?:[a-z]+ ){0,6}(?:than|versus|compared|relative)\b|better [^.;]{0,40}\b(?:guid|expect)|better$"
)
_ABOVE_GUIDED = re.compile(
    r"\b(?:above|exceed\w*|beat|ahead of|higher than|better|high end|upper end)\b[^.;]*\b(?:guid|expect)"
)
# A price that is the same as a rival's, or dearer or cheaper than that one's.
_AS_RIVAL_BEFORE = re.compile(r"[与和同跟]$")
_AS_RIVAL = {
    "zh": re.compile(
        r"(?:的)?(?:同类|同级|同规格)?(?:产品|报价|价格|水平|水准)?(?:已|将|都)?(?:基本|大致|几乎|大体|接近|趋于|差不多)?"
    ),
    "ko": re.compile(r"(?:의? ?(?:제품|가격))?[와과]는? ?(?:거의|사실상|대체로)? ?"),
    "ja": re.compile(r"(?:の?(?:制品|価格))?(?:と(?:ほぼ|おおむね|概ね)?)?"),
}
_THAN_RIVAL_JA = re.compile(
    r"(?:[^、。]{0,4}(?:势|社|品|大手|メーカー|竞合|制))より(?:も)?(?:约|最大)?(?:[\d.]{1,5}(?:%|割|分))?$"
)
_LESS_THAN = re.compile(r"(?:没有|不如|不及|不像|没)[^，,。；;]{1,14}$")


def _ends_its_subject(layout: Layout, index: int) -> bool:
    """Say whether a word tells of the demand directly before it, and the verb behind it of a price ("需求强劲上调DRAM价格")."""
    before = layout.tokens[index - 1] if index else None
    if before is None or before.end != layout.tokens[index].start or before.value not in ("demand", "supply"):
        return False
    _, last = layout.clause_span(layout.clause(before.start))
    place = layout.tokens[index].end
    behind = layout.between(place, min(last, place + 14), "metric", "market", "change")
    return len(behind) == 2 and "t" in behind[0].flags and (behind[1].value == "price" or "price" in behind[1].flags)


def find_idle_reason(layout: Layout, index: int) -> str | None:
    """Return why a word of change says of nothing that it changes: it tells how, compares, or keeps; None where it does."""
    token = layout.tokens[index]
    text = layout.text
    before = text[max(layout.start, token.start - 12) : token.start]
    following = layout.tokens[index + 1] if index + 1 < len(layout.tokens) else None
    is_adverb = token.text in _ADVERBS and not _ends_its_subject(layout, index)
    is_even = token.text in _EVENLY and following is not None and following.value in ("up", "down")
    if is_even and following is not None and following.cls == "change" and following.start == token.end:
        return f"{token.text} only says how"
    if is_adverb and following and following.cls == "change" and following.start - token.end <= 1:
        return f"{token.text} only says how"
    if layout.language == "en" and (_is_before_noun(token, following) or _describes_period(layout, token)):
        return f"{token.text} only says how"
    if token.text in ("steady", "stable", "resilient") and _is_of_course(layout, token):
        return f"{token.text} only says how"
    if token.text in ("pressure", "pressures") and before.endswith(("upward ", "inflationary ")):
        return f"{token.text} that is upward"
    if token.value == "balanced" and re.search(r"低于|高于|below|above|不及", before):
        return "compared with the normal level"
    if token.text == "better" and (
        _THAN_GUIDED.search(text, token.start, layout.end) or _ABOVE_GUIDED.search(text, layout.start, token.start)
    ):
        return "better than guided, no change in time"
    if token.value == "flat" and _is_as_rival(layout, token):
        return "the same as a rival's price, no change in time"
    if layout.language in ("ja", "en"):
        return _idle_reason_ja(layout, index) if layout.language == "ja" else find_idle_reason_en(layout, index)
    return _idle_reason_zh(layout, token) if layout.language == "zh" else _idle_reason_ko(layout, token)


def _is_as_rival(layout: Layout, token: Token) -> bool:
    """Say whether a price is only told to be the same as another maker's ("HBM4报价与SK海力士持平", "SK하이닉스와 같은 수준")."""
    makers = layout.between(max(layout.start, token.start - 24), token.start, "maker", "company")
    pattern = _AS_RIVAL.get(layout.language)
    if not makers or pattern is None or not pattern.fullmatch(layout.text, makers[-1].end, token.start):
        return False
    if layout.language == "ja":
        return "と" in layout.text[makers[-1].end : token.start] or token.text.startswith("と")
    if layout.language == "ko":
        return True
    place = makers[-1].start
    is_than = _AS_RIVAL_BEFORE.search(layout.text, layout.start, place)
    first, _ = layout.clause_span(layout.clause(token.start))
    told = [t.end for t in layout.between(first, place, "metric", "market")]
    told += [e.end for e in layout.entities if first <= e.start < place]
    return bool(is_than) and any(place - end <= 3 for end in told)


def _idle_reason_ja(layout: Layout, index: int) -> str | None:
    """Return why a Japanese word of change says of nothing that it changes, or None where it does."""
    token, text = layout.tokens[index], layout.text
    before = text[max(layout.start, token.start - 12) : token.start]
    is_old = any(a.is_old and 0 <= token.start - a.end <= 2 for a in layout.amounts)
    if is_old or _ONCE_FORECAST.match(text, token.end):
        return OLD_VALUE
    behind = next((reason for pattern, reason in _BEHIND_JA if pattern.match(text, token.end)), None)
    if behind is not None:
        return behind
    if token.text.startswith("伸び") and before.endswith("需要の") and _GROWS_LESS_JA.match(text, token.end):
        return "growth that slows"
    if token.text == "横ばい" and _RANGES_UP.match(text, token.end):
        return OPENS_RANGE
    if token.text in _TURNS_OF_STATE and _STATE_JA.search(text, max(layout.start, token.start - 24), token.start):
        return "a turn of circumstances"
    clause = layout.clause_span(layout.clause(token.start))
    if (token.text in _MEASURES or token.text.startswith("倍")) and not _is_measured_ja(layout, token, clause):
        return "compared with no period"
    if _is_dearer_ja(layout, token, clause):
        return "dearer or cheaper than something else, no change in time"
    if _is_level_ja(layout, token):
        return f"{token.text} as a level"
    if token.text == "維持" and _KEEPS_JA.search(before):
        return KEPT
    is_bare = token.text in ("增", "増", "减") and not (has_size_before(layout, token) or _ends_noun(layout, index))
    return f"{token.text} without a size" if is_bare else None


def _is_measured_ja(layout: Layout, token: Token, clause: tuple[int, int]) -> bool:
    """Say whether a Japanese "exceeds" or "falls short" names the period it is measured by, or a stock's level."""
    is_based = any(t.value != "ring" for t in layout.between(*clause, "basis"))
    if is_based or _LEVEL_OF_STOCK.search(layout.text, clause[0], token.start):
        return True
    earlier = [w for w in layout.periods if clause[0] <= w.start < token.start]
    is_multiple = token.text.startswith("倍")  # "年初の2倍を超える水準"
    if is_multiple and _TIMES_THEN.search(layout.text, max(clause[0], token.start - 16), token.start):
        return True
    return any(w.is_comparison or (is_multiple and layout.text.startswith("の", w.end)) for w in earlier)


def _is_dearer_ja(layout: Layout, token: Token, clause: tuple[int, int]) -> bool:
    """Say whether a Japanese "dear" or "cheap" compares a product with another ("HBM4はHBM3Eに比べ3割高い")."""
    if not (_LEVEL_JA.match(token.text) or token.text in ("高", "安")):
        return False
    if _THAN_RIVAL_JA.search(layout.text, clause[0], token.start):
        return True
    makers = layout.between(clause[0], token.start, "maker", "company")
    named = [m.end for m in makers] + [e.end for e in layout.entities if clause[0] <= e.start < token.start]
    return any(_THAN_JA.match(layout.text, end) for end in named)


def _is_level_ja(layout: Layout, token: Token) -> bool:
    """Say whether a Japanese "high" or "cheap" tells what a price is and not what it did: no size, nothing compared."""
    if not _LEVEL_JA.fullmatch(token.text) or has_size_before(layout, token):
        return False
    told = layout.between(layout.start, token.start, "metric")
    if told and told[-1].value == "inventory":
        return False
    first, last = layout.clause_span(layout.clause(token.start))
    is_compared = layout.between(first, last, "basis") or any(
        w.is_comparison and first <= w.start < last for w in layout.periods
    )
    is_compared = is_compared or bool(_THAN_BEFORE.search(layout.text, first, token.start))
    return not is_compared and not _BECOMES.match(layout.text, token.end)


def _ends_noun(layout: Layout, index: int) -> bool:
    """Say whether a Japanese "more" or "less" makes one word with what it is said of ("需要増", "在庫減")."""
    before, token = layout.tokens[index - 1] if index else None, layout.tokens[index]
    is_touching = before is not None and before.cls == "metric" and before.end == token.start
    return is_touching and before is not None and before.value in ("demand", "supply", "inventory")


def _describes_period(layout: Layout, token: Token) -> bool:
    """Say whether an English adjective only tells what a period is like ("a seasonally slow Q1", "a strong second half")."""
    word = next((w for w in layout.periods if 0 <= w.start - token.end <= 1), None)
    if word is None or not token.flags & {"a", "d"} or not _BEFORE_NOUN.search(layout.text, layout.start, token.start):
        return False
    return not layout.between(word.end, word.end + 28, "metric", "market", "product")


def _is_before_noun(token: Token, following: Token | None) -> bool:
    """Say whether an English adjective stands directly before what tells the change ("increasing price pressure", "rising strain")."""
    if following is None or following.start - token.end > 1 or "a" not in token.flags or token.text == "upward":
        return False
    is_contrary = (
        following.cls == "change" and "n" in following.flags and {following.value, token.value} == {"up", "down"}
    )
    return following.cls == "event" or is_contrary


def _is_of_course(layout: Layout, token: Token) -> bool:
    """Say whether a change stands after a word of steadiness, or a price between ("a steady decline", "steady price rises")."""
    following = layout.between(token.end, token.end + 24, "change", "metric", "market")
    if following and following[0].cls == "change":
        return following[0].start - token.end <= 1
    is_compound = len(following) > 1 and following[1].cls == "change" and "n" in following[1].flags
    return is_compound and following[0].start - token.end <= 1 and following[1].start - following[0].end <= 1


def _is_behind_change(layout: Layout, token: Token) -> bool:
    """Say whether a Chinese word follows on a change that goes another way, or its extent ("供应收缩力度强于预期")."""
    before = layout.between(max(layout.start, token.start - 10), token.start, "change", "event")
    if not before or before[-1].value.removeprefix("supply:") == token.value:
        return False
    return _EXTENT.fullmatch(layout.text, before[-1].end, token.start) is not None


def _is_revised(layout: Layout, token: Token) -> bool:
    """Say whether a Chinese change is one forecast before and revised now ("原先预估第四季持平,但现在下修为下滑")."""
    first, last = layout.clause_span(layout.clause(token.start))
    return bool(_ONCE.search(layout.text, first, token.start)) and bool(_NOW.search(layout.text, last, layout.end))


def _idle_reason_zh(layout: Layout, token: Token) -> str | None:
    """Return why a Chinese word of change says of nothing that it changes, or None where it does."""
    text = layout.text
    if is_dearer_than_other(layout, token):
        return "dearer or cheaper than something else, no change in time"
    if token.value == "down" and _TO_NORMAL.match(text, token.end):
        return "a level that is come to"
    if token.text.startswith(("止跌", "触底", "探底")) and _REBOUNDS.match(text, token.end):
        return "what comes of it is said"
    rest = _rest_of_price(layout, token)
    if rest is not None:
        return rest
    if _is_old_value(layout, token):
        return OLD_VALUE
    if _REACHES.match(token.text) and not _is_to_come(layout, token):
        return REACHED
    told = _what_follows_zh(layout, token)
    if told is not None:
        return told
    if _is_growth_that_slows(layout, token):
        return "growth that slows"
    if _is_revised(layout, token):
        return OLD_VALUE
    return "what another product's change is measured by" if _is_measure_of_another(layout, token) else None


def _what_follows_zh(layout: Layout, token: Token) -> str | None:
    """Return what the words right behind a Chinese change make of it: a cycle, a state that lasted, a reason; None for none."""
    text = layout.text
    if _THAN_EXPECTED.match(text, token.start) and _is_behind_change(layout, token):
        return f"{token.text} only says how"
    if _SAYS_WHY.match(text, token.end) and _is_first_word(layout, token):
        return "a revision of what is not said"
    if text.startswith("周期", token.end) and not _names_price(layout, token):
        return "a cycle of trade, not of prices"
    return "a state that lasted until then" if text.startswith(("已久的", "多时的", "许久的"), token.end) else None


# "下修反映市场饱和": why a forecast was moved, which stands in the sentence before.
_SAYS_WHY = re.compile(r"(?:主要|主因|则|仅|多)?(?:反映|反应|系因|主因|是因|源于|肇因)")


def _is_first_word(layout: Layout, token: Token) -> bool:
    """Say whether a word of revision opens its sentence or clause, so that what it revises is not named in it."""
    first, _ = layout.clause_span(layout.clause(token.start))
    return token.text in ("下修", "上修", "下调", "上调", "调降", "调升", "调高", "调低") and token.start - first <= 2


def _rest_of_price(layout: Layout, token: Token) -> str | None:
    """Return why a Chinese price that has come to its bottom, or not yet to rest, tells no change of it."""
    if _is_at_bottom(layout, token):
        return OVER
    if _PEAKS.match(token.text) and _NOT_AT_REST.search(layout.text, max(layout.start, token.start - 6), token.start):
        return NOT_YET
    is_flat = token.value == "flat"
    is_open = is_flat and _NOT_AT_REST.search(layout.text, max(layout.start, token.start - 6), token.start)
    return NOT_YET if is_open else None


def _is_at_bottom(layout: Layout, token: Token) -> bool:
    """Say whether a Chinese price has come to its bottom already, so that its fall is over."""
    is_bottom = token.text in ("触底", "见底", "探底")
    return is_bottom and layout.text.endswith(("已", "已经", "基本", "或"), layout.start, token.start)


_TO_BY_ARROW = re.compile(r"\s?(?:→|->|⇒)")  # "上修8-13%→15-20%"


def _is_old_value(layout: Layout, token: Token) -> bool:
    """Say whether a Chinese change is what a forecast said before its revision ("从持平调整为上涨", "由原先的季跌1%")."""
    old = next((a for a in layout.amounts if a.is_old and 0 <= a.start - token.end <= 2), None)
    if old is not None and not _TO_BY_ARROW.match(layout.text, old.end):
        return "m" not in token.flags or not _GROWTH_REVISED.match(layout.text, token.start)
    is_from = _FROM_OLD.search(layout.text, max(layout.start, token.start - 8), token.start)
    return bool(is_from) and bool(_TO_NEW.match(layout.text, token.end))


def _is_to_come(layout: Layout, token: Token) -> bool:
    """Say whether a word of future stands before a word in its clause."""
    first, _ = layout.clause_span(layout.clause(token.start))
    told = layout.between(first, token.start, "future", "hedge")
    return any(t.cls == "future" or "f" in t.flags for t in told)


def _names_price(layout: Layout, token: Token) -> bool:
    """Say whether a price word stands before a word in its clause."""
    first, _ = layout.clause_span(layout.clause(token.start))
    told = layout.between(first, token.start, "metric", "market")
    return any(t.value == "price" or "price" in t.flags for t in told)


def _is_growth_that_slows(layout: Layout, token: Token) -> bool:
    """Say whether a Chinese word tells of growth that slows, to no size ("增速放缓至8%" is growth of that size)."""
    slows = _GROWTH_SLOWS.match(layout.text, token.start)
    if token.text == "有限" and _DEMAND_GROWS.search(layout.text, max(layout.start, token.start - 16), token.start):
        return True
    if slows is None and not (
        token.text in _SLOWS and _GROWS.search(layout.text[max(layout.start, token.start - 8) : token.start])
    ):
        return False
    end = slows.end() if slows else token.end
    return not any(_SLOWS_TO.fullmatch(layout.text, end, a.start) for a in layout.amounts if a.start >= end)


def _idle_reason_ko(layout: Layout, token: Token) -> str | None:
    """Return why a Korean word of change says of nothing that it changes, or None where it does."""
    if token.text == "유지" and _KEEPS_A_TREND.search(layout.text[max(layout.start, token.start - 24) : token.start]):
        return KEPT
    if (
        token.value == "flat"
        and token.text.startswith(("비슷", "유사", "같은"))
        and _AS_COST.search(layout.text[: token.start])
    ):
        return REACHED
    if _lasted_until(layout, token):
        return OVER
    if token.text in ("↑", "↓") and _repeats_in_brackets(layout, token):
        return "the sign of a size in brackets"
    if token.value == "loose" and is_only_meant(layout, token.end):
        return "only meant to pass"
    is_level = token.text == "비싸" and not _GETS_DEARER.match(layout.text, token.end)
    before = layout.text[max(layout.start, token.start - 24) : token.start]
    if is_level or (token.text in ("비싸", "비싸지", "높아지") and _DEARER_THAN.search(before)):
        return "dearer than something else, no change in time"
    if _OF_FORECAST_KO.search(before) and not layout.amounts:
        return "a forecast of something else"
    if token.text.startswith(("높게", "낮게")) and _is_beside_another(layout, token):
        return "dearer than something else, no change in time"
    if token.text.startswith(("하락", "내림")) and token.value == "flat" and _turns_up(layout, token):
        return OVER
    sizes = [a for a in layout.amounts if 0 <= token.start - a.end <= 2]
    return OLD_VALUE if any(a.is_old for a in sizes) else None


def _repeats_in_brackets(layout: Layout, token: Token) -> bool:
    """Say whether an arrow only belongs to the size that brackets give of the change before them ("급등(전년비 40%↑)")."""
    before = layout.between(max(layout.start, token.start - 28), token.start, "change")
    is_same = bool(before) and before[-1].value == token.value
    return is_same and _IN_BRACKETS_KO.fullmatch(layout.text, before[-1].end, token.start) is not None


def _is_beside_another(layout: Layout, token: Token) -> bool:
    """Say whether a Korean price is only compared with another product's ("HBM3보다 20% 높게 책정")."""
    first, _ = layout.clause_span(layout.clause(token.start))
    return any(_THAN.match(layout.text, e.end) for e in layout.entities if first <= e.start < token.start)


def _lasted_until(layout: Layout, token: Token) -> bool:
    """Say whether a Korean change is only what was before another ("내리던 값이 멈췄다"), and told of no period."""
    if not (token.text.endswith("던") or _UNTIL_THEN.match(layout.text, token.end)):
        return False
    first, last = layout.clause_span(layout.clause(token.start))
    is_dated = any(first <= w.start < token.start for w in layout.periods)
    return not is_dated and bool(layout.between(token.end + 1, last, "change", "event"))


def _turns_up(layout: Layout, token: Token) -> bool:
    """Say whether a rise follows at once on a fall that stopped ("하락세를 멈추고 반등했다")."""
    return any(t.value == "up" for t in layout.between(token.end, token.end + 14, "change"))


def _is_measure_of_another(layout: Layout, token: Token) -> bool:
    """Say whether a change only measures another one by a product's ("没有DRAM涨得多", "不如DRAM涨得快")."""
    before = layout.text[max(layout.start, token.start - 16) : token.start]
    return bool(_LESS_THAN.search(before)) and layout.text[token.end : token.end + 1] == "得"
