"""Link text that does not say where the link leads.

People who scan a page, and screen readers that list its links, see the link text alone: "here"
tells them nothing. A bot that quotes the passage loses the target as well.

Source: WCAG 2.2, success criteria 2.4.4 and 2.4.9 (link purpose).

Bad:
    To get your money back, click [here](refunds.md).

Good:
    To get your money back, [ask for a refund](refunds.md).

Not flagged: a vague phrase that goes on to name its target, such as "Learn more about
refunds", text that merely contains a phrase, such as "Where is my card", and names of commands:
set as code, with a sign in front (`/link`), in capitals (LINK), or found in the address, as when
"continue" leads to `continue-statement.md`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Annotated

from msgspec import Meta, field

from kbtool.language.locales import language_of
from kbtool.model import Article, Hit, KnowledgeBase, Link, Severity
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule
from kbtool.rules.lnk._vague_texts import COMMANDS, TRANSLATED, VAGUE

_SIGNED = lazy_pattern(r"[/.@#$-]\w")
_SEPARATORS = lazy_pattern(r"[\W_]+")
_PUNCTUATION = lazy_pattern(r"[^\w\s']")
_LONGEST = 200  # characters of a text that may be nothing but a phrase and space around it


class VagueLinkTextOptions(Options, frozen=True):
    """Options of vague-link-text."""

    phrases: Annotated[
        tuple[str, ...],
        Meta(description="whole link texts that say nothing"),
    ] = VAGUE
    translated: Annotated[
        dict[str, tuple[str, ...]],
        Meta(description="the same for articles in other languages, by language"),
    ] = field(default_factory=lambda: TRANSLATED)
    extra: Annotated[
        tuple[str, ...],
        Meta(description="further such texts in any language, besides those"),
    ] = ()
    exceptions: Annotated[
        tuple[str, ...],
        Meta(description="link texts to accept all the same, for example a button called Link"),
    ] = ()
    commands: Annotated[
        tuple[str, ...],
        Meta(
            description="phrases that may be the name of a command: "
            "accepted in capitals, and where the address holds the word"
        ),
    ] = COMMANDS


def check(article: Article, kb: KnowledgeBase, options: VagueLinkTextOptions) -> Iterator[Hit]:
    """Links whose whole text is one of the phrases."""
    if not article.links:
        return
    language = language_of(article.locale)
    phrases = options.phrases if language == "en" else options.translated.get(language, ())
    vague = _vague_texts(phrases, options.extra, options.exceptions)
    for link in article.links:
        if len(link.text) > _LONGEST or link.kind in ("bare", "autolink"):
            continue
        text = _normalise(link.text)
        if text in vague and not _is_name(link, text, options.commands):
            yield Hit(
                link.text_span if link.text_span.end > link.text_span.start else link.span,
                f'link text "{" ".join(link.text.split())}" does not say where it leads',
                "Name the page that the link opens",
            )


@cache
def _vague_texts(
    phrases: tuple[str, ...], extra: tuple[str, ...], exceptions: tuple[str, ...]
) -> frozenset[str]:
    accepted = frozenset(map(_normalise, exceptions))
    return frozenset(map(_normalise, (*phrases, *extra))) - accepted - {""}


def _is_name(link: Link, text: str, commands: tuple[str, ...]) -> bool:
    """Whether a link text is what a command or a program is called."""
    if _SIGNED.match(link.text.strip()) or _is_code(link):
        return True
    if text not in commands:
        return False
    page, _, fragment = link.href.lower().partition("#")
    named = f"{page.partition('?')[0].rpartition('/')[2]} {fragment}"
    return link.text.strip().isupper() or text in _SEPARATORS.split(named)


def _is_code(link: Link) -> bool:
    """Whether all of a link text is set as code."""
    if not link.block:
        return False
    prose = link.block.prose
    return any(prose.span(m.start, m.end) == link.text_span for m in prose.marked("code"))


def _normalise(text: str) -> str:
    folded = text.lower().replace("’", "'")
    return " ".join(_PUNCTUATION.sub(" ", folded).split())


RULE = Rule(
    code="LNK001",
    name="vague-link-text",
    severity=Severity.ERROR,
    options=VagueLinkTextOptions,
    doc=__doc__,
    check=check,
    languages=("en", *TRANSLATED),
)
