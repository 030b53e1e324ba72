"""Words in capitals that are no acronyms.

Capitals shout, and are read letter by letter.

Bad:
    This is VERY IMPORTANT.

Good:
    This is very important.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from kbtool.language.scanning import scan_pattern
from kbtool.model import Article, Hit, KnowledgeBase, Severity
from kbtool.rule import Options, Rule


class ShoutingOptions(Options, frozen=True):
    """Options of shouting."""

    letters: Annotated[int, Meta(ge=2, description="fewest capitals that shout")] = 4


def check(article: Article, kb: KnowledgeBase, options: ShoutingOptions) -> Iterator[Hit]:
    """Words of capitals alone."""
    pattern = re.compile(rf"\b[A-Z]{{{options.letters},}}\b")
    for block, match, shift in scan_pattern(article, pattern):
        span = block.prose.span(match.start() - shift, match.end() - shift)
        yield Hit(span, f'"{match[0]}" is in capitals', "Write it in small letters")


RULES = (
    Rule(
        code="ACME001",
        name="shouting",
        severity=Severity.WARNING,
        options=ShoutingOptions,
        doc=__doc__,
        check=check,
        languages=("en",),
    ),
)
