"""The JSON Schema of kbtool.toml accepts what kbtool accepts and refuses what it refuses."""

import json
import tomllib
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from kbtool.rules import all_rules

SAMPLE = Path(__file__).parents[2] / "sample_kb" / "kbtool.toml"


@pytest.fixture
def errors(kbtool):
    """Says what the schema refuses in some settings."""
    ran = kbtool("config", "--schema")
    assert ran.code == 0
    schema = json.loads(ran.out)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)

    def validate(text):
        table = {
            key: value.isoformat() if isinstance(value, date) else value
            for key, value in tomllib.loads(text).items()
        }
        return [error.message for error in validator.iter_errors(table)]

    return validate


def test_sample_is_accepted(errors):
    assert errors(SAMPLE.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("preset", ["minimal", "default", "strict", "bot"])
def test_what_init_writes_is_accepted(preset, errors, kbtool, folder):
    assert kbtool("init", "--preset", preset).code == 0
    text = (folder / "kbtool.toml").read_text(encoding="utf-8")
    assert errors(text) == []
    assert tomllib.loads(text)["lint"] == {"preset": preset}


def test_init_leaves_the_preset_alone_unless_asked(kbtool, folder):
    assert kbtool("init").code == 0
    text = (folder / "kbtool.toml").read_text(encoding="utf-8")
    assert tomllib.loads(text)["lint"] == {}
    assert '# preset = "default"' in text


def test_all_kinds_of_settings_are_accepted(errors):
    text = """
[lint]
select = ["ALL"]
preset = "strict"
severity = { passive-voice = "warning" }
rules.sentence-too-long.warn-above = 28
[[overrides]]
files = ["old/"]
ignore = ["CLR"]
rules.CLR001.warn-above = 40
[gaps]
min-askers = 3
"""
    assert errors(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "article = []",
        'articles = "docs"',
        "[lint]\nfail_on = 'info'",
        "[lint]\npreset = 'strickt'",
        "[lint.rules.CLR001]\nwarn-abov = 3",
        "[lint.rules.CLR001]\nwarn-above = 'many'",
        "[lint.rules.CLR999]\nwarn-above = 3",
        "[[overrides]]\nfile = ['x']",
        "[gaps]\nmin-asker = 3",
    ],
)
def test_mistakes_are_refused(text, errors):
    assert len(errors(text)) == 1


def test_every_rule_is_described(kbtool):
    schema = json.loads(kbtool("config", "--schema").out)
    rules = schema["$defs"]["Rules"]["properties"]
    for rule in all_rules():
        assert rules[rule.code]["description"] == rule.page.summary
        assert rules[rule.name] == rules[rule.code]


def test_without_a_question_the_command_says_what_it_knows(kbtool):
    ran = kbtool("config")
    assert (ran.code, ran.out) == (2, "")
    assert "--schema" in ran.err
