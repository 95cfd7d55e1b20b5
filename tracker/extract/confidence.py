"""How far a claim can be trusted: a logistic score of how it was found, with coefficients fitted offline.

The score weighs evidence downstream and never hides a claim. Coefficients live in `configs/lexicon/confidence.toml`, written
by `python -m tracker.extract.calibrate`; fitting needs scikit-learn, scoring needs nothing.
"""

from __future__ import annotations

import math
import tomllib
from dataclasses import replace
from functools import lru_cache

from tracker.extract.lexicon import lexicon_folder
from tracker.extract.script import detect_language
from tracker.statement import Claim

# What a claim may show; each is 0 or 1. A new feature needs a new fit.
FEATURES = (
    "sized", "range", "dated", "inherited_period", "beside", "clause", "sentence", "context", "implied", "gapped", "bare", "shared", "event", "table",
    "price", "supply", "demand", "inventory", "flat", "guidance", "hedged", "negated", "memory", "technology", "long_quote", "zh", "ja_ko",
)  # fmt: skip


def features_of(claim: Claim) -> frozenset[str]:
    """Return the features that a claim shows."""
    rule, _, rest = claim.rule.partition(";")
    how = rest.partition(";")[0].replace("product", "").strip()
    language = detect_language(claim.quote)
    shown = {
        "sized": claim.low_pct is not None or claim.high_pct is not None,
        "range": None not in (claim.low_pct, claim.high_pct) and claim.low_pct != claim.high_pct,
        "dated": claim.period is not None,
        "inherited_period": "period inherited" in claim.rule,
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
        "flat": claim.direction in ("flat", "balanced", "loose"),
        "guidance": claim.stance == "guidance",
        "hedged": claim.certainty == "hedged",
        "negated": claim.certainty == "negated",
        "memory": claim.product == "MEMORY",
        "technology": claim.technology is not None,
        "long_quote": len(claim.quote) > (160 if language == "en" else 60),
        "zh": language == "zh",
        "ja_ko": language in ("ja", "ko"),
        claim.attribute: True,
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


def with_confidence(claim: Claim) -> Claim:
    """Return the claim with its confidence, between 0.01 and 0.99, rounded to two digits."""
    intercept, weights = _coefficients()
    score = intercept + sum(weights.get(name, 0.0) for name in features_of(claim))
    return replace(claim, confidence=round(min(0.99, max(0.01, 1 / (1 + math.exp(-score)))), 2))
