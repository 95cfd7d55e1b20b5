"""Names of products in a sentence: neighbouring words of one product merged, with technology and segments.

Refuses what only qualifies something else, and what is named as not meant.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.extract.entity import Entity
from tracker.extract.lexicon import Token

_GAP_PLAIN = re.compile(
    r"[\s(\-\"'」』]*(?:\d{1,4} ?[gmt]b?(?:it)?[\s\-]*|\d{1,3}gx\d{1,2}[\s\-]*)?(?:flash[\s\-]*)?(?:类|系列|的|规格|容量|向けの?|用の)?[\s(]*"
)
_GAP_OPEN = re.compile(
    r"\s*(?:芯片|半导体|产品|반도체)?\s*\(\s*|\s?(?:반도체)?(?:인|의 일종인)\s|\s*,\s*|\s*,?\s*(?:such as|including|called|namely|for|包括|如|中的?)\s*"
)
SIZES = re.compile(
    r"\d{1,4} ?(?:기가|메가|테라) ?(?:바이트|비트)(?:\([gmt]b?\))?|\d{1,4}[- ]?(?:tera|giga|mega)bits?|\d{1,4} ?[gmt]b(?:it)?|\d{1,3}gx\d{1,2}|\d{4}mt/s"
)
# "DDR4規格のメモリ", "DDR5対応メモリー": memory of a generation.
_OF_GENERATION = re.compile(r"(?:\([^()]{1,8}\))?(?:规格|世代|タイプ|方式|准拠|(?:规格)?に?対応)?の?")
_IN_BRACKET = re.compile(r"\s?\((?:(?:高端|主流|新一代)?[一-龥a-z]{1,3}(?:用|级|端)?)?")
_SEGMENT_GAP = re.compile(
    r"[\s\-]*(?:用|级|向け?|型|类|端|行业|厂商?|의|的(?:标准|通用|传统|主流|高端|先进|一般)?|용|の|市场|产品|应用|oem|grade|class|领域|级别|客户|모듈|用の)?[\s\-]*"
)
_SEGMENT_JOINT = re.compile(
    r"\s*(?:[,、/&]|and|(?:和|与|及)(?:通用|传统|一般)?|및|와|과|や|と|および|及び|ならびに|并びに|,\s*and)\s*"
)
_SIDE_BY_SIDE = re.compile(r"\s?(?:、|/|和|与|及|以及|跟|&|或)\s?(?:企业级|消费级)?\s?")
_BESIDE_SSD = re.compile(r"メモリー?(?:と|や|・|、|/|および|及び)(?:ストレージ\()?(?=ssd)")
_BEHIND_SSD = re.compile(r"ssd(?:と|や|・|、|/|および|及び)$")
_BESIDE_STORAGE = re.compile(r"内存(?:芯片)?\s?(?:、|/|和|与|及|以及|跟|&)\s?(?:存储|储存)")
_AFTER_STORAGE = re.compile(r"(?:存储|储存)(?:芯片)?\s?(?:、|/|和|与|及|以及|跟|&)\s?$")
_DRAM_KIND = re.compile(
    r"(?:pc用?|电脑|桌机|笔电用?|标准型|标准|一般型|利基型|利基|行动式|行动|手机|绘图用?|伺服器|服务器)记忆体"
)
# "16GB内存", "标准内存": working memory of a size or a standard is DRAM.
_WORKING = re.compile(r"(?:\d ?gb? ?|标准型?)内存")
_OF_DRAM = frozenset({"trendforce", "集邦", "集邦科技", "集邦咨询", "dramexchange"})
# Whose flash is NOR where it is called no more than that.
_OF_NOR = frozenset({"旺宏", "旺宏电子", "macronix", "吴敏求"})
_PLAIN_FLASH = frozenset({"flash", "闪存", "快闪记忆体"})
_EXCEPTED_BEFORE = re.compile(
    r"(?:non[- ]|非|不含|不包括|不包含|excluding |exclude |加计|合并|计入|加上|包含|纳入|算上|factoring in "
    r"|(?<!parts )(?<!parts, )(?<!components )(?<!components, )(?<!chips )(?<!chips, )(?<!semiconductors )(?<!materials )(?<!items )(?<!memory prices, )(?<!memory chip prices, )(?<!memory products, )including "
    r"|除|高频宽记忆体\()\s?$"
)
# "加上HBM后,整体合约价季增15%" counts a product in; "加上HBM需求大增" tells of it.
_ADDS = re.compile(r"(?:加计|合并|计入|加上|包含|纳入|算上)\s?$")
_TELLS_OF = re.compile(
    r"\)?\s?(?:的)?(?:市场|供应|供给|需求|库存|价格|报价|合约价|现货价|均价|产能|短缺|缺货|供不应求|供过于求|[上下涨跌降升])"
)
_HOLDS = re.compile(r"\((?:内|已|均)?含\s?$|dram\s?\((?:包括|涵盖)\s?$")  # "DRAM均价(含HBM)"
_INCLUDED = re.compile(
    r"\s?(?:合并|合计|加总)|\s?(?:も含|も込み|\)?을 포함|\)?를 포함|\)?を含|등을 포함|\)?을 제외|を除)"
)


def find_entities(text: str, tokens: list[Token]) -> list[Entity]:
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
            joined = _merge_around(text, merged[-1], entity, between) or _merge(
                merged[-1],
                entity,
                text[merged[-1].end : entity.start],
                is_wide=not text[merged[-1].start].isascii(),
            )
            if joined is not None:
                merged[-1] = joined
                continue
        merged.append(entity)
    merged = _with_second_generation(text, _without_glosses(text, merged))
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
    found = [
        replace(e, product="DRAM")
        if _is_neicun(text, e) and (e.segments or is_trendforce or _WORKING.search(text, max(0, e.start - 4), e.end))
        else e
        for e in found
    ]
    found = [replace(e, product="DRAM") if is_of_dram and e.product == "MEMORY" and e.segments else e for e in found]
    if any(t.cls == "maker" and t.text in _OF_NOR for t in tokens):
        found = [replace(e, product="NOR") if text[e.start : e.end] in _PLAIN_FLASH else e for e in found]
    return [replace(e, product="DRAM") if _is_beside_nand(text, e, found) else e for e in found]


def _without_glosses(text: str, found: list[Entity]) -> list[Entity]:
    """Return the products without Korean memory that brackets only explain one with ("D램(여러 기기에 쓰는 메모리)")."""
    kept: list[Entity] = []
    for entity in found:
        before = kept[-1] if kept else None
        is_gloss = (
            before is not None
            and entity.product == "MEMORY"
            and "가" <= text[entity.start] <= "힣"
            and text.startswith(("(", " ("), before.end)
            and ")" not in text[before.end : entity.start]
        )
        if not is_gloss:
            kept.append(entity)
    return kept


# "DDR3/4": the second of two generations is told by its number alone; "LPDDR4X/5X" is a kind that is traded as one.
_GENERATION = re.compile(r"ddr[2-5]")
_SECOND = re.compile(r"/(?P<n>[2-5])(?![\da-z%.]| ?(?:gb|tb|mb|gt|mt))")


def _with_second_generation(text: str, found: list[Entity]) -> list[Entity]:
    """Return the products with those that are named by the number of their generation behind a slash."""
    added: list[Entity] = []
    for entity in found:
        added.append(entity)
        name = text[entity.start : entity.end]
        second = _SECOND.match(text, entity.end) if _GENERATION.fullmatch(name) else None
        if second is not None and entity.technology:
            technology = f"DDR{second['n']}"
            added.append(replace(entity, technology=technology, start=second.start("n"), end=second.end()))
    return added


def _is_beside_nand(text: str, entity: Entity, found: list[Entity]) -> bool:
    """Say whether memory is set beside storage or NAND ("内存和固态硬盘", "存储和内存", "内存再涨一成,闪存持平", "メモリとSSD"), so that it is DRAM."""
    if entity.product == "MEMORY" and text.startswith("メモリ", entity.start):
        return bool(
            _BESIDE_SSD.match(text, entity.start) or _BEHIND_SSD.search(text, max(0, entity.start - 6), entity.start)
        )
    if entity.product != "MEMORY" or not text.startswith(("内存", "记忆体"), entity.start):
        return False
    if text.startswith("内存", entity.start) and (
        _BESIDE_STORAGE.match(text, entity.start) or _AFTER_STORAGE.search(text, max(0, entity.start - 8), entity.start)
    ):
        return True
    nand = [e for e in found if e.product == "NAND"]
    return any(
        _SIDE_BY_SIDE.fullmatch(text, entity.end, e.start) or _SIDE_BY_SIDE.fullmatch(text, e.end, entity.start)
        for e in nand
    ) or (text.startswith("内存", entity.start) and any(text.startswith("闪存", e.start) for e in nand))


def _is_neicun(text: str, entity: Entity) -> bool:
    """Say whether memory at large is named by the Chinese word for working memory, or by 记忆体 of a kind of DRAM."""
    if entity.product != "MEMORY":
        return False
    return text.startswith("内存", entity.start) or bool(_DRAM_KIND.search(text, max(0, entity.start - 4), entity.end))


def _is_excepted(text: str, token: Token) -> bool:
    """Say whether a product is named as what is not meant ("non-HBM DRAM")."""
    before = text[max(0, token.start - 28) : token.start]
    if _ADDS.search(before) and _TELLS_OF.match(text, token.end):
        return False
    if _EXCEPTED_BEFORE.search(before):
        return True
    return token.value.startswith("HBM") and bool(_INCLUDED.match(text, token.end) or _HOLDS.search(before))


# "・メモリ価格": the mark of an item.
_OPENS_ITEM = re.compile(r"(?:^|[\n。>])[\s　]*・$")


def _points_back(text: str, token: Token) -> bool:
    """Say whether a Japanese word only points back to a product ("同メモリー") or is part of a name ("ABC・メモリー")."""
    is_named = token.start > 0 and text.startswith(("同", "・"), token.start - 1)
    return is_named and token.text.startswith("メモリ") and not _OPENS_ITEM.search(text, 0, token.start)


def _names_alien(text: str, tokens: list[Token], index: int) -> bool:
    """Say whether a product only qualifies something else ("DDR5 SPD chips", "DRAM foundry price")."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return after is not None and after.cls == "alien" and text[tokens[index].end : after.start] in ("", " ")


