"""Chinese prices that are only set beside another product's: "HBM4单价较HBM3E上涨五成", "DDR4比DDR5贵一倍"."""

from __future__ import annotations

import re

from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token

_THAN = re.compile(
    r"(?:比起?|较|相较(?:于|之下)?|相比)(?:同(?:级别?|容量|规格|等级?|频率|档次?|类)的?|普通|标准|传统|一般)?\s?$"
)
# What only a price beside another one is said to be.
_DEARER = re.compile(r"(?:还|更|要)?(?:贵|便宜)(?:了|出|上)?")
_BY = re.compile(
    r"\s?(?:上?(?:使用|采用|搭载|所用)|的)?(?:的)?(?:价格|报价|均价|单价|合约价|现货价|售价|产品|芯片|颗粒|同容量|同规格)?(?:还|更|要|则|约|整体|平均|普遍|整整|大幅|高出|贵出){0,2}\s?"
)
# "比NAND涨得多", "较NAND涨幅更大": both rose.
_ALSO_ROSE = re.compile(r"得|幅|势|速")


def is_dearer_than_other(layout: Layout, token: Token) -> bool:
    """Say whether a Chinese word of change tells by how much a product is dearer or cheaper than another one, no change in time."""
    is_dearer = _DEARER.fullmatch(token.text) is not None
    if len(layout.entities) < 2 or _ALSO_ROSE.match(layout.text, token.end) or token.text.endswith(("幅", "势")):
        return False
    if not any(0 <= a.start - token.end <= 3 for a in layout.amounts):
        return False
    first, _ = layout.clause_span(layout.clause(token.start))
    return any(
        entity.end <= token.start
        and _BY.fullmatch(layout.text, entity.end, token.start)
        and _THAN.search(layout.text, max(first, entity.start - 6), entity.start)
        and any((is_dearer or first <= other.start) and other.end < entity.start for other in layout.entities)
        for entity in layout.entities
    )
