"""The interval in which the truth behind a counted share lies."""

from __future__ import annotations


def exact(hits: int, of: int, confidence: float = 0.95) -> tuple[float, float]:
    """Clopper, Pearson: The use of confidence or fiducial limits illustrated in the case of the binomial, 1934."""
    from scipy.stats import beta

    if not of:
        return 0.0, 1.0
    rest = (1 - confidence) / 2
    low = float(beta.ppf(rest, hits, of - hits + 1)) if hits else 0.0
    high = float(beta.ppf(1 - rest, hits + 1, of - hits)) if hits < of else 1.0
    return low, high
