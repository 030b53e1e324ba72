"""What help desks, bots and search reports write: every module in this folder knows one kind.

A kind is told by the shape of a record, not by the name of a file: exports are renamed, and one
vendor has several.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Any

from kbtool.questions.rows import Vendor


@cache
def load_vendors() -> tuple[Vendor, ...]:
    """All vendors in the order of their modules' names."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(import_module(f"{__name__}.{name}").VENDOR for name in names)


def find_vendor(record: Mapping[str, Any]) -> Vendor | None:
    """The vendor that wrote a record, or None where it is a row of some log."""
    return next((vendor for vendor in load_vendors() if vendor.matches(record)), None)
