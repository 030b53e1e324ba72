"""Rules written as in a configuration, and what they find."""

from pathlib import Path

import pytest

from kbtool.config import Config, Layer, Project
from kbtool.config.converting import convert
from kbtool.custom import build_rules
from kbtool.rules import all_rules
from kbtool.testing import check_rule, describe

HEAD = {"code": "ACME001", "name": "own-rule"}


def make_project(text, tables):
    """Project of a configuration that holds these tables."""
    config = convert({"rule": tables}, Config, path="kbtool.toml", text=text)
    path = Path("kbtool.toml")
    return Project(Path(), config, path, (Layer(path, text, {"rule": tables}, config),))


@pytest.fixture
def build():
    """Builds one rule of a kind from its keys."""

    def build_one(kind, **keys):
        table = HEAD | {"kind": kind} | {key.replace("_", "-"): v for key, v in keys.items()}
        (rule,) = build_rules(make_project("[[rule]]\n", [table]), all_rules())
        return rule

    return build_one


@pytest.fixture
def find():
    """Places and texts of what a rule finds in an article, as fixtures write them."""

    def find_all(rule, text, others=None):
        return [describe(finding, text) for finding in check_rule(rule, text, None, others)]

    return find_all
