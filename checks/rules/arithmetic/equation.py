"""How a computation is written for people: values in the scale they are printed in, intervals with their ends."""

from __future__ import annotations

from fractions import Fraction

from checks.rules.arithmetic.operands import Operand, Scale
from extract.interval import Interval

_SIGNIFICANT = 1000
"""A value is written with enough decimals to show at least four digits, and with at least four decimals."""


def written(value: Fraction, places: int = 4) -> str:
    """A value in decimals, rounded to ``places`` and trimmed; small values keep four digits."""
    size = abs(value)
    while size and size * 10**places < _SIGNIFICANT and places < 12:
        places += 1
    whole, rest = divmod(round(size * 10**places), 10**places)
    decimals = f"{rest:0{places}d}".rstrip("0") if places else ""
    sign = "-" if value < 0 and (whole or decimals) else ""
    return f"{sign}{whole}.{decimals}" if decimals else f"{sign}{whole}"


def shown(interval: Interval, scale: Scale) -> str:
    """An interval in a printed scale, such as ``[520.5, 521.5]`` or ``(500, ∞)``."""
    low = "(-∞" if interval.low is None else ("(" if interval.low_open else "[") + _end(interval.low, scale)
    high = (
        "∞)" if interval.high is None else _end(interval.high, scale) + (")" if interval.high_open else "]")
    )
    return f"{low}, {high}"


def _end(value: Fraction, scale: Scale) -> str:
    return written(value / scale.factor)


def about(interval: Interval, one: Operand, scale: Scale) -> str:
    """A computed interval as one number, in the scale and the precision of the operand it should equal."""
    suffix = scale.suffix
    if interval.low is None or interval.high is None:
        if interval.low is not None:
            return f"不低于{written(interval.low / scale.factor)}{suffix}"
        if interval.high is not None:
            return f"不高于{written(interval.high / scale.factor)}{suffix}"
        return "任意值"
    middle = (interval.low + interval.high) / 2 / scale.factor
    numeral = one.numeral()
    places = len(numeral.partition(".")[2]) if numeral else 1
    while 0 < abs(middle) * 10**places < 10 and places < 12:
        places += 1
    text = _rounded(middle, places)
    if text.lstrip("-") == numeral:
        text = _rounded(middle, places + 1)
    return f"{text}{suffix}"


def _rounded(value: Fraction, places: int) -> str:
    whole, rest = divmod(round(abs(value) * 10**places), 10**places)
    decimals = f".{rest:0{places}d}" if places else ""
    sign = "-" if value < 0 and (whole or rest) else ""
    return f"{sign}{whole}{decimals}"
