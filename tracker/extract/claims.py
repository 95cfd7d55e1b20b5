"""One change with all that belongs to it, spread into claims: products times periods times sizes, with stance and quote."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import cast

from tracker.extract.amount import Amount
from tracker.extract.attach import basis_after, basis_before, bind_basis, bind_region
from tracker.extract.chinese.hypotheses import was_expected
from tracker.extract.chinese.results import tells_profit, tells_results
from tracker.extract.chinese.years import find_year
from tracker.extract.draft import Draft, Setting
from tracker.extract.earlier import (
    a_year_before,
    as_past,
    find_later,
    is_of_before,
    names_no_year,
    put_before,
    tells_of_year_before,
)
from tracker.extract.entity import Entity
from tracker.extract.event import Event
from tracker.extract.korean.endings import is_plain_present
from tracker.extract.layout import Layout
from tracker.extract.marks import Mark, PeriodWord
from tracker.extract.neighbours import find_market, find_neighbour_basis
from tracker.extract.news_days import heads_entry
from tracker.extract.pairing import pair
from tracker.extract.resolve import Clock, count_on, reported_quarter, resolve
from tracker.extract.segments import find_segments
from tracker.extract.speakers import is_asker, judge_speaker
from tracker.extract.undated import find_default_period
from tracker.quarter import period_bounds
from tracker.statement import Basis, Certainty, Claim, Market, Product, Speaker

_PAST_ZH = re.compile(r"了|已|已经|达(?!到)|数据显示")

COMMITTED = re.compile(
    r"sold out|sells out|sell out|fully booked|booked out|booked up|fully allocated|fully committed|fully contracted|spoken for|been (?:fully |completely )?(?:allocated|sold)|售罄|售完|卖完|卖光|包销|包揽|订满|订光|订完|订走|定光|定满|被预定|被锁定|排到|排至|抢订|售出|一空|瓜分|売り切れ|全量|埋ま|sold (?:its|their|all|the) |fully loaded|预订|完판|완판|매진|솔드|끝[났냈]|완료|마무리|마[쳤친]|동[났나]|完売|already|已|판매|팔[렸린]|예약|선주문|소진|판매|팔[렸린]|예약|선주문|소진|할당|배정"
    r"|売约|合意|予约|契约済|成约|満杯"
)


# Prices agreed or told to customers, which may be those of the next quarter.
_SETTLED = re.compile(
    r"敲定|确定|谈妥|谈定|商定|签订|签署|通知|告知|settled|finali[sz]ed|agreed|notified|informed|locked in|확정|타결|통보|합의|决着|妥结|合意"
)
MONTHS_SETTLED_AHEAD = 2
_PAST_EN = re.compile(r"\b(?:rose|fell|increased|decreased|declined|jumped|surged|climbed|dropped|was|were|had)\b")


# "Demand is increasing in the second half": the half that runs or comes next.
_IS_UNDER_WAY = re.compile(r"\b(?:is|are|'re|see|sees|seeing) (?:[a-z]+ ){0,5}[a-z]{3,}ing$")


_PAST_FINAL = re.compile(r"した|ました|だった|なった|(?:았|었|했|됐|였|랐|렸|졌|쳤|섰)(?:다|고|으며|지만|으나|습니다)")


# A year longer ago tells of something else ("连2003年就在卖的DDR2第二季合约价都涨").
LONGEST_AGO = 8
# A rise that is told from a month on without a future is announced at most so many months ahead.
MONTHS_ANNOUNCED_AHEAD = 3
_SINCE_MONTH = {
    "zh": re.compile(r"(?:上旬|中旬|下旬|[初中底末])?(?:起|开始|以来)"),
    "ko": re.compile(r" ?(?:초|중순|말)?부터"),
    "ja": re.compile(r"(?:上旬|中旬|下旬|初め|半ば|末)?から"),
}


def spread(layout: Layout, original: str, draft: Draft, drafts: list[Draft], setting: Setting) -> list[Claim]:
    """Return the claims of one change: one for each product, segment, period and size."""
    draft = as_past(draft) if draft.words and is_of_before(layout, draft) else draft
    periods = _find_periods(layout, draft, drafts, setting) or [find_default_period(layout, draft, setting)]
    stated = _state(layout, draft, drafts, setting)
    own_segments = find_segments(layout, draft.event)
    return [
        _claim_of(
            layout, original, draft, stated, setting, entity=entity, segment=segment, amount=amount, period=period
        )
        for period, pairs in zip(periods, pair(layout, draft, len(periods)), strict=True)
        for entity, amount in pairs
        for segment in _segments_for(draft, entity, own_segments)
    ]


def _find_periods(
    layout: Layout, draft: Draft, drafts: list[Draft], setting: Setting
) -> list[tuple[str | None, str | None]]:
    """Return the periods of a change with their words; those of what it is only compared with lie before it."""
    found = _resolve_words(layout, _as_told_before(layout, draft, drafts), setting)
    is_year_before = bool(found) and tells_of_year_before(layout, draft)
    if not is_year_before and not (found and names_no_year(draft) and is_of_before(layout, draft)):
        return found
    later = find_later(layout, draft, drafts)
    told = _resolve_words(layout, _as_told_before(layout, later, drafts), setting) if later else []
    end = told[0][0] if told else None
    if is_year_before:
        return [(a_year_before(end), found[0][1])] if end else found
    return [(put_before(period, end), text) if period and end else (period, text) for period, text in found]


def _segments_for(draft: Draft, entity: Entity, own: tuple[str | None, ...]) -> tuple[str | None, ...]:
    """Return the segments of a product in a change: those named with it, but the clause's own over an earlier clause's."""
    goes_on = draft.event.attribute == "price" and draft.event.rule == "shared subject"
    is_from_before = draft.how == "sentence" or (goes_on and entity.end <= draft.event.trigger.start)
    return own if is_from_before and own != (None,) else entity.segments or own


@dataclass(frozen=True, slots=True)
class _Stated:
    """What all claims of one change share: who says it, how surely, in which market, and the basis that it goes on from."""

    speaker: Speaker
    said_by: str | None
    certainty: Certainty
    market: Market | None
    inherited_basis: Basis | None
    start: int
    end: int


def _state(layout: Layout, draft: Draft, drafts: list[Draft], setting: Setting) -> _Stated:
    """Return what the claims of one change share."""
    asker = is_asker(layout, setting.voice) or draft.manner.in_question
    heard = judge_speaker(layout, draft.event.trigger.start, setting.voice, setting.carried_speaker)
    hedged: Certainty = "hedged" if draft.manner.is_hedged or (asker and not draft.manner.in_question) else "asserted"
    start, end = _quote_span(layout, draft)
    return _Stated(
        speaker="third_party" if asker and not heard.is_named else heard.speaker,
        said_by=heard.said_by,
        certainty="negated" if draft.manner.is_negated else hedged,
        market=find_market(layout, draft, drafts),
        inherited_basis=find_neighbour_basis(layout, draft, drafts),
        start=start,
        end=end,
    )


def _claim_of(
    layout: Layout,
    original: str,
    draft: Draft,
    stated: _Stated,
    setting: Setting,
    *,
    entity: Entity,
    segment: str | None,
    amount: Amount | None,
    period: tuple[str | None, str | None],
) -> Claim:
    """Return one claim of a change."""
    event = draft.event
    has_size = amount is not None and (amount.kind == "percent" or (layout.language == "en" and amount.kind == "word"))
    basis = (
        basis_before(layout, amount)
        or basis_after(layout, amount)
        or bind_basis(layout, event, period[0], has_size=has_size, reach=_reach_of(layout, amount))
    )
    return Claim(
        product=cast(Product, entity.product),
        technology=entity.technology,
        segment=segment,
        attribute=event.attribute,
        direction=event.direction,
        period=period[0],
        period_text=period[1],
        low_pct=amount.low if amount else None,
        high_pct=amount.high if amount else None,
        basis=basis or stated.inherited_basis,
        stance="guidance"
        if _is_guidance(layout, draft, setting, market=stated.market, period=period[0], amount=amount)
        else "actual",
        speaker=stated.speaker,
        certainty=stated.certainty,
        region=bind_region(layout, event),
        market=stated.market,
        quote=original[stated.start : stated.end],
        start=stated.start,
        end=stated.end,
        said_by=stated.said_by,
        rule=f"{event.rule}; product {draft.how}; period {_period_how(layout, draft)}",
    )


def _as_told_before(layout: Layout, draft: Draft, drafts: list[Draft]) -> Draft:
    """Return a Chinese change as lying ahead where another of the same period does ("下半年恐收敛,甚至反转下跌")."""
    is_open = layout.language == "zh" and bool(draft.words) and draft.manner.looks_ahead is None
    if not is_open or not any(d.manner.looks_ahead and draft.words[0] in d.words for d in drafts):
        return draft
    return replace(draft, manner=replace(draft.manner, looks_ahead=True))


def _ahead_zh(layout: Layout, draft: Draft) -> bool | None:
    """Return whether the period of a Chinese change lies ahead: one it lasts until does, one expected at an earlier time need not."""
    looks_ahead = draft.manner.looks_ahead
    if looks_ahead is None:
        return True if _is_until(draft) else None
    is_of_profit = any(tells_profit(layout, word) for word in draft.words)
    return None if looks_ahead and (is_of_profit or was_expected(layout, draft.event)) else looks_ahead


def _resolve_words(layout: Layout, draft: Draft, setting: Setting) -> list[tuple[str | None, str | None]]:
    """Return the calendar periods of period words with their words; unresolvable ones are left out."""
    ahead = draft.manner.looks_ahead is True
    year = find_year(layout, draft.words[0], setting.clock.day, is_ahead=ahead) if draft.words else None
    anchor = str(year) if year is not None else _anchor(layout, draft.words, setting.clock)
    found: list[tuple[str | None, str | None]] = []
    looks_ahead = _ahead_zh(layout, draft) if layout.language == "zh" else draft.manner.looks_ahead
    if layout.language == "ja" and looks_ahead is None and _is_until(draft):
        looks_ahead = True
    if (
        layout.language == "ja"
        and looks_ahead
        and (_is_of_change_before(layout, draft) or not _looks_ahead_itself(layout, draft.event))
    ):
        looks_ahead = (
            True if _is_until(draft) else None
        )  # "4〜6月期は上がり、7〜9月期も上昇が見込まれる": the first of them is the one that is near
    if (
        layout.language == "en"
        and looks_ahead is None
        and _IS_UNDER_WAY.search(layout.text, layout.start, draft.event.trigger.end)
    ):
        looks_ahead = True
    reach = MONTHS_SETTLED_AHEAD if looks_ahead is False and _is_settled(layout, draft.event) else 0
    last: Mark | None = None
    for word in draft.words:
        is_counted = bool(anchor) and word.text.lower().endswith(" the year")
        for said in word.marks:
            mark = replace(said, year_step=None) if is_counted else said
            mark = count_on(last, found[-1][0], mark) if last is not None and found else mark
            last = mark
            is_begun = word.text.startswith("年明け") and looks_ahead is None and _is_within_year(setting.clock)
            is_begun = is_begun or (mark.day is not None and heads_entry(layout, word))
            is_since = looks_ahead is None and mark.unit == "M" and _runs_since(layout, draft.event, word)
            period = resolve(
                mark,
                setting.clock,
                looks_ahead=False if is_begun or is_since else looks_ahead,
                anchor=anchor,
                reach=MONTHS_ANNOUNCED_AHEAD if is_since else reach,
            )
            if period is not None and word.text.startswith("年明け"):
                period = period[:4]
            is_reported = word.text == "当四半期" and setting.voice.is_transcript
            if (is_reported or tells_results(layout, word)) and not looks_ahead and setting.clock.day:
                period = str(reported_quarter(setting.clock))
            if period is not None and _is_at_odds(layout, draft, word, period, setting.clock):
                continue
            if period is not None and (period, word.text) not in found:
                found.append((period, word.text))
    return found


def _runs_since(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a change is told to run since a month ("自三月底起回升", "3월부터 오르고 있다"): one further off is over."""
    since = _SINCE_MONTH.get(layout.language)
    if since is None or since.match(layout.text, word.end) is None:
        return False
    return layout.language != "ko" or not is_plain_present(layout.text, event.trigger.end)


