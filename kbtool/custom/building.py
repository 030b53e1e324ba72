"""Tables of a configuration to rules."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from msgspec.structs import replace

from kbtool.config import Project, convert, find_line
from kbtool.custom.kinds.consistent import Consistent, Use
from kbtool.custom.kinds.count import Count
from kbtool.custom.kinds.forbid import Forbid
from kbtool.custom.kinds.prefer import Prefer
from kbtool.custom.kinds.require_heading import RequireHeading
from kbtool.custom.kinds.require_if import RequireIf
from kbtool.custom.kinds.require_meta import RequireMeta
from kbtool.custom.page import write_page
from kbtool.custom.tables import Table
from kbtool.errors import ConfigError
from kbtool.model import Article, Hit, KnowledgeBase, Outline, Severity
from kbtool.rule import Check, Fix, Judge, Options, Rule, Survey

KINDS: dict[str, type[Table]] = {
    "forbid": Forbid,
    "prefer": Prefer,
    "count": Count,
    "consistent": Consistent,
    "require_if": RequireIf,
    "require_heading": RequireHeading,
    "require_meta": RequireMeta,
}
"""Kinds of rules, as a table names its own."""


class NoOptions(Options, frozen=True):
    """A rule of a configuration has none: all is in its table."""


def build_rules(project: Project, taken: Collection[Rule[Any]]) -> tuple[Rule[Any], ...]:
    """Rules of a project's configuration; ``taken`` are those there are besides.

    Raises ConfigError, with the line of the table, for what makes no sense.
    """
    known = [*taken]
    for number, table in enumerate(read_tables(project)):
        try:
            _check_names(table, known)
            table.prepare()
        except ConfigError as error:
            raise _locate(error, project, number) from error
        known.append(_build(table))
    return tuple(known[len(taken) :])


def read_tables(project: Project) -> tuple[Table, ...]:
    """The tables of a configuration with checked values, in their order. Raises ConfigError."""
    tables = []
    for number, table in enumerate(project.config.rule):
        try:
            tables.append(_read_table(table, project, number))
        except ConfigError as error:
            raise _locate(error, project, number) from error
    return tuple(tables)


def _read_table(table: Mapping[str, Any], project: Project, number: int) -> Table:
    """Values of a table, checked. Raises ConfigError."""
    kind = table.get("kind")
    if kind not in KINDS:
        near = get_close_matches(str(kind), KINDS, 1)
        remedy = f"Did you mean `{near[0]}`? " if near else ""
        message = f"kind {kind!r} is none" if kind is not None else "no `kind` is named"
        raise ConfigError(message, remedy=f"{remedy}Kinds: {', '.join(KINDS)}")
    rest = {key: value for key, value in table.items() if key != "kind"}
    within = ("rule", str(number))
    path = str(project.path or "")
    return convert(rest, KINDS[kind], path=path, text=project.text, within=within)


def _check_names(table: Table, known: Sequence[Rule[Any]]) -> None:
    """Raise ConfigError where the code or the name belongs to another rule."""
    family = table.code.rstrip("0123456789")
    for rule in known:
        for own, other in ((table.code, rule.code), (table.name, rule.name)):
            if own == other:
                raise ConfigError(f"`{own}` is the name of another rule", remedy="Choose another")
        if family == rule.family and rule.options is not NoOptions:
            remedy = "Begin it with letters of your own, such as ACME001"
            raise ConfigError(f"code `{table.code}` begins like those of kbtool", remedy=remedy)


def _locate(error: ConfigError, project: Project, number: int) -> ConfigError:
    if error.path:
        return error
    line = find_line(project.text, ("rule", str(number)))
    path = str(project.path or "")
    return ConfigError(f"[[rule]]: {error.message}", path=path, line=line, remedy=error.remedy)


def _build(table: Table) -> Rule[NoOptions]:
    fix: Fix = "none"
    if isinstance(table, Prefer):
        fix = "safe" if table.fix else "unsafe"
    rule = Rule(
        code=table.code,
        name=table.name,
        severity=Severity[table.severity.upper()],
        options=NoOptions,
        doc=write_page(table),
        fix=fix,
        languages=table.languages,
    )
    if isinstance(table, Consistent):
        judge = _judging(table)
        return replace(rule, survey=_surveying(table), facts=tuple[Use, ...], judge=judge)
    return replace(rule, check=_checking(table))


def _checking(table: Table) -> Check[NoOptions]:
    def check(article: Article, _kb: KnowledgeBase, _options: NoOptions) -> Iterator[Hit]:
        return table.check(article)

    return check


def _surveying(table: Consistent) -> Survey[NoOptions]:
    def survey(article: Article, _options: NoOptions) -> tuple[Use, ...] | None:
        return table.survey(article)

    return survey


def _judging(table: Consistent) -> Judge[NoOptions]:
    def judge(outline: Outline, kb: KnowledgeBase, _options: NoOptions) -> Iterator[Hit]:
        return table.judge(outline, kb)

    return judge
