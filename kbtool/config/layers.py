"""The files that a configuration is made of: what it extends, and itself."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from msgspec import Struct

from kbtool.config.converting import convert, find_line
from kbtool.config.tables import Config
from kbtool.errors import ConfigError
from kbtool.patterns import lazy_pattern

_IN_PACKAGE = lazy_pattern(r"([A-Za-z_]\w+):(?![/\\])(.+)")  # no drive of Windows
_OWN = (
    "articles",
    "questions",
    "exclude",
    "today",
    "report",
    "history",
    "test",
    "locale",
    "max-file-bytes",
)
"""Keys that say what a project is; only its own file may hold them."""

_JOINED = ("rule", "overrides", "plugins", "extend-select", "ignore")
"""Lists to which a nearer file adds; of all else it takes the place."""


class Layer(Struct, frozen=True):
    """One file."""

    path: Path
    text: str
    table: dict[str, Any]  # as read
    config: Config  # what it says by itself


def read_layers(path: Path, outer: tuple[Path, ...] = ()) -> tuple[Layer, ...]:
    """Layers of a file: those that it extends, in their order, and itself last.

    A file that is reached twice counts where it is reached first. Raises ConfigError.
    """
    own = _read(path)
    if outer:
        _check_shared(own)
    layers: list[Layer] = []
    for entry in own.config.extend:
        try:
            base = _find(entry, path.parent)
            _check_circle(base, entry, (*outer, path))
        except ConfigError as error:
            line, remedy = find_line(own.text, ("extend",)), error.remedy
            raise ConfigError(error.message, path=str(path), line=line, remedy=remedy) from error
        layers += read_layers(base, (*outer, path))
    unique = {layer.path.resolve(): layer for layer in reversed(layers)}
    return (*reversed(unique.values()), own)


def _check_circle(base: Path, entry: str, outer: Sequence[Path]) -> None:
    if base.resolve() in {path.resolve() for path in outer}:
        raise ConfigError(f"`{entry}` extends itself", remedy="Break the circle")


def join_layers(layers: Sequence[Layer]) -> Config:
    """What all layers say together, the last one counting most."""
    table: Mapping[str, Any] = {}
    for layer in layers:
        table = _join(table, layer.table)
    return convert(table, Config)


def _join(base: Mapping[str, Any], nearer: Mapping[str, Any]) -> dict[str, Any]:
    joined = dict(base)
    for key, value in nearer.items():
        before = base.get(key)
        if isinstance(value, dict) and isinstance(before, dict):
            joined[key] = _join(before, value)
        elif key in _JOINED and isinstance(before, list):
            joined[key] = [*before, *value]
        else:
            joined[key] = value
    return joined


def _check_shared(layer: Layer) -> None:
    for key in _OWN:
        if key in layer.table:
            line = find_line(layer.text, (key,))
            message = f"`{key}` cannot stand in a file that others extend"
            remedy = "Move it to the kbtool.toml of each project"
            raise ConfigError(message, path=str(layer.path), line=line, remedy=remedy)


def _find(entry: str, folder: Path) -> Path:
    """File that an entry of ``extend`` means. Runs no code of a package. Raises ConfigError."""
    named = _IN_PACKAGE.fullmatch(entry)
    if not named:
        if not (folder / entry).is_file():
            raise ConfigError(f"`{entry}` is no file", remedy="Paths start at this file's folder")
        return folder / entry
    package, name = named.groups()
    try:
        spec = find_spec(package)
    except (ImportError, ValueError):
        spec = None
    places = [Path(place) for place in (spec.submodule_search_locations or ())] if spec else []
    if not places:
        raise ConfigError(f"no package `{package}` is installed", remedy="Install it with pip")
    for place in places:
        if (place / name).is_file():
            return place / name
    raise ConfigError(f"package `{package}` holds no `{name}`", remedy="Look into its folder")


def _read(path: Path) -> Layer:
    import tomllib  # noqa: PLC0415 - 2 ms, and many runs have no configuration

    shown = str(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        remedy = "`kbtool init` writes one"
        message = f"cannot be read: {error.strerror}"
        raise ConfigError(message, path=shown, remedy=remedy) from error
    except UnicodeDecodeError as error:
        remedy = "Save it as UTF-8"
        raise ConfigError("is not UTF-8 text", path=shown, remedy=remedy) from error
    try:
        table: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        message = re.sub(r"\s*\(at .*\)$", "", str(error))
        number = int(line[1]) if line else text.count("\n") + 1
        raise ConfigError(f"not valid TOML: {message}", path=shown, line=number) from error
    except (RecursionError, ValueError) as error:
        message = "nested too deep, or a number has too many digits"
        raise ConfigError(message, path=shown) from error
    if path.name == "pyproject.toml":
        tools = table.get("tool")
        table = tools.get("kbtool", {}) if isinstance(tools, dict) else {}
        if not isinstance(table, dict):
            raise ConfigError("`tool.kbtool` is not a table", path=shown)
    return Layer(path, text, table, convert(table, Config, path=shown, text=text))