def _is_settled(layout: Layout, event: Event) -> bool:
    """Say whether what is told in the past may be of a period to come: sold out for it, or a price that is set for it."""
    if event.attribute == "supply":
        return COMMITTED.search(event.trigger.text) is not None
    return event.attribute == "price" and bool(
        "t" in event.trigger.flags or _SETTLED.search(layout.text, layout.start, layout.end)
    )


def _is_within_year(clock: Clock) -> bool:
    """Say whether a page is of January to October, when the turn of the year told without a future is the last one."""
    return clock.day is not None and clock.day.month <= 10


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


def _anchor(layout: Layout, words: tuple[PeriodWord, ...], clock: Clock) -> str | None:
    """Return the year written earlier in the sentence where it is far from the publication date, or that is unknown."""
    if not words:
        return None
    earlier = [w for w in layout.periods if w.start < words[0].start]
    if layout.language == "en" and words[0].text.lower().endswith(" the year"):
        years = [m.year for w in earlier for m in w.marks if m.year]
        return str(years[-1]) if years else None
    if any(m.year_step is not None or m.step is not None for w in (*earlier, *words) for m in w.marks):
        return None  # "2003年就在卖, 今年第二季涨了": what is told from the running year needs no other
    oldest = 0 if clock.day is None else clock.day.year - LONGEST_AGO
    years = [m.year for w in earlier for m in w.marks if m.year and m.year > oldest]
    if layout.language == "zh" and years and layout.text.startswith(("回顾", "纵观"), layout.start):
        return str(years[-1])
    if not years or (clock.day is not None and abs(years[-1] - clock.day.year) <= 1):
        return None
    return str(years[-1])


