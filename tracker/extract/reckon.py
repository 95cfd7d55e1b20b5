"""The calendar periods of a change: its period words counted from the day, the years and the changes that stand round it.

On a page of May 2026 "fell in Q3" is of 2025 and "will fall in Q3" of 2026; "去年四季度涨10%,一季度续涨" goes on in 2026.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from tracker.extract.ahead import as_told_before, seeks_ahead
from tracker.extract.chinese.results import tells_profit, tells_results
from tracker.extract.chinese.years import find_year, year_of_heading
from tracker.extract.commitments import is_committed
from tracker.extract.draft import Draft, Setting
from tracker.extract.earlier import (
    a_year_before,
    find_later,
    is_of_before,
    names_no_year,
    put_before,
    tells_of_year_before,
)
from tracker.extract.english.dating import names_quarter
from tracker.extract.event import Event
from tracker.extract.korean.endings import is_plain_present
from tracker.extract.layout import Layout
from tracker.extract.marks import Mark, PeriodWord
from tracker.extract.news_days import heads_entry
from tracker.extract.resolve import Clock, count_on, reported_quarter, resolve
from tracker.quarter import period_bounds

# Prices agreed or told to customers, which may be those of the next quarter.
_SETTLED = re.compile(
    r"敲定|确定|谈妥|谈定|商定|签订|签署|通知|告知"
    r"|settled|finali[sz]ed|agreed|notified|informed|locked in"
    r"|확정|타결|통보|합의"
    r"|决着|妥结|合意"
)
_MONTHS_SETTLED_AHEAD = 2
# A year longer ago tells of something else ("连2003年就在卖的DDR2第二季合约价都涨").
_LONGEST_AGO = 8
# A rise that is told from a month on without a future is announced at most so many months ahead.
_MONTHS_ANNOUNCED_AHEAD = 3
_SINCE_MONTH = {
    "zh": re.compile(r"(?:上旬|中旬|下旬|[初中底末])?(?:起|开始|以来)"),
    "ko": re.compile(r" ?(?:초|중순|말)?부터"),
    "ja": re.compile(r"(?:上旬|中旬|下旬|初め|半ば|末)?から"),
}
_GOES_ON = re.compile(r"持续|一路|不断|连续|逐步|逐月|逐季|就已|便已|即已")
# A period with the words that tell it; None where it is unknown, or where no words tell it.
Told = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class _Aim:
    """Where the periods of one change are looked for: which way, near which year, and how far ahead what is past may be of."""

    looks_ahead: bool | None
    anchor: str | None
    reach: int


def find_periods(layout: Layout, draft: Draft, drafts: list[Draft], setting: Setting) -> list[Told]:
    """Return the periods of a change with their words; those of what it is only compared with lie before it."""
    found = _resolve_words(layout, as_told_before(layout, draft, drafts), setting)
    is_year_before = bool(found) and tells_of_year_before(layout, draft)
    if not is_year_before and not (found and names_no_year(draft) and is_of_before(layout, draft)):
        return found
    later = find_later(layout, draft, drafts)
    told = _resolve_words(layout, as_told_before(layout, later, drafts), setting) if later else []
    end = told[0][0] if told else None
    if is_year_before:
        return [(a_year_before(end), found[0][1])] if end else found
    return [(put_before(period, end), text) if period and end else (period, text) for period, text in found]


def own_date(text: str, layout: Layout, published_on: dt.date | None) -> dt.date | None:
    """Return the date that relative words of a sentence count from: its own full date if it gives one, else publication."""
    for word in layout.periods:
        mark = word.marks[0]
        is_full = mark.unit == "M" and mark.day and mark.year and mark.number
        is_from_then_on = text.startswith(("起", "开"), word.end)
        day = _date_of(mark) if is_full and not is_from_then_on else None
        if day is not None and (published_on is None or day <= published_on):
            return day
    return published_on


def _date_of(mark: Mark) -> dt.date | None:
    """Return the day of a full date, None where the calendar has none ("2月30日")."""
    try:
        return dt.date(mark.year or 0, mark.number or 0, mark.day or 0)
    except ValueError:
        return None


def _resolve_words(layout: Layout, draft: Draft, setting: Setting) -> list[Told]:
    """Return the calendar periods of period words with their words; unresolvable ones are left out."""
    if not draft.words:
        return []
    aim = _find_aim(layout, draft, setting)
    found: list[Told] = []
    last: Mark | None = None
    for word in draft.words:
        is_counted = bool(aim.anchor) and _is_in_the_year(word)
        for said in word.marks:
            mark = replace(said, year_step=None) if is_counted else said
            mark = count_on(last, found[-1][0], mark) if last is not None and found else mark
            last = mark
            period = _resolve_mark(layout, draft.event, word, mark, aim=aim, setting=setting)
            if period is None or _is_at_odds(layout, draft, word, period, setting.clock):
                continue
            if (period, word.text) not in found:
                found.append((period, word.text or None))
    return found


def _find_aim(layout: Layout, draft: Draft, setting: Setting) -> _Aim:
    """Return where the periods of a change are looked for."""
    clock = setting.clock
    year = find_year(layout, draft.words[0], clock.day, is_ahead=draft.manner.looks_ahead is True)
    if year is None and layout.language == "zh":
        year = year_of_heading(draft.words[0], setting.heading_period)
    looks_ahead = seeks_ahead(layout, draft)
    return _Aim(
        looks_ahead=looks_ahead,
        anchor=str(year) if year is not None else _find_anchor(layout, draft.words, clock),
        reach=_MONTHS_SETTLED_AHEAD if looks_ahead is False and _is_settled(layout, draft.event) else 0,
    )


def _resolve_mark(
    layout: Layout, event: Event, word: PeriodWord, mark: Mark, *, aim: _Aim, setting: Setting
) -> str | None:
    """Return the calendar period of one mark of a period word, None where it is unknown."""
    clock, is_open = setting.clock, aim.looks_ahead is None
    if setting.voice.is_transcript and names_quarter(layout, word):
        mark = replace(mark, unit="Q", number=((mark.number or 0) + 2) // 3, kind="calendar")
    is_reported = word.text == "当四半期" and setting.voice.is_transcript
    if (is_reported or tells_results(layout, word)) and not aim.looks_ahead and clock.day:
        return str(reported_quarter(clock))
    is_turn_of_year = word.text.startswith("年明け")
    is_begun = is_turn_of_year and is_open and _is_within_year(clock)
    is_begun = is_begun or (mark.day is not None and heads_entry(layout, word))
    is_since = (
        is_open
        and _runs_since(layout, event, word)
        and (mark.unit == "M" or _has_gone_on(layout, event, mark, word.end))
    )
    period = resolve(
        mark,
        clock,
        looks_ahead=False if is_begun or is_since else aim.looks_ahead,
        anchor=aim.anchor,
        reach=_MONTHS_ANNOUNCED_AHEAD if is_since and mark.unit == "M" else aim.reach,
    )
    return period[:4] if period is not None and is_turn_of_year else period


def _find_anchor(layout: Layout, words: tuple[PeriodWord, ...], clock: Clock) -> str | None:
    """Return the year written earlier in the sentence where it is far from the publication date, or that is unknown."""
    earlier = [w for w in layout.periods if w.start < words[0].start]
    if layout.language == "en" and _is_in_the_year(words[0]):
        years = [m.year for w in earlier for m in w.marks if m.year]
        return str(years[-1]) if years else None
    if any(m.year_step is not None or m.step is not None for w in (*earlier, *words) for m in w.marks):
        return None  # "2003年就在卖, 今年第二季涨了": what is told from the running year needs no other
    oldest = 0 if clock.day is None else clock.day.year - _LONGEST_AGO
    years = [m.year for w in earlier for m in w.marks if m.year and m.year > oldest]
    if layout.language == "zh" and years and layout.text.startswith(("回顾", "纵观"), layout.start):
        return str(years[-1])
    if layout.language == "en" and _is_later_in_year(earlier, words[0]):
        return str(earlier[-1].marks[-1].year)
    if not years or (clock.day is not None and abs(years[-1] - clock.day.year) <= 1):
        return None
    return str(years[-1])


def _is_later_in_year(earlier: list[PeriodWord], word: PeriodWord) -> bool:
    """Say whether a bare English quarter follows on an earlier one of a written year ("in the third quarter of 2027 and in the fourth")."""
    said, mark = (earlier[-1].marks[-1] if earlier else None), word.marks[0]
    is_bare = mark.unit == "Q" and mark.year is None and not mark.kind
    is_dated = said is not None and said.unit == "Q" and bool(said.year)
    return is_bare and is_dated and said is not None and (mark.number or 0) > (said.number or 9)


def _is_in_the_year(word: PeriodWord) -> bool:
    """Say whether an English period is told as part of "the year", which may be one named before ("second half of the year")."""
    return word.text.lower().endswith(" the year")


def _is_within_year(clock: Clock) -> bool:
    """Say whether a page is of January to October, when the turn of the year told without a future is the last one."""
    return clock.day is not None and clock.day.month <= 10


def _runs_since(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a change is told to run since a month ("自三月底起回升", "3월부터 오르고 있다"): one further off is over."""
    since = _SINCE_MONTH.get(layout.language)
    if since is None or since.match(layout.text, word.end) is None:
        return False
    return layout.language != "ko" or not is_plain_present(layout.text, event.trigger.end)


