"""Tables of a configuration to rules."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from msgspec.structs import replace

from kbtool.config import Layer, Project, convert, find_line
from kbtool.custom.kinds.consistent import Consistent, Use
from kbtool.custom.kinds.count import Count
from kbtool.custom.kinds.forbid import Forbid
from kbtool.custom.kinds.prefer import Prefer
from kbtool.custom.kinds.require_heading import RequireHeading
from kbtool.custom.kinds.require_if import RequireIf
from kbtool.custom.kinds.require_meta import RequireMeta
from kbtool.custom.page import write_page
from kbtool.custom.settings import apply_options, options_of
from kbtool.errors import ConfigError
from kbtool.model import Article, Hit, KnowledgeBase, Outline, Severity
from kbtool.rule import Check, Fix, Judge, Options, Rule, Survey, check_names

Alone = Forbid | Prefer | Count | RequireIf | RequireHeading | RequireMeta
"""Kinds that look at one article at a time."""

Kind = Alone | Consistent

KINDS: dict[str, type[Kind]] = {
    "forbid": Forbid,
    "prefer": Prefer,
    "count": Count,
    "consistent": Consistent,
    "require_if": RequireIf,
    "require_heading": RequireHeading,
    "require_meta": RequireMeta,
}
"""Kinds of rules, as a table names its own."""


def build_rules(project: Project, taken: Collection[Rule[Any]]) -> tuple[Rule[Any], ...]:
    """Rules of a project's configuration; ``taken`` are those there are besides.

    Raises ConfigError, with the line of the table, for what makes no sense.
    """
    known = [*taken]
    for layer, number, table in _tables(project):
        try:
            check_names(table.code, table.name, known)
            table.prepare()
        except ConfigError as error:
            raise _locate(error, layer, number) from error
        known.append(_build(table))
    return tuple(known[len(taken) :])


def read_tables(project: Project) -> tuple[Kind, ...]:
    """The tables of a configuration with checked values, in their order. Raises ConfigError."""
    return tuple(table for _, _, table in _tables(project))


def _tables(project: Project) -> Iterator[tuple[Layer, int, Kind]]:
    """Each table with the file it stands in, and its number there."""
    for layer in project.layers:
        for number, table in enumerate(layer.config.rule):
            try:
                read = _read_table(table, layer, number)
            except ConfigError as error:
                raise _locate(error, layer, number) from error
            yield layer, number, read


def _read_table(table: Mapping[str, Any], layer: Layer, number: int) -> Kind:
    """Values of a table, checked. Raises ConfigError."""
    kind = table.get("kind")
    if kind not in KINDS:
        near = get_close_matches(str(kind), KINDS, 1)
        remedy = f"Did you mean `{near[0]}`? " if near else ""
        message = f"kind {kind!r} is none" if kind is not None else "no `kind` is named"
        raise ConfigError(message, remedy=f"{remedy}Kinds: {', '.join(KINDS)}")
    rest = {key: value for key, value in table.items() if key != "kind"}
    within = ("rule", str(number))
    return convert(rest, KINDS[kind], path=str(layer.path), text=layer.text, within=within)


def _locate(error: ConfigError, layer: Layer, number: int) -> ConfigError:
    if error.path:
        return error
    line = find_line(layer.text, ("rule", str(number)))
    message = f"[[rule]]: {error.message}"
    return ConfigError(message, path=str(layer.path), line=line, remedy=error.remedy)


def _build(table: Kind) -> Rule[Options]:
    fix: Fix = "none"
    if isinstance(table, Prefer):
        fix = "safe" if table.fix else "unsafe"
    rule = Rule(
        code=table.code,
        name=table.name,
        severity=Severity[table.severity.upper()],
        options=options_of(table),
        doc=write_page(table),
        fix=fix,
        languages=table.languages,
    )
    if isinstance(table, Consistent):
        judge = _judging(table)
        return replace(rule, survey=_surveying(table), facts=tuple[Use, ...], judge=judge)
    return replace(rule, check=_checking(table))


def _checking(table: Alone) -> Check[Options]:
    def check(article: Article, _kb: KnowledgeBase, options: Options) -> Iterator[Hit]:
        return apply_options(table, options).check(article)

    return check


def _surveying(table: Consistent) -> Survey[Options]:
    def survey(article: Article, options: Options) -> tuple[Use, ...] | None:
        return apply_options(table, options).survey(article)

    return survey


def _judging(table: Consistent) -> Judge[Options]:
    def judge(outline: Outline, kb: KnowledgeBase, options: Options) -> Iterator[Hit]:
        return apply_options(table, options).judge(outline, kb)

    return judge
