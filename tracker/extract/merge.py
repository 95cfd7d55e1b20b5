"""Claims of one sentence made one where they say the same: repeats, headlines spelled out after a colon, echoes."""

from __future__ import annotations

from tracker.extract.layout import Layout
from tracker.statement import Claim


def merge_claims(layout: Layout, claims: list[Claim]) -> list[Claim]:
    """Return the claims without repeats: one said twice in a sentence keeps its size; a headline gives way to its details."""
    merged: list[Claim] = []
    for claim in claims:
        twin = next((i for i, c in enumerate(merged) if _same_subject(c, claim) and _compatible(c, claim)), None)
        if twin is None:
            merged.append(claim)
        elif merged[twin].low_pct is None and merged[twin].high_pct is None:
            merged[twin] = claim
    merged = [c for c in merged if not any(_names_more(other, c) for other in merged)]
    if layout.language == "ja":
        merged = [c for c in merged if not any(_tells_more(other, c) for other in merged)]
    colon = layout.text.find(":", layout.start, layout.end)
    kept = [c for c in merged if not _gives_way(c, merged, colon) and not _is_bare_echo(c, merged)]
    if layout.language == "zh":
        kept = [c for c in kept if not _is_dated_later(c, kept)]
    return [c for c in kept if not _is_rough(c, kept)]


def _names_more(other: Claim, claim: Claim) -> bool:
    """Say whether another claim on the same supply names its segment where a bare one names none."""
    if claim.attribute != "supply" or claim is other or claim.low_pct is not None or claim.high_pct is not None:
        return False
    same = ("product", "technology", "attribute", "direction", "period", "stance", "certainty")
    is_same = all(getattr(claim, name) == getattr(other, name) for name in same)
    return is_same and claim.segment is None and other.segment is not None


def _tells_more(other: Claim, claim: Claim) -> bool:
    """Say whether another claim on the same supply, demand or stock names its kind or segment where a bare one does not."""
    if claim.attribute == "price" or claim is other or claim.low_pct is not None or claim.high_pct is not None:
        return False
    same = ("product", "attribute", "direction", "period", "certainty")
    if any(getattr(claim, name) != getattr(other, name) for name in same):
        return False
    details = ((claim.technology, other.technology), (claim.segment, other.segment))
    return all(own in (None, others) for own, others in details) and any(own != others for own, others in details)


def _is_bare_echo(claim: Claim, claims: list[Claim]) -> bool:
    """Say whether a claim without size and period is said again in the sentence with a size."""
    if claim.low_pct is not None or claim.high_pct is not None or claim.attribute != "price":
        return False
    if claim.period is not None:
        twins = [
            c
            for c in claims
            if c is not claim
            and (c.product, c.direction, c.period) == (claim.product, claim.direction, claim.period)
            and {c.market, claim.market} != {"contract", "spot"}
        ]
        is_summed = claim.rule.startswith("price event") and "period inherited" in claim.rule
        if is_summed and any(_same_size_told(c, claim) for c in claims):
            return True
        return "product sentence; period inherited" in claim.rule and any(
            c.low_pct is not None or c.high_pct is not None for c in twins
        )
    return any(
        c is not claim
        and (c.product, c.technology, c.attribute, c.direction)
        == (claim.product, claim.technology, claim.attribute, claim.direction)
        and (c.low_pct is not None or c.high_pct is not None)
        and "period measure" not in c.rule
        for c in claims
    ) and claim.rule.startswith(("price event", "size revised"))


def _is_dated_later(claim: Claim, claims: list[Claim]) -> bool:
    """Say whether a bare rise or fall is told again behind it with its quarter and size ("带动DRAM大涨,Q2均价环比涨44%")."""
    if (
        claim.attribute != "price"
        or claim.period is not None
        or claim.low_pct is not None
        or claim.high_pct is not None
    ):
        return False
    names = ("product", "technology", "segment", "direction", "stance", "certainty")
    return any(
        c.start >= claim.start
        and c.period is not None
        and "Q" in c.period
        and c.low_pct is not None
        and c.attribute == "price"
        and all(getattr(c, name) == getattr(claim, name) for name in names)
        for c in claims
    )


def _is_rough(claim: Claim, claims: list[Claim]) -> bool:
    """Say whether a claim only says roughly, by half or double, what another says by its size ("腰斩,跌幅达52%")."""
    if (claim.low_pct, claim.high_pct) not in ((50.0, 50.0), (100.0, 100.0)):
        return False
    size = claim.low_pct or 0.0
    others = [c for c in claims if c is not claim and _same_subject(c, claim) and c.low_pct and c.high_pct]
    return any(
        (c.low_pct, c.high_pct) != (size, size)
        and all(abs((side or 0.0) - size) <= size / 5 for side in (c.low_pct, c.high_pct))
        for c in others
    )


def _same_size_told(other: Claim, claim: Claim) -> bool:
    """Say whether another claim, told later, gives the size of what "the rise is even steeper" only announces."""
    names = ("product", "technology", "segment", "direction", "attribute")
    is_same = all(getattr(other, name) == getattr(claim, name) for name in names)
    return is_same and other.start >= claim.start and other.low_pct is not None and other.technology is not None


def _same_subject(a: Claim, b: Claim) -> bool:
    """Say whether two claims of a sentence speak of the same thing in the same period."""
    return (
        (a.product, a.technology, a.segment, a.attribute, a.direction, a.period, a.region)
        == (b.product, b.technology, b.segment, b.attribute, b.direction, b.period, b.region)
        and {a.market, b.market} != {"contract", "spot"}
        and not ("product carried" in b.rule and a.stance != b.stance)
    ) and (a.certainty == "negated") == (b.certainty == "negated")


def _compatible(a: Claim, b: Claim) -> bool:
    """Say whether two claims can be one: not two different sizes."""
    sizes = {(c.low_pct, c.high_pct) for c in (a, b)} - {(None, None)}
    return len(sizes) <= 1


def _spells_out(claim: Claim, headline: Claim) -> bool:
    """Say whether a claim after a colon says again, with its period, what the headline before it said."""
    return claim.period is not None and (claim.product, claim.attribute, claim.direction) == (
        headline.product,
        headline.attribute,
        headline.direction,
    )


def _gives_way(claim: Claim, claims: list[Claim], colon: int) -> bool:
    """Say whether a claim on memory at large is spelled out after a colon by claims on its kinds."""
    if claim.low_pct is not None or colon < claim.start:
        return False
    if claim.product != "MEMORY":
        return claim.period is None and any(_spells_out(c, claim) for c in claims if c.start > colon)
    return any(
        c.product != "MEMORY" and c.attribute == claim.attribute and c.direction == claim.direction and c.end > colon
        for c in claims
    )
