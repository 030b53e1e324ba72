"""A rule's page, and the list of all rules, as text."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from kbtool.model import Severity
from kbtool.render.terminal import paint
from kbtool.rule import Rule

_WIDTH = 88
_FIXES = {
    "none": "",
    "safe": "--fix",
    "mixed": "--fix for some, --unsafe-fixes for the rest",
    "unsafe": "--unsafe-fixes",
}


def render_list(
    rules: Sequence[Rule[Any]],
    severities: Mapping[str, Severity],
    *,
    color: bool,
) -> str:
    """One line per rule: code, name, severity, fix, what it finds.

    ``severities`` are those of the rules that are on, by code.
    """
    longest = max(len(rule.name) for rule in rules)
    lines = []
    for rule in rules:
        state = severities[rule.code].label if rule.code in severities else "off"
        name = paint(rule.name.ljust(longest), "bold", on=color)
        fix = "fix" if rule.fix != "none" else "   "
        lines.append(f"{rule.code}  {name}  {state:<7}  {fix}  {rule.page.summary}")
    return "\n".join(lines) + "\n"


def render_page(rule: Rule[Any], *, color: bool) -> str:
    """Everything there is to know about one rule."""
    parts = [
        paint(f"{rule.code} {rule.name}", "bold", on=color),
        rule.page.summary,
        *rule.page.why,
        _state(rule),
        _example("Bad", rule.page.bad),
        _example("Good", rule.page.good),
        _options(rule),
        _silence(rule),
    ]
    return "\n\n".join(_wrap(part) for part in parts if part) + "\n"


def _example(label: str, text: str) -> str:
    return f"{label}:\n\n{textwrap.indent(text, '    ')}".rstrip() if text.strip() else ""


def _wrap(part: str) -> str:
    return part if "\n" in part else textwrap.fill(part, _WIDTH, break_long_words=False)


def _state(rule: Rule[Any]) -> str:
    state = f"Severity: {rule.severity.label}" + ("" if rule.default else " (off by default)")
    fix = f" Fix: {_FIXES[rule.fix]}." if rule.fix != "none" else ""
    languages = f" Languages: {', '.join(rule.languages)}." if rule.languages else ""
    return f"{state}.{fix}{languages}"


def _options(rule: Rule[Any]) -> str:
    described = describe_options(rule)
    if not described:
        return ""
    rows = [f"Options, in kbtool.toml under [lint.rules.{rule.name}]:", ""]
    for key, default, about in described:
        # TOML has no word for nothing.
        rows.append(f"    {key} = {_clip(default)}" if default != "null" else f"    # {key} = …")
        rows.extend(f"        {line}" for line in textwrap.wrap(about, _WIDTH - 8))
    return "\n".join(rows)


def describe_options(rule: Rule[Any]) -> list[tuple[str, str, str]]:
    """Key, default as TOML would write it, and description of each option."""
    schema = msgspec.json.schema(rule.options)["$defs"][rule.options.__name__]
    defaults = msgspec.to_builtins(rule.options())
    return [
        (key, _toml(defaults.get(key)), str(about.get("description", "")))
        for key, about in schema.get("properties", {}).items()
    ]


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_toml(item)}" for key, item in value.items()) + " }"
    return msgspec.json.encode(value).decode()


def _clip(text: str) -> str:
    return text if len(text) <= _WIDTH else text[: _WIDTH - 2].rsplit(",", 1)[0] + ", …]"


def _silence(rule: Rule[Any]) -> str:
    return "\n".join(
        [
            "To silence it:",
            "",
            f"    <!-- kbtool: ignore-next {rule.name} -- why -->   in an article, before a block",
            f"    <!-- kbtool: ignore-file {rule.name} -- why -->   for a whole article",
            f'    ignore = ["{rule.name}"]   in kbtool.toml under [lint], for all articles',
        ],
    )
