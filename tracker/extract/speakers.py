"""Who speaks: the issuer's own document, a maker quoted in the press, an agency, or the asker of a question."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from tracker.config import find_issuer
from tracker.extract.chinese.headlines import find_host
from tracker.extract.english.askers import is_asking, opens_answer
from tracker.extract.english.sayings import find_named, is_final_saying, is_told_by_unnamed
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token, load_entries
from tracker.extract.patterns import one_of
from tracker.extract.script import fold
from tracker.extract.sentences import is_record
from tracker.statement import Speaker

_HEADLINE = re.compile(r"^\[news\]| - [\w .'&-]{3,40}$|^[^.。!?]{10,}[^.。!?\s]$")
_PRESS = re.compile(
    r"reportedly|sources|据报道|据悉|讯[，,]|报道|消息|韩媒|日媒|台媒|\[news\]|according to|관계자|업계에 따르면|에 따르면|によると"
)
_TOPIC_MARK = re.compile(r"[는은가이はが](?![가-힣])")
# A maker that a house rates, or one whose plan only comes before what the press tells, is no speaker.
_IS_RATED = re.compile(
    r"(?:电子|集团|公司|股份|科技)?(?:的)?(?:股票|投资)?(?:目标价|评级|评等|买入|卖出|增持|减持|中性|持有|投资建议)"
)
_RATES = re.compile(
    r"\b(?:ratings?|target|price target|targets|coverage|stance|view) (?:price )?(?:on|for|of) $|\b(?:downgrad|upgrad|initiat)\w+ $"
)
_AFTER_SAYING = re.compile(r"[^，,。;]{0,24}(?:之?后|以来)[，,]")
# How a sentence ends that reports somebody's words; in an article on a maker, where nobody else is named, the maker's.
_REPORTED = re.compile(
    one_of(
        # Japanese: "としている", "と予想しています", "見込んでいる", "という。"
        r"とし(?:ている|た|ており)|とする|とみて(?:いる|おり)",
        r"(?:予想|予测|期待|说明|コメント|强调|分析|指摘)し(?:ている|た|ており)",
        r"と(?:予测|予想|见通し|说明|表明|强调)$|と语った|と述べた|と话した|示した|立てている",
        r"见込(?:む|んで(?:いる|おり)|んだ|みという)|とのこと|(?:る|た|い|だ|む|く|う)という(?=。|$)|当社",
        # Korean: "전망했다", "밝혔다", "오를 것이라는 설명이다", "내린다고 봤다"
        r"(?:말|설명|강조|전|답|전망|예상|예측|언급|분석|평가|경고|발표)했(?:다|습니다)|밝혔|덧붙였|내다봤|라고 했",
        r"(?:다|라)는 (?:것|설명|입장|판단|분석|전망)(?:이다|입니다)?(?=[.\"”]|$)",
        r"(?:다|라)고 (?:한다|합니다|봤다|봅니다|본다|밝혀|강조|전망|설명|경고|언급|발표)|계획을 (?:발표|공개)",
    )
    + r"[^가-힣]{0,4}"
)
# How English reports what the maker of an article says, without its name: an office, "they", or a person's name before
# the verb of speech. What analysts and other houses say is told by their own words.
_OWN_SAYS = re.compile(
    one_of(
        # "the Boise-based company expects", "management also said", "its chief executive warned"
        r"\b"
        + one_of(
            r"they|the company|the firm|the (?:memory |chip)?maker|the [a-z\-]+-based (?:company|firm|chipmaker)",
            r"management|(?:the |its |co-)?(?:c[efot]o|executives?|chairman|president|chief \w+ officer)",
        )
        + r"(?: also| still| now| had| has| is| are){0,2} "
        + one_of(
            r"forecasting|expecting|projecting|said|says?|expects?|believes?|sees?|notes?|noted|forecasts?|forecast",
            r"predicts?|warns?|warned|added|reiterated|indicated|guided|guides|stated|commented|announced|credited",
            r"attributed",
        )
        + r"\b",
        # "Mehrotra added", but not "analysts added"
        r"\b(?!"
        + one_of(
            r"analysts?|sources?|reports?|people|they|media|others?|some|many|who|it|he|she|reuters|bloomberg",
            r"report|study|source|paper|agency|house|bank|brokers?|researchers?|traders?|dealers?|buyers?",
            r"customers?|economists?|observers?",
        )
        + r")[a-z'’\-]{3,14} "
        + one_of(
            r"said|added|noted|told (?:analysts|investors|reporters)|reiterated|warned|conceded|confirmed|cautioned",
            r"predicted|explained|acknowledged|admitted|stressed|remarked|indicated|revealed|disclosed",
        )
        + r"\b",
        # "he expects", ", they said."
        r"\b(?:he|she) (?:said|added|noted|expects|believes|sees)\b",
        r", (?:it|they) (?:said|added|noted)[.,]",
        # "according to Jane Doe (52), the president", ", said Mehrotra."
        r"\baccording to (?:[a-z'’\-]+ ){1,3}[a-z'’\-]+(?: \([^)]{1,12}\))?, (?:the |its )?(?:chairman|president|c[efot]o|chief|general manager|head|vice)\b",
        r", said (?!analysts?|sources?|people|reuters|bloomberg|researchers?|traders?|the |an? )[a-z'’\-]{3,14}(?:\.|$)",
    )
)
# Whose customers make memory: what those say is a maker's word.
_MAKERS_SAY = re.compile(
    r"\b(?:memory|dram|nand) (?:market,? (?:the |our )?)?customers,?(?: (?:they|have|are|also|all|now|themselves))* (?:indicat|tell|told|say|said|report|signal|guid|believ|confirm)[a-z]*"
)
# A person of two or three characters who says so; in an article on a maker, one of the maker's.
_PERSON_SAYS = re.compile(
    one_of(
        # "总经理陈某也表示", but not "业界表示"
        r"(?:(?<![一-龥])|长|总|理|官|人)\s?(?!业界|市场|业者|外资|法人|分析|研究|机构|供应|客户|媒体|报告|报导|报道|消息|据|专家|同业)(?:[一-龥]{2,3}|他|她)"
        r"(?:也|并|则|还|另|更|亦|进一步|受访时|日前|今|昨|\d{1,2}日)?(?:也|并|更)?"
        r"(?:说|表示|指出|坦言|强调|认为|透露|直言|称)",
        # "公司方面强调"
        r"(?:公司|ceo|cfo|执行长|董事长|总经理|总裁|副总)(?:也|并|则|方面)?"
        r"(?:直言|说|表示|指出|估计|预期|预估|预计|认为|强调|看好)",
    )
)
# A person of a family name usual in Chinese who expects something.
_PERSON_EXPECTS = re.compile(
    r"(?<![一-龥])(?:[陈林黄张李王吴刘蔡杨许郑谢洪郭邱曾廖赖徐周叶苏庄吕江何萧罗高潘简朱锺钟游詹胡施沈余卢梁赵颜柯翁魏孙戴范方宋邓杜傅侯曹薛丁卓阮马董唐蓝冯姚石古纪程姜汪苟])[一-龥]{1,2}(?:也|则|更)?(?:预期|预估|预计|预测|认为|看好|估计|坦言|分析|放话|示警|喊话|:)"
)
# A maker that expects something says so: "铠侠预计NAND供不应求", "Micron expects prices to rise".
_EXPECTS = re.compile(
    one_of(
        # "铠侠预计"
        r"[^，,。;:]{0,4}(?:预计|预期|预估|看好|预测|估计|警告|坦言|示警|预判|研判|认为|透露|直言|公布|公告|指出|指(?!标|数|定|引|向))",
        # "Micron Technology (MU), a maker of memory, now expects"
        r"(?: (?:technology|international|electronics|semiconductor|inc|corp|co|ltd)\b\.?){0,2}(?: \([^)]{1,12}\))?(?:, an? [^,.;]{3,50},)?"
        r"(?: also| now| still| had| has| yesterday| today| last week| earlier| (?:in|on) [a-z]+| are| is){0,2} "
        + one_of(
            r"expects?|expected|forecasts?|sees|predict(?:s|ed)|anticipate[sd]|warns|projects|projected|believes",
            r"estimates|reiterated|guided|signal(?:l?ed|s)|warning|forecasting|predicting",
        )
        + r"\b",
        # "南亚科(2408)昨日在法说会上表示"
        r"(?:\([^)]{1,10}\))?(?:昨日|日前|近日)?在[^，,。;:]{0,16}"
        r"(?:业绩会|说明会|法说会|电话会|电话会议|财报会|股东会)上?[，,]?(?:曾|也|则|还)?"
        r"(?:警告|表示|指出|称|预计|预期|预告|透露|强调|坦言|说)",
        # "兆易创新的年报披露"
        r"(?:(?:的)?(?:招股书|招股说明书|公开说明书|年报|季报|半年报|财报|公告)(?:中)?(?:显示|披露|称))",
        # "美光业绩会纪要:", "三星 “"
        r"(?:[一-龥]{0,4}(?:业绩会|说明会|法说会|电话会|电话会议|财报会|交流会)(?:纪要|实录|摘要|要点)?|[一-龥]{2,4})?:|\s?[\"“「]",
        # "삼성전자에 따르면", "マイクロンによると"
        r"(?:에 따르면|によると|によれば|の(?:说明|话)では)",
    )
)
# What a Chinese filing says of the company's own business, also where the press gives an excerpt of it.
_FILED = re.compile(
    r"(?:报告期内|业绩变动的?(?:主要)?原因|(?<![一-龥])公司(?:主要|现有|所处|面向|销售|产品|产销|充分|持续|积极|根据|结合|预计|预测|也将|将持续))"
)
# A research note speaks in the first person too.
_NOTE = re.compile(r"我们(?:继续|仍|也)?(?:认为|看好|预计|建议|推荐|判断)|(?:核心|重点)推荐|投资(?:观点|建议)|建议关注")
# A quotation that fills whole sentences opens and closes with these.
_OPENS, _CLOSES = ("“", '"'), ("”", '"')
SHORTEST_QUOTED = 30
_OWN_WORDS = re.compile(
    one_of(
        r"\b(?:we|our|we've|we're|us|fiscal|f?[qy]\d|fq\d|operator|analysts?|guidance|gross margin)\b|\b(?:our|we)['’]",
        r"会计|财年|财季|我们|公司|会计年度",
        r"본사|당사|저희|우리|회계",
        r"当社|弊社|我々",
    )
)
_COMPANY_TYPES = frozenset({"ir_record", "earnings_call", "filing", "earnings_release", "announcement"})
_PRESS_TYPES = frozenset({"news", "agency", "relay", "article", "blog"})


@dataclass(frozen=True, slots=True)
class Heard:
    """Who says something, whether the sentence names the speaker, and a research house or bank by its issuer's id."""

    speaker: Speaker
    is_named: bool
    said_by: str | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks in a document by default, whether "Q3" there means the issuer's fiscal quarter, and whether it is on a maker."""

    speaker: Speaker
    is_transcript: bool
    is_on_maker: bool = False
    is_pure: bool = False

    @property
    def is_buyer(self) -> bool:
        """Say whether a company that makes no memory speaks for itself."""
        return self.is_transcript and self.speaker == "third_party"


