"""Text that kbtool could not read.

Lists and quotes nested deeper than any page shows them are not read, so nothing in them is
checked. Markdown tools drop such text without a word, or show it as something else.

Source: nesting limits of Markdown parsers; kbtool reads 200 levels.

Bad:
    > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > Fees apply.

Good:
    > Fees apply.
"""  # noqa: E501 - the example has to nest deeper than the limit

from __future__ import annotations

from collections.abc import Iterator

from kbtool.model import Article, Hit, KnowledgeBase, Severity
from kbtool.rule import Options, Rule


def check(article: Article, kb: KnowledgeBase, options: Options) -> Iterator[Hit]:
    """Places where the parser had to stop."""
    for problem in article.problems:
        if problem.kind == "nesting":
            yield Hit(problem.span, problem.message, "Move the text out of the inner levels")


RULE = Rule(
    code="HYG004",
    name="unread-text",
    severity=Severity.ERROR,
    options=Options,
    doc=__doc__,
    check=check,
)
