"""Changes that a sentence names only to deny them: nobody expects them, a report of them is false, a maker refutes them.

Each language is asked by what stands before a change and by what follows it; a cheap sign comes first.
"""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout

_REPORT = r"(?:reports?|rumou?rs?|claims?|speculation|suggestions?|talk|stor(?:y|ies)|allegations?|views?|notion|idea|assumptions?|belief|expectations?)"
_EXPECT = r"(?:expect|believe|think|see|foresee|predict|anticipate|forecast|assume)s?"
_SIGN = {
    "en": re.compile(
        r"\b(?:no(?:body|ne)?|few|hardly|doubt|(?:do|does)(?:n't| not)|(?:is|was)n't|not|never|true|untrue|false|den(?:y|ie)|dismiss|reject|refut|basel|groundl|unfound|inaccur|incorr|wrong|mistak)"
    ),
    "zh": re.compile(r"否认|谣|[不失]实|属实|事实|子虚|虚构|根据|依据|假消息|查无|误传|人|不[认相预觉]"),
    "ko": re.compile(r"무근|사실|근거|허위|오보|루머|낭설|부인|일축|틀렸|틀린|잘못|없"),
    "ja": re.compile(r"误り|误报|事実|虚伪|デマ|间违い|正しくな|否定|根拠|少な|いな"),
}
# "Nobody expects …", "I doubt that …", "we don't think that …", "it is not true that …", "denied reports that …".
_BEFORE = {
    "en": re.compile(
        rf"(?:\b(?:nobody|no[ -]one|(?<!a )(?<!the )few|hardly anyone|no (?:analyst|supplier|maker|vendor|buyer|observer)s?)(?: [a-z]+){{0,3}}? {_EXPECT}"
        rf"|\b(?:do|does)(?:n't| not)(?: [a-z]+)? {_EXPECT}|\bnever {_EXPECT}"
        r"|(?<!n't )(?<!not )(?<!never )(?<!no )(?<!little )(?<!without )(?<!nobody )(?<!no one )(?<!few )(?<!a )(?<!any )\bdoubt(?:s|ed|ful)?(?! (?:about|over)\b)"
        r"|\b(?:it is|it's|it was) (?:simply )?(?:not true|untrue|false|not the case|incorrect|wrong to say) that|\b(?:is|was)n't true that"
        rf"|\b(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|refut(?:es?|ed|ing))(?: [a-z]+){{0,3}}? (?:that|{_REPORT} (?:that|of|about)))"
        r"\b(?![^,;.]*\b(?:fact|why)\b)[^,;.]{0,60}$"
    ),
    "zh": re.compile(
        r"(?:(?:没有?人|无人|鲜有人|很少有?人|少有人|没有(?:任何)?(?:机构|厂商|业者|分析师))(?:会|敢|再)?(?:认为|相信|觉得|预期(?!到)|预计)"
        r"|不(?:认为|相信|觉得|预期|预计)|辟谣|(?<![不未没])否认(?:了|有关|关于)?)[^，,。;]{0,40}$"
    ),
    "ko": re.compile(r"(?!)"),
    "ja": re.compile(r"(?!)"),
}
_AFTER = {
    "en": re.compile(
        r"[^,;.]{0,40}?\b(?:is|are|was|were) (?:[a-z]+ly )?(?:false|untrue|not true|baseless|groundless|unfounded|incorrect|inaccurate|wrong|mistaken|fabricated|without (?:basis|foundation|merit))\b"
    ),
    "zh": re.compile(
        r"[^，,。;]{0,16}(?:[，,](?!网传|传|有|外界|市场|同时|另)[^，,。;]{0,14}?)?"
        r"(?:不属实|不实|失实|非事实|不是事实|不符合?事实|与事实不符|子虚乌有|(?:系|是|为|属)谣言|纯属虚构|毫无根据|没有根据|毫无依据|没有依据|假消息|查无此事|误传|(?<![不未没])否认(?:了)?(?=[，,。;!”\"]|$))"
    ),
    "ko": re.compile(
        r"[^.;]{0,20}(?:다는|라는|이란|란|설|보도|소문|전망|관측|주장|소식|루머)[^.;]{0,24}?(?:사실무근|사실이 아니|사실과 다르|근거(?:가|는)? ?없|허위|가짜 ?뉴스|오보|낭설|부인[했하한]|일축[했하한]|틀렸|틀린|잘못됐|잘못된)"
        r"|[^.;]{0,12}(?:보는|예상하는|생각하는|전망하는|믿는) (?:사람|이|전문가|곳|업체)(?:은|는|이|가|도)? ?(?:거의 )?없"
    ),
    "ja": re.compile(
        r"[^。;]{0,8}(?:との|という|といった|とする|と)[^。;]{0,20}?(?:误り|误报|事実(?:で(?:は)?な|无根|に反|と异な)|虚伪|デマ|间违い|正しくな|根拠が?な|否定し)"
        r"|(?:する)?と(?:みる|见る|予想する|考える|予测する)(?:向き|人|者|アナリスト|企业)は(?:少な|ほとんどいな|いな)"
    ),
}
_REPORTED_EN = re.compile(
    rf"\b{_REPORT} (?:that|of|about|on|saying|claiming|suggesting)\b(?![^;.]*\b(?:is|are|was|were) (?:false|untrue))[^;.]{{0,80}}$"
)
# What is left of a sentence before a change that a denial may reach over.
_REACH = 120


def is_denied(layout: Layout, event: Event) -> bool:
    """Say whether a sentence denies a change as a whole, with no other change told between the denial and it."""
    if not _SIGN[layout.language].search(layout.text, layout.start, layout.end):
        return False
    since, place, end = max(layout.start, event.start - _REACH), event.start, event.end
    before = _BEFORE[layout.language].search(layout.text, since, place)
    if before is not None and not layout.between(before.start(), place, "change", "event"):
        return True
    after = _AFTER[layout.language].match(layout.text, end, layout.end)
    if after is None or layout.between(end, after.end(), "change", "event"):
        return False
    return layout.language != "en" or _REPORTED_EN.search(layout.text, since, place) is not None
