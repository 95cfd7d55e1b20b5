"""Korean sizes told for a second period without a verb of their own: "올해는 20% 오르고 내년은 9%로 예상된다"."""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.extract.draft import Draft
from tracker.extract.layout import Layout

_SAID_OF = re.compile(r"(?:에?[는은]|엔|에|도|에도)? ?(?:약 |최대 |추가로 |다시 )?")
_CLOSES = re.compile(
    r"(?:대|가량|정도|안팎|수준|선)?(?:로|으로|[이]?라고|[을를] ?(?:제시|전망|예상))|(?:대|가량|정도|안팎|수준)?(?:이다|일 것|에 (?:그|이)|[,.)\"”'’]|$)"
)
_BREAKS = ("change", "event", "metric", "alien", "product", "maker", "market")


def fill_periods(layout: Layout, drafts: list[Draft], taken: set[int]) -> list[Draft]:
    """Return the changes whose size is told for another period behind the one that has the verb."""
    if layout.language != "ko" or len(layout.periods) < 2 or len(layout.amounts) < 2:
        return []
    added: list[Draft] = []
    for amount in layout.amounts:
        if amount.start in taken or amount.is_old:
            continue
        word = next((w for w in layout.periods if _SAID_OF.fullmatch(layout.text, w.end, amount.start)), None)
        model = _model(layout, [*drafts, *added], amount.start)
        if word is None or word.is_comparison or model is None or not _CLOSES.match(layout.text, amount.end):
            continue
        taken.add(amount.start)
        added.append(replace(model, words=(word,), amounts=(amount,), how="gapped"))
    return added


# "2분기(20%)보다 상승폭이 둔화": a size in brackets is that of the period which a change is compared with.
_COMPARED = re.compile(r"\)(?:에)?(?:보다|에 비해|[과와] 비교)")


def date_compared(layout: Layout, draft: Draft) -> Draft:
    """Return a Korean change whose size stands in brackets behind a period that is compared with as one of that period."""
    if layout.language != "ko" or len(draft.amounts) != 1:
        return draft
    amount = draft.amounts[0]
    word = next((w for w in layout.periods if w.is_comparison and w.end + 1 == amount.start), None)
    if word is None or layout.text[word.end] != "(" or not _COMPARED.match(layout.text, amount.end):
        return draft
    return replace(draft, words=(replace(word, is_comparison=False),), how="compared")


def _model(layout: Layout, drafts: list[Draft], place: int) -> Draft | None:
    """Return the sized change that stands last before a place, where nothing else is told in between."""
    before = [d for d in drafts if d.amounts and d.amounts[-1].end <= place and d.event.direction in ("up", "down")]
    model = max(before, key=lambda d: d.amounts[-1].start, default=None)
    if model is None or layout.between(max(model.amounts[-1].end, model.event.end), place, *_BREAKS):
        return None
    return model