def _has_gone_on(layout: Layout, event: Event, mark: Mark, end: int) -> bool:
    """Say whether a Chinese change goes on since a quarter or a half ("自第三季起持续去化库存")."""
    return layout.language == "zh" and mark.unit in ("Q", "H") and bool(_GOES_ON.search(layout.text, end, event.end))


def _is_settled(layout: Layout, event: Event) -> bool:
    """Say whether what is told in the past may be of a period to come: sold out for it, or a price that is set for it."""
    if event.attribute == "price":
        return "t" in event.trigger.flags or bool(_SETTLED.search(layout.text, layout.start, layout.end))
    return is_committed(event)


def _is_at_odds(layout: Layout, draft: Draft, word: PeriodWord, period: str, clock: Clock) -> bool:
    """Say whether a period of another clause lies ahead of a fact ("NOR价格也有所上涨"), or behind what is yet to come."""
    first, last = layout.clause_span(layout.clause(draft.event.trigger.start))
    is_own = first <= word.start < last
    if is_own or clock.day is None or layout.language != "zh" or tells_profit(layout, word):
        return False
    begins, ends = period_bounds(period)
    if draft.manner.looks_ahead:
        return ends < clock.day
    is_done = draft.manner.looks_ahead is False or "已" in layout.text[first : draft.event.trigger.start]
    return is_done and begins > clock.day
