"""One sentence laid out for the rules: its words, products, clauses, sizes and periods, all with positions.

`parse_sentence` builds the layout once; the rules only ask it questions. Nothing here decides what is claimed.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tracker.extract.amount import Amount
from tracker.extract.entity import Entity
from tracker.extract.korean.parts import add_parts
from tracker.extract.lexicon import Matcher, Token, load_matcher
from tracker.extract.marks import PeriodWord
from tracker.extract.numbers import find_amounts
from tracker.extract.periods import find_periods
from tracker.extract.script import Language

# A sentence of 800 characters with more words of the vocabulary than this is a list run together, or noise.
MOST_WORDS = 100


@dataclass(frozen=True, slots=True)
class Group:
    """Products that are named together ("DRAM and NAND") and share what is said of them."""

    entities: tuple[Entity, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Layout:
    """A sentence's parts in order of place. Positions are those of the whole text."""

    text: str
    language: Language
    start: int
    end: int
    tokens: tuple[Token, ...]
    entities: tuple[Entity, ...]
    groups: tuple[Group, ...]
    amounts: tuple[Amount, ...]
    periods: tuple[PeriodWord, ...]
    bounds: tuple[int, ...] = field(default=())
    starts: tuple[int, ...] = field(default=())
    classes: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Note which classes of words there are at all: most questions are about classes that a sentence lacks."""
        object.__setattr__(self, "classes", frozenset([token.cls for token in self.tokens]))

    def clause(self, place: int) -> int:
        """Return the number of the clause that a place lies in."""
        return bisect_right(self.bounds, place)

    def clause_span(self, number: int) -> tuple[int, int]:
        """Return where a clause begins and ends."""
        first = self.bounds[number - 1] if number else self.start
        last = self.bounds[number] if number < len(self.bounds) else self.end
        return first, last

    def periods_said(self) -> bool:
        """Say whether the sentence names a period of its own that is no mere comparison."""
        return any(not w.is_comparison for w in self.periods)

    def between(self, first: int, last: int, *classes: str) -> list[Token]:
        """Return the words of some classes that begin between two places."""
        if self.classes.isdisjoint(classes):
            return []
        tokens, starts = self.tokens, self.starts
        return [t for t in tokens[bisect_left(starts, first) : bisect_left(starts, last)] if t.cls in classes]


_GAP_PLAIN = re.compile(
    r"[\s(\-\"']*(?:\d{1,4} ?[gmt]b?(?:it)?[\s\-]*|\d{1,3}gx\d{1,2}[\s\-]*)?(?:flash[\s\-]*)?(?:类|系列|的|规格|容量|向けの?|用の)?[\s(]*"
)
_GAP_OPEN = re.compile(
    r"\s*(?:芯片|半导体|产品|반도체)?\s*\(\s*|\s?(?:반도체)?(?:인|의 일종인)\s|\s*,\s*|\s*,?\s*(?:such as|including|called|namely|for|包括|如|中的?)\s*"
)
_JOINT = re.compile(
    r"[\s,、/&+()·ㆍ・\-:\"「」']*(?:and|or|及|和|与|跟|以及|或|과|와|및|や|と|および|及び|ならびに|并びに|both|in|the|for|as well as|plus|并|暨|还有|也|等|up|on|of|de|"
    r"non|our|its|their|部分|方面|两者|も|だけでなく|のみならず|に加え(?:て)?|に続き|뿐(?:만)? 아니라(?: 범용)?|は|が|은|는|도|모두|的|之|产品|芯片|향|용|向け|用|양|颗粒|市场|类|全线|现货|合约)?"
    r"(?:\s*(?:in|the|for|of|both|our|its|their|on)){0,2}[\s,、/&+()·ㆍ・\-:\"「」']*"
)
# "In DRAM and on the NAND side", told to the end of a clause.
_JOINT_APART = re.compile(
    r"(?: (?:side|markets?|products?|business|chips|space))?,? (?:and|or|as well as|along with|but)(?:,? (?:to (?:a|some) (?:[a-z]+ )?(?:extent|degree)|perhaps|certainly|obviously|also|even),?)*"
    r"(?: (?:on|in|for|across|with))?(?: (?:the|our|its|their))? "
)
# "HBM, high-capacity modules": what kind of a product, beside another.
_JOINT_KIND = re.compile(r",? (?:(?:and|or|as well as) )?(?:high|low|leading|next|large|ultra)-[a-z]+(?: [a-z]{2,9})? ")
_ENDS_LIST = re.compile(
    r"(?: (?:side|markets?|products?|business|chips|space))?(?:\s*[.,;:?!)]|\s*$| (?:too|as well|alike|both|right now|today|currently|here|now|sides?)\b)"
)
_JOINT_STRICT = re.compile(
    r"[\s,、/&+()·ㆍ・\"「」']*(?:and|or|及|和|与|跟|以及|或|과|와|및|や|と|および|及び|ならびに|并びに|并|暨|as well as)?(?:\s*(?:in|the|for|of|both))?[\s,、/&+()·ㆍ・\"「」']*"
)
_SUMS_UP = re.compile(
    r"[)）]?\s?(?:などの?|等(?:高端|高阶|高价|先进|高性能|新型|各类)?的?|(?:과|와) 같은 (?:고성능 |첨단 |차세대 |고부가 )?|등의?|등 (?:주력 ?제품인|주요) ?|を含む)\s?"
)
_SIZES = re.compile(r"\d{1,4}[- ]?(?:tera|giga|mega)bits?|\d{1,4} ?[gmt]b(?:it)?|\d{1,3}gx\d{1,2}|\d{4}mt/s")
_SEGMENT_GAP = re.compile(
    r"[\s\-]*(?:用|级|向け?|型|类|端|行业|厂商?|의|的(?:标准|通用|传统|主流|高端|先进|一般)?|용|の|市场|产品|应用|oem|grade|class|领域|级别|客户|모듈|用の)?[\s\-]*"
)
_OF_PERIOD = re.compile(r"[はにのが、]?(?:约|平均)?")
_FROM_THERE = re.compile(r"(?:の?(?:高|安|増|减|上升|下落|値上がり|値下がり))?から、?")
_SEGMENT_JOINT = re.compile(r"\s*(?:[,、/&]|and|(?:和|与|及)(?:通用|传统|一般)?|및|와|과|や|と|,\s*and)\s*")
_KO_JOINTS = re.compile(
    r"(?<=[가-힣])(?:며|지만|으나|는데|다가|데다|데 이어|면서|(?<![재최창광경사권참])고) (?!있|나서)|(?<=[급등락승증])해 (?!왔|온|있|오고|갈|나)"
    r"|[\"”’'](?:이?라?며|이?라?면서|이?라?고|고)[\s,]|(?:(?<=[%↑↓])|(?<=상승)|(?<=하락)|(?<=인상)|(?<=급등)|(?<=급락))[·ㆍ](?=d|낸드|n|hbm|ssd)"
)
# "올해 40%, 내년에는 10% 오를": the next period's size, before the verb that both share.
_KO_NEXT_SIZE = re.compile(
    r", ?(?:(?:올해|내년|지난해|작년|\d{2,4}년) ?)?(?:[1-4] ?분기|[상하]반기|\d{1,2}월|올해|내년|지난해|작년|내후년|20\d\d년)(?:에?[는은]|엔|에)? ?(?:약 |최대 |추가로 )?\d[\d.~\-]* ?(?:%|퍼센트|배)"
)
_SIDE_BY_SIDE = re.compile(r"\s?(?:、|/|和|与|及|以及|跟|&|或)\s?(?:企业级|消费级)?\s?")
_AND_ZH = re.compile(r"[与和及跟暨]")
_DRAM_KIND = re.compile(
    r"(?:pc用?|电脑|桌机|笔电用?|标准型|标准|一般型|利基型|利基|行动式|行动|手机|绘图用?|伺服器|服务器)记忆体"
)
_OF_DRAM = frozenset({"trendforce", "集邦", "集邦科技", "集邦咨询", "dramexchange"})
_SIGNED = re.compile(r"[+\-] ?\d[\d.,~\-]* ?%")
_PART_OF_YEAR = re.compile(
    r"\s?(?:1?\d ?月|[一二三四五六七八九十]{1,2}月|第?[一二三四1-4] ?季|[上下]半年|[qh][1-4]|年?[初中底])"
)
_HAN_SPACE = re.compile(r"[一-鿿] (?P<han>(?=[一-鿿]))?")
_HESITATION = (
    r"(?:uh|um|er|ah|you know|i mean|i'd say|i would say|i guess|i think|let's say|frankly|honestly|obviously|clearly|of course|again|certainly|in particular|generally speaking|by the way|to be clear|as expected"
    r"|as (?:we|i|you)(?:'ve| have)? (?:just |also |already |all )?(?:said|mentioned|noted|know|discussed|indicated|talked about|expected|guided|described|highlighted)(?: (?:before|earlier|previously|today|in (?:our|the|my) (?:prepared )?remarks))?)"
)
_HESITATES = re.compile(rf" {_HESITATION},")
_HESITATED = re.compile(rf", {_HESITATION}$")
_CLAUSE_MARKS = re.compile(r"[，,;；:。!?]|(?:、)|\s-\s|—|…|\.\.\.|\|")


def parse_sentence(
    text: str, original: str, language: Language, start: int, end: int, *, implied: str | None = None
) -> Layout:
    """Return the layout of the sentence at a span of the folded text; `implied` is the product that it leaves out."""
    matcher = load_matcher(language)
    tokens = _drop_look_alikes(matcher.find(text, start, end), original)
    asides = [found.span() for found in _ASIDE.finditer(text, start, end)] if language == "ko" else []
    tokens = [t for t in tokens if not _is_aside(t.start, asides)]
    if language == "zh":
        tokens = _outside_glosses(text, tokens, start, end)
        tokens = [_without_period(text, token, matcher) for token in tokens]
    if len(tokens) > MOST_WORDS:
        return Layout(text, language, start, end, tuple(tokens), (), (), (), (), (), tuple(t.start for t in tokens))
    is_plain = not any(t.cls in ("change", "event") or t.value == "price" or "price" in t.flags for t in tokens)
    if is_plain and language == "ko" and text.find("배", start, end) >= 0:
        is_plain = not any(t.cls == "metric" for t in tokens)
    is_listed = any(t.cls in ("basis", "market") for t in tokens) and bool(_SIGNED.search(text, start, end))
    if is_plain and not is_listed:
        entities = _find_entities(text, tokens)
        return Layout(
            text,
            language,
            start,
            end,
            tuple(tokens),
            tuple(entities),
            tuple(_find_groups(text, tokens, entities)),
            (),
            (),
            (),
            tuple(t.start for t in tokens),
        )
    amounts = [a for a in find_amounts(text, language, start, end) if not _is_aside(a.start, asides)]
    periods = [p for p in find_periods(text, original, language, start, end) if not _is_aside(p.start, asides)]
    if bases := [t for t in tokens if t.cls == "basis"]:
        periods = [word for word in periods if not _is_covered(word, bases)]
    if periods:
        tokens = [t for t in tokens if not _is_inside_period(t, periods) and not _begins_period(text, t)]
    if worded := [amount for amount in amounts if amount.kind == "word"]:
        tokens = [t for t in tokens if not _is_inside_size(t, worded)]
    amounts = [amount for amount in amounts if not _overlaps_period(amount, periods)]
    amounts = [_with_own_period(text, language, amount, periods) for amount in amounts]
    entities = _find_entities(text, tokens)
    if language == "ko" and any(t.cls == "segment" for t in tokens):
        entities = add_parts(text, tokens, entities, implied)
    groups = _find_groups(text, tokens, entities)
    bounds = _find_bounds(text, language, (start, end), tokens, groups if language == "ko" else entities)
    if asides:
        bounds = tuple(place for place in bounds if not _is_aside(place, asides))
    return Layout(
        text,
        language,
        start,
        end,
        tuple(tokens),
        tuple(entities),
        tuple(groups),
        tuple(amounts),
        tuple(periods),
        bounds,
        tuple(token.start for token in tokens),
    )


# What was forecast before, in brackets ("(이전 추정치: 3분기 20%)").
_ASIDE = re.compile(r"\((?:이전|기존|종전|당초|직전|컨센서스|시장 ?(?:예상|전망|컨센서스))[^()]{0,60}\)")


def _is_aside(place: int, asides: list[tuple[int, int]]) -> bool:
    """Say whether a place lies in one of the brackets that only tell an earlier forecast."""
    return any(first <= place < last for first, last in asides)


_GLOSS = re.compile(r"\((?:即|又称|也称|简称|全称|指|是?一种)[^()]{0,120}\)")


def _outside_glosses(text: str, tokens: list[Token], start: int, end: int) -> list[Token]:
    """Leave out the words of a bracket that only explains a name ("NOR Flash(一种非易失闪存,用于各种电子设备)")."""
    spans = [match.span() for match in _GLOSS.finditer(text, start, end)]
    return [t for t in tokens if not any(first < t.start < last for first, last in spans)] if spans else tokens


def _drop_look_alikes(tokens: list[Token], original: str) -> list[Token]:
    """Leave out the English conjunction "nor": the product is written NOR."""
    return [t for t in tokens if not (t.text == "nor" and original[t.start : t.end] not in ("NOR", "ＮＯＲ"))]


_EXCEPTED_BEFORE = re.compile(
    r"(?:non[- ]|非|不含|不包括|不包含|excluding |exclude |加计|合并|计入|加上|包含|纳入|算上|factoring in |including |除|高频宽记忆体\()\s?$"
)
_INCLUDED = re.compile(
    r"\s?(?:合并|合计|加总)|\s?(?:も含|も込み|\)?을 포함|\)?를 포함|\)?を含|등을 포함|\)?을 제외|を除)"
)
_UNITS_BEFORE = frozenset("全一二三四五六七八九十0123456789首本上下当该今明去两半前每逐")


def _without_period(text: str, token: Token, matcher: Matcher) -> Token:
    """Give the unit back to a period that a word has swallowed: "第一季" and "涨幅", not "季涨幅"."""
    if (
        token.text[0] not in "季月年"
        or text[max(0, token.start - 1) : token.start] not in _UNITS_BEFORE
        or not token.start
    ):
        return token
    start = token.end - len(token.text[1:].removeprefix("度"))
    for end in range(token.end + 2, token.end - 1, -1):  # "半年涨势" holds 涨势, not 年涨
        sense = matcher.senses.get(text[start:end])
        if sense is not None:
            return Token(start, end, sense.cls, sense.value, sense.flags, text[start:end])
    return token


def _is_covered(word: PeriodWord, bases: list[Token]) -> bool:
    """Say whether a period's words are part of a basis word ("前四半期" of "前四半期比")."""
    return any(t.start <= word.start and word.end <= t.end + 1 for t in bases)


