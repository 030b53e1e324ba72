"""Rules that a run uses: the configuration's choice, narrowed by the command line."""

from __future__ import annotations

from collections.abc import Sequence

from kbtool.config import Project, find_line
from kbtool.errors import ConfigError
from kbtool.rule import ActiveRule, Selection, configure
from kbtool.rules import all_rules


def active_rules(
    project: Project,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
) -> tuple[ActiveRule, ...]:
    """Rules that run; ``select`` replaces the configuration's choice, ``ignore`` adds to it."""
    table = project.config.lint
    chosen = _split(select)
    selection = Selection(
        select=chosen or table.select,
        extend_select=() if chosen else table.extend_select,
        ignore=[*table.ignore, *_split(ignore)],
        severity=table.severity,
        options=table.rules,
    )
    try:
        return configure(all_rules(), selection)
    except ConfigError as error:
        raise _locate(error, project) from error


def _split(entries: Sequence[str]) -> list[str]:
    """Entries of repeated options, each of which may hold several between commas."""
    return [name.strip() for entry in entries for name in entry.split(",") if name.strip()]


def _locate(error: ConfigError, project: Project) -> ConfigError:
    """Error with the line of the configuration that holds the name it complains of."""
    quoted = error.message.split("`")[1::2]
    for number, line in enumerate(project.text.splitlines(), 1):
        if quoted and quoted[-1] in line:
            return ConfigError(
                error.message,
                path=str(project.path),
                line=number,
                remedy=error.remedy,
            )
    table = find_line(project.text, ["lint", "rules"])
    if table:
        return ConfigError(error.message, path=str(project.path), line=table, remedy=error.remedy)
    return error