def _is_of_change_before(layout: Layout, draft: Draft) -> bool:
    """Say whether a Japanese change has its period from one before ("1〜3月期のDRAMは10%上昇、NANDは8%上昇と予測")."""
    if not draft.words:
        return False
    return bool(layout.between(draft.words[0].end, draft.event.start, "change", "event"))


def _is_until(draft: Draft) -> bool:
    """Say whether a shortage or a glut is told to last until a period ("不足は第4四半期まで長引く")."""
    return draft.event.attribute == "supply" and bool(draft.words) and draft.words[0].is_boundary


def _looks_ahead_itself(layout: Layout, event: Event) -> bool:
    """Say whether the clause of a change holds a word of future itself."""
    return bool(layout.between(*layout.clause_span(layout.clause(event.trigger.start)), "future", "hedge"))


def _is_over(layout: Layout, event: Event, period: str | None, day: dt.date | None) -> bool:
    """Say whether a period ended before a day and only another clause looks ahead ("1〜3月は上昇し、今後も上がる見通し")."""
    if period is None or day is None or period_bounds(period)[1] >= day:
        return False
    if _looks_ahead_itself(layout, event):
        return False
    ahead = layout.between(event.end, layout.end, "future")
    return not (ahead and layout.text.startswith("と", ahead[0].start - 1))  # "…上昇し、…減少すると予測している"


