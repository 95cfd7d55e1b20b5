"""What a person sees of forecasts, flags and tightness: the documented answers in words and columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tracker.terminal import show_table

Answer = Mapping[str, Any]
QUOTE_WIDTH = 96
NAMED_FLAGS = 12
CHANGE_COLUMNS = ("quarter", "before_pct", "after_pct", "difference_pp")
LEADER_COLUMNS = (
    "model",
    "horizon",
    "n",
    "mae_pp",
    "median_ae_pp",
    "skill_vs_no_change",
    "crps_pp",
    "coverage_80",
    "direction_hit",
)


def show_forecast(answer: Answer) -> None:
    """Print each product's path with its intervals, the models' weights, the evidence and the caveats."""
    print(f"as of {answer['as_of']}, through {answer['target']}; change in % on the quarter before, index derived")
    for product in answer["products"]:
        print(f"\n{product['product']} {product['segment']}")
        show_table([_point_row(point) for point in product["path"]])
        shares = sorted(product["weights"].items(), key=lambda pair: -pair[1])
        print("models: " + (", ".join(f"{name} {share:.0%}" for name, share in shares if share >= 0.005) or "none"))
        for row in product["evidence"]:
            print(f"  {row['effect_pp']:+.1f} pp  {row['issuer']}, {row['published_at']}: {shorten(row['quote'])}")
            print(f"           {row['url'] or 'no page known'}  [{row['statement_id']}]")
        for note in product["notes"]:
            print(f"  note: {note}")


def show_flags(answer: Answer) -> None:
    """Print each flag with both sides of its evidence."""
    flags = answer["flags"]
    for flag in flags:
        show_flag(flag)
    for row in answer.get("no_longer_found", []):
        print(f"\n{row['flag_id']}: {ledger_words(row)}")
    if not flags:
        print(f"no contradiction as of {answer['as_of']}")
        return
    print("\nwhat happened after such days before: memtrack flags --explain ID")


def show_flag(flag: Answer) -> None:
    """Print one flag: what fell or rose, and what published supply evidence said."""
    kind = {"tight_vs_bearish": "supply tight, shares fell", "loose_vs_bullish": "supply loose, shares rose"}[
        flag["kind"]
    ]
    label = str(flag.get("label", "")).replace("_", " ")
    print(f"\n{flag['id']}: {kind}; {label}; {flag.get('severity', '')}; {flag.get('state', '')}")
    print(f"  event {flag['event_start']} to {flag['event_end']}, tightness {flag['tightness']:+.2f}")
    if flag.get("label_reason"):
        print(f"  {flag['label_reason']}")
    if "ledger" in flag:
        print(f"  {ledger_words(flag['ledger'])}")
    print("  moves:")
    for move in flag["moves"]:
        abnormal = "" if move["abnormal_pct"] is None else f" (abnormal {move['abnormal_pct']:+.1f})"
        print(f"    {move['date']}  {move['change_pct']:+7.2f} %{abnormal}  {move['instrument']}  {move['url'] or ''}")
    _show_side("published supply evidence", flag["evidence"])
    if flag.get("evidence_against"):
        _show_side("statements that agree with the shares", flag["evidence_against"])


def ledger_words(row: Answer) -> str:
    """Say what the ledger has written of a flag, and where that differs from what is computed now."""
    if row["status"] == "not_issued":
        return "not in the ledger: the run that writes flags had passed this day, or has yet to come (memtrack ingest)"
    written = f"{row['flag_id']} of {row['issued_at'][:10]}"
    then = f"{str(row['label']).replace('_', ' ')}, tightness {_signed(row['tightness'])}"
    if row["status"] == "no_longer_found":
        return f"written on {row['issued_at'][:10]} ({then}); what is known now of that day does not give it any more"
    if row["status"] == "differs":
        return f"the ledger's {written} says {then}: more is known now of that day"
    return f"in the ledger as {written}"


def _signed(score: float | None) -> str:
    return "unknown" if score is None else f"{score:+.2f}"


def show_tightness(readings: Sequence[Answer]) -> None:
    """Print tightness scores, each with its legs."""
    for reading in readings:
        score = "unknown" if reading["score"] is None else f"{reading['score']:+.2f}"
        stale = f"; fading: {', '.join(reading['stale'])}" if reading.get("stale") else ""
        head = f"{reading['day']}  {reading['product']:6} {score}  {reading['state']}"
        print(f"{head}; evidence {reading['evidence']:.0%}{stale}")
        for leg in reading.get("legs", []):
            figure = f"{leg['figure']:+.1f} {leg['unit']}"
            head = f"    {leg['leg']:10} {leg['value']:+.2f}  weight {leg['weight']:.2f}"
            print(f"{head}  {figure}, {leg['age_days']} days old")


def show_issued_flags(issued: Answer | None) -> None:
    """Print which contradictions a run wrote to the ledger for the first time."""
    if issued and issued["new"]:
        newest = list(issued["new"])[-NAMED_FLAGS:]
        names = ("the newest are " if len(newest) < len(issued["new"]) else "") + ", ".join(newest)
        print(f"flags: {len(issued['new'])} written to the ledger for the first time: {names}")


def shorten(text: str, width: int = QUOTE_WIDTH) -> str:
    """Return a text on one line, cut at a width."""
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1] + "…"


def _show_side(title: str, rows: Sequence[Answer]) -> None:
    print(f"  {title}:" + ("" if rows else " none"))
    for row in rows:
        print(f"    {row['published_at']}  {row['issuer']}: {shorten(row['quote'])}  {row['url'] or ''}")


def _point_row(point: Answer) -> dict[str, Any]:
    change = point["change_pct"]
    row: dict[str, Any] = {"quarter": point["quarter"], "status": point["status"], "median": f"{change['p50']:+.1f}"}
    for name, low, high in (("50 %", "p25", "p75"), ("80 %", "p10", "p90"), ("95 %", "p2_5", "p97_5")):
        row[name] = f"{change[low]:+.1f} to {change[high]:+.1f}" if low in change else ""
    probability = point.get("prob_up")
    row["rise"] = "" if probability is None else f"{probability:.0%}"
    turn = point.get("prob_turn")
    row["turn"] = "" if turn is None else f"{turn:.0%}"
    row["index"] = f"{point['index']['p50']:.1f}"
    return row


def show_changes(answer: Answer) -> None:
    """Print two paths side by side, and the statements between their dates where the answer names them."""
    span = f"from {answer['since']} to {answer['as_of']}" if "since" in answer else f"as of {answer['as_of']}"
    print(f"{span}, through {answer['target']}; median change in % on the quarter before")
    for product in answer["products"]:
        print(f"\n{product['product']} {product['segment']}")
        show_table([{name: _blank(row[name]) for name in CHANGE_COLUMNS} for row in product["path"]])
        for row in product.get("news", []):
            print(f"  {row['effect_pp']:+.1f} pp  {row['issuer']}, {row['published_at']}: {shorten(row['quote'])}")
        if product.get("other_pp") is not None:
            print(f"  {product['other_pp']:+.1f} pp  settled quarters, prices, what was learned, and time")
    for note in answer.get("notes", []):
        print(f"note: {note}")


def show_leaderboard(answer: Answer) -> None:
    """Print a backtest: errors in percentage points, beside the agency on its own quarters."""
    print(f"{answer['outcome']}, origin {answer['origin']}; errors in percentage points, skill against no change")
    show_table([_leader_row(row) for row in answer["rows"]])


def show_score(answer: Answer) -> None:
    """Print the track record of issued forecasts."""
    kind = "issued on their own date" if answer["live_only"] else "issued at any time"
    print(f"{answer['issued']} forecasts {kind} can be scored as of {answer['as_of']}")
    if answer["rows"]:
        show_table(answer["rows"])


def _leader_row(row: Answer) -> dict[str, Any]:
    paired = row["paired_vs_agency"] or {}
    shown = {name.removesuffix("_vs_no_change"): row[name] for name in LEADER_COLUMNS}
    return {
        **shown,
        "turns caught": f"{row['turns_caught']} of {row['turns']}",
        "turn Brier": row["turn_brier"],
        "n agency": paired.get("n"),
        "mae there": paired.get("mae_pp"),
        "agency": paired.get("agency_mae_pp"),
    }


def _blank(value: Any) -> str:
    return "" if value is None else f"{value:+.1f}" if isinstance(value, float) else str(value)
