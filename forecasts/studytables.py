"""The tables of the study, as Markdown: each answers one question about the flag, the unwelcome answers too."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from forecasts.baserates import FLAT_PCT, BaseRates, Comparison, Rate, base_rates, rate_of
from forecasts.cases import FIRST_DAY, History, Outcomes, collect_history
from forecasts.contradiction import Setting, find_flags
from forecasts.flag import Label, flags_json
from forecasts.flagrule import Rule
from forecasts.knowledge import Reads
from forecasts.placebo import shift_guidance
from forecasts.planted import plant_future
from forecasts.replay import replay
from forecasts.resampling import Interval
from forecasts.tightness import State
from tracker.quarter import Quarter

_LABELS: tuple[Label, ...] = ("supported", "in_conflict", "not_assessable")
_TWO: tuple[Label, Label] = ("supported", "in_conflict")
_FIRST = Quarter(2012, 1)
# Stretches of history in which the flag can be wrong, with the goal set for each before looking.
_REGIMES: tuple[tuple[str, dt.date, dt.date, str, int], ...] = (
    ("2018Q2 to 2018Q3", dt.date(2018, 4, 1), dt.date(2018, 9, 30), "supported", 2),
    ("2018Q4 to 2019Q3", dt.date(2018, 10, 1), dt.date(2019, 9, 30), "any", 0),
    ("2021H2", dt.date(2021, 7, 1), dt.date(2021, 12, 31), "supported", 2),
    ("2022Q3 to 2023Q2", dt.date(2022, 7, 1), dt.date(2023, 6, 30), "any", 0),
    ("2024-06 to 2024-12", dt.date(2024, 6, 1), dt.date(2024, 12, 31), "supported", 2),
)
# Fewer falls than this give no share worth a placebo.
_FEW = 10
_CHECKED_ON = dt.date(2026, 7, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Studied:
    """What the tables are made of."""

    setting: Setting
    outcomes: Outcomes
    falls: History
    rallies: History
    rows: Reads


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Yield a Markdown table."""
    yield "| " + " | ".join(head) + " |"
    yield "|" + "---|" * len(head)
    for row in rows:
        yield "| " + " | ".join(str(cell) for cell in row) + " |"
    yield ""


def _percent(value: float | None) -> str:
    """Return a share in whole percent, or a dash."""
    return "–" if value is None else f"{100 * value:.0f} %"


def _range(interval: Interval | None, scale: float = 100) -> str:
    """Return an interval, scaled, or a dash."""
    return "–" if interval is None else f"{scale * interval[0]:.0f} to {scale * interval[1]:.0f}"


def _fine(interval: Interval | None) -> str:
    """Return an interval of percentage points with one decimal."""
    return "–" if interval is None else f"{interval[0]:+.1f} to {interval[1]:+.1f}"


def _outcome(pct: float | None) -> str:
    """Name what prices did; the figures themselves may be of a series that can't be passed on."""
    if pct is None:
        return "not known"
    return "up" if pct > FLAT_PCT else "down" if pct < -FLAT_PCT else "flat"


def _counts(studied: Studied) -> Iterator[str]:
    """Yield how many days and events there are, by state of supply."""
    yield "### What there is to count"
    yield ""
    days = Counter(day.state for day in studied.falls.days)
    falls = Counter(case.state for case in studied.falls.cases)
    rallies = Counter(case.state for case in studied.rallies.cases)
    spells = {
        state: len({day.spell for day in studied.falls.days if day.state == state and day.spell}) for state in days
    }
    states: tuple[State, ...] = ("tight", "loose", "neutral", "unknown")
    rows = [(state, days[state], spells.get(state, 0) or "–", falls[state], rallies[state]) for state in states]
    yield from _table(("state of supply", "weeks", "spells", "falls", "rallies"), rows)