# Words for a product of one segment.
_SEGMENTS_TOLD = {
    **dict.fromkeys(("essd", "essds", "rdimm", "rdimms"), ("server",)),
    **dict.fromkeys(("cssd", "cssds"), ("pc",)),
}


def _entity_of(token: Token) -> Entity:
    """Return the entity of one product word; a pattern's match is itself the technology."""
    product, _, detail = token.value.partition(":")
    if detail and detail != "*":
        return Entity(product, None, (detail,), token.start, token.end)
    technology = _technology(token.text) if detail == "*" else None
    if product == "NAND" and token.text in ("slc", "mlc", "tlc", "qlc"):
        technology = token.text.upper()
    return Entity(product, technology, _SEGMENTS_TOLD.get(token.text, ()), token.start, token.end)


# Packages of flash, as they are written.
_STACKED = {"EMMC": "eMMC", "EMCP": "eMCP", "UMCP": "uMCP"}


def _technology(word: str) -> str | None:
    """Return the technology that a word names: "lpddr5x" is LPDDR5X, "d4" DDR4, "slc nand" SLC."""
    plain = re.sub(r"[\s\-]", "", word).upper()
    plain = re.sub(r"(NANDFLASH|NAND|闪存)$", "", plain)
    short = re.fullmatch(r"(LP|D)(\d)X?", plain)
    if short:
        return ("LPDDR" if short[1] == "LP" else "DDR") + plain[len(short[1]) :]
    return _STACKED.get(plain, plain) or None


