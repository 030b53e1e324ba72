"""Help desks: every module in this folder adds one, and nothing else names them."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType

from kbtool.articles.records import Desk, Table


@cache
def load_desks() -> Mapping[str, Desk]:
    """All help desks by name, in order of their names."""
    modules = sorted(module.name for module in pkgutil.iter_modules(__path__))
    desks = [import_module(f"{__name__}.{name}").DESK for name in modules]
    return MappingProxyType({desk.name: desk for desk in desks})


def desk_of(record: Table) -> Desk | None:
    """Desk whose marks an article bears most; None for what is no article of any.

    What bears no marks is nobody's: a plain record.
    """
    desks = [desk for desk in load_desks().values() if desk.is_article(record)]
    return max(
        desks, key=lambda desk: (len(desk.marks & record.keys()), not desk.marks), default=None
    )
