"""All built-in rules, one module each, found by walking this folder.

To add one, write ``<family>/<code>_<thing_found>.py`` with a ``RULE`` and a fixture of the
same name under ``tests/rules``; there is no list to edit.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import Any

from kbtool.rule import Rule


@cache
def all_rules() -> tuple[Rule[Any], ...]:
    """Every built-in rule, in order of their codes."""
    found: list[Rule[Any]] = []
    for family in pkgutil.iter_modules(__path__):
        package = import_module(f"{__name__}.{family.name}")
        if not family.ispkg:
            continue
        for module in pkgutil.iter_modules(package.__path__):
            loaded = import_module(f"{package.__name__}.{module.name}")
            if rule := getattr(loaded, "RULE", None):
                found.append(rule)
    return tuple(sorted(found, key=lambda rule: rule.code))
