"""Changes that are only said of someone: what suits and prosecutors allege, also where it is dismissed, and rumours without comment."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout

# What opens or accompanies an allegation, before the change in its sentence.
_BEFORE = {
    "en": re.compile(
        r"\b(?:accus\w+ (?:[a-z.,&'\-]+ ){1,9}?of|alleg(?:e|es|ed|ing) that|plaintiffs?|prosecutors?|indictment|class[ -]action|complaint alleges"
        r"|(?:conspir(?:e|es|ed|ing|acy)|collu(?:de|des|ded|ding|sion))(?: with (?:[a-z,&'\-]+ ){1,6}?| (?:illegally|secretly|jointly) | )to|price[ -]fixing)\b"
    ),
    "zh": re.compile(
        r"被(?:控|诉|指控)(?!股)|指控|控告|诉状|原告(?!诉)|检方|串谋|合谋|共谋(?!发展)|勾结|涉嫌(?:哄抬|$)|涉嫌(?:联手|联合|串通|操[纵控]|垄断|共同)"
    ),
    "ko": re.compile(
        r"담합(?:해|하여|하고|하면서|으로|을 통해)|공모(?:해|하여)\s|짬짜미|원고(?:는|들은|측은| 측은)|소장(?:은|에서|에 따르면)|검찰(?:은|이) "
    ),
    "ja": re.compile(
        r"共谋し|谈合[しでに]|结托し|申し合わせて|示し合わせて|カルテルを(?:结|组)|诉状(?:は|で|によ)|原告(?:は|侧は|らは)|検察(?:は|が)"
    ),
}
# What closes one, behind the verb of the change.
_AFTER = {
    "en": re.compile(r"(?!)"),
    "zh": re.compile(r"[^，,。;]{0,8}(?:的)(?:指控|罪名|控罪|嫌疑|诉讼)"),
    "ko": re.compile(r"[가-힣]{0,4}(?:는|한|인|린|은) (?:혐의|의혹|주장으로|이유로 (?:피소|기소|제소))"),
    "ja": re.compile(
        r"[^、。]{0,6}(?:疑い|容疑|嫌疑)(?:で|が|を|に)|[^、。]{0,4}と(?:する|して)?(?:集団)?(?:诉状|原告|検察|诉え|提诉)"
    ),
}


def is_alleged(layout: Layout, event: Event) -> bool:
    """Say whether a change is one that a suit or a prosecutor alleges ("被控串谋推高", "담합해 올렸다는 혐의")."""
    before = _BEFORE[layout.language].search(layout.text, layout.start, event.start)
    return before is not None or _AFTER[layout.language].match(layout.text, event.trigger.end) is not None


# A rumour that its maker does not comment on: a cheap sign, then what stands round the change.
_NO_COMMENT = {
    "en": re.compile(r"\b(?:(?:declin|refus)(?:e|es|ed|ing) to comment|(?:would|did|do|does|could) ?n[o']t comment|no comment)\b"),
    "zh": re.compile(r"(?:不|未|拒绝?|无法|不便)(?:便|予|作|做|愿|会|对此|加以|多作|多做)*(?:置评|评论|回应)"),
    "ko": re.compile(r"(?:언급|논평|답변|코멘트|확인)(?:을|은|도)? ?(?:거부|거절|피했|자제|삼갔|해 ?줄 수 없|할 수 없|하지 않)|노코멘트"),
    "ja": re.compile(r"(?:コメント|言及|回答)(?:を|は|も)?(?:控え|差し控え|避け|拒|しな|せず|できな)|ノーコメント"),
}  # fmt: skip
_RUMOUR_BEFORE = {
    "en": re.compile(r"\b(?:reports?|rumou?rs?|speculation|talk)\b(?: (?:that|of|about))?[^;.]*$"),
    "zh": re.compile(r"(?:针对|对于?|就|关于|被问[到及]?)[^。;]{0,10}?(?:传|报导|报道|消息)[^。;]{0,30}$"),
    "ko": re.compile(r"(?!)"),
    "ja": re.compile(r"(?!)"),
}
_RUMOUR_AFTER = {
    "en": re.compile(r"(?!)"),
    "zh": re.compile(r"[^，,。;]{0,6}(?:传闻|传言|一说|之说|消息|报导|报道)"),
    "ko": re.compile(r"[가-힣 ]{0,8}?(?:설|보도|소문|루머|관측|소식)(?:에 대해|에 대해서는|에 대한|에|과 관련)"),
    "ja": re.compile(r"[^。]{0,10}?(?:との|という|の)(?:一部)?(?:报道|うわさ|噂|観测|情报)(?:について|に対し|に関し|を巡り|に)"),
}  # fmt: skip


def is_left_uncommented(layout: Layout, event: Event) -> bool:
    """Say whether a change is only a rumour that someone does not comment on ("对于外传将涨价,公司不予评论")."""
    found = _NO_COMMENT[layout.language].search(layout.text, layout.start, layout.end)
    if found is None:
        return False
    is_before = _RUMOUR_BEFORE[layout.language].search(layout.text, layout.start, event.start) is not None
    if layout.language == "en":
        return is_before
    is_rumour = is_before or _RUMOUR_AFTER[layout.language].match(layout.text, event.trigger.end) is not None
    return is_rumour and event.trigger.end <= found.start()
