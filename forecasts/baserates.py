"""Base rates: how often prices rose and what shares returned after cases of one class.

Every rate stands beside the rate of ordinary days in the same state, because most of what a flag seems to foretell is
already in the state of supply. A return is claimed only if its intervals, with the newest spell and without it, lie on
one side of zero.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from forecasts.cases import HORIZONS, Case, Day, History, case_json
from forecasts.flag import Label
from forecasts.resampling import Interval, block_interval, difference_interval, wilson
from tracker.quarter import Quarter

# A change of contract prices within this many percent is flat.
FLAT_PCT = 1.0
# Size of the first trigger in thresholds, by which falls are compared with falls of the same size.
_SIZES = (1.2, 1.6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """How often prices rose (and did not fall) after a group of cases or days.

    `n` cases in `quarters` quarters and `spells` spells; `up_interval` draws whole spells (years where there are none);
    the quarter figures count each quarter once, with Wilson intervals.
    """

    group: str
    n: int
    quarters: int
    spells: int
    up: float | None = None
    not_down: float | None = None
    up_interval: Interval | None = None
    not_down_interval: Interval | None = None
    quarters_up: int = 0
    quarters_not_down: int = 0
    quarters_up_wilson: Interval | None = None
    quarters_not_down_wilson: Interval | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Mean return, percent, after cases of a class against falls of the same size without the contradiction.

    `interval` is that of the difference, in percentage points, drawing whole years; `interval_before` leaves out the
    latest spell. `is_claimed` says that both leave out zero.
    """

    sessions: int
    kind: str
    n: int
    others: int
    mean: float | None = None
    others_mean: float | None = None
    difference: float | None = None
    interval: Interval | None = None
    interval_before: Interval | None = None
    is_claimed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseRates:
    """What happened after a class of flags: prices one and two quarters on, returns, and the cases themselves."""

    label: str
    outcome: str
    prices: dict[int, tuple[Rate, ...]]
    returns: tuple[Comparison, ...]
    cases: tuple[Case, ...]


def _signed(pct: float, side: int) -> float:
    """Turn a price change so that up means: as supply evidence said, against the shares."""
    return -side * pct


def rate_of(group: str, members: Sequence[Case | Day], quarters_ahead: int, side: int) -> Rate:
    """Count how often prices went with the supply evidence (rose.

    For falls) after the members whose outcome is known.
    """
    known = [
        (member, _signed(pct, side)) for member in members if (pct := member.ahead_pct[quarters_ahead - 1]) is not None
    ]
    by_quarter = {Quarter.of(member.day): pct for member, pct in known}
    blocks: list[Hashable] = [member.spell or member.day.year for member, _ in known]
    if not known:
        return Rate(group=group, n=0, quarters=0, spells=0)
    ups = [float(pct > FLAT_PCT) for _, pct in known]
    holds = [float(pct >= -FLAT_PCT) for _, pct in known]
    quarters_up = sum(pct > FLAT_PCT for pct in by_quarter.values())
    quarters_hold = sum(pct >= -FLAT_PCT for pct in by_quarter.values())
    return Rate(
        group=group,
        n=len(known),
        quarters=len(by_quarter),
        spells=len({member.spell for member, _ in known if member.spell}),
        up=round(sum(ups) / len(ups), 4),
        not_down=round(sum(holds) / len(holds), 4),
        up_interval=block_interval(ups, blocks),
        not_down_interval=block_interval(holds, blocks),
        quarters_up=quarters_up,
        quarters_not_down=quarters_hold,
        quarters_up_wilson=wilson(quarters_up, len(by_quarter)),
        quarters_not_down_wilson=wilson(quarters_hold, len(by_quarter)),
    )


def _size_class(case: Case) -> int:
    """Return the class of size of a case's first trigger."""
    return sum(case.size >= bound for bound in _SIZES)


def _matched(ours: Sequence[Case], others: Sequence[Case]) -> list[Case]:
    """Keep the others whose first trigger was of a size that ours have too."""
    sizes = {_size_class(case) for case in ours}
    return [case for case in others if _size_class(case) in sizes]