def _confusion(studied: Studied) -> Iterator[str]:
    """Yield label against outcome, by event and by quarter."""
    yield f"### Labels against what prices did in the following quarter ({studied.outcomes.name})"
    yield ""
    rows = []
    for side, history in (("fall", studied.falls), ("rally", studied.rallies)):
        for label in _LABELS:
            cases = [case for case in history.cases if case.label == label]
            count = Counter(_outcome(case.ahead_pct[0]) for case in cases)
            quarters = {case.quarter: _outcome(case.ahead_pct[0]) for case in cases}
            by_quarter = Counter(quarters.values())
            rows.append(
                (
                    f"{side}, {label.replace('_', ' ')}",
                    len(cases),
                    *(count[name] for name in ("up", "flat", "down", "not known")),
                    *(by_quarter[name] for name in ("up", "flat", "down")),
                )
            )
    head = ("flag", "n", "up", "flat", "down", "not known", "quarters up", "flat", "down")
    yield from _table(head, rows)


def _regimes(studied: Studied) -> Iterator[str]:
    """Yield the stretches in which a flag would have been wrong, with the goals."""
    yield "### Tight flags in the turns of the cycle"
    yield ""
    rows = []
    for name, first, last, which, most in _REGIMES:
        cases = [case for case in studied.falls.cases if case.label and first <= case.day <= last]
        count = Counter(case.label for case in cases)
        found = len(cases) if which == "any" else count["supported"]
        days = ", ".join(str(case.day) for case in cases if case.label == "supported") or "–"
        goal = f"{'no' if most == 0 else f'at most {most}'} {'tight flag' if which == 'any' else 'supported'}"
        met = "not tested: no closes" if not studied.setting.market.measured else "yes" if found <= most else "no"
        rows.append((name, count["supported"], count["in_conflict"], count["not_assessable"], goal, met, days))
    yield from _table(("stretch", "supported", "in conflict", "not assessable", "goal", "met", "supported on"), rows)


def _by_quarter(studied: Studied) -> Iterator[str]:
    """Yield every quarter with a tight flag."""
    yield "### Every quarter with a flagged fall"
    yield ""
    quarters = sorted({case.quarter for case in studied.falls.cases if case.label})
    rows = []
    for quarter in quarters:
        cases = [case for case in studied.falls.cases if case.label and case.quarter == quarter]
        count = Counter(case.label for case in cases)
        ahead = [_outcome(pct) for pct in cases[0].ahead_pct]
        rows.append((quarter, *(count[label] or "" for label in _LABELS), *ahead))
    yield from _table(("quarter", "supported", "in conflict", "not assessable", "price 1Q on", "price 2Q on"), rows)


def _rate_rows(rates: Sequence[Rate]) -> Iterator[Sequence[object]]:
    """Yield rates as rows."""
    for rate in rates:
        yield (
            rate.group.replace("_", " "),
            rate.n,
            rate.spells,
            f"{_percent(rate.up)} ({_range(rate.up_interval)})",
            f"{_percent(rate.not_down)} ({_range(rate.not_down_interval)})",
            f"{rate.quarters_up}/{rate.quarters} ({_range(rate.quarters_up_wilson)})",
            f"{rate.quarters_not_down}/{rate.quarters} ({_range(rate.quarters_not_down_wilson)})",
        )


def _prices(rates: Sequence[BaseRates]) -> Iterator[str]:
    """Yield the price base rates of labels, and once what they have to be held against."""
    head = ("after", "n", "spells", "with the evidence", "not against", "quarters with", "quarters not against")
    for ahead, name in ((1, "one quarter"), (2, "two quarters")):
        yield f"### Prices {name} on: {rates[0].prices[ahead][0].group.split()[0]}"
        yield ""
        shown = [*(one.prices[ahead][0] for one in rates), *rates[0].prices[ahead][1:]]
        yield from _table(head, _rate_rows(shown))


