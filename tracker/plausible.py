"""Claims whose figures can't be meant: read rightly or not, they are listed and not counted.

One misprint in one document must not keep a whole database from being published.
"""

from __future__ import annotations

from collections.abc import Iterable

from tracker.facts import Rejected, Statement
from tracker.statement import Claim

MOST_PCT = 1000.0
WHOLE_PCT = 100.0


def part_claims(claims: Iterable[Claim]) -> tuple[tuple[Claim, ...], tuple[Rejected, ...]]:
    """Return the claims that may stand, and a refusal for each of the others, placed by its characters in the text."""
    kept: list[Claim] = []
    refused: list[Rejected] = []
    for claim in claims:
        reason = _find_fault(claim)
        if reason is None:
            kept.append(claim)
        else:
            refused.append(reason)
    return tuple(kept), tuple(refused)


def part_statements(statements: Iterable[Statement]) -> tuple[tuple[Statement, ...], tuple[Rejected, ...]]:
    """Return the statements that may stand, each once, and a refusal for each that can't be meant."""
    unique = dict.fromkeys(statements)
    _, refused = part_claims(statement.claim for statement in unique)
    return tuple(statement for statement in unique if _find_fault(statement.claim) is None), refused


def _find_fault(claim: Claim) -> Rejected | None:
    is_fall = claim.attribute == "price" and claim.direction == "down"
    most = WHOLE_PCT if is_fall else MOST_PCT
    for field, value in (("low_pct", claim.low_pct), ("high_pct", claim.high_pct)):
        if value is None or -MOST_PCT <= value <= most:
            continue
        expected = f"at most {most:,.0f} % {claim.direction}: {claim.quote[:200]!r} is a misprint, or was misread"
        place = f"characters {claim.start}-{claim.end}"
        return Rejected(place=place, field=field, value=f"{value:g}", expected=expected)
    return None
