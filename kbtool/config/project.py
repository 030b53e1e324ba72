"""Finds and reads ``kbtool.toml`` (or ``[tool.kbtool]`` in ``pyproject.toml``)."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from kbtool.config.converting import convert
from kbtool.config.tables import Config
from kbtool.errors import ConfigError

FILE_NAMES = ("kbtool.toml", ".kbtool.toml")


class Project(Struct, frozen=True):
    """A configuration and the folder that its paths start from."""

    root: Path
    config: Config
    path: Path | None = None  # None: no file, all defaults
    text: str = ""

    def resolve(self, entries: Sequence[str]) -> list[Path]:
        """Paths of the configuration, from the folder of its file."""
        return [self.root / entry for entry in entries]


def load_project(start: Path, explicit: Path | None = None) -> Project:
    """Nearest configuration at or above ``start``, or the file ``explicit``.

    Where ``start`` does not exist the search begins in the current folder. Without a file
    everything has its default. Raises ConfigError.
    """
    if explicit:
        return _read(explicit)
    start = start if os.path.exists(start) else Path.cwd()  # noqa: PTH110 - see find_config
    folder = start.resolve() if start.is_dir() else start.resolve().parent
    for candidate in (folder, *folder.parents):
        if found := find_config(candidate):
            return _read(found)
        if os.path.exists(candidate / ".git"):  # noqa: PTH110 - see find_config
            break
    return Project(folder, Config())


def find_config(folder: Path) -> Path | None:
    """Configuration file that a folder holds itself, None where it holds none or is no folder."""
    # Functions of os.path say no where those of pathlib raise: names too long, folders closed.
    for name in FILE_NAMES:
        if os.path.isfile(folder / name):  # noqa: PTH113 - see above
            return folder / name
    shared = folder / "pyproject.toml"
    # PTH113: as above.
    return shared if os.path.isfile(shared) and _has_table(shared) else None  # noqa: PTH113


def _has_table(path: Path) -> bool:
    # A broken pyproject.toml of somebody else is not ours to report.
    try:
        text = path.read_text(encoding="utf-8-sig")
        # Most do not name kbtool, and parsing them takes far longer than looking.
        tools = tomllib.loads(text).get("tool") if "kbtool" in text else None
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(tools, dict) and "kbtool" in tools


def _read(path: Path) -> Project:
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
    config = convert(table, Config, path=shown, text=text)
    return Project(path.resolve().parent, config, path, text)
