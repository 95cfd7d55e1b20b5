"""How far a claim can be trusted: a logistic score of how it was found, with coefficients fitted offline.

The score weighs evidence downstream and never hides a claim. Coefficients live in `configs/lexicon/confidence.toml`, written
by `python -m tracker.extract.calibrate`; fitting needs scikit-learn, scoring needs nothing.
"""

from __future__ import annotations

import math
import tomllib
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from tracker.extract.lexicon import lexicon_folder
from tracker.extract.script import Language, detect_language
from tracker.statement import Claim

# What a claim may show; each is 0 or 1. A new feature needs a new fit.
FEATURES = (
    "sized", "range", "dated", "inherited_period", "beside", "clause", "sentence", "context", "implied", "gapped", "bare", "shared", "event", "table",
    "price", "supply", "output", "demand", "inventory", "down", "flat", "guidance", "hedged", "negated", "memory", "hbm", "technology", "month", "company",
    "long_quote", "zh", "ja_ko",
)  # fmt: skip


class Facets(NamedTuple):
    """What of a claim its score depends on; few combinations occur, so that scores are kept."""

    is_sized: bool
    is_range: bool
    is_dated: bool
    is_of_month: bool
    rule: str
    direction: str
    stance: str
    certainty: str
    speaker: str
    product: str
    has_technology: bool
    is_long: bool
    language: Language
    attribute: str


def _facets_of(claim: Claim) -> Facets:
    """Return what of a claim its score depends on."""
    low, high = claim.low_pct, claim.high_pct
    language = detect_language(claim.quote)
    return Facets(
        low is not None or high is not None,
        low is not None and high is not None and low != high,
        claim.period is not None,
        claim.period is not None and "-" in claim.period,
        claim.rule,
        claim.direction,
        claim.stance,
        claim.certainty,
        claim.speaker,
        claim.product,
        claim.technology is not None,
        len(claim.quote) > (160 if language == "en" else 60),
        language,
        claim.attribute,
    )


def features_of(claim: Claim) -> frozenset[str]:
    """Return the features that a claim shows."""
    return _features_of(_facets_of(claim))


def _features_of(facets: Facets) -> frozenset[str]:
    """Return the features that the facets of a claim show."""
    rule, _, rest = facets.rule.partition(";")
    how = rest.partition(";")[0].replace("product", "").strip()
    shown = {
        "sized": facets.is_sized,
        "range": facets.is_range,
        "dated": facets.is_dated,
        "inherited_period": "period inherited" in facets.rule,
        "beside": how == "beside",
        "clause": how in ("clause", "topic", "covered"),
        "sentence": how == "sentence",
        "context": how == "context",
        "implied": how in ("implied", "own", "maker"),
        "gapped": how in ("gapped", "compared"),
        "bare": rule.startswith("bare"),
        "shared": rule.startswith(("shared", "size", "same", "goes")),
        "event": rule.endswith("event"),
        "table": rule == "table row",
        "output": facets.attribute == "supply" and facets.direction in ("up", "down"),
        "down": facets.direction == "down",
        "flat": facets.direction in ("flat", "balanced", "loose"),
        "guidance": facets.stance == "guidance",
        "hedged": facets.certainty == "hedged",
        "negated": facets.certainty == "negated",
        "memory": facets.product == "MEMORY",
        "hbm": facets.product == "HBM",
        "month": facets.is_of_month,
        "company": facets.speaker == "company",
        "technology": facets.has_technology,
        "long_quote": facets.is_long,
        "zh": facets.language == "zh",
        "ja_ko": facets.language in ("ja", "ko"),
        facets.attribute: True,
    }
    return frozenset(name for name, is_shown in shown.items() if is_shown)


@lru_cache(maxsize=1)
def _coefficients() -> tuple[float, dict[str, float]]:
    """Return the intercept and the weight of each feature; a flat 0.9 where nothing was fitted yet."""
    path = lexicon_folder() / "confidence.toml"
    if not path.exists():
        return math.log(9), {}
    with path.open("rb") as handle:
        content = tomllib.load(handle)
    return float(content["intercept"]), {name: float(weight) for name, weight in content["weight"].items()}


@lru_cache(maxsize=4096)
def _score(facets: Facets) -> float:
    """Return the logistic score, between 0.01 and 0.99, rounded to two digits."""
    intercept, weights = _coefficients()
    score = intercept + math.fsum(weights.get(name, 0.0) for name in _features_of(facets))
    return round(min(0.99, max(0.01, 1 / (1 + math.exp(-score)))), 2)


def with_confidence(claim: Claim) -> Claim:
    """Return the claim with its confidence, between 0.01 and 0.99, rounded to two digits."""
    return replace(claim, confidence=_score(_facets_of(claim)))
