"""The library's log in Python's ``logging``.

A line of the library becomes a record of the logger ``tapi3``, or of one below it that is named for
where the line comes from: ``tapi3.sip``, ``tapi3.engine``. The library is told the finest level
that any of these loggers is enabled for, and makes no line below that. It is asked for when an
object is created, hence when a session is opened: levels that are set later count from the next
one. By Python's defaults it is WARNING, and each warning is printed to standard error.

The environment variable ``TAPI3_LOG`` has the library write to standard error instead, by itself;
then nothing comes here.
"""

from __future__ import annotations

import atexit
import ctypes
import logging
import os
from ctypes import CFUNCTYPE, c_char_p, c_int32, c_void_p
from typing import Any, Dict, List

from . import _process

#: The package's own logger, above all others.
ROOT = "tapi3"

#: What the library's levels, from TAPI3_LOG_ERROR = 1 to TAPI3_LOG_TRACE = 5, are in Python. There
#: is no name for the last one.
LEVELS = (logging.ERROR, logging.WARNING, logging.INFO, logging.DEBUG, 5)

CALLBACK = CFUNCTYPE(None, c_int32, c_char_p, c_char_p, c_void_p)

_lock = _process.Lock()

#: The libraries that call here (one, but for tests) with the level that each was told.
_told: Dict[Any, int] = {}

#: The loggers by the library's names for where a line comes from.
_loggers: Dict[bytes, logging.Logger] = {}

#: Becomes true at the end of the interpreter.
_over: List[bool] = []


def logger_name(target: str) -> str:
    """The name of the logger for a target of the library, such as ``tapi3_engine::call``."""
    parts = target.replace("-", "_").split("::")
    if parts[0].startswith(ROOT + "_"):
        parts[:1] = [ROOT, parts[0][len(ROOT) + 1 :]]
    elif parts[0] != ROOT:
        parts.insert(0, ROOT)
    return ".".join(part for part in parts if part)


def _hear(level: int, target: bytes, text: bytes, context: Any) -> None:
    """On the library's thread for the log, which holds no lock."""
    if _over:
        return
    try:
        logger = _loggers.get(target)
        if logger is None:
            name = logger_name(target.decode("utf-8", "replace"))
            logger = _loggers[target] = logging.getLogger(name)
        number = LEVELS[min(max(level, 1), len(LEVELS)) - 1]
        if logger.isEnabledFor(number):
            message = text.decode("utf-8", "replace")
            # A message without arguments is taken as it is.
            record = logger.makeRecord(logger.name, number, "libtapi3", 0, message, (), None)
            logger.handle(record)
    except Exception:
        # Nobody is left to be told. Handlers tell of failures of their own by themselves.
        return


_callback = CALLBACK(_hear)
# Never freed, not even when the interpreter takes its modules apart.
ctypes.pythonapi.Py_IncRef(ctypes.py_object(_callback))


def _wanted() -> int:
    """The finest of the library's levels that any logger here is enabled for."""
    loggers = [logging.getLogger(ROOT)]
    for name, known in list(logging.root.manager.loggerDict.items()):
        if name.startswith(ROOT + ".") and isinstance(known, logging.Logger):
            loggers.append(known)
    enabled = [
        index
        for index, level in enumerate(LEVELS, 1)
        if any(logger.isEnabledFor(level) for logger in loggers)
    ]
    return max(enabled, default=1)


def follow(library: Any) -> None:
    """Has the library log here, as finely as the loggers are enabled now."""
    if _over or os.environ.get("TAPI3_LOG"):
        return
    wanted = _wanted()
    with _lock:
        if _told.get(library) == wanted:
            return
        # It fails in a program that gets the library's log in a way of its own.
        library.tapi3_set_log_callback(_callback, wanted, None)
        _told[library] = wanted


def _finish() -> None:
    """The interpreter ends: what was logged so far is heard, and nothing comes afterwards."""
    with _lock:
        libraries = list(_told)
        _told.clear()
    for library in libraries:
        library.tapi3_set_log_callback(CALLBACK(), 0, None)
    _over.append(True)


@_process.in_child
def _forked() -> None:
    # A child begins with no log: the thread that calls here has stayed with its parent.
    _told.clear()


# Registered before anything that logs at the end, so it runs after that.
atexit.register(_finish)
