"""A Ctrl-C that comes while Python cleans something up.

Python raises KeyboardInterrupt between any two of its instructions on the main thread, in a
``__del__`` too, where it prints the exception and forgets it. It is kept here for whoever waits next.
"""

from __future__ import annotations

from typing import List

#: Whether one is kept: it holds something or nothing.
_kept: List[bool] = []


def keep() -> None:
    """The interrupt that was just caught is not lost."""
    _kept.append(True)


def raise_kept() -> None:
    """Raises KeyboardInterrupt if one was kept. For the main thread."""
    if _kept:
        _kept.clear()
        raise KeyboardInterrupt
