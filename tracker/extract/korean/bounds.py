"""Korean endings that part clauses, and commas that part none: those between the sizes of one verb."""

from __future__ import annotations

import re

JOINTS = re.compile(
    r"(?<=[가-힣])(?:며|지만|음에도(?: 불구하고)?|으나|는데|다가|데다|데 이어|면서|(?<![재최창광경사권참])고) (?!있|나서)|(?<=[급등락승증])해 (?!왔|온|있|오고|갈|나)"
    r"|[\"”’'](?:이?라?며|이?라?면서|이?라?고|고)[\s,]|(?:(?<=[%↑↓])|(?<=상승)|(?<=하락)|(?<=인상)|(?<=급등)|(?<=급락))[·ㆍ](?=d|낸드|n|hbm|ssd)"
)
# "올해 40%, 내년에는 10% 오를": the next period's size, before the verb that both share.
_NEXT_SIZE = re.compile(
    r", ?(?:(?:올해|내년|지난해|작년|\d{2,4}년) ?)?(?:[1-4] ?분기|[상하]반기|\d{1,2}월|올해|내년|지난해|작년|내후년|20\d\d년)(?:에?[는은]|엔|에)? ?(?:약 |최대 |추가로 )?\d[\d.~\-]* ?(?:%|퍼센트|배)"
)


def lists_sizes(text: str, at: int, places: set[int], triggers: list[int]) -> bool:
    """Say whether a Korean comma parts the sizes of two periods that share one verb behind them."""
    if text[at - 1] not in "%로씩" or not _NEXT_SIZE.match(text, at):
        return False
    since = max((place for place in places if place <= at), default=0)
    return not any(since <= trigger < at for trigger in triggers)
