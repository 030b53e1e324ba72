"""A configuration as it counts, with the place that each value comes from."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from kbtool.render.terminal import clean, paint
from kbtool.runner.explaining import DEFAULT, RuleState, Setting

_WIDEST = 60  # values beyond do not push the places of all others away


def render_settings(settings: Sequence[Setting], *, color: bool) -> str:
    """One line for each setting, as TOML would have it."""
    return _table([(f"{one.key} = {_toml(one.value)}", one.origin) for one in settings], color)


def render_rules(states: Sequence[RuleState], *, color: bool) -> str:
    """One line for each rule: code, name, severity or off, and why."""
    rows = []
    longest = max((len(state.rule.name) for state in states), default=0)
    for state in states:
        label = state.severity.label if state.severity else "off"
        origin = state.origin
        if state.severity and state.severity_origin:
            origin += f", severity {state.severity_origin}"
        rows.append((f"{state.rule.code}  {state.rule.name:<{longest}}  {label:<7}", origin))
    return _table(rows, color)


def _table(rows: Sequence[tuple[str, str]], color: bool) -> str:
    width = min(_WIDEST, max((len(text) for text, _ in rows), default=0))
    lines = (
        f"{clean(text):<{width}}  {paint(clean(origin), 'dim', on=color and origin == DEFAULT)}"
        for text, origin in rows
    )
    return "".join(f"{line}\n" for line in lines)


def _toml(value: object) -> str:
    return "(not set)" if value is None else msgspec.json.encode(value).decode()
