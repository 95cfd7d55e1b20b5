"""The frame of a forecast: everything that a model may know of one product and segment on one date.

A `Lookback` holds the record and the outcomes and answers for any date, past origins included; each answer rests on
rows known on that date only. Lead time is kept by days: what is asked today of a quarter that starts in 40 days is
compared with what could be asked of earlier quarters 40 days before they started.
"""

from __future__ import annotations

import datetime as dt
import math
import statistics
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from forecasts import monthly, statements
from forecasts.base import Frame, Lesson, Signal
from forecasts.outcome import Outcome, Past, carried_change, past_of
from forecasts.record import Print, Record
from tracker.quarter import Quarter

FIRST_LESSON = Quarter(2011, 1)
ENOUGH_LESSONS = 20
LATEST_LEAD = dt.timedelta(days=91)
"""Later than this after a quarter's start nothing more is learned of it until it is settled."""
LEAST_SCALE = 4.0
LEAST_DRIFT = 1.0
HALF_CYCLE = 8
FADE = 0.6
LATE_DAYS = 91
EQUITY_LATE = (0.3, 0.35, 0.2, 0.05, 0.0)
EQUITY_EARLY = (0.2, 0.0, 0.0, 0.0, 0.0)
"""Log points of a price for one of shares in the last three months and in the three before, by distance in quarters."""
USUAL_SCALE = 6.0


@dataclass(frozen=True, slots=True)
class View:
    """What was known of one outcome on one date, laid out for reading signals."""

    shelf: statements.Shelf
    past: Past
    changes: Mapping[str, float]


