"""What Korean endings say of the word that they stand behind: a cause, a condition, a fact, a forecast given up since.

Korean tells by the ending of a verb what English tells by a conjunction before it. Nothing here decides what is claimed.
"""

from __future__ import annotations

import re

from tracker.extract.patterns import one_of

_FIRST_SYLLABLE, _LAST_SYLLABLE, _FINALS = 0xAC00, 0xD7A3, 28
_N, _L = 4, 8
# After these a verb only goes on ("올라 있다", "늘어 왔다").
_GOES_ON = "왔|온 |있|오고|오며|가고|가며|간 |갈 |갔|든|들|났|나가|나갈|버|두|놓"

# "…한 여파로", "급증으로", "부족해지면서", "줄자", "늘어 ", "바닥 수준이라": what comes next is what it led to.
_CAUSE = re.compile(
    r"(?:과|와)? ?[가-힣]{0,8} ?(?:영향으로|여파로|탓에|탓으로|때문에|영향에|여파에|덕분에|덕에)"
    r"|(?:세|폭| 등| 현상| 사태| 압박| 심화)?(?:으로|로)(?: 인해| 인한|,)?\s"
    r"(?!전망|예상|예측|보[이인여]|이어|전환|돌아|추정|나타|수정|조정|바뀌|기울|접어|확대|집계|조사|파악|관측|내다|낮아|낮추|높아|높이|올라|올려|내려)"
    r"|(?:과|와|및) (?:[a-z0-9가-힣]{1,10} ){0,4}[가-힣]{1,6}(?:으로|로|에 따라|에 힘입어|때문에|탓에) (?!전망|예상|예측|보[이인여])"
    r"|(?:에 대한)? ?(?:기대감?|우려감?|소식)(?:에|으로|로|속에) "
    r"|(?:을|를) ?(?:이유로|감안|고려해|배경으로|반영해|빌미로|틈타|들어 )"
    r"|[가-힣]{0,3}고 있(?:어서?|기 때문에|는 만큼|는 데다|는 탓에)(?=[\s,])"
    r"| 효과(?:로|와|에|가|까지)|(?:세|폭)?(?:이|가)? ?(?:이어지|지속되|계속되|심화되|확산되|본격화되)(?:면서|자)|(?: 현상| 사태| 문제)?(?:이|가) (?:심화|장기화|지속|확산|본격화|누적)(?:돼|되어|하면서|되면서|되며)(?= )"
    r"|(?:을|를) ?(?:통보|단행|발표|예고|선언|추진)(?:하면서|하자|해 |한 데)"
    r"|(?:세|폭| 등)?(?:에 따라|에 따른|에 힘입어|에 대응)"
    r"|[가-힣]{0,4}(?:면서|여서|아서|어서|해서|돼서|워서)(?=[\s,])|(?:[가-힣]{0,3}(?:하|되|지|나|들|르|리))자(?=[\s,])"
    rf"|[가-힣 ]{{0,5}}(?:이|태|황)라(?:서)?(?=[\s,])|[가-힣]{{0,3}}(?:해|돼|져|워)(?:,| (?!{_GOES_ON}))"
)
_CAUSE_STEM = re.compile(rf"[어아해져려라] (?!{_GOES_ON})")
_PLAIN = re.compile(r"[가-힣]{0,2}다(?=[.,…\"”'\s]|$)")
_CONDITION = re.compile(
    r"[가-힣]{0,4}(?<![국측반장화])면(?=[\s,])|[가-힣]{0,4} 경우(?!의 수)(?=[\s,에])|[가-힣]{0,2}기 전(?=[에\s])"
    r"|(?: ?(?:수요|공급|가격))?(?:이|가) (?:[^\s,.]{1,6} ){0,2}?(?:재?확인|입증|현실화|가시화)(?:되면|될 경우)(?=[\s,])"
    r"|[가-힣]{0,3}(?:더라도|지라도)(?=[\s,])|(?:해|져|라|려|아|어|(?<=[해져라려아어]))도(?=[\s,])|[가-힣]{0,2}수록(?=[\s,])"
)
_FEARED = re.compile(
    one_of(
        # Feared or kept off: "공급 차질을 우려", "하락에 대한 불안감"
        r"(?:세|폭| 등| 가능성)?(?:을|를) ?(?:우려|경계|걱정|염려|대비|피하(?!기(?:는|도|가|란)? ?(?:어려|어렵|힘들|쉽지)|지 ?못)|막(?!지 ?못|기(?:는|도|가)? ?(?:어려|어렵|힘들))|방어하|방지하|저지하|차단하)",
        r"(?:세|폭| 등| 가능성)?에 대한 ?(?:경계|불안)(?:감|심|론)?",
        # Room or reason for it: "인상 여력", "인상의 명분"
        r"(?:을|를|의)? ?(?:여지|여력|명분|필요성|유인|빌미)",
        # Asked for, wished for, meant: "올려 달라", "오르기를 바라", "올리려고", "늘리기 위해"
        r"[가-힣]{0,2} ?달라|[가-힣]{0,2}기(?:를|만을?) (?:바라|바란|희망|원하|기다)",
        r"[가-힣]?려(?:고)? (?!한|하|했|해|는)|[가-힣]{0,2}기 위(?:해|한|하여)|(?:세|폭)?(?:을|를) ?위(?:해|한|하여)",
        # Only sought: "늘리는 방안을 찾고 있다"
        r"[가-힣]{0,3}(?:는|을|할|릴|일) (?:방안|방법|길|묘안)(?:을|를|도)? ?(?:[가-힣]{1,4} )?(?:모색|찾|고심|강구|고민|궁리|논의)",
        r"(?<=[려여해]) [^,.]{0,30}(?:방안|방법|길)(?:을|를|도)? ?(?:[가-힣]{1,4} )?(?:모색|찾|고심|강구|고민|궁리|논의)",
        # Open: "인상 여부", "반등 시점이 관건"
        r"(?:세|폭)? ?여부",
        r"(?:세|폭|화)? ?(?:시점|시기|여부|속도)(?:은|는|이|가|을|를)? ?[^.,]{0,20}(?:변수|관건|불투명|미지수|촉각|주목|관심|이목|시선)",
    )
)
_PUT_OFF = re.compile(
    r"(?:세|폭)?(?:이|가|은|는|도) ?(?:계속 |예상보다 |아직 |다소 |여전히 |매우 )?(?:지연|늦|더디|더딤|더뎌|느리|느린|불발|요원|무산|미뤄|미약|불투명)"
)
# "헐값이라더니", "오른다더니": what was said and came otherwise.
_BELIED = re.compile(r"(?:세)?[가-힣]{0,3}(?:라|다)더니")
# "오를까", "반등할까": asked, and not said.
_ASKED = re.compile(r"[가-힣]{0,2}(?<!니)까(?:요)?(?=[\s…?\"”’'.,]|$)")
_CONCERNS = re.compile(r"(?:과|와) ?관련(?:해|하여|한|된)|에 (?:대해|대한|관한) ?(?:질문|질의|물음)")
# "… 것으로 봤는데", "… 것으로 예상했지만": a forecast that the rest of the sentence takes back.
_ONCE = re.compile(
    r"[가-힣]{0,3} ?(?:것으로|것이라고?|거라고|으로|로)? ?(?:봤|보았|예상했|전망했|예측했|내다봤|관측했|추정했|제시했|예상됐|전망됐|점쳤)"
    r"(?:는데|으나|지만|다가|었)"
)
_TAKEN_BACK = re.compile(r"수정|조정|상향|하향|낮춰|낮췄|높여|높였|바꿨|변경|확대|더 |이번|뒤집")