def _begins_period(text: str, token: Token) -> bool:
    """Say whether "较去年" is only the beginning of a month or a quarter that something is compared with ("较去年12月")."""
    is_year = token.cls == "basis" and token.text.endswith("去年")
    return is_year and bool(_PART_OF_YEAR.match(text, token.end))


def _is_inside_period(token: Token, periods: list[PeriodWord]) -> bool:
    """Say whether a word of the vocabulary is part of a period's words ("next" of "next quarter")."""
    if token.cls in ("product", "metric"):
        return False
    start, end = token.start, token.end
    return any(period.start <= start and end <= period.end for period in periods)


def _with_own_period(text: str, language: Language, amount: Amount, periods: list[PeriodWord]) -> Amount:
    """Return a Japanese size as told, and not as an old value, where a period of its own stands before it and the next after.

    "7〜9月期の5%高から10〜12月期は2%高へ" tells of both quarters.
    """
    if not amount.is_old or language != "ja":
        return amount
    is_dated = any(_OF_PERIOD.fullmatch(text, w.end, amount.start) for w in periods if w.end <= amount.start)
    is_next = any(_FROM_THERE.fullmatch(text, amount.end, w.start) for w in periods if w.start >= amount.end)
    return replace(amount, is_old=False) if is_dated and is_next else amount


