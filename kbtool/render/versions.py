"""Versions of what computes a report: with others the same input may give other figures."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from platform import python_version

from kbtool import __version__

READING = ("markdown-it-py",)
MATCHING = (*READING, "numpy", "scikit-learn", "scipy", "snowballstemmer", "sparse-dot-topn")
_STAND_INS = {"snowballstemmer": "PyStemmer"}  # which take their place wherever installed


def versions(packages: tuple[str, ...]) -> dict[str, str]:
    """Version by name of kbtool, of Python and of these packages."""
    found = {name: version(name) for name in packages}
    for name in packages:
        if name in _STAND_INS and (number := _find(_STAND_INS[name])):
            found[_STAND_INS[name]] = number
    return {"kbtool": __version__, "Python": python_version(), **found}


def _find(package: str) -> str:
    """Version of a package; "" where it is not installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
