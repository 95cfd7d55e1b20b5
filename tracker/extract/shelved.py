"""Changes of price that do not come: one is given up or put off, a forecast is taken back, shares move on a hope or a fear.

What is given up stays a claim, as one that is negated; what is put off or taken back is none.
"""

from __future__ import annotations

import re

from tracker.extract.english.refused import FATE_GAP, IS_DONE
from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.patterns import one_of

_FORECAST_EN = r"(?:forecasts?|calls?|predictions?|estimates?|views?|outlooks?|projections?|expectations?)"
_FORECAST_ZH = r"(?:预测|预估|预期|预计|预判|看法|观点|判断|展望)"
_FORECAST_KO = r"(?:전망|예상|예측|관측|추정)(?:치)?"
_FORECAST_JA = r"(?:予想|予测|见通し|见方|観测)"
# A cheap sign first.
_SIGN = {
    "en": re.compile(
        r"\b(?:shelv|scrap|abandon|cancel|drop|ditch|call(?:s|ed|ing)? off|postpon|delay|put(?:s|ting)? off|defer|suspend"
        r"|withdr|retract|rescind|walk(?:s|ed|ing)? back|back(?:s|ed|ing)? (?:away|out|off)|pushed back|put on|off the"
        r"|on the (?:table|cards)|out of the q|rul(?:ed|ing|es) out)"
    ),
    "zh": re.compile(r"放弃|取消|搁置|作罢|打消|撤[回销]|收回|推[迟翻]|暂缓|延[后期迟]|递延"),
    "ko": re.compile(r"보류|유보|포기|철회|백지화|취소|접[었기은을]|연기|지연|늦춰|미[뤘루뤄룬]|거둬|빗나|어긋"),
    "ja": re.compile(r"见送|断念|撤回|取り[下や消]|白纸|中止|先送|延期|遅れ|引っ込め|外れ|はずれ"),
}
_GIVES_UP_EN = r"\b(?:shelv(?:es?|ed|ing)|scrap(?:s|ped|ping)?|abandon(?:s|ed|ing)?|cancel(?:s|l?ed|l?ing)?|drop(?:s|ped|ping)?|ditch(?:es|ed|ing)?|call(?:s|ed|ing)? off|suspend(?:s|ed|ing)?|withdr[ae]w(?:n|s|ing)?|retract(?:s|ed|ing)?|rescind(?:s|ed|ing)?|walk(?:s|ed|ing)? back|back(?:s|ed|ing)? (?:away from|out of|off))"
_PUTS_OFF_EN = r"\b(?:postpon(?:es?|ed|ing)|delay(?:s|ed|ing)?|put(?:s|ting)? off|defer(?:s|red|ring)?)"
_PLAN_EN = r" (?:(?:its|their|the|a|an|all|any|planned|earlier|previous) ){0,3}(?:(?:plans?|decisions?|proposals?|intentions?|attempts?|bid|notices?) (?:to|for|of) |planned |proposed |announced )"
# "A price hike is off the table", "the increases planned for May were called off".
_IS_GIVEN_UP_EN = one_of(" (?:firmly |clearly |currently )?off the (?:table|cards)", " not on the (?:table|cards)", " out of the question", " (?:firmly )?ruled out", " withdrawn", " cancell?ed", " called off", " scrapped", " shelved", " abandoned", " rescinded", " retracted")  # fmt: skip
_PLAN_KO = r"(?:하?려던|하?려는|하?기로 한|하?기로 했던|하?겠다는|할)?(?:안|폭|세)?(?: ?(?:계획|방침|시도|방안|결정|시점|시기|시행|적용))?(?:을|를|은|는|도|이|가)? ?(?:일단 |결국 |당분간 |잠정 |전격 |전면 |다음 달로 |내년으로 |한 달 |한 분기 )?"
_PLAN_JA = r"(?:する|る)?(?:との|という|の)?(?:计画|方针|案|検讨|実施|要求|时期)?(?:を|は|が|も)(?:いったん|当面|结局|ひとまず|全面的に|急きょ|来年に|来月に|翌月に|さらに)?"
_TAKES_BACK_EN = r"\b(?:withdr[ae]w(?:n|s|ing)?|retract(?:s|ed|ing)?|rescind(?:s|ed|ing)?|abandon(?:s|ed|ing)?|drop(?:s|ped|ping)?|scrap(?:s|ped|ping)?|walk(?:s|ed|ing)? back)"
# What stands before a change and what follows it, both of them where both are given, by language.
_Told = dict[str, tuple[tuple[str | None, str | None], ...]]
_GIVEN_UP: _Told = {
    "en": (
        (rf"{_GIVES_UP_EN}{_PLAN_EN}[^,;.]{{0,40}}$", None),
        (None, rf"{FATE_GAP}{IS_DONE}{_IS_GIVEN_UP_EN}\b"),
    ),
    "zh": (
        (r"(?:放弃|取消|搁置|打消|撤回|收回)(?:了)?[^，,。;]{0,12}$", None),
        (
            None,
            r"[^，,。;]{0,8}(?:[，,](?:但|不过|后来?|随后|最终|最后|之后|已|又)[^，,。;]{0,6})?(?:被|已|遭|予以|后来?|最终)?(?:放弃|取消|搁置|作罢|打消)(?!订)",
        ),
    ),
    "ko": ((None, rf"{_PLAN_KO}(?:보류|유보|포기|철회|백지화|취소|접[었기은을])"),),
    "ja": ((None, rf"{_PLAN_JA}(?:见送|断念|撤回|取りやめ|取り消|白纸|中止)"),),
}
_PUT_OFF: _Told = {
    "en": (
        (rf"{_PUTS_OFF_EN}(?:{_PLAN_EN}| (?:its|their|the|a|an|any) )[^,;.]{{0,40}}$", None),
        (
            None,
            rf"{FATE_GAP}{IS_DONE} (?:delayed|deferred|postponed|put off|pushed back|put on (?:hold|ice))",
        ),
    ),
    "zh": (
        (r"(?:推迟|暂缓|延后|延期|延迟)(?:了)?(?:对)?[^，,。;]{0,12}$", None),
        (
            None,
            r"(?:的?(?:时间|时点|时程|步伐|进度))?(?:已|被|将|再次?|再度|恐|可能)*(?:推迟|延后|延迟|递延)(?![至到])",
        ),
    ),
    "ko": ((None, rf"{_PLAN_KO}(?:연기|미[뤘루뤄룬]|(?:계속 |다시 )?(?:지연|늦춰))"),),
    "ja": ((None, rf"{_PLAN_JA}(?:先送|延期|遅れ)"),),
}
_TAKEN_BACK: _Told = {
    "en": (
        (
            rf"{_TAKES_BACK_EN} (?:[a-z']+ ){{0,3}}{_FORECAST_EN} (?:that|of|for)\b[^,;.]{{0,50}}$",
            None,
        ),
    ),
    "zh": (
        (
            r"(?:撤回|撤销|收回|放弃|推翻|取消)(?:了)?[^，,。;]{0,30}$",
            rf"[^，,。;]{{0,8}}?的?{_FORECAST_ZH}",
        ),
        (None, rf"[^，,。;]{{0,8}}的?{_FORECAST_ZH}[^，,。;]{{0,4}}(?:撤回|撤销|收回|推翻|落空)"),
    ),
    "ko": (
        (None, rf"[^.,]{{0,24}}?{_FORECAST_KO}(?:을|를|은|는|이|가)?[^.,]{{0,8}}?(?:철회|거둬|접었|취소|빗나|어긋)"),
    ),
    "ja": (
        (
            None,
            rf"[^。、]{{0,14}}?{_FORECAST_JA}(?:を|は|が)[^。、]{{0,4}}?(?:撤回|取り下げ|引っ込め|取り消|外れ|はずれ)",
        ),
    ),
}
# What is only hoped or feared of a price and moves something else ("上昇期待で", "하락 우려로").
_HOPED = re.compile(
    r"(?:への|に対する|の)?(?:期待|観|悬念|警戒|不安|観测|思惑)(?:感|买い|売り)?(?:の(?:高まり|强まり|后退))?(?:で|から|に|を受け|を背景に)"
    r"|(?:세|폭)?(?:에 대한| 가능성)? ?(?:우려|기대|불안|공포)감?(?:으로|로|에| ?속에| 때문에)[ ,]"
)
_REACH = 90


