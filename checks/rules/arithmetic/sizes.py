"""Sizes of units of one dimension against each other, for values that are printed in two of them."""

from __future__ import annotations

from fractions import Fraction

# Square metres, metres, kilograms, minutes: statutory units and the units of custom, GB 3100-93; the mu is 10000/15 m².
_SIZES: dict[str, tuple[str, Fraction]] = {
    "平方米": ("area", Fraction(1)),
    "亩": ("area", Fraction(10000, 15)),
    "公顷": ("area", Fraction(10000)),
    "平方公里": ("area", Fraction(1_000_000)),
    "顷": ("area", Fraction(1_000_000, 15)),
    "米": ("length", Fraction(1)),
    "公里": ("length", Fraction(1000)),
    "里": ("length", Fraction(500)),
    "厘米": ("length", Fraction(1, 100)),
    "毫米": ("length", Fraction(1, 1000)),
    "公斤": ("mass", Fraction(1)),
    "斤": ("mass", Fraction(1, 2)),
    "担": ("mass", Fraction(50)),
    "吨": ("mass", Fraction(1000)),
    "克": ("mass", Fraction(1, 1000)),
    "两": ("mass", Fraction(1, 20)),
    "小时": ("time", Fraction(60)),
    "分钟": ("time", Fraction(1)),
}


def conversion(source: str, target: str) -> Fraction | None:
    """How many of one unit another one is.

    Args:
        source: Canonical name of the unit converted from.
        target: Canonical name of the unit converted to.

    Returns:
        The factor, 1 for equal units, ``None`` where they do not measure the same.
    """
    if source == target:
        return Fraction(1)
    one, other = _SIZES.get(source), _SIZES.get(target)
    if one is None or other is None or one[0] != other[0]:
        return None
    return one[1] / other[1]