def compare_returns(ours: Sequence[Case], others: Sequence[Case], sessions: int, kind: str) -> Comparison:
    """Compare mean returns after our cases with those after others of the same size."""

    def values(cases: Iterable[Case]) -> tuple[list[float], list[int]]:
        found = [(case.raw_pct if kind == "raw" else case.abnormal_pct, case.day.year) for case in cases]
        known = [(returns[sessions], year) for returns, year in found if sessions in returns]
        return [value for value, _ in known], [year for _, year in known]

    matched = _matched(ours, others)
    mine, my_years = values(ours)
    theirs, their_years = values(matched)
    if not mine or not theirs:
        return Comparison(sessions=sessions, kind=kind, n=len(mine), others=len(theirs))
    latest = max((case.spell for case in ours if case.spell), default=None)
    earlier, earlier_years = values(case for case in ours if case.spell != latest)
    theirs_before, before_years = values(case for case in matched if latest is None or case.day < latest)
    interval = difference_interval(mine, my_years, theirs, their_years)
    before = difference_interval(earlier, earlier_years, theirs_before, before_years)
    mean, others_mean = sum(mine) / len(mine), sum(theirs) / len(theirs)
    return Comparison(
        sessions=sessions,
        kind=kind,
        n=len(mine),
        others=len(theirs),
        mean=round(mean, 2),
        others_mean=round(others_mean, 2),
        difference=round(mean - others_mean, 2),
        interval=interval,
        interval_before=before,
        is_claimed=_agree_beyond_zero(interval, before),
    )


def _agree_beyond_zero(one: Interval | None, other: Interval | None) -> bool:
    """Tell whether two intervals are there and lie wholly on the same side of zero."""
    if one is None or other is None:
        return False
    return min(one[0], other[0]) > 0 or max(one[1], other[1]) < 0


def base_rates(history: History, label: Label) -> BaseRates:
    """Return what happened after the cases of a label, beside all contradictions, ordinary days and opposite falls."""
    state, opposite = ("tight", "loose") if history.side < 0 else ("loose", "tight")
    ours = [case for case in history.cases if case.label == label]
    others = [case for case in history.cases if case.state != state]
    moves = "falls" if history.side < 0 else "rallies"
    groups: tuple[tuple[str, Sequence[Case | Day]], ...] = (
        (f"{moves} labelled {label}", ours),
        (f"all {moves} in {state} states", [case for case in history.cases if case.state == state]),
        (f"all {state} days", [day for day in history.days if day.state == state]),
        (f"{moves} in {opposite} states", [case for case in history.cases if case.state == opposite]),
        ("all days", history.days),
    )
    return BaseRates(
        label=label,
        outcome=history.outcome,
        prices={ahead: tuple(rate_of(name, group, ahead, history.side) for name, group in groups) for ahead in (1, 2)},
        returns=tuple(
            compare_returns(ours, others, sessions, kind) for kind in ("raw", "abnormal") for sessions in HORIZONS
        ),
        cases=tuple(ours),
    )


def base_rates_json(rates: BaseRates) -> dict[str, Any]:
    """Return base rates as JSON values, with the sentence that says what may be claimed of returns."""
    claimed = [one for one in rates.returns if one.is_claimed]
    return {
        "label": rates.label,
        "outcome": rates.outcome,
        "prices": {f"{ahead}q": [asdict(rate) for rate in group] for ahead, group in rates.prices.items()},
        "returns": [asdict(one) for one in rates.returns],
        "claim": claim_in_words(rates),
        "claimed_returns": [f"{one.kind} {one.sessions}" for one in claimed],
        "cases": [case_json(case) for case in rates.cases],
    }


def claim_in_words(rates: BaseRates) -> str:
    """Say what the cases allow to be said; never advice."""
    ours = rates.prices[1][0]
    days = rates.prices[1][2]
    if ours.n == 0:
        return "No case of this class had a known outcome by this date: nothing can be said of what follows."
    said = (
        f"Contract prices went with the supply evidence in the following quarter after {ours.up:.0%} of {ours.n} cases "
        f"({ours.quarters} quarters, {ours.spells} spells) and did not go against it after {ours.not_down:.0%}"
    )
    if days.up is not None:
        said += f"; after any such day, with or without a move of shares, {days.up:.0%}"
    if not any(one.n for one in rates.returns):
        return said + ". Of returns nothing is claimed: no closes are at hand."
    if any(one.is_claimed for one in rates.returns):
        return said + ". Returns differ from those after equal falls without a contradiction; see the intervals."
    return said + ". Of returns nothing is claimed: no difference is clear of zero with and without the latest spell."
