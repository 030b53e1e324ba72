"""Front matter that cannot be read.

The block between the two `---` lines is YAML. When it is broken, nobody sees the title, the
owner or the review date, and other tools may publish the block as text.

Source: YAML 1.2.2; limits of size and nesting protect the run.

Bad:
    ---
    title: Refunds: how long they take
    ---
    Refunds take five days.

Good:
    ---
    title: "Refunds: how long they take"
    ---
    Refunds take five days.
"""

from __future__ import annotations

from collections.abc import Iterator

from kbtool.model import Article, Hit, KnowledgeBase, Severity
from kbtool.rule import Options, Rule


def check(article: Article, kb: KnowledgeBase, options: Options) -> Iterator[Hit]:
    """Problems that reading the front matter met."""
    for problem in article.problems:
        if problem.kind == "front-matter":
            advice = "Put a value that holds a colon or a quote into quotes, and close with ---"
            yield Hit(problem.span, problem.message, advice)


RULE = Rule(
    code="MET005",
    name="broken-front-matter",
    severity=Severity.ERROR,
    options=Options,
    doc=__doc__,
    check=check,
)