def _ready(pattern: str | None) -> re.Pattern[str] | None:
    """Return a pattern ready to use, None where there is none."""
    return re.compile(pattern) if pattern else None


def _compile(told: _Told) -> dict[str, list[tuple[re.Pattern[str] | None, re.Pattern[str] | None]]]:
    """Return the patterns of all languages ready to use."""
    return {language: [(_ready(before), _ready(after)) for before, after in pairs] for language, pairs in told.items()}


_IS_GIVEN_UP, _IS_PUT_OFF, _IS_TAKEN_BACK = _compile(_GIVEN_UP), _compile(_PUT_OFF), _compile(_TAKEN_BACK)


def is_hoped(layout: Layout, event: Event) -> bool:
    """Say whether a Korean or Japanese price is only hoped or feared to move, and that told as a cause ("先安観から")."""
    if layout.language not in ("ko", "ja"):
        return False
    return _HOPED.match(layout.text, event.trigger.end) is not None


def is_given_up(layout: Layout, event: Event) -> bool:
    """Say whether a maker gives up a change of price that it had in mind ("値上げを見送った", 取消涨价计划)."""
    return _can_be(layout, event) and any(_is_told(layout, event, *pair) for pair in _IS_GIVEN_UP[layout.language])


# What nobody cares to do: "缺乏增产动力", "降价的意愿不高", "증산할 유인이 없다", "増産する動機が乏しい".
_NO_WILL = {
    "zh": re.compile(
        r"[^，,。;]{0,8}?(?:动力|动机|意愿|诱因|积极性)(?:均|都|也|仍|明显|普遍|依然|并|较|相对|十分|非常)*(?:不强|不高|不足|不大|有限|偏?低|薄弱|缺乏|较?弱|欠缺)"
    ),
    "ko": re.compile(
        r"[가-힣]{0,2} ?(?:만한 )?(?:유인|동기|의지|의욕)(?:이|가|은|는|도)? ?(?:거의 |별로 |전혀 )?(?:없|부족|약하|약해|크지 않|낮)"
    ),
    "ja": re.compile(
        r"(?:する|す)?(?:だけの)?(?:动机|動機|インセンティブ|意欲|诱因)(?:が|は|も|に)(?:乏し|弱|低|少な|な[いかく]|薄|欠け)"
    ),
}
_LACKS_ZH = re.compile(r"(?:缺乏|没有?|无|欠缺|缺少)(?:任何|太多|明显|进一步|继续|大幅|足够)?$")
_WILL_ZH = re.compile(r"[^，,。;]{0,6}?的?(?:动力|动机|意愿|诱因|积极性)")


