"""Intervals for few and clustered cases: Wilson's for counts, and resampling of whole blocks for means and differences.

Cases of one year or one spell are not independent, so blocks are drawn, never single cases. The random numbers are
seeded: the same cases give the same interval. numpy is imported when first needed.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence

_SEED = 20120101
_DRAWS = 4000
_Z = 1.959964
Interval = tuple[float, float]


def wilson(successes: int, n: int) -> Interval | None:
    """Return Wilson's 95 % interval of a share, or None without cases (Wilson 1927)."""
    if n == 0:
        return None
    share = successes / n
    middle = (share + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
    half = _Z * math.sqrt(share * (1 - share) / n + _Z**2 / (4 * n**2)) / (1 + _Z**2 / n)
    return round(middle - half, 4), round(middle + half, 4)


def block_interval(values: Sequence[float], blocks: Sequence[Hashable]) -> Interval | None:
    """Return the 95 % interval of a mean when whole blocks are drawn with replacement.

    None with fewer than two blocks.
    """
    import numpy as np

    names = list(dict.fromkeys(blocks))
    if len(names) < 2:
        return None
    at = np.array([names.index(block) for block in blocks])
    sums = np.bincount(at, weights=np.asarray(values, dtype=np.float64), minlength=len(names))
    counts = np.bincount(at, minlength=len(names))
    drawn = np.random.default_rng(_SEED).integers(0, len(names), (_DRAWS, len(names)))
    means = sums[drawn].sum(axis=1) / counts[drawn].sum(axis=1)
    low, high = np.percentile(means, [2.5, 97.5])
    return round(float(low), 4), round(float(high), 4)


def difference_interval(
    ours: Sequence[float], our_blocks: Sequence[Hashable], theirs: Sequence[float], their_blocks: Sequence[Hashable]
) -> Interval | None:
    """Return the 95 % interval of a difference of means when blocks that both share are drawn together."""
    import numpy as np

    names = list(dict.fromkeys([*our_blocks, *their_blocks]))
    if len(names) < 2 or not ours or not theirs:
        return None
    place = {name: i for i, name in enumerate(names)}

    def table(values: Sequence[float], blocks: Sequence[Hashable]) -> tuple[np.ndarray, np.ndarray]:
        at = np.array([place[block] for block in blocks])
        weights = np.asarray(values, dtype=np.float64)
        return np.bincount(at, weights=weights, minlength=len(names)), np.bincount(at, minlength=len(names))

    our_sums, our_counts = table(ours, our_blocks)
    their_sums, their_counts = table(theirs, their_blocks)
    drawn = np.random.default_rng(_SEED).integers(0, len(names), (_DRAWS, len(names)))
    ours_n, theirs_n = our_counts[drawn].sum(axis=1), their_counts[drawn].sum(axis=1)
    full = (ours_n > 0) & (theirs_n > 0)
    ours_mean = our_sums[drawn].sum(axis=1)[full] / ours_n[full]
    theirs_mean = their_sums[drawn].sum(axis=1)[full] / theirs_n[full]
    low, high = np.percentile(ours_mean - theirs_mean, [2.5, 97.5])
    return round(float(low), 4), round(float(high), 4)
