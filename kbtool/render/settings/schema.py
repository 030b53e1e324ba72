"""JSON Schema of ``kbtool.toml``, for editors that complete and check what is typed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Union

import msgspec

from kbtool.config import Config
from kbtool.custom import KINDS
from kbtool.matching.options import GapOptions
from kbtool.rule import FAMILIES, Rule

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_FOREIGN = rf"^(?!(?:{'|'.join(FAMILIES.values())})[0-9])[A-Z]{{2,10}}[0-9]{{1,4}}$"
"""Codes of rules that are not kbtool's: a project may get one after its schema was written."""


def render_config_schema(rules: Sequence[Rule[Any]]) -> str:
    """The schema as text, every option of these rules included."""
    return json.dumps(config_schema(rules), ensure_ascii=False, indent=2) + "\n"


def config_schema(rules: Sequence[Rule[Any]]) -> dict[str, Any]:
    """The schema: what the types of the settings say, and no key besides."""
    own: Any = Union[tuple(KINDS.values())]  # noqa: UP007 - made of a list
    kinds = [Config, GapOptions, own, *(rule.options for rule in rules)]
    references, definitions = msgspec.json.schema_components(kinds)
    for definition in definitions.values():
        _close(definition)
    config, gaps, table, *options = references
    definitions["Rules"] = _rules_table(rules, options)
    top = definitions[_name(config)]
    top["properties"]["gaps"] = gaps
    top["properties"]["rule"]["items"] = table
    for owner in (definitions["LintTable"], definitions["Override"]):
        owner["properties"]["rules"] = {"$ref": "#/$defs/Rules"}
    return {"$schema": _DIALECT, **config, "title": "kbtool.toml", "$defs": definitions}


def _close(definition: dict[str, Any]) -> None:
    """Allow no other keys, and no null, which TOML does not know."""
    definition["additionalProperties"] = False
    for setting in definition["properties"].values():
        kinds = [kind for kind in setting.get("anyOf", ()) if kind != {"type": "null"}]
        if len(kinds) == 1:
            del setting["anyOf"]
            setting.update(kinds[0])
        if setting.get("default", "") is None:
            del setting["default"]


def _rules_table(rules: Sequence[Rule[Any]], options: list[dict[str, Any]]) -> dict[str, Any]:
    """Table with the options of each rule, by code or by name."""
    entries = {
        key: {**reference, "description": rule.page.summary}
        for rule, reference in zip(rules, options, strict=True)
        for key in (rule.code, rule.name)
    }
    return {
        "type": "object",
        "properties": entries,
        "patternProperties": {_FOREIGN: {"type": "object"}},
        "additionalProperties": False,
    }


def _name(reference: dict[str, Any]) -> str:
    return str(reference["$ref"]).rpartition("/")[2]