def _is_inside_size(token: Token, worded: list[Amount]) -> bool:
    """Say whether a word is part of a size in words ("low" of "low single digits"); "doubled" stays a change too."""
    return any(a.start <= token.start and token.end <= a.end for a in worded)


def _overlaps_period(amount: Amount, periods: list[PeriodWord]) -> bool:
    """Say whether a size of change is part of a period's words."""
    return any(p.start < amount.end and amount.start < p.end for p in periods)


# --- products --------------------------------------------------------------------------------------------------------


def _find_entities(text: str, tokens: list[Token]) -> list[Entity]:
    """Return the products named, neighbouring words of one product merged, with the segments beside them."""
    merged: list[Entity] = []
    for index, token in enumerate(tokens):
        if (
            token.cls != "product"
            or _is_excepted(text, token)
            or _points_back(text, token)
            or _names_alien(text, tokens, index)
        ):
            continue
        entity = _entity_of(token)
        if merged:
            between = tokens[index - 1]
            joined = _merge_around(merged[-1], entity, between) or _merge(
                merged[-1],
                entity,
                text[merged[-1].end : entity.start],
                is_wide=not text[merged[-1].start].isascii(),
            )
            if joined is not None:
                merged[-1] = joined
                continue
        merged.append(entity)
    segments = [token for token in tokens if token.cls == "segment"]
    if not (segments or merged):
        return merged
    found = [replace(e, segments=e.segments or _segments_beside(text, e, segments)) for e in merged]
    kinds = {e.product for e in found}
    if "DRAM" in kinds and kinds <= {"DRAM", "HBM", "MEMORY"}:
        found = [replace(e, product="DRAM") if _is_neicun(text, e) else e for e in found]
    # "DRAM均价...,伺服器记忆体与利基型记忆体": beside DRAM, memory of a segment is DRAM.
    is_of_dram = bool(found) and found[0].product == "DRAM" and all(e.product in ("DRAM", "MEMORY") for e in found)
    # "PC内存", "手机内存": the memory of a segment, in this word, is DRAM, and so is what TrendForce calls by it.
    is_trendforce = any(t.cls == "agency" and t.text in _OF_DRAM for t in tokens)
    # The Chinese word for working memory is DRAM, unless memory at large is named by its own word beside it.
    is_plain = all(e.product != "MEMORY" or text.startswith("内存", e.start) for e in found)
    found = [
        replace(e, product="DRAM")
        if _is_neicun(text, e) and (e.segments or is_trendforce or (is_plain and text.startswith("内存", e.start)))
        else e
        for e in found
    ]
    found = [replace(e, product="DRAM") if is_of_dram and e.product == "MEMORY" and e.segments else e for e in found]
    return [replace(e, product="DRAM") if _is_beside_nand(text, e, found) else e for e in found]


