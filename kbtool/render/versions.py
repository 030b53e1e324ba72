"""Versions of what computes a report: with others the same input may give other figures."""

from __future__ import annotations

from importlib.metadata import version
from platform import python_version

from kbtool import __version__

READING = ("markdown-it-py",)
MATCHING = (*READING, "numpy", "scikit-learn", "scipy", "snowballstemmer")


def versions(packages: tuple[str, ...]) -> dict[str, str]:
    """Version by name of kbtool, of Python and of these packages."""
    found = {name: version(name) for name in packages}
    return {"kbtool": __version__, "Python": python_version(), **found}
