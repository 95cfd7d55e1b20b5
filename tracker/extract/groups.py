"""Products named together, such as "DRAM and NAND", that share what is said of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tracker.extract.chinese.turned_to import is_turned_to
from tracker.extract.entity import Entity
from tracker.extract.lexicon import Token
from tracker.extract.names import SIZES
from tracker.extract.patterns import one_of

# What joins two names of a list in one breath, with what may stand at either of them: "DRAM과 고용량 NAND", "DRAM以及NAND".
_JOINT = re.compile(
    r"[\s,、/&+()·ㆍ・\-:\"「」']*"
    + one_of(
        # English: "as well as", "both in", "non-"
        r"and|or|nor|both|as well as|plus|in|the|for|up|on|of|de|non|our|its|their",
        # Chinese: "以及", "部分", "现货"
        r"及|和|与|跟|以及|或|并|暨|还有|也|等|部分|方面|两者",
        r"的|之|产品|芯片|用|颗粒|市场|类|全线|现货|合约|渠道",
        # Korean: "과", "뿐 아니라", "를 비롯한"
        r"과|와|및|은|는|도|모두|향|용|양|뿐(?:만)? 아니라|[은는] 물론|(?:에 )?이어|[를을]? ?넘어|[를을] (?:비롯[한해]|포함[한해]|필두로 한)",
        # Japanese: "および", "だけでなく", "向け"
        r"や|と|および|及び|ならびに|并びに|も|だけでなく|のみならず|に加え(?:て)?|に続き|は|が|向け",
    )
    + r"?(?:\s*(?:in|the|for|of|both|our|its|their|on|other|legacy|older|conventional|standard|commodity|mainstream|고성능|고용량|고부가(?:가치)?|차세대|첨단|최신|범용|일반|泛用|主流|旧世代の?|従来型の?|一般的な|消费者向け|パソコンの|pcの)){0,2}"
    + r"[\s,、/&+()·ㆍ・\-:\"「」']*"
)
# "In DRAM and on the NAND side", told to the end of a clause.
_JOINT_APART = re.compile(
    r"(?: (?:side|markets?|products?|business|chips|space))?,? (?:and|or|as well as|along with|but)(?:,? (?:to (?:a|some) (?:[a-z]+ )?(?:extent|degree)|perhaps|certainly|obviously|also|even),?)*"
    r"(?: (?:on|in|for|across|with))?(?: (?:the|our|its|their))? "
)
# "HBM, high-capacity modules": what kind of a product, beside another.
_JOINT_KIND = re.compile(r",? (?:(?:and|or|as well as) )?(?:high|low|leading|next|large|ultra)-[a-z]+(?: [a-z]{2,9})? ")
# The same in Japanese ("HBMと高性能メモリ", "LPDDR、大容量DRAM").
_JOINT_KIND_JA = re.compile(
    r"\s?(?:、|と|や|・|および|及び|ならびに|并びに)\s?(?:[高大低][一-龥]{1,3}|先端|最先端|次世代|従来型|既存|一般的な|その他の?|他の)の?"
    r"|(?:と|や|・)ストレージ\("
)
# The same in Chinese ("DDR4、传统NAND", "HBM和通用DRAM").
_JOINT_KIND_ZH = re.compile(
    r"\s?(?:、|/|和|与|及|以及|跟|或|暨)\s?(?:部分|各类|其他|其它)?"
    r"(?:传统|通用|主流|普通|常规|标准|一般|[高低]端|中低端|中高端|[高低]阶|利基|成熟制程|成熟|先进制程|先进|旧制程|老旧|[大小]容量|中小容量|大宗|新一代|下一代|高性能|高密度)型?的?\s?"
)
# "Our NOR products and our NAND products": the same kind of goods twice.
_OF_GOODS = r" (?:product|chip|module|device|solution|component)s"
_JOINT_GOODS = re.compile(rf"{_OF_GOODS},? (?:and|or|as well as) (?:both )?(?:(?:our|its|their|the) )?")
_GOODS = re.compile(rf"{_OF_GOODS}\b")
# "Everything from DDR4 and DDR5 to flash drives": the ends of a range, of which all is told.
_FROM = re.compile(
    r"\b(?:everything|anything|ranging|spanning|range|all (?:products|memory|chips)),? from (?:[^,.;]{0,30} (?:and|or) )?(?:[a-z\-]+ )?$"
)
_TO = re.compile(r"(?: (?:memory|chips?|modules?|parts?|products?))? (?:all the way |right )?(?:up )?to (?:[a-z\-]+ )?")
# "缺货由DRAM蔓延至NAND": what spreads is at both ends.
_FROM_ZH = re.compile(r"(?:从|由|自)[^，,。;]{0,6}$")
_SPREADS_ZH = re.compile(
    r"(?:等)?(?:[^，,。;]{0,4}(?:产品|领域|市场|芯片))?(?:一路|逐步|逐渐|进一步|迅速|快速|持续|开始|全面|再|正)*"
    r"(?:外溢|溢出|蔓延|扩散|传导|传递|延伸|波及|扩大|延烧|扩展|漫延|外延)(?:至|到|向|了)+(?:[^，,。;\d]{0,6})"
)
_ENDS_LIST = re.compile(
    r"(?: (?:side|markets?|products?|business|chips|space))?(?:\s*[.,;:?!)]|\s*$| (?:too|as well|alike|both|right now|today|currently|here|now|sides?)\b)"
)
# Commas, brackets and dots between two names, and the joint alone, with no word beside it.
_DOTS = r"[\s,、/&+()·ㆍ・\"「」']*"
_JOINT_STRICT = re.compile(
    _DOTS
    + one_of(
        r"and|or|as well as",
        r"及|和|与|跟|以及|或|并|暨",
        r"과|와|및|뿐(?:만)? 아니라|[은는] 물론|(?:에 )?이어|[를을]? ?넘어|[를을] (?:비롯[한해]|포함[한해]|필두로 한)",
        r"や|と|および|及び|ならびに|并びに",
    )
    + r"?(?:\s*(?:in|the|for|of|both|고성능|고용량|차세대|범용))?"
    + _DOTS
)
# What a list is summed up by: "などの製品", "等高端产品", "와 같은 차세대", "까지 3대 주요".
_SUMS_UP = re.compile(
    r"[)）]?\s?"
    + one_of(
        r"などの?(?:[^、。はを()]{1,9}[なのいる])?|を含む|を(?:はじめ|始め)とする|を中心とした",
        r"等(?:高端|高阶|高价|先进|高性能|新型|各类)?的?",
        r"(?:과|와) 같은 (?:고성능 |첨단 |차세대 |고부가 )?|등의?|등 (?:주력 ?제품인|주요) ?",
        r"(?:, ?[가-힣]{2,8}(?:\([a-z]{2,5}\))?)?까지 (?:[1-9]대 )?(?:주요 |모든 |전체 )?",
    )
    + r"\s?"
)
# "D램과 낸드의 메모리 가격": a list of two or more, and what they are.
_ALL_ARE = re.compile(r"의 ?| 양대 ?")
# "DRAM(メインメモリ)やNAND", "DRAM(内存)和NAND(闪存)": what a product of a list is, in brackets.
_EXPLAINED = re.compile(
    r"^\([^()]{2,16}\)(?=(?:や|と|・|および|及び))|^\((?=[^()]*(?:メモリ|记忆|用\)))[^()\d%$]{2,24}\)(?=、)"
    r"|^\s?\([^()、,，;；/]{0,18}(?:存储器?|内存|闪存|记忆体)(?:芯片|颗粒|产品)?\)(?=\s?(?:[和与及跟、]|以及))"
)
_OF_KIND = re.compile(r"(?: (?!and |or )[a-z]+){1,3} (?:for|of|in|on)(?: (?:the|our|its|their|both))? ")
_AND_ZH = re.compile(r"[与和及跟暨]")


@dataclass(frozen=True, slots=True)
class Group:
    """Products that are named together ("DRAM and NAND") and share what is said of them."""

    entities: tuple[Entity, ...]
    start: int
    end: int


def find_groups(text: str, tokens: list[Token], entities: list[Entity]) -> list[Group]:
    """Return the products in groups: those with nothing but "and", commas and price words between them."""
    groups: list[Group] = []
    for entity in entities:
        if groups and _is_head_of(text, groups[-1], entity):
            groups[-1] = replace(groups[-1], end=entity.end)  # "DRAM、NANDなどのメモリー": the list says which
            continue
        if (
            not groups
            or _is_closed(text, groups[-1], entity)
            or is_turned_to(text, groups[-1].start, groups[-1].end, entity)
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


def _is_head_of(text: str, group: Group, entity: Entity) -> bool:
    """Say whether a word only sums up a list: memory at large, or what the last of them is ("SSD 등 낸드")."""
    is_wider = entity.product in ("MEMORY", group.entities[-1].product) and not entity.technology
    if not is_wider:
        return False
    if entity.product == "MEMORY" and len(group.entities) > 1 and _ALL_ARE.fullmatch(text, group.end, entity.start):
        return True
    return _SUMS_UP.fullmatch(text, group.end, entity.start) is not None


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
    narrows = last.product == entity.product and entity.technology and not last.technology
    if narrows and last.segments and text.startswith(("은 ", "는 "), last.end):
        return (*before[:-1], replace(entity, segments=entity.segments or last.segments))  # "서버용 D램은 DDR5가"
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
    """Say whether memory at large is named only to be narrowed down: "memory, DRAM", "memory prices for DDR4", "메모리는 D램"."""
    return bool(re.search(r"[,，(는은は:]|^、|の一つ", gap) or _OF_KIND.fullmatch(gap))


def _shares_segment(text: str, a: Entity, b: Entity) -> bool:
    """Say whether the segment before the first of two products holds for the second too."""
    return bool(re.fullmatch(r"\s*(?:[/、&]|和|与|及|and|및|와|과)\s*", text[a.end : b.start]))


def _are_joined(text: str, a: Entity, b: Entity, tokens: list[Token]) -> bool:
    """Say whether two products belong together: joints, segments and price words are all that lies between."""
    if b.start - a.end > 44:
        return False
    gap = _EXPLAINED.sub("", SIZES.sub("", text[a.end : b.start]))
    if gap == "は、" and a.product not in ("MEMORY", b.product):
        return False  # "NORは、DRAMやNAND以上に": a topic, and what it is held against
    if (
        _JOINT.fullmatch(gap)
        or _JOINT_KIND.fullmatch(gap)
        or _JOINT_KIND_JA.fullmatch(gap)
        or _JOINT_KIND_ZH.fullmatch(gap)
    ):
        return True
    is_range = _TO.fullmatch(gap) and _FROM.search(text, max(0, a.start - 60), a.start)
    is_range = is_range or (_SPREADS_ZH.fullmatch(gap) and _FROM_ZH.search(text, max(0, a.start - 8), a.start))
    if is_range or (_JOINT_APART.fullmatch(gap) and _ENDS_LIST.match(text, b.end)):
        return True
    if _JOINT_GOODS.fullmatch(gap) and _GOODS.match(text, b.end):
        return True
    pieces: list[str] = []
    edge = a.end
    for token in tokens:
        if token.start < a.end or token.end > b.start:
            continue
        is_light = token.cls in ("segment", "market") or (token.cls == "metric" and token.value in ("price", "supply"))
        is_light = is_light or (token.cls == "filler" and token.text.endswith("아니라"))  # "뿐만 아니라": not only
        if not is_light:
            return False
        if token.cls == "metric" and _heads_another(b, token, tokens):
            return False
        pieces.append(text[edge : token.start])
        edge = token.end
    pieces.append(text[edge : b.start])
    return len(pieces) > 1 and all(_JOINT_STRICT.fullmatch(piece) or not piece.strip() for piece in pieces)


def _heads_another(entity: Entity, metric: Token, tokens: list[Token]) -> bool:
    """Say whether a product of a list has a noun of its own that measures something else ("DRAM prices and NAND shortages")."""
    head = next((t for t in tokens if 0 <= t.start - entity.end <= 1 and t.cls in ("metric", "event")), None)
    return head is not None and head.value.partition(":")[0] != metric.value