# A verb of speech stands this near to its subject; in Korean and Japanese a marked topic may open the sentence.
_NEAR = 45


@lru_cache(maxsize=1)
def _makers() -> frozenset[str]:
    """Return the folded names of the makers in the vocabulary."""
    return frozenset(fold(term) for entry in load_entries() if entry["class"] == "maker" for term in entry["terms"])


def is_maker(issuer: str | None) -> bool:
    """Say whether an issuer is a maker of memory, modules or controllers by the vocabulary."""
    return bool(issuer) and fold(issuer or "").strip() in _makers()


@lru_cache(maxsize=1)
def _own_products() -> dict[str, str]:
    """Return the makers of one product only, by folded name."""
    return {fold(t): e["value"] for e in load_entries() if e["class"] == "maker" and e.get("value") for t in e["terms"]}


def find_own_product(issuer: str | None) -> str | None:
    """Return the product of a maker of one product only, or None."""
    return _own_products().get(fold(issuer or "").strip())


def judge_voice(
    text: str, issuer: str | None, doc_type: str | None, *, is_known_maker: bool, is_pure: bool = False
) -> Voice:
    """Return who speaks in a document: the kind of document decides, else its own words."""
    if doc_type in _PRESS_TYPES or not issuer:
        return Voice("third_party", False, is_on_maker=is_known_maker, is_pure=is_pure)
    if doc_type in _COMPANY_TYPES:
        return Voice("company" if is_known_maker else "third_party", True)
    head = fold(text[:6000]).strip()
    if not is_known_maker:
        return Voice("third_party", bool(re.search(r"\b(?:we|our|i'm|you)\b", head)) and text.strip()[-1:] in ".?!")
    if is_record(text):
        return Voice("company", True)
    if doc_type == "report" and _NOTE.search(head):
        return Voice("third_party", False)
    if _PRESS.search(head[:3000]) or (len(head) < 400 and _HEADLINE.search(head)):
        return Voice("third_party", False, is_on_maker=True, is_pure=is_pure)
    if not head.isascii() and _names_agency(head):
        return Voice("third_party", False)
    if fold(issuer) in head and not head.isascii() and not re.search(r"公司|我们|当社|당사", head):
        return Voice("third_party", False)
    return Voice("company", True)


