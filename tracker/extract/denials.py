"""Changes that a sentence names only to deny them: nobody expects them, a report of them is false, a maker refutes them.

Each language is asked by what stands before a change and by what follows it; a cheap sign comes first.
"""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.script import Language

_REPORT = r"(?:reports?|rumou?rs?|claims?|speculation|suggestions?|talk|stor(?:y|ies)|allegations?|views?|notion|idea|assumptions?|belief|expectations?)"
_EXPECT = r"(?:expect|believe|think|see|foresee|predict|anticipate|forecast|assume)s?"
_SIGN = {
    "en": re.compile(
        r"\b(?:no(?:body|ne)?|need|should|few|hardly|doubt|(?:do|does)(?:n't| not)|(?:is|was)n't|not|never|true|untrue"
        r"|false|den(?:y|ie)|dismiss|reject|refut|basel|groundl|unfound|inaccur|incorr|wrong|mistak)"
    ),
    "zh": re.compile(
        r"否认|少有|鲜有|谣|伪造|捏造|编造|[不失]实|属实|事实|子虚|虚构|根据|依据|假消息|假的|[查并]无|误传|人|哪|岂|不[认相预觉]|(?:不[会致]|不至于|[并尚]未|没有)[^，,。;]{0,3}(?:导|造|引|带|形)"
    ),
    "ko": re.compile(
        r"무근|사실|근거|허위|거짓|오보|루머|낭설|부인|일축|틀렸|틀린|잘못|없|드[물뭅]|적[다은으었]|많지 않"
    ),
    "ja": re.compile(r"误り|误报|事実|虚伪|デマ|间违い|正しくな|否定|根拠|少な|いな"),
}
# A denial that is itself denied ("did not deny", 不予否认) denies nothing.
_NOT_UNDENIED = r"(?<!not )(?<!n't )(?<!nor )(?<!or )(?<!no )(?<!never )(?<!without )(?<!cannot )(?<!nobody )(?<!no one )(?<!declined to )(?<!refused to )(?<!declines to )(?<!refuses to )"
_NOT_UNDENIED_ZH = r"(?<![不未没能法可有])(?<!不予)(?<!未予)(?<!不予以)(?<!未予以)"
# "Nobody expects …", "I doubt that …", "we don't think that …", "it is not true that …", "denied reports that …".
_BEFORE = {
    "en": re.compile(
        rf"(?:\b(?:nobody|no[ -]one|(?<!a )(?<!the )few|hardly anyone|no (?:analyst|supplier|maker|vendor|buyer|observer)s?)(?: [a-z]+){{0,3}}? {_EXPECT}"
        r"|\b(?:no (?:reason|need|cause|grounds) (?:to (?:worry|fear|expect|believe|think|assume)"
        r"|for (?:worry|fear|concern|alarm))"
        r"|(?:need|should)(?:n't| not) (?:worry|fear|be (?:worried|afraid|concerned)))(?! (?:about|over|at)\b)"
        rf"|\b(?:do|does)(?:n't| not)(?: [a-z]+)? {_EXPECT}|\b(?:never|no longer) {_EXPECT}"
        r"|(?<!n't )(?<!not )(?<!never )(?<!no )(?<!little )(?<!without )(?<!nobody )(?<!no one )(?<!few )(?<!a )(?<!any )\bdoubt(?:s|ed|ful)?(?! (?:about|over)\b)"
        r"|\b(?:it is|it's|it was) (?:simply )?(?:not true|untrue|false|not the case|incorrect|wrong to say) that|\b(?:is|was)n't true that"
        rf"|{_NOT_UNDENIED}\b(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|refut(?:es?|ed|ing))(?: [a-z]+){{0,3}}? (?:that|{_REPORT} (?:that|of|about)))"
        r"\b(?![^,;.]*\b(?:fact|why)\b)[^,;.]{0,60}$"
    ),
    "zh": re.compile(
        r"(?:(?:没有?人|无人|(?:鲜|很少|极少|少)有?(?:人|机构|厂商|业者|分析师|券商)|没有(?:任何)?(?:机构|厂商|业者|分析师))(?:会|敢|再)?(?:认为|相信|觉得|预期(?!到)|预计)"
        r"|不(?:认为|相信|觉得|预期|预计)|(?:哪|哪里|岂)(?:有|会|可能|能)(?!不)|辟谣|"
        + _NOT_UNDENIED_ZH
        + r"否认(?:了|有关|关于)?)[^，,。;]{0,40}$"
        # "扩产不会带来过剩": an effect that does not come
        r"|(?<!会)(?<!可能)(?:不会(?:再)?|不致(?:于)?|不至于|[并尚]未|没有)(?:因此|马上|立刻|很快|立即)?(?:导致|造成|引发|引起|带来|形成)[^，,。;]{0,14}$"
    ),
    "ko": re.compile(r"(?!)"),
    "ja": re.compile(r"(?!)"),
}
# Nouns of change that few expect: "하락을 예상하는 전문가는 드물다", "下落を見込む声は少ない", "预期下跌的机构不多".
_FEW_KO = (
    r"(?:세|폭)?[을를이]? ?(?:[가-힣]{1,6} )?(?:예상|전망|예측|우려|걱정|기대|점치|관측|내다보)하?는 (?:[가-힣]{1,6} )?[가-힣]{1,6}[은는이가도] "
    r"(?:거의 |매우 |아주 |극히 )?(?:드[물뭅]|적[다은으었]|많지 않|없)"
)
_FEW_JA = (
    r"(?:局面|倾向|基调)?(?:を|が続くと|すると|に転じると)(?:见込む|予想する|予测する|みる|见る|悬念する|警戒する|期待する)"
    r"(?:声|向き|见方|人|者|アナリスト|市场関系者|企业)(?:は|が)(?=(?:ほとんど|ほぼ|极めて|まだ)?(?:少な|な[いく]|いな|限られ|まれ))"
)
_AFTER = {
    "en": re.compile(
        r"[^,;.]{0,40}?\b(?:is|are|was|were|(?:has|have|had) been"
        r"|(?:has |have |had )?(?:proved|proven|turned out)(?: to be)?) (?:[a-z]+ly )?(?:false|untrue|not true|baseless"
        r"|groundless|unfounded|incorrect|inaccurate|wrong|mistaken|fabricated|without (?:basis|foundation|merit))\b"
    ),
    "zh": re.compile(
        r"[^，,。;]{0,16}(?:[，,](?!网传|传|有|外界|市场|同时|另)[^，,。;]{0,14}?)?"
        r"(?:不属实|不实|失实|非事实|不是事实|不符合?事实|与事实不符|子虚乌有|(?:系|是|为|属)谣言|纯属虚构|(?:系|是|为|属|均)(?:伪造|捏造|编造|假冒)|毫无根据|没有根据|毫无依据|没有依据|假消息|(?:是|为|系)(?:虚)?假的|查无此事|误传|"
        + _NOT_UNDENIED_ZH
        + r"否认(?:了)?(?=[，,。;!”\"]|$))"
    ),
    "ko": re.compile(
        r"[^.;]{0,20}(?:다는|라는|이란|란|설|보도|소문|전망|관측|주장|소식|루머)[^.;]{0,24}?(?:사실무근|사실이 아[니닌님]|사실과 [다달][르른라]|거짓(?:으로|이|인)|근거(?:가|는)? ?없|허위|가짜 ?뉴스|오보|낭설|부인(?:했|한|하(?!지))|일축[했하한]|틀렸|틀린|잘못됐|잘못된)"
        r"|[^.;]{0,10}(?:것|거)(?:이라고|라고|이라는|라는|을|이라) ?(?:걱정|우려|염려)할 (?:필요|이유)(?:는|가|도|까지는)? ?(?:전혀 )?없"
        r"|[^.;]{0,12}(?:보는|예상하는|생각하는|전망하는|믿는) (?:사람|이|전문가|곳|업체)(?:은|는|이|가|도)? ?(?:거의 )?없"
        rf"|{_FEW_KO}"
    ),
    "ja": re.compile(
        r"[^。;]{0,8}(?:との|という|といった|とする|と)[^。;]{0,20}?(?:误り|误报|事実(?:で(?:は)?な|无根|に反|と异な)|虚伪|デマ|间违い(?!は?(?:な|あ))|正しくな|根拠が?な|否定し(?!な|ませ|てい?な|ておら))"
        r"|(?:する)?と(?:みる|见る|予想する|考える|予测する)(?:向き|人|者|アナリスト|企业)は(?:少な|ほとんどいな|いな)"
        rf"|{_FEW_JA}"
    ),
}
_REPORTED_EN = re.compile(
    rf"\b{_REPORT} (?:that|of|about|on|saying|claiming|suggesting)\b(?![^;.]*\b(?:is|are|was|were) (?:false|untrue))[^;.]{{0,80}}$"
)
# A sentence of its own that denies what the one before told: it points back ("denied the report") and says no more.
_THE_REPORT = r"(?:(?:the|that|this|these|those|such|all|any) (?:latest |media |press |market )?(?:reports?|rumou?rs?|claims?|speculation|suggestions?|stor(?:y|ies)|articles?)|it|this|that|them)"
_FALSE = r"(?:[a-z]+ly )?(?:false|untrue|not true|baseless|groundless|unfounded|incorrect|inaccurate|wrong|fabricated|without (?:basis|foundation|merit))"
_TOLD_ZH = r"(?:消息|报道|报导|传闻|传言|说法|内容|信息|此事|谣言)"
_BACK = {
    "en": re.compile(
        rf"(?:{_NOT_UNDENIED}\b(?:den(?:y|ies|ied)|dismiss(?:es|ed)|reject(?:s|ed)|refut(?:es|ed)|rebutted) {_THE_REPORT}(?: (?:outright|flatly|later|soon after|as {_FALSE}(?: and [a-z]+)?))?"
        rf"|\b(?!it|this |that (?:is|was)|them){_THE_REPORT} (?:is|are|was|were|as|to be) {_FALSE}|\bsaid (?:it|this|that) (?:is|was) {_FALSE}"
        rf"|\b(?:the|that|this|these) (?:reports?|rumou?rs?|story|claims?) {_FALSE}|\bno truth (?:to|in) {_THE_REPORT})(?:,? (?:saying|adding|stressing|insisting)\b[^.]{{0,80}})?[.!\"]*$"
    ),
    "zh": re.compile(
        rf"^(?![^。]*(?:对于?|关于|有关|就|针对)(?![此该这上有相传市媒报消]))[^。]*?(?:{_NOT_UNDENIED_ZH}否认(?:了)?(?:上述|该|这一|这些|这个|有关|相关|媒体|市场|一|的)*{_TOLD_ZH}?"
        rf"|(?:^|[，,:\"称为]|相关|有关|该|上述|这一|这些|市场|媒体|前述|网传)(?:的)?{_TOLD_ZH}[^，,。;]{{0,3}}(?:不属实|不实|失实|不是事实|非事实|与事实不符|子虚乌有|(?:系|是|为|属)?谣言|不准确|纯属虚构|毫无根据|没有根据|有误)"
        r"|(?:予以|公开|紧急|发文)辟谣|(?:查|并)无此事)(?:[，,](?:并)?(?:称|表示|强调|指出)[^。]{0,24})?[。!\"]*$"
    ),
    "ko": re.compile(
        r"(?:(?:이를|(?:이|이런|이 같은|이러한|해당|관련|그) ?(?:보도|소문|주장|내용|루머|관측|설)(?: 내용)?[을를]|보도(?: 내용)?를|소문을) (?:공식 |즉각 |전면 |강하게 "
        r"|강력히 |공식적으로 )?|^[^. ]{1,10}(?: 측)?[은는] (?:즉각 |곧바로 )?)(?:부인|일축|반박)(?:했|하였|한다|하고 있)[^.]{0,3}\.?$"
        r"|^(?![^.]*(?:다는|라는|란 |수요|공급|재고|가격|담합))[^.]{0,30}(?:사실무근|사실이 아[니닌님]|사실과 [다달][르른라]|거짓(?:으로|이|인)|근거(?:가)? ?없|낭설|허위|오보)[^.]{0,14}\.?$"
    ),
    "ja": re.compile(
        r"(?:(?:これ|それ|(?:この|同|その|当该)?(?:报道|うわさ|噂|観测|记事|内容)(?:内容)?)(?:を|は|について)[^。]{0,10}|^[^、。]{1,14}[はも](?:直ちに|すぐに|即座に)?)否定し(?:た|ている|ました|ています)。?$"
        r"|^(?![^。]*(?:という|との|需要|供给|在库|価格|谈合))[^。]{0,30}(?:事実(?:では|で)(?:は)?な|事実无根|误り|误报|事実に反|事実と异な|デマ)[^。]{0,14}。?$"
    ),
}
_LONGEST_BACK = {"en": 160, "zh": 60, "ko": 50, "ja": 50}
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


def denies_the_last(text: str, start: int, end: int, language: Language) -> bool:
    """Say whether a short sentence does nothing but deny what the one before told ("The company denied the report.")."""
    if end - start > _LONGEST_BACK[language] or not _SIGN[language].search(text, start, end):
        return False
    return _BACK[language].search(text[start:end]) is not None