def _returns(rates: BaseRates) -> Iterator[str]:
    """Yield the returns after one label against falls of the same size elsewhere."""
    yield f"### Returns after label {rates.label.replace('_', ' ')}, against equal falls without a contradiction"
    yield ""

    def row(one: Comparison) -> Sequence[object]:
        if one.mean is None or one.others_mean is None or one.difference is None:
            return (one.kind, one.sessions, one.n, one.others, "–", "–", "–", "–", "–", "no")
        figures = (f"{one.mean:+.1f}", f"{one.others_mean:+.1f}", f"{one.difference:+.1f}")
        claimed = "yes" if one.is_claimed else "no"
        return (
            one.kind,
            one.sessions,
            one.n,
            one.others,
            *figures,
            _fine(one.interval),
            _fine(one.interval_before),
            claimed,
        )

    head = (
        "return",
        "sessions",
        "n",
        "others",
        "mean %",
        "others %",
        "difference",
        "95 %",
        "95 % without the latest spell",
    )
    yield from _table((*head, "claimed"), [row(one) for one in rates.returns])


def _leave_one_out(studied: Studied) -> Iterator[str]:
    """Yield the supported rate with each spell left out in turn."""
    yield "### Label supported with one spell left out"
    yield ""
    cases = [case for case in studied.falls.cases if case.label == "supported"]
    rows = []
    for spell in sorted({case.spell for case in cases if case.spell}):
        kept = [case for case in cases if case.spell != spell]
        rate = rate_of("", kept, 1, -1)
        share_up = rate.quarters_up / rate.quarters if rate.quarters else None
        share_held = rate.quarters_not_down / rate.quarters if rate.quarters else None
        left = sum(case.spell == spell for case in cases)
        rows.append((f"{spell}", left, rate.n, f"{_percent(rate.up)}", _percent(share_up), _percent(share_held)))
    yield from _table(("without the spell from", "cases left out", "n", "up", "quarters up", "quarters not down"), rows)