def _is_beside_nand(text: str, entity: Entity, found: list[Entity]) -> bool:
    """Say whether Chinese memory is named side by side with SSDs or NAND ("内存和固态硬盘"), so that it is DRAM."""
    if entity.product != "MEMORY" or not text.startswith(("内存", "记忆体"), entity.start):
        return False
    nand = [e for e in found if e.product == "NAND"]
    return any(
        _SIDE_BY_SIDE.fullmatch(text, entity.end, e.start) or _SIDE_BY_SIDE.fullmatch(text, e.end, entity.start)
        for e in nand
    )


def _is_neicun(text: str, entity: Entity) -> bool:
    """Say whether memory at large is named by the Chinese word for working memory, or by 记忆体 of a kind of DRAM."""
    if entity.product != "MEMORY":
        return False
    return text.startswith("内存", entity.start) or bool(_DRAM_KIND.search(text, max(0, entity.start - 4), entity.end))


def _is_excepted(text: str, token: Token) -> bool:
    """Say whether a product is named as what is not meant ("non-HBM DRAM")."""
    before = text[max(0, token.start - 16) : token.start]
    return bool(_EXCEPTED_BEFORE.search(before) or (token.value.startswith("HBM") and _INCLUDED.match(text, token.end)))


def _points_back(text: str, token: Token) -> bool:
    """Say whether a Japanese word only points back to a product ("同メモリー") or is part of a name ("ABC・メモリー")."""
    return token.text.startswith("メモリ") and text.startswith(("同", "・"), token.start - 1)