def _tells_plan(layout: Layout, event: Event) -> bool:
    """Say whether a Korean change stands in the plain present, which of a running period tells what is to come."""
    is_open = layout.language == "ko" and event.direction in ("up", "down")
    return is_open and is_plain_present(layout.text, event.trigger.end)


def _tells_growth_of_year(layout: Layout, draft: Draft, period: str) -> bool:
    """Say whether an English sentence sizes the growth of a running year's supply or demand, which can only be expected."""
    is_sized = bool(draft.amounts) and draft.event.attribute in ("supply", "demand") and len(period) == 4
    return layout.language == "en" and is_sized and draft.manner.looks_ahead is not False


def _is_guidance(
    layout: Layout, draft: Draft, setting: Setting, *, market: Market | None, period: str | None, amount: Amount | None
) -> bool:
    """Say whether a claim is guidance: a word of future, a period to come, or a range for the running quarter's contracts."""
    event = draft.event
    first, last = layout.clause_span(layout.clause(event.trigger.start))
    clause = layout.text[first:last]
    if event.attribute == "supply" and COMMITTED.search(event.trigger.text):
        return False
    day = setting.clock.day
    if draft.manner.looks_ahead:
        return not (layout.language == "ja" and _is_over(layout, event, period, day))
    if period is None or day is None:
        return False
    begins, ends = period_bounds(period)
    is_running = layout.language == "en" and any(w.marks[0].step == 0 and w.marks[0].unit == "Q" for w in draft.words)
    if (begins > day and not is_running) or any(
        w.marks[0].day and w.marks[0].unit == "M" and ends > day and w.marks[0].day > day.day for w in draft.words
    ):
        return True
    if ends > day and (_tells_plan(layout, event) or _tells_growth_of_year(layout, draft, period)):
        return True
    if ends > day and any(w.is_boundary for w in draft.words) and event.attribute == "supply":
        return True
    is_range = (
        amount is not None
        and amount.kind == "percent"
        and amount.low != amount.high
        and None not in (amount.low, amount.high)
    )
    # What an agency says of a quarter that is nearly over is no forecast any more.
    is_early = ends > day + dt.timedelta(days=31)
    is_agency = amount is not None and is_early and bool(layout.between(layout.start, event.start, "agency"))
    is_contract = market == "contract" or any(t.value == "contract" for t in layout.between(first, last, "market"))
    if market is None and layout.language == "zh":
        is_contract = any(t.value == "contract" for t in layout.between(layout.start, event.start, "market"))
    if not (ends > day and "Q" in period and ((is_range and is_contract) or is_agency)):
        return False
    if layout.language == "zh" and "数据显示" in layout.text[layout.start : first]:
        return False
    past = {"zh": _PAST_ZH, "en": _PAST_EN, "ko": _PAST_FINAL, "ja": _PAST_FINAL}[layout.language]
    return not past.search(clause if layout.language != "ja" else layout.text[first : layout.end])


