"""A kbtool comment that silences nothing.

The problem it was written for is gone, or its rule is misspelt. Left in place it would silence
the next real finding unseen.

Source: the practice of linters that report their own unused ignores.

Bad:
    <!-- kbtool: ignore-next vague-link-txt -->

    Ask for a [refund](refunds.md).

Good:
    Ask for a [refund](refunds.md).
"""

from __future__ import annotations

from kbtool.model import Severity
from kbtool.rule import Options, Rule

RULE = Rule(
    code="HYG003",
    name="unused-suppression",
    severity=Severity.WARNING,
    options=Options,
    doc=__doc__,
    check=None,  # only the linter knows what a comment silenced
)
