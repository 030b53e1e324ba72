"""How bad it is that a section points elsewhere."""

import pytest

from kbtool.model import Severity
from kbtool.rules.bot.bot001_positional_reference import RULE
from kbtool.testing import check_rule


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Follow the steps below.\n\n## Phone\n\n1. Pay.\n", Severity.INFO),
        ("## A\n\nFollow the steps below.\n\n### Phone\n\n1. Pay.\n", Severity.INFO),
        ("## A\n\nFollow the steps below.\n\n## B\n\n1. Pay.\n", Severity.WARNING),
        ("## A\n\n1. Pay.\n\n## B\n\nFollow the steps above.\n", Severity.WARNING),
    ],
)
def test_only_a_pointer_to_its_own_parts_is_a_note(text, severity):
    (finding,) = check_rule(RULE, text)
    assert finding.severity == severity
