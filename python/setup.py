"""What pyproject.toml cannot say: with the shared library in the package's folder, the wheel is for
one platform; without, it is for all.

TAPI3_WHEEL_PLATFORM is the platform's tag, by default that of this machine; see scripts/wheel.
"""

import os
import pathlib

from setuptools import Distribution, setup

try:
    from setuptools.command.bdist_wheel import bdist_wheel
except ImportError:
    try:
        from wheel.bdist_wheel import bdist_wheel
    except ImportError:
        # setuptools asks for it before it builds one.
        bdist_wheel = None

PACKAGE = pathlib.Path(__file__).resolve().parent / "tapi3"


class Carried(Distribution):
    """What belongs among the files for one platform."""

    def has_ext_modules(self):
        return True


def options():
    if bdist_wheel is None or not list(PACKAGE.glob("libtapi3.so*")):
        return {}

    class Carrying(bdist_wheel):
        def get_tag(self):
            platform = os.environ.get("TAPI3_WHEEL_PLATFORM") or super().get_tag()[2]
            # Any Python 3: the library is called through ctypes, not Python's own C interface.
            return "py3", "none", platform

    return {"distclass": Carried, "cmdclass": {"bdist_wheel": Carrying}}


setup(**options())
