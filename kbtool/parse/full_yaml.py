"""Front matter that takes all of YAML, behind limits on its size and nesting."""

from __future__ import annotations

from typing import Any

import yaml

from kbtool.model import Entry, Problem, Span
from kbtool.parse.scalars import ALWAYS_TEXT, plain_value

MAX_CHARACTERS = 64_000
MAX_EVENTS = 5_000
MAX_DEPTH = 20
"""Limits of a front matter block; larger ones are refused before they are built.

PyYAML's C parser crashes the process on deep nesting, and merge keys can make it hang, so
depth, size and aliases are checked on the event stream, which is linear.
"""

_TOO_DEEP = f"it nests deeper than {MAX_DEPTH} levels"
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Entries = tuple[tuple[Entry, ...], tuple[Problem, ...]]


def read_yaml(block: str, shift: int) -> Entries:
    """Entries of a block that begins at ``shift`` in the file, and what is wrong with it."""
    try:
        check_events(block, MAX_CHARACTERS, MAX_EVENTS)
        node = yaml.compose(block, Loader=_Loader)
        entries, problems = _read_entries(node, block, shift)
    except yaml.MarkedYAMLError as error:
        if "nesting depth" in str(error.problem):  # libyaml looks 1,000 characters ahead of us
            return _refuse(_TOO_DEEP)
        at = shift + (error.problem_mark.index if error.problem_mark else 0)
        at = min(at, max(shift, shift + len(block) - 1))
        message = f"front matter is not valid YAML: {error.problem or error.context}"
        return (), (Problem(Span(at, at + 1), "front-matter", message),)
    except (yaml.YAMLError, RefusedError) as error:
        return _refuse(str(error).splitlines()[0])
    return tuple(entries), tuple(problems)


def _refuse(reason: str) -> Entries:
    message = f"front matter cannot be read: {reason}"
    return (), (Problem(Span(0, 3), "front-matter", message),)


class RefusedError(Exception):
    """The text goes beyond the limits."""


def check_events(block: str, most_characters: int, most_events: int) -> None:
    """Raise RefusedError for a text that goes beyond the limits, before anything is built of it."""
    if len(block) > most_characters:
        raise RefusedError(f"it is longer than {most_characters:,} characters")
    depth = 0
    for count, event in enumerate(yaml.parse(block, Loader=_Loader)):
        if isinstance(event, yaml.AliasEvent):
            raise RefusedError("aliases (*name) are not supported")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            raise RefusedError(_TOO_DEEP)
        if count > most_events:
            raise RefusedError(f"it holds more than {most_events:,} parts")


def _read_entries(node: Any, block: str, shift: int) -> tuple[list[Entry], list[Problem]]:
    if node is None:
        return [], []
    if not isinstance(node, yaml.MappingNode):
        span = Span(shift + node.start_mark.index, shift + node.start_mark.index + 1)
        return [], [Problem(span, "front-matter", "front matter holds no `key: value` lines")]
    entries: list[Entry] = []
    problems: list[Problem] = []
    seen: set[str] = set()
    for key_node, value_node in node.value:
        key_span = _span(key_node, block, shift)
        key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else "?"
        if key in seen:
            message = f"key `{key}` stands twice; only the first one counts"
            problems.append(Problem(key_span, "front-matter", message))
            continue
        seen.add(key)
        value = _value(value_node, as_text=key in ALWAYS_TEXT)
        entries.append(Entry(key, value, key_span, _span(value_node, block, shift)))
    return entries, problems


def _span(node: Any, block: str, shift: int) -> Span:
    """Range of a node's text, without quotes and without the line ends YAML counts to it."""
    start, end = node.start_mark.index, node.end_mark.index
    while end > start and block[end - 1].isspace():
        end -= 1
    if isinstance(node, yaml.ScalarNode) and node.style in ("'", '"') and end - start >= 2:
        start, end = start + 1, end - 1
    return Span(shift + start, shift + end)


def _value(node: Any, *, as_text: bool = False) -> Any:
    if isinstance(node, yaml.SequenceNode):
        return [_value(child) for child in node.value]
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _value(value) for key, value in node.value}
    if as_text or node.style:  # quoted and block scalars are text
        return str(node.value)
    return plain_value(str(node.value))
