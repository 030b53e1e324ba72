"""What section-size advises for sections that are too long."""

import pytest

from kbtool.rules.bot.bot003_section_size import RULE
from kbtool.testing import check_rule

WORDS = "word " * 4


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        (f"First {WORDS}\n\nSecond {WORDS}\n\nThird {WORDS}\n\nFourth {WORDS}\n", 'before "Third '),
        (f"First {WORDS}\n\n- item {WORDS}\n\nLast {WORDS}\n", 'before "Last '),
        (f"Only {WORDS}\n", "give each part a heading of its own"),
        (f"First {WORDS}\n\n{'endless' * 20}\n", 'before "endless'),
    ],
)
def test_split_is_advised_at_the_paragraph_nearest_to_the_middle(text, advice):
    (finding,) = check_rule(RULE, text, {"maximum": 4})
    assert advice in finding.help


def test_advice_shows_the_beginning_of_a_long_paragraph_only():
    text = f"First {WORDS}\n\n{'several ' * 30}\n"
    (finding,) = check_rule(RULE, text, {"maximum": 4})
    assert finding.help.endswith(' …"')
    assert len(finding.help) < 100
