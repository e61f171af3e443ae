"""The enumerations of TAPI, their values under their own names, and the constants.

Made by ``cargo run -p codegen`` from idl/; do not edit.
"""

from __future__ import annotations

from ._interfaces import (
@@IMPORTS@@)

@@VALUES@@

__all__ = [
@@ALL@@]