class Lookback:
    """Answers what was known on any date; keeps its answers, for they never change."""

    def __init__(self, record: Record, outcomes: Iterable[Outcome]) -> None:
        """Hold a record and the outcomes to forecast; the first outcome of each product is its overall one."""
        self.record = record
        self.outcomes = {(outcome.product, outcome.segment): outcome for outcome in outcomes}
        self._prints = _all_prints(record)
        self._stacks = statements.stack(record)
        self._shelves: dict[dt.date, statements.Shelf] = {}
        self._views: dict[tuple[str, str, dt.date], View] = {}
        self._lessons: dict[tuple[str, str, Quarter, dt.date], tuple[dict[str, Signal], float]] = {}

    def view(self, outcome: Outcome, as_of: dt.date) -> View:
        """Return what was known of an outcome on a date."""
        key = (outcome.product, outcome.segment, as_of)
        if key not in self._views:
            if as_of not in self._shelves:
                self._shelves[as_of] = statements.shelve(self._stacks, as_of)
            past = past_of(outcome, as_of)
            changes = monthly.monthly_changes((row for row in self._prints if row.known_on <= as_of), outcome.product)
            self._views[key] = View(self._shelves[as_of], past, changes)
        return self._views[key]

    def signals(self, outcome: Outcome, quarter: Quarter, as_of: dt.date) -> tuple[dict[str, Signal], float]:
        """Return the evidence known on a date about one quarter, and the size of move that the regime suggested."""
        key = (outcome.product, outcome.segment, quarter, as_of)
        if key not in self._lessons:
            self._lessons[key] = self._read_signals(outcome, self.view(outcome, as_of), quarter)
        return self._lessons[key]

    def signals_without(
        self, outcome: Outcome, quarter: Quarter, as_of: dt.date, statement_ids: frozenset[str]
    ) -> dict[str, Signal]:
        """Return the evidence about one quarter as if these statements had never been made; what is settled stays."""
        view = self.view(outcome, as_of)
        shelf = replace(view.shelf, left_out=statement_ids)
        return self._read_signals(outcome, replace(view, shelf=shelf), quarter)[0]

    def frame(self, outcome: Outcome, as_of: dt.date, quarters: tuple[Quarter, ...]) -> Frame:
        """Return the frame for the quarters asked, which must follow on each other."""
        past = self.view(outcome, as_of).past
        known = {**past.nowcast, **past.settled}
        read = {quarter: self.signals(outcome, quarter, as_of) for quarter in quarters}
        return Frame(
            product=outcome.product,
            segment=outcome.segment,
            as_of=as_of,
            history=tuple(known[quarter] for quarter in sorted(known) if quarter < quarters[0]),
            quarters=quarters,
            signals={quarter: signals for quarter, (signals, _) in read.items()},
            scales={quarter: scale for quarter, (_, scale) in read.items()},
            lessons={quarter: self.lessons(outcome, quarter, as_of) for quarter in quarters},
        )

    def lessons(self, outcome: Outcome, quarter: Quarter, as_of: dt.date) -> tuple[Lesson, ...]:
        """Return the past at the same lead time, as far as its result was known; others' too while it is short."""
        lead = min(as_of - quarter.start, LATEST_LEAD)
        own = tuple(self._lessons_of(outcome, lead, as_of))
        if len(own) >= ENOUGH_LESSONS:
            return own
        others = (other for other in self.outcomes.values() if other != outcome and other.segment == "total")
        return own + tuple(lesson for other in others for lesson in self._lessons_of(other, lead, as_of))

    def _lessons_of(self, outcome: Outcome, lead: dt.timedelta, as_of: dt.date) -> Iterable[Lesson]:
        for past_quarter, settled in self.view(outcome, as_of).past.settled.items():
            then = past_quarter.start + lead
            if past_quarter < FIRST_LESSON or not settled.is_measured or settled.known_on <= then:
                continue
            signals, scale = self.signals(outcome, past_quarter, then)
            yield Lesson(outcome.product, outcome.segment, past_quarter, signals, scale, settled.change_log)

    def _read_signals(self, outcome: Outcome, view: View, quarter: Quarter) -> tuple[dict[str, Signal], float]:
        said = self._said(outcome, view, quarter)
        figures = [said[kind].value for kind in ("agency", "others") if kind in said]
        regime = self._regime(outcome, view, quarter)
        largest = max(regime, abs(figures[0]) / 2) if figures else regime
        scale = math.sqrt(USUAL_SCALE * largest)
        signals = {kind: Signal(item.value, scale, item.statements) for kind, item in said.items()}
        worded = statements.words(view.shelf, outcome.product, outcome.segment, quarter)
        if worded:
            signals["words"] = Signal(worded.value * scale, scale, worded.statements)
        signals["nothing"] = Signal(0.0, scale)
        signals.update(self._history(outcome, view, quarter, scale))
        implied = monthly.implied_change(view.changes, quarter)
        if implied is not None:
            signals["print" if quarter.months[0] in view.changes else "fixed"] = Signal(implied, scale)
        signals.update(self._running(outcome, view, quarter))
        return signals, scale

    def _said(self, outcome: Outcome, view: View, quarter: Quarter) -> dict[str, statements.Said]:
        product, segment, shelf = outcome.product, outcome.segment, view.shelf
        said = {
            "agency": _agency(outcome, view, quarter),
            "others": statements.other_figures(shelf, product, segment, quarter),
            "company": statements.company_figures(shelf, product, segment, quarter),
        }
        if segment != "total":
            said["product"] = statements.headline(shelf, product, "total", quarter, blend=False)
        if product != "DRAM":
            said["dram"] = statements.headline(shelf, "DRAM", "total", quarter, blend=False)
        return {kind: item for kind, item in said.items() if item}

    def _history(self, outcome: Outcome, view: View, quarter: Quarter, scale: float) -> dict[str, Signal]:
        """Return the last change best known before a quarter, faded by distance, and the turn that long runs take.

        Memory prices swing in cycles of about four years, so that two years of rises have tended to be followed by
        falls: the mean change of eight quarters counts with its sign reversed, the more, the further ahead.
        """
        for distance in range(1, 6):
            guess = self._guess(outcome, view, quarter + -distance)
            if not guess:
                continue
            signals = {"momentum": Signal(guess.value * FADE ** (distance - 1), scale, guess.statements)}
            run = (self._guess(outcome, view, quarter + -(distance + back)) for back in range(HALF_CYCLE))
            known = [each.value for each in run if each]
            if len(known) >= HALF_CYCLE - 2:
                signals["swing"] = Signal(-statistics.fmean(known) * distance / (distance + 1), scale)
            return {**signals, **self._equity(view.shelf.as_of, distance, scale)}
        return {}

    def _equity(self, as_of: dt.date, distance: int, scale: float) -> dict[str, Signal]:
        """Return what the shares of leading makers did of late, weighed by how far ahead they have run of prices.

        `equity` is what that suggests for a quarter so far from the last one known, `market` the bare change.
        """
        late, both = (self.record.basket.change(as_of, days) for days in (LATE_DAYS, 2 * LATE_DAYS))
        if late is None or both is None:
            return {}
        now, before = EQUITY_LATE[distance - 1], EQUITY_EARLY[distance - 1]
        return {"equity": Signal(now * late + before * (both - late), scale), "market": Signal(late, scale)}

    def _guess(self, outcome: Outcome, view: View, quarter: Quarter) -> statements.Said | None:
        """Return what is best known of a quarter: settled, running estimate, house figure, or figures for segments."""
        known = view.past.change(quarter)
        if known:
            return statements.Said(known.change_log, (), known.known_on)
        if quarter.months[0] in view.past.months:
            carried = carried_change(view.past.months, quarter)
            return None if carried is None else statements.Said(carried, (), view.shelf.as_of)
        return _agency(outcome, view, quarter)

    def _regime(self, outcome: Outcome, view: View, quarter: Quarter) -> float:
        """Return half the mean size of the four quarters before, as best known; a usual size where nothing is known."""
        guesses = (self._guess(outcome, view, quarter + -back) for back in (1, 2, 3, 4))
        sizes = [abs(guess.value) for guess in guesses if guess]
        return max(LEAST_SCALE, statistics.fmean(sizes) / 2) if sizes else USUAL_SCALE

    def _running(self, outcome: Outcome, view: View, quarter: Quarter) -> dict[str, Signal]:
        """Return what the months of a published series known by then imply for the quarter."""
        if not view.past.months:
            return {}
        carried = carried_change(view.past.months, quarter)
        if carried is None:
            return {}
        if quarter.months[0] not in view.past.months:
            regime = math.sqrt(USUAL_SCALE * self._regime(outcome, view, quarter))
            return {"base": Signal(carried, regime), **_trend(view.past.months, quarter, regime)}
        lead = view.shelf.as_of - quarter.start
        drifts = [
            drift for back in (1, 2, 3, 4) if (drift := self._drift(outcome, view, quarter + -back, lead)) is not None
        ]
        usual = statistics.fmean(abs(drift) for drift in drifts) if drifts else USUAL_SCALE
        scale = max(LEAST_DRIFT, usual)
        signals = {"carry": Signal(carried, scale)}
        if drifts:
            signals["drift"] = Signal(carried + drifts[0], scale)
        return signals

    def _drift(self, outcome: Outcome, view: View, quarter: Quarter, lead: dt.timedelta) -> float | None:
        """Return by how much a past quarter went beyond what its known months implied at the same lead time."""
        change = view.past.change(quarter)
        then = past_of(outcome, quarter.start + lead).months
        carried = carried_change(then, quarter) if then else None
        return change.change_log - carried if change and carried is not None else None


