"""How the author of a plugin tests it."""

from pathlib import Path

import pytest
from kbtool_acme.rules import RULES

from kbtool.testing import check_case, read_cases

(RULE,) = RULES


@pytest.mark.parametrize(
    "case", read_cases(Path(__file__).parent / "shouting.txt"), ids=lambda case: case.title
)
def test_rule_finds_what_its_cases_expect(case):
    check_case(RULE, case)
