"""Sizes told beside what a change is measured by ("less than DRAM, which was up 30%"): they are that product's own."""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.extract.amount import Amount
from tracker.extract.draft import Draft, moves_price
from tracker.extract.groups import Group
from tracker.extract.layout import Layout

_SIGN = re.compile(
    r"than|lagg|trail|outpac|outstrip|exceed|surpass|behind|[小低大高少多]于|不及|不如|超过|逊于|落后|[比较]|보다|より|[上下]回"
)
_THAN_EN = re.compile(
    r"(?:\b(?:less|more|faster|slower|smaller|greater|bigger|larger|steeper|milder|lower|higher|sharper)(?: \w{2,9})? than|"
    r"\b(?:lagg(?:ed|ing)|lags?|trail(?:s|ed|ing)?|outpac(?:es?|ed|ing)|outstripp?(?:s|ed|ing)?|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|fell short of)(?: behind)?)"
    r" (?:that of |those of |in |for |of |the )*$"
)
_TO_SIZE_EN = re.compile(
    r"(?:'s?)?(?: (?:prices?|contract|spot|flash))*(?:,? ?(?:which|that|whose prices)? ?(?:was|were|is|are|rose|fell"
    r"|gained|climbed|dropped|jumped|increased|declined|went|had risen|had fallen)?(?: up| down)?(?: by)?(?: about"
    r"| around| an?)? ?| ?\(| ?(?:at|of|with) (?:an? |about )?)"
)
_GAIN_OF_EN = re.compile(
    r" (?:gains?|rises?|increases?|jumps?|hikes?|advances?|growth|surges?|falls?|drops?|declines?|decreases?)(?: seen| recorded)? (?:in|of|for|by) (?:the )?"
)
_THAN_ZH = re.compile(r"(?:[小低大高少多]于|不及|不如|超过|逊于|落后于?)(?:了)?\s?(?:同期)?$")
_TO_SIZE_ZH = re.compile(r"(?:合约价?|现货价?|价格|产品|flash)?(?:的|涨幅|跌幅|上涨|下跌|[涨跌])*(?:约|为)?\s?[(]?\s?")
_BI_ZH = re.compile(r"(?:比|较|比起|相较)\s?$")
_MORE_ZH = re.compile(r"\s?[)]?(?:的)?(?:涨幅|跌幅)?(?:来得|还|更|要|为|略|稍)*(?:[小低大高少多慢快]|温和)")
_TO_SIZE_KO = re.compile(r"(?:의|이|가|은|는)?(?: ?(?:가격|상승[폭률]|하락[폭률]|인상[폭률]))?(?:의|인)? ?\(?")
_THAN_KO = re.compile(r"(?:의)? ?(?:상승[폭률]?|하락[폭률]?|인상[폭률]?)?\)?(?:의 (?:상승[폭률]|하락[폭률]))?보다")
_TO_SIZE_JA = re.compile(r"(?:の|は|が)?(?:価格|上升率|上げ幅|下落率)?(?:の)?\(?")
_THAN_JA = re.compile(r"\)?(?:の?(?:上升率?|下落率?|上げ幅|下げ幅|上げ|下げ))?(?:よりも?|を[上下]回)")

Comparand = tuple[Group, Amount]


def find_comparands(layout: Layout) -> list[Comparand]:
    """Return the products that a change is measured by, each with the size told beside it."""
    if len(layout.groups) < 2 or not layout.amounts or not _SIGN.search(layout.text, layout.start, layout.end):
        return []
    return [(g, a) for g in layout.groups for a in layout.amounts if _is_measure(layout, g, a)]


def _is_measure(layout: Layout, group: Group, amount: Amount) -> bool:
    """Say whether a size is told as that of a product which another's change is more or less than."""
    if group.start - 60 > amount.end or amount.start > group.end + 40:
        return False
    if layout.language == "en":
        return _is_measure_en(layout, group, amount)
    if layout.language == "zh":
        return _is_measure_zh(layout, group, amount)
    to_size, than = (_TO_SIZE_KO, _THAN_KO) if layout.language == "ko" else (_TO_SIZE_JA, _THAN_JA)
    if amount.start < group.end or not to_size.fullmatch(layout.text, group.end, amount.start):
        return False
    return bool(than.match(layout.text, amount.end))


def _is_measure_en(layout: Layout, group: Group, amount: Amount) -> bool:
    """Say whether an English size is told of a product after "than" or a verb that compares, before it or behind."""
    first, text = min(group.start, amount.start), layout.text
    if not _THAN_EN.search(text[max(layout.start, first - 40) : first]):
        return False
    if amount.end <= group.start:
        return bool(_GAIN_OF_EN.fullmatch(text, amount.end, group.start))
    return bool(_TO_SIZE_EN.fullmatch(text, group.end, amount.start))


def _is_measure_zh(layout: Layout, group: Group, amount: Amount) -> bool:
    """Say whether a Chinese size is told of a product after "less than" or between "than" and "less"."""
    text = layout.text
    if amount.start < group.end or not _TO_SIZE_ZH.fullmatch(text, group.end, amount.start):
        return False
    before = text[max(layout.start, group.start - 8) : group.start]
    return bool(_THAN_ZH.search(before)) or bool(_BI_ZH.search(before) and _MORE_ZH.match(text, amount.end))


def add_comparands(drafts: list[Draft], comparands: list[Comparand]) -> list[Draft]:
    """Return the changes with those of what they are measured by, which go the same way by sizes of their own."""
    for group, amount in comparands:
        model = next((d for d in drafts if moves_price(d) and d.entities[0].start != group.start), None)
        own = [d for d in drafts if moves_price(d) and any(e.start == group.start for e in d.entities)]
        if own:
            drafts = [replace(d, amounts=(amount,)) if d is own[0] and not d.amounts else d for d in drafts]
        elif model is not None:
            told = replace(amount, is_old=False)
            drafts = [*drafts, replace(model, entities=group.entities, amounts=(told,), how="measure")]
    return drafts