def speaks_itself(folded: str) -> bool:
    """Say whether a text of no declared kind is a maker's own words: in the first person, of its fiscal year, or a call."""
    return bool(_OWN_WORDS.search(folded))


def _names_agency(head: str) -> bool:
    """Say whether a short text names a research house as its source."""
    return len(head) < 600 and any(
        name in head
        for name in ("trendforce", "dramexchange", "集邦", "트렌드포스", "d램익스체인지", "トレンドフォース")
    )


def judge_speaker(layout: Layout, place: int, voice: Voice, carried: Speaker | None) -> Heard:
    """Return who says what stands at a place of a sentence.

    `carried` is the speaker that the sentence before quoted, in the same paragraph.
    """
    quoted = _quoted(layout, place)
    if quoted is not None:
        speaker = _kind_of(quoted)
        return Heard(speaker, is_named=True, said_by=_issuer_of(quoted.text) if speaker == "third_party" else None)
    if (
        voice.speaker == "company"
        or (voice.is_on_maker and is_reported(layout) and not _is_by_unnamed(layout, place))
        or _relays_makers(layout, place, voice)
        or (layout.language == "zh" and _is_filed(layout))
    ):
        return Heard("company", is_named=False)
    return Heard(carried or voice.speaker, is_named=False, said_by=_topic(layout, place))