def _names_alien(text: str, tokens: list[Token], index: int) -> bool:
    """Say whether a product only qualifies something else ("DDR5 SPD chips", "DRAM foundry price")."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return after is not None and after.cls == "alien" and text[tokens[index].end : after.start] in ("", " ")


def _entity_of(token: Token) -> Entity:
    """Return the entity of one product word; a pattern's match is itself the technology."""
    product, _, detail = token.value.partition(":")
    if detail and detail != "*":
        return Entity(product, None, (detail,), token.start, token.end)
    technology = _technology(token.text) if detail == "*" else None
    if product == "NAND" and token.text in ("slc", "mlc", "tlc", "qlc"):
        technology = token.text.upper()
    segments = ("server",) if token.text in ("essd", "essds", "rdimm", "rdimms") else ()
    return Entity(product, technology, segments, token.start, token.end)


def _technology(word: str) -> str | None:
    """Return the technology that a word names: "lpddr5x" is LPDDR5X, "d4" DDR4, "slc nand" SLC."""
    plain = re.sub(r"[\s\-]", "", word).upper()
    plain = re.sub(r"(NANDFLASH|NAND|闪存)$", "", plain)
    short = re.fullmatch(r"(LP|D)(\d)X?", plain)
    if short:
        return ("LPDDR" if short[1] == "LP" else "DDR") + plain[len(short[1]) :]
    return plain or None