def _placebo(studied: Studied) -> Iterator[str]:
    """Yield the price result under turned guidance."""
    yield "### Placebo: guidance turned around the calendar"
    yield ""
    length = Quarter.of(studied.setting.knowledge.as_of) - _FIRST + 1
    shifts = range(2, length - 1)
    real = rate_of("", [case for case in studied.falls.cases if case.state == "tight"], 1, -1)
    days = rate_of("", studied.falls.days, 1, -1)
    found = [] if real.n < _FEW else shift_guidance(studied.setting, studied.falls, studied.outcomes, shifts, _FIRST)
    ups = sorted(one.up for one in found if one.up is not None and one.n >= _FEW)
    if not ups or real.up is None:
        yield "Too few cases."
        yield ""
        return
    low, middle, high = ups[int(0.05 * len(ups))], ups[len(ups) // 2], ups[min(len(ups) - 1, int(0.95 * len(ups)))]
    beaten = (1 + sum(up >= real.up for up in ups)) / (1 + len(ups))
    rows = [
        ("guidance where it was", real.n, _percent(real.up)),
        (f"median of {len(ups)} turns", "", _percent(middle)),
        ("5th to 95th percentile", "", f"{_percent(low)} to {_percent(high)}"),
        ("all days, no rule", days.n, _percent(days.up)),
        ("share of turns as good or better", "", f"{beaten:.3f}"),
    ]
    yield from _table(("falls in tight states", "n", "prices up next quarter"), rows)


def _sensitivity(studied: Studied) -> Iterator[str]:
    """Yield what the supported label would show under other settings, none of which is used."""
    yield "### Other settings of the rule"
    yield ""
    rule = studied.setting.rule
    variants: tuple[tuple[str, Callable[[Rule], Rule]], ...] = (
        ("as in the rule", lambda one: one),
        ("event window 4 weekdays", lambda one: replace(one, event=replace(one.event, window_weekdays=4))),
        ("event window 6 weekdays", lambda one: replace(one, event=replace(one.event, window_weekdays=6))),
        ("new shock from 1.2 times", lambda one: replace(one, event=replace(one.event, fresh_ratio=1.2))),
        ("new shock from 1.5 times", lambda one: replace(one, event=replace(one.event, fresh_ratio=1.5))),
        ("z at least 2.0", lambda one: replace(one, event=replace(one.event, z_min=2.0))),
        ("no z, plain thresholds", lambda one: replace(one, event=replace(one.event, z_min=-99.0, z_strong=99.0))),
        ("label at 15 % from the high", lambda one: replace(one, label=replace(one.label, drawdown_pct=15.0))),
        ("label at 25 % from the high", lambda one: replace(one, label=replace(one.label, drawdown_pct=25.0))),
        ("label at 100 % (no second label)", lambda one: replace(one, label=replace(one.label, drawdown_pct=100.0))),
    )
    rows = []
    for name, change in variants:
        changed = replace(studied.setting, rule=change(rule))
        history = collect_history(changed, studied.outcomes, -1)
        cases = [case for case in history.cases if case.label == "supported"]
        rate = rate_of("", cases, 1, -1)
        turns = [
            sum(
                1
                for case in history.cases
                if first <= case.day <= last and (case.label == "supported" or (which == "any" and case.label))
            )
            for _, first, last, which, _ in _REGIMES
        ]
        quarters = f"{rate.quarters_up}/{rate.quarters_not_down}/{rate.quarters}"
        rows.append((name, len(cases), _percent(rate.up), quarters, " ".join(map(str, turns))))
    head = ("setting", "supported", "up", "quarters up/not down/all", "flags in the five stretches above")
    yield from _table(head, rows)


def _look_ahead(studied: Studied) -> Iterator[str]:
    """Yield whether flags of a day computed then and today agree, with and without planted future facts."""
    yield f"### Flags as of {_CHECKED_ON}, computed from rows known then, from all rows, and with planted future facts"
    yield ""
    then = flags_json(_CHECKED_ON, find_flags(_Only(studied.rows, _CHECKED_ON), as_of=_CHECKED_ON))
    now = flags_json(_CHECKED_ON, find_flags(studied.rows, as_of=_CHECKED_ON))
    planted = flags_json(_CHECKED_ON, find_flags(plant_future(studied.rows, _CHECKED_ON), as_of=_CHECKED_ON))
    rows = [
        ("flags", len(then["flags"]), len(now["flags"]), len(planted["flags"])),
        ("differ from those of the day", "–", "no" if now == then else "YES", "no" if planted == then else "YES"),
    ]
    yield from _table(("", "rows of the day", "all rows", "planted"), rows)


@dataclass(frozen=True, slots=True)
class _Only:
    """A warehouse that holds nothing that became known after a day, whatever is asked of it."""

    warehouse: Reads
    day: dt.date

    def rows(self, name: str, *_: object) -> list[dict[str, object]]:
        """Return the rows known by the day."""
        return self.warehouse.rows(name, self.day)


def write_replay(studied: Studied) -> list[str]:
    """Return the replay of every flag on its own day as lines of Markdown; takes minutes on a long history."""
    found = list(replay(studied.rows, studied.setting, FIRST_DAY))
    other = [one for one in found if not one.is_same]
    rows: list[tuple[object, object]] = [("flags since 2012", len(found))]
    rows += [("of them other or missing on their own day", len(other))]
    rows += [(str(one.day), f"{one.in_history}, on its day {one.on_its_day}") for one in other]
    head = "### Every flag computed again from the rows known at its first trigger"
    return [head, "", *_table(("", ""), rows)]


def write_study(studied: Studied) -> list[str]:
    """Return all tables as lines of Markdown."""
    rates = {label: base_rates(studied.falls, label) for label in _LABELS}
    mirror = [base_rates(studied.rallies, label) for label in _TWO]
    lines = [*_counts(studied), *_confusion(studied), *_regimes(studied), *_by_quarter(studied)]
    lines += [*_prices([rates[label] for label in _TWO]), *_leave_one_out(studied), *_placebo(studied)]
    for label in _TWO:
        lines += _returns(rates[label])
    return [*lines, *_prices(mirror), *_sensitivity(studied), *_look_ahead(studied)]