def _is_by_unnamed(layout: Layout, place: int) -> bool:
    """Say whether an English sentence on a maker ends with unnamed people as those who tell it."""
    return layout.language == "en" and is_told_by_unnamed(layout, place)


def _is_filed(layout: Layout) -> bool:
    """Say whether a Chinese sentence is of a company's own report and names nobody else ("报告期内,公司")."""
    if _FILED.search(layout.text, layout.start, layout.end) is None:
        return False
    return not layout.between(layout.start, layout.end, "agency", "company")


def _relays_makers(layout: Layout, place: int, voice: Voice) -> bool:
    """Say whether one who sells to makers of memory tells on an English call what they say."""
    if not voice.is_transcript or layout.language != "en":
        return False
    said = _MAKERS_SAY.search(layout.text, layout.start, place)
    return said is not None and ", and " not in layout.text[said.end() : place]


def is_reported(layout: Layout) -> bool:
    """Say whether a sentence on a maker reports what the maker said: a person does, or (ko, ja) its subject is left out."""
    if layout.language == "zh":
        span = (layout.text, layout.start, layout.end)
        said = _PERSON_SAYS.search(*span) or _PERSON_EXPECTS.search(*span)
        return said is not None and not layout.between(layout.start, said.start(), "agency", "company")
    if layout.between(layout.start, layout.end, "agency"):
        return False
    if layout.language == "en":
        return _reports_own_en(layout)
    return layout.language in ("ko", "ja") and bool(_REPORTED.search(layout.text, layout.start, layout.end))