def _merge_around(a: Entity, b: Entity, between: Token) -> Entity | None:
    """Return one product written round its segment ("DDR5服务器DRAM"), or None."""
    is_round = between.cls == "segment" and between.start - a.end <= 1 and b.start - between.end <= 1
    if not is_round or a.product != b.product or not a.technology or b.technology:
        return None
    return replace(a, segments=(between.value,), end=b.end)


def _merge(a: Entity, b: Entity, gap: str, *, is_wide: bool) -> Entity | None:
    """Return the two words as one product, or None where they are two; `is_wide` says that the first is no Latin word."""
    if len(gap) > 20:
        return None
    if a.product == "MEMORY" and b.product != "MEMORY":
        is_apposed = gap == " " and is_wide
        return replace(b) if (gap == "" or is_apposed or _GAP_OPEN.fullmatch(gap)) else None
    if _is_heading(a, b, gap):
        return replace(b, segments=b.segments or a.segments)
    if not _GAP_PLAIN.fullmatch(_SIZES.sub("", gap)):
        return None
    if b.product == "MEMORY" or (a.product == "NOR" and b.product == "NAND" and not b.technology):
        return (
            replace(a, end=b.end)
            if _SIZES.sub("", gap).strip() in ("", "-", "(") or gap.endswith(("规格", "容量"))
            else None
        )
    if a.product != b.product or (a.technology and b.technology and a.technology != b.technology):
        return None
    return replace(a, technology=a.technology or b.technology, segments=a.segments or b.segments, end=b.end)


def _is_heading(a: Entity, b: Entity, gap: str) -> bool:
    """Say whether the first of two words only heads what is told of its kind ("DRAM：DDR4现货价")."""
    return gap.strip() == ":" and a.product == b.product and a.technology is None and b.technology is not None


