"""Japanese changes that are told only as the cause of another, and nouns that a change describes."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token

JA_CAUSE = re.compile(
    r"(?:により|によって|に伴い|に伴って|を受け|を背景に|のため|ことから|ことで|ため|ので|から、)(?!る)"
)
_JA_THEREBY = re.compile(r"(?:増|减|大|复|迷|足|剰|产|整|迫|退|振)(?:加|少)?で")
# A verb that makes of a noun of change what describes the next noun ("下落が続いたNAND価格", "上昇の一途をたどるDRAM").
JA_RELATIVE = re.compile(
    r"(?:[がの](?:続(?:く|いた|いている|いてきた|いていた)|止まらな(?:い|かった)|目立(?:つ|った)|著し(?:い|かった)|激し(?:い|かった))"
    r"|を(?:続け|たど|辿)(?:る|た|った|ている|っている|てきた|ってきた|ていた|っていた))(?![、。])"
)
# "逼迫とされるLPDDR5の価格は": what a product is known as, told of no time.
IS_CALLED = re.compile(
    r"(?:し(?:て)?いる)?(?:と|だと)(?:される|されている|言われる|言われている|いわれる|みられる)(?=[a-zァ-ヶー一-龥])"
)
# What follows a Japanese supply or demand that is told as a cause ("供給過剰感が強く、", "減産により").
_JA_IS_CAUSE = re.compile(
    r"[^、。,「」]{0,14}?(?:により|によって|のため|ため|ことから|ことで|を受け|を背景に|に伴い|に伴って|ので|影响で)[、,]?"
    r"|の[^、。,の]{1,6}で[、,]|(?:感|化|倾向)?(?:が(?:强く|强まり|続き|続いて|进み|进んで|広がり))?(?:で|から|、|,)"
)
# Nouns of Japanese price reports that tell of prices alone ("15%の下げ", "2割高となった").
PRICED_JA = re.compile(r"(?:下げ|上げ)[一-鿿ぁ-ん]{0,6}|(?:高|安)(?:となっ|と|で|だっ|だ|に)?")
FINAL_PRICE_ONLY = re.compile(
    r"보합|오르|오른|오를|올랐|올라|뛰|뛸|급등|폭등|하락|급락|폭락|인상|인하|치솟|반등|上が|上升|下落|下が|高腾|急腾|急落|反発|値"
)


def match_cause(layout: Layout, event: Event) -> int | None:
    """Return where a Japanese change that is told as a cause ends with its word of cause; None where it is none."""
    found = _JA_IS_CAUSE.match(layout.text, event.trigger.end, layout.end) if layout.language == "ja" else None
    return found.end() if found else None


def is_of_cause_ja(layout: Layout, token: Token, other: Token) -> bool:
    """Say whether Japanese exports or sales are only the cause of what a price did ("価格は、輸出規制を受けて上昇した")."""
    if other.cls == "metric" and other.value in ("demand", "supply", "inventory"):
        is_priced = bool(FINAL_PRICE_ONLY.match(token.text) or PRICED_JA.fullmatch(token.text))
        if is_priced and layout.clause(other.start) != layout.clause(token.start):
            return True
        return is_priced and bool(_JA_THEREBY.search(layout.text, other.end, token.start))
    if other.value != "other" or not JA_CAUSE.search(layout.text, other.end, token.start):
        return False
    told = layout.between(layout.start, other.start, "metric", "market")
    return any(
        ((t.value == "price" or "price" in t.flags) and layout.text.startswith("は", t.end))
        or (t.value in ("demand", "supply", "inventory") and layout.text.startswith(("が、", "は、", "も、"), t.end))
        for t in told
    )