def _is_unwanted(layout: Layout, event: Event) -> bool:
    """Say whether a change is only named as what nobody cares to do."""
    pattern = _NO_WILL.get(layout.language)
    if pattern is None:
        return False
    if pattern.match(layout.text, event.end):
        return True
    is_lacking = layout.language == "zh" and _WILL_ZH.match(layout.text, event.end)
    return (
        bool(is_lacking) and _LACKS_ZH.search(layout.text, max(layout.start, event.start - 6), event.start) is not None
    )


def why_not_coming(layout: Layout, event: Event) -> str | None:
    """Return why a change does not come: nobody cares for it, it is put off, or its forecast is taken back; None where it may."""
    if _is_unwanted(layout, event):
        return "what nobody cares to do"
    if not _can_be(layout, event):
        return None
    if any(_is_told(layout, event, *pair) for pair in _IS_TAKEN_BACK[layout.language]):
        return "a forecast that is taken back"
    is_put_off = any(_is_told(layout, event, *pair) for pair in _IS_PUT_OFF[layout.language])
    return "what is put off" if is_put_off else None


def _can_be(layout: Layout, event: Event) -> bool:
    """Say whether a change is one of price or demand and its sentence holds a word of giving up at all."""
    return event.attribute in ("price", "demand") and bool(
        _SIGN[layout.language].search(layout.text, layout.start, layout.end)
    )


def _is_told(layout: Layout, event: Event, before: re.Pattern[str] | None, after: re.Pattern[str] | None) -> bool:
    """Say whether the words before a change and behind it tell of it so, with no other change between."""
    if before is not None:
        found = before.search(layout.text, max(layout.start, event.start - _REACH), event.start)
        if found is None or any(
            t.start > found.start() for t in layout.between(found.start(), event.start, "change", "event")
        ):
            return False
    if after is None:
        return True
    end = max([event.end, *(a.end for a in layout.amounts if 0 <= a.start - event.end <= 4)])
    behind = after.match(layout.text, end, layout.end)
    return behind is not None and not layout.between(end, behind.end(), "change", "event")
