"""Tests of the package against the shared library.

    TAPI3_LIBRARY=target/debug/libtapi3.so python3 -m unittest discover -s python/tests -t python

Without TAPI3_LIBRARY, the library of the debug build is taken. pytest runs them as well.
"""
