"""Finds and reads ``kbtool.toml`` (or ``[tool.kbtool]`` in ``pyproject.toml``)."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from kbtool.config.converting import find_line
from kbtool.config.layers import Layer, join_layers, read_layers
from kbtool.config.tables import Config
from kbtool.errors import ConfigError

FILE_NAMES = ("kbtool.toml", ".kbtool.toml")


class Project(Struct, frozen=True):
    """A configuration and the folder that its paths start from."""

    root: Path
    config: Config  # what all files say together
    path: Path | None = None  # None: no file, all defaults
    layers: tuple[Layer, ...] = ()  # the files it is made of, its own last

    def resolve(self, entries: Sequence[str]) -> list[Path]:
        """Paths of the configuration, from the folder of its file."""
        return [self.root / entry for entry in entries]

    def article_places(self) -> list[Path]:
        """Where its articles lie: as configured, else the folder of its file; [] without one."""
        if not self.config.articles and self.path:
            return [self.root]
        return self.resolve(self.config.articles)

    def output_path(self, entry: str, *key: str, folder: Path | None = None) -> Path:
        """Place that the setting ``key`` names for a file to write. Raises ConfigError.

        A configuration may come with somebody else's repository: it must not name a place outside.
        Below a ``folder``, no link may lead there either.
        """
        parts = entry.replace("\\", "/").split("/")
        path = folder / entry if folder else Path(entry)
        leads_out = ".." in parts or parts[0] in ("", "~") or parts[0].endswith(":")
        is_linked = folder and not path.resolve().is_relative_to(folder.resolve())
        if leads_out or is_linked:
            layer = next((one for one in reversed(self.layers) if entry in one.text), None)
            message = f"`{'.'.join(key)}` leads out of its folder"
            message += "" if leads_out else " by a link"
            where = (str(layer.path), find_line(layer.text, key)) if layer else ("", 0)
            remedy = "Name a file in the folder, or the place on the command line"
            raise ConfigError(message, path=where[0], line=where[1], remedy=remedy)
        return path

    @property
    def text(self) -> str:
        """Text of all its files."""
        return "\0".join(layer.text for layer in self.layers)


def load_project(start: Path, explicit: Path | None = None) -> Project:
    """Nearest configuration at or above ``start``, or the file ``explicit``.

    Where ``start`` does not exist the search begins in the current folder. Without a file
    everything has its default. Raises ConfigError.
    """
    if explicit:
        return _load(explicit)
    start = start if os.path.exists(start) else Path.cwd()  # noqa: PTH110 - see find_config
    folder = start.resolve() if start.is_dir() else start.resolve().parent
    for candidate in (folder, *folder.parents):
        if found := find_config(candidate):
            return _load(found)
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
    import tomllib  # noqa: PLC0415 - 2 ms, and many runs have no configuration

    # A broken pyproject.toml of somebody else is not ours to report.
    try:
        text = path.read_text(encoding="utf-8-sig")
        # Most do not name kbtool, and parsing them takes far longer than looking.
        tools = tomllib.loads(text).get("tool") if "kbtool" in text else None
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(tools, dict) and "kbtool" in tools


def _load(path: Path) -> Project:
    layers = read_layers(path)
    return Project(path.resolve().parent, join_layers(layers), path, layers)