def _segments_beside(text: str, entity: Entity, segments: list[Token]) -> tuple[str, ...]:
    """Return the segments written directly before a product, or in brackets after it."""
    found: list[str] = []
    edge = entity.start
    for token in reversed([s for s in segments if s.end <= entity.start]):
        gap = text[token.end : edge]
        if not (_SEGMENT_GAP.fullmatch(gap) or (found and _SEGMENT_JOINT.fullmatch(gap))):
            break
        if token.value not in found:
            found.insert(0, token.value)
        edge = token.start
    if found:
        return tuple(found)
    inner = next((s for s in segments if s.start >= entity.end and text[entity.end : s.start].strip() == "("), None)
    return (inner.value,) if inner else ()


def _find_groups(text: str, tokens: list[Token], entities: list[Entity]) -> list[Group]:
    """Return the products in groups: those with nothing but "and", commas and price words between them."""
    groups: list[Group] = []
    for entity in entities:
        if groups and entity.product == "MEMORY" and _SUMS_UP.fullmatch(text, groups[-1].end, entity.start):
            groups[-1] = replace(groups[-1], end=entity.end)  # "DRAM、NANDなどのメモリー": the list says which
            continue
        if (
            not groups
            or _is_closed(text, groups[-1], entity)
            or not _are_joined(text, groups[-1].entities[-1], entity, tokens)
        ):
            groups.append(Group((entity,), entity.start, entity.end))
            continue
        last = groups[-1]
        before = last.entities[-1]
        shares = not entity.segments and before.segments and _shares_segment(text, before, entity)
        joined = replace(entity, segments=before.segments) if shares else entity
        groups[-1] = Group(_join_entities(text, last.entities, joined), last.start, entity.end)
    return groups


def _is_closed(text: str, group: Group, entity: Entity) -> bool:
    """Say whether a Chinese list has had its "and", so that a comma begins something new ("转往HBM与DDR5,DDR3趋紧")."""
    if len(group.entities) < 2 or not text[group.end : entity.start].lstrip(" )").startswith((",", "，")):
        return False
    return bool(_AND_ZH.search(text, group.entities[-2].end, group.entities[-1].start))


def _join_entities(text: str, before: tuple[Entity, ...], entity: Entity) -> tuple[Entity, ...]:
    """Add a product to a group; unspecified memory gives way to what it is made of ("memory, DRAM and NAND")."""
    last = before[-1]
    if last.product == "MEMORY" and entity.product != "MEMORY" and _gives_way_to(text[last.end : entity.start]):
        return (*before[:-1], entity)
    is_plain = last.product == entity.product and not (last.segments or last.technology)
    if is_plain and (entity.segments or entity.technology) and "(" not in text[last.end : entity.start]:
        # "D램은 서버용과 모바일용 모두": the parts say which of the product.
        return (
            (*before[:-1], entity)
            if text.startswith(("은", "는"), last.end) and not last.segments
            else (*before, entity)
        )
    return (*before, entity)


def _gives_way_to(gap: str) -> bool:
    """Say whether memory at large is named only to be narrowed down: "memory, DRAM", "메모리는 D램", "メモリー、DRAM"."""
    return bool(re.search(r"[,，(는은は:]|^、|の一つ", gap))


def _shares_segment(text: str, a: Entity, b: Entity) -> bool:
    """Say whether the segment before the first of two products holds for the second too."""
    return bool(re.fullmatch(r"\s*(?:[/、&]|和|与|及|and|및|와|과)\s*", text[a.end : b.start]))


def _are_joined(text: str, a: Entity, b: Entity, tokens: list[Token]) -> bool:
    """Say whether two products belong together: joints, segments and price words are all that lies between."""
    if b.start - a.end > 44:
        return False
    gap = _SIZES.sub("", text[a.end : b.start])
    if _JOINT.fullmatch(gap) or _JOINT_KIND.fullmatch(gap):
        return True
    if _JOINT_APART.fullmatch(gap) and _ENDS_LIST.match(text, b.end):
        return True
    pieces: list[str] = []
    edge = a.end
    for token in tokens:
        if token.start < a.end or token.end > b.start:
            continue
        is_light = token.cls in ("segment", "market") or (token.cls == "metric" and token.value in ("price", "supply"))
        if not is_light:
            return False
        pieces.append(text[edge : token.start])
        edge = token.end
    pieces.append(text[edge : b.start])
    return len(pieces) > 1 and all(_JOINT_STRICT.fullmatch(piece) or not piece.strip() for piece in pieces)


