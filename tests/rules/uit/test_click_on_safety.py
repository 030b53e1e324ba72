"""Which fixes of click-on are made unasked."""

import pytest

from kbtool.rules.uit.uit001_click_on import RULE
from kbtool.testing import check_rule, edits


@pytest.mark.parametrize(
    "text",
    [
        "Click on it.",
        "- Then tap on it.",
        "Wait. Next, click on it.",
        "Right click on it.",
        "Open it and click on it.",
        "If you tap on it, it opens.",
        "You should click on it.",
    ],
)
def test_an_instruction_is_fixed_safely(text: str) -> None:
    assert [edit.safe for edit in edits(check_rule(RULE, f"{text}\n"))] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Give the reader a quick tap on the top edge.",
        "Use a gentle tap on the screen.",
        "A long click on the map opens it.",
        "Give it an elegant tap on the edge.",
        "In the app click on it.",
        "The link was clicked on Monday.",
        'Choose "Click on Save".',
    ],
)
def test_what_may_be_a_noun_or_a_label_is_never_changed_unasked(text: str) -> None:
    assert not [edit for edit in edits(check_rule(RULE, f"{text}\n")) if edit.safe]
