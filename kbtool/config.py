"""Finds, reads and checks ``kbtool.toml`` (or ``[tool.kbtool]`` in ``pyproject.toml``).

Every setting is declared once, as a field below with its default and its description.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Meta

from kbtool.errors import ConfigError

FILE_NAMES = ("kbtool.toml", ".kbtool.toml")
FailOn = Literal["error", "warning", "info", "never"]
SeverityWord = Literal["error", "warning", "info"]


class _Table(msgspec.Struct, frozen=True, rename="kebab", kw_only=True):
    """A table of the file."""


class LintTable(_Table, frozen=True):
    """``[lint]``."""

    select: Annotated[
        list[str] | None,
        Meta(description="run only these rules: codes, names, starts of codes, or ALL"),
    ] = None
    extend_select: Annotated[
        list[str],
        Meta(description="run these rules too"),
    ] = msgspec.field(default_factory=list)
    ignore: Annotated[
        list[str],
        Meta(description="never run these rules"),
    ] = msgspec.field(default_factory=list)
    fail_on: Annotated[
        FailOn,
        Meta(description="the lowest severity that ends `kbtool lint` with exit code 1"),
    ] = "error"
    severity: Annotated[
        dict[str, SeverityWord],
        Meta(description='severity of single rules, for example `passive-voice = "warning"`'),
    ] = msgspec.field(default_factory=dict)
    rules: Annotated[
        dict[str, dict[str, Any]],
        Meta(description="options of single rules; `kbtool rule NAME` shows them"),
    ] = msgspec.field(default_factory=dict)


class ReportTable(_Table, frozen=True):
    """``[report]``."""

    output: Annotated[
        str,
        Meta(description="file that `kbtool report` writes, from the folder you stand in"),
    ] = "kbtool-report.html"


class Config(_Table, frozen=True):
    """The whole file."""

    articles: Annotated[
        list[str],
        Meta(description="folders and files that hold articles, from this file's folder"),
    ] = msgspec.field(default_factory=list)
    questions: Annotated[
        list[str],
        Meta(description="files that hold logged questions, from this file's folder"),
    ] = msgspec.field(default_factory=list)
    exclude: Annotated[
        list[str],
        Meta(description="patterns of files to leave out, as in .gitignore"),
    ] = msgspec.field(default_factory=list)
    locale: Annotated[
        str,
        Meta(description="language of articles that do not name theirs"),
    ] = "en"
    max_file_bytes: Annotated[
        int,
        Meta(ge=1, description="larger articles are not read"),
    ] = 5_000_000
    today: Annotated[
        date | None,
        Meta(description="judge ages as of this day; for examples, whose dates stand still"),
    ] = None
    lint: LintTable = LintTable()
    gaps: Annotated[
        dict[str, Any],
        Meta(description="options of `kbtool gaps`"),
    ] = msgspec.field(default_factory=dict)
    report: ReportTable = ReportTable()


@dataclass(frozen=True)
class Project:
    """A configuration and the folder that its paths start from."""

    root: Path
    config: Config
    path: Path | None = None  # None: no file, all defaults
    text: str = field(default="", repr=False)

    def resolve(self, entries: Sequence[str]) -> list[Path]:
        """Paths of the configuration, from the folder of its file."""
        return [self.root / entry for entry in entries]


StructT = TypeVar("StructT", bound=msgspec.Struct)


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


def convert(
    table: Mapping[str, Any],
    kind: type[StructT],
    *,
    path: str = "",
    text: str = "",
    within: tuple[str, ...] = (),
) -> StructT:
    """Value of a table read from a file; ``within`` names the tables it lies in.

    Raises ConfigError with file, line and the nearest known key.
    """
    _check_keys(table, kind, path, text, within)
    try:
        return msgspec.convert(dict(table), kind)
    except msgspec.ValidationError as error:
        message, _, place = str(error).partition(" - at `$")
        steps = re.findall(r"\.\.\.|[\w-]+", place.rstrip("`"))
        inner, wanted, value = _follow(steps, kind, table)
        keys = (*within, *inner)
        name = f"`{'.'.join(keys)}`: " if keys else ""
        line = find_line(text, keys)
        detail, remedy = message[:1].lower() + message[1:], ""
        if get_origin(wanted) is Literal and isinstance(value, str):
            words = [str(word) for word in get_args(wanted)]
            near = get_close_matches(value.lower(), words, 1)
            detail = f"{value!r} is not an allowed word"
            remedy = f"Did you mean `{near[0]}`? " if near else ""
            remedy += f"Allowed: {', '.join(words)}"
        raise ConfigError(f"{name}{detail}", path=path, line=line, remedy=remedy) from error


def _follow(steps: Sequence[str], kind: Any, value: Any) -> tuple[list[str], Any, Any]:
    """Keys that a path of msgspec stands for, with the type and the value at its end.

    The path has "..." in place of a key that the user chose; the first that does not fit is meant.
    """
    keys: list[str] = []
    for step in steps:
        key: Any = step
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            names = {entry.encode_name: entry.name for entry in msgspec.structs.fields(kind)}
            kind = get_type_hints(kind)[names[step]]
        else:
            kind = (get_args(kind) or (Any,))[-1]
            pairs = value.items() if isinstance(value, dict) else enumerate(value)
            if step == "...":
                key = next(key for key, inner in pairs if not _fits(inner, kind))
            elif step.isdecimal():
                key = int(step)
        if get_origin(kind) in (Union, UnionType):  # something or None
            kind = get_args(kind)[0]
        value = value[key]
        keys.append(str(key))
    return keys, kind, value


def _fits(value: Any, kind: Any) -> bool:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return False
    return True


def _check_keys(
    table: Mapping[str, Any],
    kind: type[msgspec.Struct],
    path: str,
    text: str,
    within: tuple[str, ...],
) -> None:
    fields = {entry.encode_name: entry.name for entry in msgspec.structs.fields(kind)}
    types = get_type_hints(kind)
    for key, value in table.items():
        keys = (*within, key)
        if key not in fields:
            near = get_close_matches(key, fields, 1)
            remedy = f"Did you mean `{near[0]}`?" if near else f"Known: {', '.join(sorted(fields))}"
            message = f"unknown key `{'.'.join(keys)}`"
            raise ConfigError(message, path=path, line=find_line(text, keys), remedy=remedy)
        inner = types[fields[key]]
        if (
            isinstance(inner, type)
            and issubclass(inner, msgspec.Struct)
            and isinstance(value, dict)
        ):
            _check_keys(value, inner, path, text, keys)


def find_line(text: str, keys: Sequence[str]) -> int:
    """Line (from 1) on which a key is set, as well as can be told from the text; 0 if nowhere."""
    table: tuple[str, ...] = ()
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        if header := re.match(r"\s*\[+\s*([^\]]+?)\s*\]+", line):
            table = tuple(part.strip(" \t\"'") for part in header[1].split("."))
            if _own(table) == tuple(keys):
                return number
        elif pair := re.match(r"\s*([\w\"'-][\w.\"' \t-]*)=", line):
            name = tuple(part.strip(" \t\"'") for part in pair[1].split("."))
            full = _own((*table, *name))
            if full == tuple(keys)[: len(full)]:
                return number
    return 0


def _own(keys: tuple[str, ...]) -> tuple[str, ...]:
    return keys[2:] if keys[:2] == ("tool", "kbtool") else keys