def _period_how(layout: Layout, draft: Draft) -> str:
    """Say where a claim's period stands: in the clause of the change, elsewhere, or nowhere."""
    if not draft.words:
        return "unsaid"
    if draft.words[0].is_comparison:
        return "measure"
    first, last = layout.clause_span(layout.clause(draft.event.trigger.start))
    return "own" if any(first <= w.start < last for w in draft.words) else "inherited"


def _reach_of(layout: Layout, amount: Amount | None) -> int:
    """Return where the clause of a size ends, 0 where there is none."""
    return layout.clause_span(layout.clause(amount.start))[1] if amount else 0


def _quote_span(layout: Layout, draft: Draft) -> tuple[int, int]:
    """Return the span of a claim's words: the clauses of the change, its products, sizes and periods."""
    event = draft.event
    places = [event.start, event.end - 1]
    places += [e.start for e in draft.entities if layout.start <= e.start < layout.end]
    places += [a.start for a in draft.amounts] + [w.start for w in draft.words]
    first = layout.clause_span(layout.clause(min(places)))[0]
    last = layout.clause_span(layout.clause(max(places)))[1]
    while first < last and layout.text[first] in " ，,;；:。、":
        first += 1
    while last > first and layout.text[last - 1] in " ，,;；:、":
        last -= 1
    return first, last


def own_date(text: str, layout: Layout, published_on: dt.date | None) -> dt.date | None:
    """Return the date that relative words of a sentence count from: its own full date if it gives one, else publication."""
    for word in layout.periods:
        mark = word.marks[0]
        if not (mark.unit == "M" and mark.day and mark.year and mark.number) or text[word.end : word.end + 1] in (
            "起",
            "开",
        ):
            continue
        try:
            day = dt.date(mark.year, mark.number, mark.day)
        except ValueError:
            continue
        if published_on is None or day <= published_on:
            return day
    return published_on
