"""Changes that are only held against someone: what suits, prosecutors and plaintiffs allege, also where it is dismissed."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout

# What opens or accompanies an allegation, before the change in its sentence.
_BEFORE = {
    "en": re.compile(
        r"\b(?:accus\w+ (?:[a-z,&'\-]+ ){1,9}?of|alleg(?:e|es|ed|ing) that|plaintiffs?|prosecutors?|indictment|class[ -]action|complaint alleges"
        r"|conspir(?:e|es|ed|ing|acy) to|collu(?:de|des|ded|ding|sion) to|price[ -]fixing)\b"
    ),
    "zh": re.compile(
        r"被(?:控|诉|指控)(?!股)|指控|控告|诉状|原告(?!诉)|检方|串谋|合谋|共谋(?!发展)|勾结|涉嫌(?:联手|联合|串通|操[纵控]|哄抬|垄断|共同)"
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
