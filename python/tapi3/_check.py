"""What a program gives is looked at where it comes in: a sentence in Python's words names the
parameter and says what is wanted, before anything else has happened."""

from __future__ import annotations

import inspect
import math
import operator
import threading
from typing import Any, Callable, Optional, Tuple, Type, TypeVar, Union

T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., Any])


class OutOfRange(ValueError, OverflowError):
    """A number that does not fit where it is to go."""


def blame(failure: Exception, parameter: object) -> None:
    """Puts the parameter's name before the sentence of an exception of this module's kinds."""
    named = str(failure).startswith(str(parameter))
    if type(failure) in (TypeError, ValueError, OutOfRange) and not named:
        failure.args = ("%s: %s" % (parameter, failure),)


def kind_of(value: object) -> str:
    """What a value is, for a message."""
    return "None" if value is None else type(value).__name__


def instance(
    parameter: str, value: Any, kind: Union[Type[T], Tuple[Type[T], ...]], wanted: str
) -> T:
    """The value, if it is of a class; ``wanted`` is the class in words, such as "a line"."""
    if isinstance(value, kind):
        return value
    raise TypeError("%s must be %s, not %s" % (parameter, wanted, kind_of(value)))


def text(parameter: str, value: Any) -> str:
    """A text."""
    return to_its_end(parameter, instance(parameter, value, str, "a text (str)"))


def to_its_end(parameter: str, value: str) -> str:
    """A text that methods read to its end: they would stop at a zero, and take a part of it."""
    if "\0" in value:
        raise ValueError("%s must not hold a NUL character" % parameter)
    return value


def filled(parameter: str, value: Any) -> str:
    """A text that is not empty."""
    if value is None or not text(parameter, value).strip():
        raise ValueError("%s must not be empty or None" % parameter)
    return str(value)


def text_or_none(parameter: str, value: Any) -> Optional[str]:
    """A text, or None."""
    if value is None:
        return None
    return to_its_end(parameter, instance(parameter, value, str, "a text (str) or None"))


def flag(parameter: str, value: Any) -> bool:
    """True or False: a number may have been meant for another parameter."""
    return instance(parameter, value, bool, "True or False")


def whole(
    parameter: str, value: Any, lowest: int = -(1 << 31), highest: int = (1 << 32) - 1
) -> int:
    """A whole number from a range; 32 bits may be given as signed or unsigned, many are bits."""
    try:
        number = operator.index(value)
    except TypeError:
        message = "%s must be a whole number (int), not %s" % (parameter, kind_of(value))
        raise TypeError(message) from None
    if not lowest <= number <= highest:
        message = "%s must be from %d to %d, not %d" % (parameter, lowest, highest, number)
        raise OutOfRange(message)
    return number


def seconds(parameter: str, value: Any) -> Optional[float]:
    """A time to wait: seconds, not negative; None, or more than a clock holds, is without end."""
    if value is None:
        return None
    if isinstance(value, (str, bytes)) or not hasattr(value, "__float__"):
        message = "%s must be a number of seconds or None, not %s" % (parameter, kind_of(value))
        raise TypeError(message)
    number = float(value)
    if math.isnan(number) or number < 0:
        raise ValueError("%s must be a number of seconds from 0 on, not %r" % (parameter, value))
    return number if number < threading.TIMEOUT_MAX else None


def function(parameter: str, value: F, count: int, wanted: str) -> F:
    """A function that can be called with so many arguments; ``wanted`` is its form in words."""
    if not callable(value):
        raise TypeError("%s must be %s, not %s" % (parameter, wanted, kind_of(value)))
    if inspect.iscoroutinefunction(value):
        message = "%s must be %s, not a coroutine function: nobody would await it"
        raise TypeError(message % (parameter, wanted))
    try:
        signature = inspect.signature(value)
    except (TypeError, ValueError):
        # Some functions that are written in C do not tell.
        return value
    try:
        signature.bind(*range(count))
    except TypeError as failure:
        message = "%s must be %s, which %r is not: %s" % (parameter, wanted, value, failure)
        raise TypeError(message) from None
    return value
