"""A flag explained: both sides of the evidence, the score leg by leg, and what happened after its like before.

This module puts words around what others compute. It gives no advice: a flag says that two kinds of evidence disagree.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from forecasts.baserates import base_rates, base_rates_json
from forecasts.cases import History, Outcomes, collect_history, settled_outcomes
from forecasts.contradiction import Setting, flags_in, observe
from forecasts.flag import Cited, Flag, Kind, Label, flag_json
from forecasts.flagrule import load_instruments, load_rule
from forecasts.knowledge import Reads, load_knowledge
from forecasts.legs import ProbabilityUp, Reading
from tracker.errors import UnknownName

Histories = dict[tuple[Kind, Label], dict[str, Any]]
_SIDES: dict[Kind, int] = {"tight_vs_bearish": -1, "loose_vs_bullish": 1}
_CASES_SHOWN = 8
_DISCLAIMER = "A flag says that published supply evidence and share prices disagree. It is no signal to buy or sell."


def prepare(warehouse: Reads, as_of: dt.date, probability: ProbabilityUp | None = None) -> tuple[Setting, Outcomes]:
    """Read a warehouse once for flags and their base rates as of a date, under the rule in force."""
    rule = load_rule()
    setting = observe(load_knowledge(warehouse, as_of), rule, load_instruments(), probability)
    return setting, settled_outcomes(warehouse, rule.product, as_of)


def histories_of(setting: Setting, outcomes: Outcomes, flags: Iterable[Flag]) -> Histories:
    """Return the base rates of every class that the flags belong to, as known on the setting's date."""
    by_kind: dict[Kind, History] = {}
    histories: Histories = {}
    for flag in flags:
        if flag.kind not in by_kind:
            by_kind[flag.kind] = collect_history(setting, outcomes, _SIDES[flag.kind])
        if (flag.kind, flag.label) not in histories:
            histories[flag.kind, flag.label] = base_rates_json(base_rates(by_kind[flag.kind], flag.label))
    return histories


def explain_flag(
    warehouse: Reads, flag_id: str, *, as_of: dt.date, probability: ProbabilityUp | None = None
) -> tuple[Flag, dict[str, Any]]:
    """Return one flag and the base rates of its class as of a date.

    Raise UnknownName where no flag has the identifier.
    """
    setting, outcomes = prepare(warehouse, as_of, probability)
    flags = flags_in(setting, include_expired=True)
    # A flag that an earlier version of the rule issued is the same event under the present one.
    event = flag_id.rpartition("-r")[0]
    found = next((flag for flag in flags if flag.flag_id.rpartition("-r")[0] == event), None)
    if found is None:
        known = ", ".join(flag.flag_id for flag in flags[-5:]) or "none"
        raise UnknownName(
            f"no flag {flag_id!r} as of {as_of}: expected an identifier that `memtrack flags --all` lists, "
            f"the newest are {known}"
        )
    return found, histories_of(setting, outcomes, [found])[found.kind, found.label]


def explanation_json(flag: Flag, history: Mapping[str, Any]) -> dict[str, Any]:
    """Return an explained flag as JSON values."""
    return {"as_of": flag.as_of.isoformat(), "flag": flag_json(flag), "history": dict(history), "note": _DISCLAIMER}


def _percent(value: float | None) -> str:
    """Return a share in percent, or a dash."""
    return "-" if value is None else f"{value:.0%}"


def _range(interval: tuple[float, float] | None) -> str:
    """Return an interval of shares in words."""
    return "" if interval is None else f" ({interval[0]:.0%} to {interval[1]:.0%})"


def _leg_line(leg: Reading) -> str:
    """Return one leg of the score as a line."""
    said = f"{leg.figure:+.1f} {leg.unit}, {leg.age_days} days old"
    return f"  {leg.leg:<10} {leg.value:+.2f}  weight {leg.weight:.2f}  {said}"


def _cited_line(cited: Cited) -> str:
    """Return a citation as a line."""
    return f"  {cited.published_on}  {cited.issuer}: {cited.quote}  <{cited.url or cited.provenance}>"


def _move_lines(flag: Flag) -> Iterator[str]:
    """Yield the moves of a flag, oldest close first."""
    for move in flag.moves:
        beside = f", abnormal {move.abnormal_pct:+.1f}" if move.abnormal_pct is not None else ""
        unusual = move.abnormal_z if move.abnormal_z is not None else move.z
        spread = f", z {unusual:+.1f}" if unusual is not None else ""
        over = f" over {move.sessions} sessions" if move.sessions > 1 else ""
        yield f"  {move.day}  {move.name} {move.change_pct:+.2f} %{over}{beside}{spread}"


def _history_lines(history: Mapping[str, Any]) -> Iterator[str]:
    """Yield the base rates of a class, price first."""
    yield f"  measured on: {history['outcome']}"
    for ahead, groups in history["prices"].items():
        for rate in groups:
            yield (
                f"  {ahead} after {rate['group']}: "
                f"with the evidence {_percent(rate['up'])}, not against it {_percent(rate['not_down'])} "
                f"of {rate['n']} in {rate['spells']} spells; quarters {rate['quarters_up']} and "
                f"{rate['quarters_not_down']} of {rate['quarters']}{_range(rate['quarters_up_wilson'])}"
            )
    for one in history["returns"]:
        if one["difference"] is not None and one["interval"] is not None:
            low, high = one["interval"]
            yield (
                f"  {one['kind']} return after {one['sessions']} sessions: {one['mean']:+.1f} % (n {one['n']}) against "
                f"{one['others_mean']:+.1f} % (n {one['others']}); "
                f"difference {one['difference']:+.1f} ({low:+.1f} to {high:+.1f})"
            )
    yield f"  {history['claim']}"
    for case in history["cases"][-_CASES_SHOWN:]:
        prices = f"next quarter {_change(case['price_1q_pct'])}, two quarters {_change(case['price_2q_pct'])}"
        sizes = [f"{_change(size)} after {sessions} sessions" for sessions, size in case["raw_pct"].items()]
        yield f"  case {case['event_start']}: prices {prices}; shares " + (", ".join(sizes) or "without closes")


def _change(percent: float | None) -> str:
    """Return a change in percent, or that nobody knew it by the date."""
    return "not known" if percent is None else f"{percent:+.1f} %"


def explanation_lines(flag: Flag, history: Mapping[str, Any]) -> list[str]:
    """Return an explained flag as lines for a person at a prompt."""
    score = flag.tightness.score
    lines = [
        f"{flag.flag_id}: {flag.kind}, {flag.label.replace('_', ' ')}, as of {flag.as_of}",
        f"  {flag.label_reason}",
        f"  {flag.state} since {flag.state_on}: {flag.state_reason}; rule version {flag.rule_version}",
        "What shares did:",
        *_move_lines(flag),
        f"What was known of supply before {flag.event_start}: score "
        + (f"{score:+.2f}" if score is not None else "none")
        + f" on {flag.tightness.evidence:.0%} of the weight"
        + (f"; stale: {', '.join(flag.tightness.stale)}" if flag.tightness.stale else ""),
        *(_leg_line(leg) for leg in flag.tightness.legs),
        "Statements that contradict the move:",
        *([_cited_line(cited) for cited in flag.evidence] or ["  none"]),
        "Statements that agree with it:",
        *([_cited_line(cited) for cited in flag.against] or ["  none"]),
        "What happened before:",
        *_history_lines(history),
    ]
    return [*lines, _DISCLAIMER]