def _trend(months: Mapping[str, float], quarter: Quarter, scale: float) -> dict[str, Signal]:
    """Return what the quarter would bring if the mean change of the last two known months went on month after month."""
    last = max(months)
    earlier = monthly.previous_month(monthly.previous_month(last))
    if earlier not in months:
        return {}
    step = (months[last] - months[earlier]) / 2
    extended = dict(months)
    while last < quarter.months[2]:
        following = monthly.next_month(last)
        extended[following] = extended[last] + step
        last = following
    change = carried_change(extended, quarter)
    return {} if change is None else {"trend": Signal(change, scale)}


def _agency(outcome: Outcome, view: View, quarter: Quarter) -> statements.Said | None:
    """Return the house agency's figure; where it gave none for a whole product, the mean of those for its segments."""
    blend = bool(outcome.months)
    said = statements.headline(view.shelf, outcome.product, outcome.segment, quarter, blend=blend)
    if said or outcome.segment != "total":
        return said
    return statements.segment_mean(view.shelf, outcome.product, quarter)


def _all_prints(record: Record) -> tuple[Print, ...]:
    products = sorted({row.product for row in record.evidence})
    spoken = [row for product in products for row in monthly.statement_prints(record.evidence, product)]
    return tuple(sorted((*record.prints, *spoken), key=lambda row: (row.known_on, row.price_id)))
