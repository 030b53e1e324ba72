"""Tables of TOML to checked values; a mistake is told with its line and what was meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec

from kbtool.errors import ConfigError
from kbtool.patterns import lazy_pattern

StructT = TypeVar("StructT", bound=msgspec.Struct)
_STRING = lazy_pattern(
    r"""("{3}(?>(?:[^"\\]|\\.|"(?!""))*)"{0,5}|'{3}(?>(?:[^']|'(?!''))*)'{0,3})"""
    r"""|#[^\r\n]*+|"(?>(?:[^"\\\r\n]|\\.)*)"?|'[^'\r\n]*+'?""",
    re.DOTALL,
)
"""A string over several lines, in a group, or what may hold the beginning of one."""

_IN_LINE = lazy_pattern(r"[^\r\n]+")


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
        name = f"`{_show(keys if inner else within[:1])}`: " if keys else ""
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
            message = f"unknown key `{_show(keys)}`"
            raise ConfigError(message, path=path, line=find_line(text, keys), remedy=remedy)
        inner = types[fields[key]]
        several = get_origin(inner) is list
        kind_inside = get_args(inner)[0] if several else inner
        if not (isinstance(kind_inside, type) and issubclass(kind_inside, msgspec.Struct)):
            continue
        if several and isinstance(value, list):
            for number, part in enumerate(value):
                if isinstance(part, dict):
                    _check_keys(part, kind_inside, path, text, (*keys, str(number)))
        elif isinstance(value, dict):
            _check_keys(value, kind_inside, path, text, keys)


def _show(keys: Sequence[str]) -> str:
    """Keys as they are written, without the numbers of tables, which the line tells."""
    last = len(keys) - 1
    return ".".join(key for at, key in enumerate(keys) if at == last or not key.isdecimal())


def find_line(text: str, keys: Sequence[str]) -> int:
    """Line (from 1) on which a key is set, as well as can be told from the text; 0 if nowhere.

    A number among the keys is that of one of several tables with one name, from 0.
    """
    table: tuple[str, ...] = ()
    seen: Counter[tuple[str, ...]] = Counter()
    for number, line in enumerate(re.split(r"\r\n|\r|\n", _blank(text)), 1):
        if header := re.match(r"\s*(\[+)\s*([^\]]+?)\s*\]+", line):
            table = _number(tuple(_split(header[2])), seen, opens=len(header[1]) > 1)
            if _own(table) == tuple(keys):
                return number
        elif pair := re.match(r"\s*([\w\"'-][\w.\"' \t-]*)=", line):
            full = _own((*table, *_split(pair[1])))
            if full == tuple(keys)[: len(full)]:
                return number
    return 0


def _blank(text: str) -> str:
    """The text without what strings hold that reach over several lines, such as articles."""
    if '"""' not in text and "'''" not in text:
        return text
    return _STRING.sub(lambda found: _IN_LINE.sub("", found[0]) if found[1] else found[0], text)


def _number(
    table: tuple[str, ...], seen: Counter[tuple[str, ...]], *, opens: bool
) -> tuple[str, ...]:
    """Keys of a table with the number behind the name of each list of tables it lies in."""
    seen[table] += opens
    numbered: list[str] = []
    for length, name in enumerate(table, 1):
        numbered.append(name)
        if seen[table[:length]]:
            numbered.append(str(seen[table[:length]] - 1))
    return tuple(numbered)


def _split(name: str) -> list[str]:
    return [part.strip(" \t\"'") for part in name.split(".")]


def _own(keys: tuple[str, ...]) -> tuple[str, ...]:
    return keys[2:] if keys[:2] == ("tool", "kbtool") else keys
