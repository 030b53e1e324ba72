"""A title that would fit any article.

"FAQ", "General information" or "Donations" alone do not say what the article answers. In a
list of search results nobody picks them, and a bot that retrieves by title finds them for
everything or for nothing.

Source: plainlanguage.gov, "Add useful headings" (vague topic headings); Nielsen Norman Group,
"First 2 words".

Bad:
    # General information

Good:
    # Fees and limits of your account

Not flagged: single words that are names (written in lower case, with digits, signs or a
capital inside), and pages of their own kind, such as "Glossary" or "Imprint".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from kbtool.model import Article, Hit, KnowledgeBase, Severity
from kbtool.rule import Options, Rule
from kbtool.rules.fnd._titles import LOOKED_UP, SINGLE_WORDS, VAGUE_TITLES, has_type, words_of

_SIGNS = frozenset("/.-_<@#$%")  # begin options, files and commands


class VagueTitleOptions(Options, frozen=True):
    """Options of vague-title."""

    phrases: Annotated[
        tuple[str, ...],
        Meta(description="whole titles that say nothing, in lower case"),
    ] = VAGUE_TITLES
    single_words: Annotated[
        tuple[str, ...],
        Meta(description="titles of one word to accept, in lower case"),
    ] = SINGLE_WORDS
    exempt_types: Annotated[
        tuple[str, ...],
        Meta(description="values of the front matter's `type` whose articles are not checked"),
    ] = LOOKED_UP


def check(article: Article, kb: KnowledgeBase, options: VagueTitleOptions) -> Iterator[Hit]:
    """Titles that are one of the phrases or a single word."""
    title = article.title
    if not title or has_type(article, options.exempt_types):
        return
    shown = " ".join(title.text.split())
    if shown[:1] in _SIGNS:
        return
    words = words_of(shown)
    advice = "Say what the article answers, with the words that customers use"
    if " ".join(words) in options.phrases:
        yield Hit(title.span, f'title "{shown}" would fit any article', advice)
    elif len(words) == 1 and words[0] not in options.single_words and _is_plain_word(shown):
        yield Hit(title.span, f'title "{shown}" is a single word', advice)


def _is_plain_word(title: str) -> bool:
    """Whether a title is an ordinary word; names of commands and products differ in their look."""
    word = title.strip(".,:;!?\"'“”‘’()")
    return word.isalpha() and word.istitle() and word.isascii()


RULE = Rule(
    code="FND002",
    name="vague-title",
    severity=Severity.WARNING,
    options=VagueTitleOptions,
    doc=__doc__,
    check=check,
    languages=("en",),
)
