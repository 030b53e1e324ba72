"""A YAML file as a tree with lines: every scalar is text as written, whatever YAML makes of it."""

from __future__ import annotations

from typing import Any, NoReturn

import yaml
from msgspec import Struct

from kbtool.errors import InputError
from kbtool.parse.full_yaml import RefusedError, check_events

MAX_CHARACTERS = 2_000_000
MAX_EVENTS = 100_000
_LIBYAML_DEPTH = "nesting depth"

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Scalar(Struct, frozen=True):
    """A single value."""

    line: int  # from 1
    text: str  # as written: `yes` is "yes", and an empty value is ""
    end: int  # line that it ends on


class Listing(Struct, frozen=True):
    """A list."""

    line: int
    items: tuple[Tree, ...]
    end: int  # line of its last value
    column: int = 0  # in which it begins, from 0


class Table(Struct, frozen=True):
    """Keys with values, in order; no key stands twice."""

    line: int
    entries: tuple[tuple[Scalar, Tree], ...]
    end: int


Tree = Scalar | Listing | Table


def read_tree(text: str, path: str) -> Tree | None:
    """Tree of a file, None where it is empty.

    Aliases, deep nesting, very large files and keys that stand twice are refused. Raises
    InputError with path and line.
    """
    try:
        check_events(text, MAX_CHARACTERS, MAX_EVENTS)
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        message = str(error.problem or error.context)
        message = "it nests too deep" if _LIBYAML_DEPTH in message else message
        _refuse(f"is not valid YAML: {message}", path, line)
    except yaml.YAMLError as error:
        at = getattr(error, "position", 0)
        line = text.count("\n", 0, at) + 1 if isinstance(at, int) else 0
        _refuse(f"is not valid YAML: {str(error).splitlines()[0]}", path, line)
    except RefusedError as error:
        raise InputError(f"cannot be read: {error}", path=path) from error
    return None if node is None else _build(node, path)


def _refuse(message: str, path: str, line: int) -> NoReturn:
    remedy = "Put quotes around a text that holds `: ` or ` #`, or begins with a sign"
    raise InputError(message, path=path, line=line, remedy=remedy) from None


def _build(node: Any, path: str) -> Tree:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        items = tuple(_build(child, path) for child in node.value)
        end = max((item.end for item in items), default=line)
        return Listing(line, items, end, node.start_mark.column)
    if not isinstance(node, yaml.MappingNode):
        block = node.style in ("|", ">")  # ends where the next line begins
        return Scalar(line, str(node.value), node.end_mark.line + (0 if block else 1))
    seen: dict[str, int] = {}
    entries = []
    for key_node, value_node in node.value:
        at = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            raise InputError("a key must be a word", path=path, line=at)
        key = Scalar(at, str(key_node.value), key_node.end_mark.line + 1)
        if key.text in seen:
            message = f"key `{key.text}` stands twice, first in line {seen[key.text]}"
            raise InputError(message, path=path, line=at, remedy="Join the two")
        seen[key.text] = at
        entries.append((key, _build(value_node, path)))
    end = max((value.end for _, value in entries), default=line)
    return Table(line, tuple(entries), end)