def _reports_own_en(layout: Layout) -> bool:
    """Say whether an English sentence on a maker reports its words: quoted ones, or what an officer of it says."""
    body = layout.text[layout.start : layout.end]
    own = _OWN_SAYS.search(body)
    if own is not None and not layout.between(layout.start, layout.start + own.start(), "company"):
        return True
    if layout.between(layout.start, layout.end, "company"):
        return False
    if len(body) > SHORTEST_QUOTED and body.startswith(_OPENS) != body.endswith(_CLOSES):
        return True  # a quotation over several sentences, of which this is the first or the last
    if re.fullmatch(r"[\"“][^\"”“]{20,}[\"”]", body):
        return True
    return bool(layout.between(layout.start, layout.end, "firstperson")) and any(mark in body for mark in '"“”')


def _topic(layout: Layout, place: int) -> str | None:
    """Return the house that is the topic of a Korean or Japanese sentence, whose verb stands far off at its end."""
    if layout.language not in ("ko", "ja"):
        return None
    houses = [t for t in layout.between(layout.start, place, "agency") if _TOPIC_MARK.match(layout.text, t.end)]
    is_told = bool(houses) and bool(layout.between(place, layout.end, "say", "future"))
    return _issuer_of(houses[-1].text) if is_told and len(houses) == 1 else None


def _kind_of(party: Token) -> Speaker:
    """Return what kind of speaker a named party is."""
    return "company" if party.cls == "maker" else "third_party"


@lru_cache(maxsize=1024)
def _issuer_of(name: str) -> str | None:
    """Return the id of the research house, bank or paper of this name; None for others and for "analysts" at large."""
    issuer = find_issuer(name)
    return issuer.id if issuer and issuer.role in ("agency", "broker", "press") else None


def _quoted(layout: Layout, place: int) -> Token | None:
    """Return the party whose words a place lies in, by the nearest verb of speech and its subject."""
    best: tuple[int, Token] | None = None
    for index, token in enumerate(layout.tokens):
        if (
            token.cls == "agency"
            and (token.end <= place or _follows_saying(layout, index))
            and _has_voice(layout, index)
        ):
            best = _nearer(best, (abs(place - token.start), token))
        if token.cls == "maker" and token.end <= place and _EXPECTS.match(layout.text, token.end):
            best = _nearer(best, (abs(place - token.start), token))
        if token.cls != "say":
            continue
        party = _party(layout, index)
        if party is None or _is_over(layout, token, place):
            continue
        is_after = token.start > place and token.text != "according to"
        if is_after and not is_final_saying(layout, token):
            continue
        best = _nearer(best, (abs(place - token.start), party))
    if best is None and layout.language == "zh":
        return find_host(layout)
    return best[1] if best else _topic_maker(layout, place)


