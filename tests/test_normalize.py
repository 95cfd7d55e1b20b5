"""Statements become signed observations on the calendar."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.made import make_claim
from tracker.normalize import Magnitude, map_segment, place_in_time, price_pressure, sign_magnitude


@pytest.mark.parametrize(
    ("direction", "low", "high", "expected"),
    [
        ("up", 10.0, 15.0, Magnitude(10.0, 12.5, 15.0, "range")),
        ("down", 10.0, 15.0, Magnitude(-15.0, -12.5, -10.0, "range")),
        ("down", 5.0, 5.0, Magnitude(-5.0, -5.0, -5.0, "point")),
        ("up", 20.0, None, Magnitude(20.0, 20.0, None, "at_least")),
        ("down", 20.0, None, Magnitude(None, -20.0, -20.0, "at_least")),
        ("down", None, 8.0, Magnitude(-8.0, -8.0, None, "at_most")),
        ("up", -3.0, 8.0, Magnitude(-3.0, 2.5, 8.0, "range")),
        ("down", -3.0, 8.0, Magnitude(-8.0, -2.5, 3.0, "range")),
        ("flat", None, None, Magnitude(None, None, None, "words")),
    ],
)
def test_magnitudes_get_the_sign_of_their_direction(
    direction: str, low: float | None, high: float | None, expected: Magnitude
) -> None:
    """A fall of 10 to 15 % is a change of -15 to -10 %."""
    assert sign_magnitude(make_claim(direction=direction, low_pct=low, high_pct=high)) == expected


def test_a_claim_without_a_period_is_about_the_time_it_was_made() -> None:
    """It gets the quarter of its publication, marked as such."""
    kind, quarters = place_in_time(None, dt.date(2026, 7, 2))
    assert (kind, [str(quarter) for quarter in quarters]) == ("none", ["2026Q3"])


@pytest.mark.parametrize(
    ("attribute", "direction", "expected"),
    [
        ("supply", "tight", 1),
        ("supply", "up", -1),
        ("inventory", "up", -1),
        ("inventory", "tight", 1),
        ("demand", "up", 1),
    ],
)
def test_directions_are_told_as_pressure_on_prices(attribute: str, direction: str, expected: int) -> None:
    """More output and more stock press prices; shortage lifts them."""
    assert price_pressure(make_claim(attribute=attribute, direction=direction, low_pct=None, high_pct=None)) == expected


def test_a_denied_direction_presses_nowhere() -> None:
    """`did not raise` says neither up nor down."""
    assert price_pressure(make_claim(certainty="negated")) is None


def test_a_segment_that_the_product_lacks_is_not_mapped() -> None:
    """Graphics NAND does not exist; no segment named means the product as a whole."""
    assert map_segment("NAND", "graphics") is None
    assert map_segment("NAND", None) == "total"
