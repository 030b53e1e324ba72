"""Rules and output formats of installed packages, for projects that name them.

A package offers them as entry points: in the group ``kbtool.rules`` each leads to a ``Rule`` or to
several, in ``kbtool.renderers`` to a function like ``render`` of the modules in ``kbtool.render``.
Nothing of a package is loaded unless ``plugins`` in a configuration names it, and none of its rules
runs unless a selection does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from importlib.metadata import Distribution, EntryPoint, PackageNotFoundError, distribution
from typing import Any

from msgspec.structs import replace

from kbtool.config import Layer, Project, find_line
from kbtool.errors import ConfigError
from kbtool.rule import Rule

RULES = "kbtool.rules"
RENDERERS = "kbtool.renderers"

Renderer = Callable[..., str]


def plugin_rules(project: Project) -> tuple[Rule[Any], ...]:
    """Rules of all plugins of a project, each off until it is selected. Raises ConfigError."""
    return tuple(
        replace(rule, default=False)
        for entry in _entries(project, RULES)
        for rule in _as_rules(entry, _load(entry))
    )


def plugin_renderers(project: Project) -> dict[str, Callable[[], Renderer]]:
    """Output formats of all plugins of a project: name to what loads it. Raises ConfigError."""
    return {entry.name: partial(_load, entry) for entry in _entries(project, RENDERERS)}


def plugin_versions(project: Project) -> tuple[str, ...]:
    """Name and version of each plugin, for what depends on them. Raises ConfigError."""
    found = [_distribution(name, layer) for layer, name in _names(project)]
    return tuple(f"{package.name} {package.version}" for package in found)


def _names(project: Project) -> Iterable[tuple[Layer, str]]:
    return ((layer, name) for layer in project.layers for name in layer.config.plugins)


def _entries(project: Project, group: str) -> list[EntryPoint]:
    """Entry points of a group, in the order in which a project names its plugins."""
    entries: dict[str, list[EntryPoint]] = {}
    for layer, name in _names(project):
        package = _distribution(name, layer)
        if not any(entry.group in (RULES, RENDERERS) for entry in package.entry_points):
            raise _complain(layer, f"`{name}` offers no rules and no formats", "Leave it out")
        entries[package.name] = [entry for entry in package.entry_points if entry.group == group]
    return [entry for offered in entries.values() for entry in offered]


def _distribution(name: str, layer: Layer) -> Distribution:
    try:
        return distribution(name)
    except (PackageNotFoundError, ValueError) as error:
        remedy = "Install it with pip, in the environment that kbtool runs in"
        raise _complain(layer, f"no package `{name}` is installed", remedy) from error


def _complain(layer: Layer, message: str, remedy: str) -> ConfigError:
    line = find_line(layer.text, ("plugins",))
    return ConfigError(message, path=str(layer.path), line=line, remedy=remedy)


def _load(entry: EntryPoint) -> Any:
    try:
        return entry.load()
    except Exception as error:
        detail = f"{type(error).__name__}: {error}"
        message = f"plugin `{entry.name}` ({entry.value}) cannot be loaded: {detail}"
        raise ConfigError(message, remedy="Update it, or take it out of `plugins`") from error


def _as_rules(entry: EntryPoint, loaded: Any) -> tuple[Rule[Any], ...]:
    rules = (loaded,) if isinstance(loaded, Rule) else tuple(loaded) if _is_list(loaded) else ()
    if not rules or not all(isinstance(rule, Rule) for rule in rules):
        message = f"plugin `{entry.name}` ({entry.value}) is no rule and no list of rules"
        raise ConfigError(message, remedy="Update it, or take it out of `plugins`")
    return rules


def _is_list(loaded: Any) -> bool:
    return isinstance(loaded, list | tuple)
