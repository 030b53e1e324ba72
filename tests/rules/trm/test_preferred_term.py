"""What preferred-term refuses and how it grows."""

import time

import pytest

from kbtool.errors import ConfigError
from kbtool.rule import set_options
from kbtool.rules.trm.trm001_preferred_term import RULE
from kbtool.testing import check_rule, edits


@pytest.mark.parametrize(
    "options",
    [
        {"pairs": {"re:(": "x"}},
        {"terms": [{"wrong": ["a", "re:[b"]}]},
        {"terms": [{"wrong": "a", "exceptions": ["re:*"]}]},
    ],
)
def test_a_pattern_that_is_none_is_refused_before_any_article(options: dict[str, object]) -> None:
    with pytest.raises(ConfigError, match="is not a valid pattern"):
        set_options(RULE, options)


@pytest.mark.parametrize(
    "term",
    [{"right": "b"}, {"wrong": "a", "rigth": "b"}, {"wrong": "a", "scope": ["table"]}],
)
def test_a_term_with_wrong_keys_is_refused(term: dict[str, object]) -> None:
    with pytest.raises(ConfigError, match="preferred-term"):
        set_options(RULE, {"terms": [term]})


@pytest.mark.parametrize(
    ("term", "safe"),
    [
        ({"wrong": "e-mail", "right": "email", "fix": True}, [True]),
        ({"wrong": "e-mail", "right": "email"}, [False]),
        ({"wrong": "re:e-mail", "right": "email", "fix": True}, [False]),
        ({"wrong": "e-mail", "right": "email", "fix": False}, []),
    ],
)
def test_only_plain_text_marked_so_is_replaced_unasked(
    term: dict[str, object], safe: list[bool]
) -> None:
    found = check_rule(RULE, "Send an e-mail.\n", {"terms": [term]})
    assert len(found) == 1
    assert [edit.safe for edit in edits(found)] == safe


def test_time_grows_with_the_text_alone() -> None:
    text = "A **label** of an account number, an account. " * 4000
    term = {"wrong": "account", "right": "profile", "exceptions": ["account number"]}
    start = time.process_time()
    assert len(check_rule(RULE, text, {"terms": [term]})) == 4000
    assert time.process_time() - start < 5