def _topic_maker(layout: Layout, place: int) -> Token | None:
    """Return the maker that opens a Korean or Japanese sentence as its topic and, by the sentence's end, says it."""
    if layout.language not in ("ko", "ja") or not _REPORTED.search(
        layout.text, max(place, layout.end - 16), layout.end
    ):
        return None
    makers = layout.between(layout.start, min(place, layout.start + 24), "maker")
    return next((t for t in makers if _TOPIC_MARK.match(layout.text, t.end)), None)


def last_quoted(layout: Layout) -> Speaker | None:
    """Return the kind of the party that a sentence quotes last, which the next sentence may go on quoting; None for none."""
    quoted = _quoted(layout, layout.end)
    return _kind_of(quoted) if quoted is not None else None


def _nearer(best: tuple[int, Token] | None, new: tuple[int, Token]) -> tuple[int, Token]:
    """Return the nearer of two speakers."""
    return new if best is None or new[0] < best[0] else best


def _has_voice(layout: Layout, index: int) -> bool:
    """Say whether an agency acts as a speaker: a verb of speech or forecast or a colon follows it."""
    token = layout.tokens[index]
    if layout.text.endswith(("根据", "依据", "据"), layout.start, token.start):
        return True
    window = layout.between(token.end, token.end + 24, "say", "future")
    return bool(window) or bool(re.match(r"[^，,。]{0,12}[:：(]", layout.text[token.end : token.end + 14]))


def _follows_saying(layout: Layout, index: int) -> bool:
    """Say whether a verb of speech stands directly before a name ("says TrendForce", "according to TrendForce")."""
    before = layout.tokens[index - 1] if index else None
    return bool(before and before.cls == "say" and layout.tokens[index].start - before.end <= 3)


def _party(layout: Layout, index: int) -> Token | None:
    """Return the named party of a verb of speech: the last before it, or the one directly after."""
    token = layout.tokens[index]
    after = layout.tokens[index + 1] if index + 1 < len(layout.tokens) else None
    if (
        after
        and after.cls in ("maker", "agency", "company")
        and after.start - token.end <= 3
        and token.text in ("according to", "said", "says")
    ):
        return after
    named = find_named(layout, token) if layout.language == "en" else None
    if named is not None or token.text == "according to":
        return named
    is_final = layout.language in ("ko", "ja")
    for other in reversed(layout.tokens[:index]):
        is_far = token.start - other.end > _NEAR
        if is_far and not is_final:
            return None
        if other.cls in ("maker", "agency", "company") and not _is_rated(layout, other):
            return other if not is_far or _TOPIC_MARK.match(layout.text, other.end) else None
    return None


def _is_rated(layout: Layout, party: Token) -> bool:
    """Say whether a maker is only what a house rates ("大摩下调SK海力士评级,认为", "cut its rating on Micron and said")."""
    if layout.language == "en":
        return _RATES.search(layout.text, max(layout.start, party.start - 24), party.start) is not None
    return layout.language == "zh" and _IS_RATED.match(layout.text, party.end) is not None


def _is_over(layout: Layout, said: Token, place: int) -> bool:
    """Say whether what a party announced only comes before what is told then ("三星宣布减产后,现货价止跌")."""
    if said.start > place or said.text not in ("宣布", "announced", "announces"):
        return False
    if layout.language == "zh":
        after = _AFTER_SAYING.match(layout.text, said.end)
        return after is not None and after.end() <= place
    first, last = layout.clause_span(layout.clause(said.start))
    return place >= last and layout.text[first:last].lstrip().startswith("after ")


def is_asker(layout: Layout, voice: Voice) -> bool:
    """Say whether a sentence of a call is an asker's: it speaks to the company ("you guys", "your prices")."""
    if not voice.is_transcript:
        return False
    told = layout.between(layout.start, layout.end, "secondperson")
    to_maker = any(not layout.text.endswith(("as ", "like "), 0, t.start) for t in told)
    return (to_maker or is_asking(layout)) and not opens_answer(layout)