def _merge_around(text: str, a: Entity, b: Entity, between: Token) -> Entity | None:
    """Return one product written round its segment ("DDR5服务器DRAM", "DDR4手机内存"), or None."""
    is_round = between.cls == "segment" and between.start - a.end <= 1 and b.start - between.end <= 1
    is_same = a.product == b.product or (a.product == "DRAM" and _is_neicun(text, b))
    if not is_round or not is_same or not a.technology or b.technology:
        return None
    return replace(a, segments=(between.value,), end=b.end)


def _merge(a: Entity, b: Entity, gap: str, *, is_wide: bool) -> Entity | None:
    """Return the two words as one product, or None where they are two; `is_wide` says that the first is no Latin word."""
    if len(gap) > 20:
        return None
    if _IN_BRACKET.fullmatch(gap) and b.product in ("MEMORY", a.product) and not b.technology and a.technology:
        return a  # "LPDDR5X(手机内存)"
    if gap == ")" and a.technology and a.product == b.product and not b.technology:
        return replace(a, end=b.end)
    if a.product == "MEMORY" and b.product != "MEMORY":
        is_apposed = gap == " " and is_wide
        return replace(b) if (gap == "" or is_apposed or _GAP_OPEN.fullmatch(gap)) else None
    if _is_heading(a, b, gap):
        return replace(b, segments=b.segments or a.segments)
    if b.product == "MEMORY" and a.technology and _OF_GENERATION.fullmatch(gap):
        return replace(a, end=b.end)
    if not _GAP_PLAIN.fullmatch(SIZES.sub("", gap)):
        return None
    if b.product == "MEMORY" or (a.product == "NOR" and b.product == "NAND" and not b.technology):
        return (
            replace(a, end=b.end)
            if SIZES.sub("", gap).strip() in ("", "-", "(", "」") or gap.endswith(("规格", "容量"))
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
