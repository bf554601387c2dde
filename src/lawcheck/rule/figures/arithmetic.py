"""Exact decimal arithmetic of sums and rates."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal

# Wide enough for every product of two numbers that `is_countable` lets pass, so nothing is rounded on the way.
_CONTEXT = Context(prec=120)
_MOST_DIGITS = 40


def is_countable(value: Decimal) -> bool:
    """Say whether a number is of a size to reckon with: finite, not negative, no flood of digits."""
    return value.is_finite() and value >= 0 and value.adjusted() < _MOST_DIGITS and last_place(value) >= _SMALLEST


_SMALLEST = Decimal(1).scaleb(-_MOST_DIGITS)


def last_place(value: Decimal) -> Decimal:
    """Return one unit of the last digit that is stated: 0.01 for 86.07, 1 for 100."""
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(min(exponent, 0)) if isinstance(exponent, int) else Decimal(1)


def total(values: Iterable[Decimal]) -> Decimal:
    """Return the exact sum."""
    found = Decimal(0)
    for value in values:
        found = _CONTEXT.add(found, value)
    return found


def rate_of(part: Decimal, whole: Decimal, place: Decimal) -> Decimal:
    """Return part/whole in percent, rounded to the decimal place of `place`; `whole` is not zero."""
    return _CONTEXT.divide(_CONTEXT.multiply(part, Decimal(100)), whole).quantize(
        place, rounding=ROUND_HALF_UP, context=_CONTEXT
    )


def rate_fits(part: Decimal, whole: Decimal, rate: Decimal, *, is_forced: bool = False) -> bool:
    """Say whether `rate` percent is part/whole, rounded or cut off at the decimals that it states.

    `is_forced`: it is one of shares that were made to add up to 100, so one unit of the last digit more or less is
    right as well. A rate of nothing fits no number.
    """
    if whole == 0:
        return False
    unit = last_place(rate)
    below = unit if is_forced else unit / 2
    exact = _CONTEXT.multiply(part, Decimal(100))
    low = _CONTEXT.multiply(whole, _CONTEXT.subtract(rate, below))
    high = _CONTEXT.multiply(whole, _CONTEXT.add(rate, unit))
    return low <= exact and (exact <= high if is_forced else exact < high)


def plain(value: Decimal) -> str:
    """Return a number without exponent, and without zeros that say nothing of a whole number."""
    return f"{value:f}" if value != value.to_integral_value() or last_place(value) < 1 else f"{value.quantize(1):f}"