def ends_in(text: str, place: int, final: int) -> bool:
    """Say whether the syllable before a place closes with a final consonant, given by its number among the finals."""
    code = ord(text[place - 1]) if place else 0
    return _FIRST_SYLLABLE <= code <= _LAST_SYLLABLE and (code - _FIRST_SYLLABLE) % _FINALS == final


def is_past_participle(text: str, place: int) -> bool:
    """Say whether a verb that ends at a place is told as done before a noun: "떨어진 ", "줄어든 ", "오른 "."""
    return ends_in(text, place, _N) and text[place : place + 1] == " "


def is_plain_present(text: str, place: int) -> bool:
    """Say whether a verb that ends at a place, or a syllable or two behind it, stands in the plain present ("늘린다")."""
    found = _PLAIN.match(text, place)
    return found is not None and ends_in(text, found.end() - 1, _N)


def is_to_come(text: str, place: int) -> bool:
    """Say whether the ending before a place tells what is to come: "될 듯", "오를 듯"."""
    return ends_in(text, place, _L)


def is_cause(text: str, place: int) -> bool:
    """Say whether a word that ends at a place is told as the cause of what follows ("급증으로", "부족해지면서")."""
    if _CAUSE.match(text, place) or text.endswith("면서", 0, place):
        return True
    return bool(place) and _CAUSE_STEM.match(text, place - 1) is not None


def is_condition(text: str, place: int) -> bool:
    """Say whether a word that ends at a place is only supposed ("오르면", "떨어질 경우")."""
    return _CONDITION.match(text, place) is not None


def is_only_named(text: str, place: int) -> bool:
    """Say whether a change is only feared, asked about or put off ("공급 차질을 우려한 고객", "회복이 지연되면서")."""
    return any(pattern.match(text, place) for pattern in (_FEARED, _BELIED, _ASKED, _CONCERNS, _PUT_OFF))


def is_taken_back(text: str, place: int, end: int) -> bool:
    """Say whether a forecast that ends at a place is one that the sentence goes on to revise ("10% 내릴 것으로 봤는데")."""
    once = _ONCE.match(text, place)
    return once is not None and _TAKEN_BACK.search(text, once.end(), end) is not None
