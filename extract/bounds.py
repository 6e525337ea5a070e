"""Bound words: what they say about a number, and the interval it then means."""

from __future__ import annotations

from extract.interval import Interval
from extract.quantity import Quantity


def meant_interval(quantity: Quantity) -> Interval:
    """The interval of a quantity in canonical units."""
    raise NotImplementedError
