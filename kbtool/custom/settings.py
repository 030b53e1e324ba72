"""Options of a rule of a configuration: what other tables may set otherwise for some articles."""

from __future__ import annotations

from typing import Any, TypeVar, cast, get_type_hints

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from kbtool.custom.tables import Table
from kbtool.rule import Options

TableT = TypeVar("TableT", bound=Table)

_FIXED = frozenset(
    (
        *("code", "name", "languages", "why", "link", "examples_bad", "examples_good"),
        "severity",  # has a table of its own
        "fix",  # says which fixes the rule has at all
    )
)
"""Keys that say what the rule is; all others are its options."""


def options_of(table: Table) -> type[Options]:
    """Type of the options of a rule; what its table says are their defaults.

    Making one that makes no sense raises ConfigError, as a table of that kind would.
    """
    types = get_type_hints(type(table), include_extras=True)
    fields = [
        (one.name, types[one.name], _field(one.encode_name, getattr(table, one.name)))
        for one in msgspec.structs.fields(table)
        if one.name not in _FIXED
    ]

    def check(options: Options) -> None:
        apply_options(table, options).prepare()

    name = f"{table.code.title()}Options"  # none like it in the JSON Schema
    made = msgspec.defstruct(
        name, fields, bases=(Options,), frozen=True, namespace={"__post_init__": check}
    )
    return cast("type[Options]", made)


def apply_options(table: TableT, options: Struct) -> TableT:
    """The table with the values of these options."""
    return replace(table, **msgspec.structs.asdict(options))


def _field(key: str, value: Any) -> Any:
    """Field with a default; a dict of which nobody can change that of the table."""
    if isinstance(value, dict):
        return msgspec.field(default_factory=lambda: dict(value), name=key)
    return msgspec.field(default=value, name=key)