# --- clauses ---------------------------------------------------------------------------------------------------------


def _find_bounds(
    text: str, language: Language, span: tuple[int, int], tokens: list[Token], named: Sequence[Entity | Group]
) -> tuple[int, ...]:
    """Return the places where a new clause begins: at marks, and at the words that part clauses."""
    start, end = span
    places: set[int] = set()
    triggers = [t.start for t in tokens if t.cls in ("change", "event")]
    for match in _CLAUSE_MARKS.finditer(text, start, end):
        mark, at = match[0], match.start()
        if mark in ",，" and at + 1 < end and text[at + 1].isdigit() and at > start and text[at - 1].isdigit():
            continue
        if mark == "," and language == "en" and _is_hesitation(text, at, start):
            continue
        if mark == "," and language == "ko" and _lists_sizes(text, at, places, triggers):
            continue
        if mark == "、":
            since = max((p for p in places if p <= at), default=start)
            if not any(since <= t < at for t in triggers) and language != "ja":
                continue
            if language == "ja" and not any(since <= t < at for t in triggers) and not _has_size(text, since, at):
                continue
        places.add(match.end())
    places |= {
        t.start for t in tokens if t.cls == "break" and t.start > start and not _opens_hesitation(text, t, start)
    }
    if language == "ko":
        places |= {
            match.end() for match in _KO_JOINTS.finditer(text, start, end) if any(t <= match.start() for t in triggers)
        }
    if language == "zh" and text.find(" ", start, end) >= 0:
        places |= _find_headline_spaces(text, span, tokens)
    inner = sorted((e.start, e.end) for e in named)
    starts = [a for a, _ in inner]
    return tuple(p for p in sorted(places) if not _lies_inside(p, inner, starts))


def _opens_hesitation(text: str, token: Token, start: int) -> bool:
    """Say whether an English "as" only opens an aside in speech (", as we said,")."""
    is_aside = token.text == "as" and text.startswith(", ", max(start, token.start - 2))
    return is_aside and bool(_HESITATES.match(text, token.start - 1))


def _lists_sizes(text: str, at: int, places: set[int], triggers: list[int]) -> bool:
    """Say whether a Korean comma parts the sizes of two periods that share one verb behind them."""
    if text[at - 1] not in "%로씩" or not _KO_NEXT_SIZE.match(text, at):
        return False
    since = max((place for place in places if place <= at), default=0)
    return not any(since <= trigger < at for trigger in triggers)


def _is_hesitation(text: str, at: int, start: int) -> bool:
    """Say whether an English comma only sets off a word of hesitation in speech ("prices were, uh, flat")."""
    return bool(_HESITATES.match(text, at + 1) or _HESITATED.search(text, max(start, at - 64), at))


def _find_headline_spaces(text: str, span: tuple[int, int], tokens: list[Token]) -> set[int]:
    """Return the places after the spaces that part the halves of a Chinese headline ("现货价松动 DDR4周跌5%")."""
    ends = {t.end for t in tokens if t.cls in ("change", "event") and not t.flags & {"t", "o"}}
    products = {t.start for t in tokens if t.cls == "product"}
    return {
        match.end()
        for match in _HAN_SPACE.finditer(text, *span)
        if match["han"] is not None or (match.start() + 1 in ends and match.end() in products)
    }


def _has_size(text: str, first: int, last: int) -> bool:
    """Say whether a stretch holds a percentage or a tenth, so that the verb after it is shared."""
    return "%" in text[first:last] or "割" in text[first:last]


def _lies_inside(place: int, spans: list[tuple[int, int]], starts: list[int]) -> bool:
    """Say whether a place lies strictly inside one of the spans."""
    index = bisect_left(starts, place) - 1
    return index >= 0 and spans[index][0] < place < spans[index][1]
