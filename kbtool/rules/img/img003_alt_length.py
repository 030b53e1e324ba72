"""Alternative text that is too short to say what an image shows, or too long to listen to.

One or two words name a thing and leave out what there is to see. Nobody can skip or repeat a part
of an alternative text, so what takes more than two sentences belongs into the article, where all
can read it.

Source: GitHub Docs linter, GHD033 (40 to 150 characters); W3C images tutorial (complex images).

Bad:
    ![Settings](settings.png)

Good:
    ![Settings page with the daily limit switched off](settings.png)

Not flagged: images inside a sentence, mostly icons, images in tables, images that are links, where
the text says where they lead, logos and the like, decoration, and texts that poor-alt finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated

from msgspec import Meta

from kbtool.model import IMAGE, Article, Hit, KnowledgeBase, Severity
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule
from kbtool.rules.img._poor_texts import find_fault
from kbtool.rules.img._tags import find_alt

# Chinese, Japanese, Korean, Thai, Lao, Khmer and Burmese put no spaces between words.
_UNSPACED = lazy_pattern(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


class AltLengthOptions(Options, frozen=True):
    """Options of alt-length."""

    min_words: Annotated[int, Meta(ge=0, description="fewest words")] = 3
    max_characters: Annotated[int, Meta(ge=1, description="most characters")] = 150
    exceptions: Annotated[
        tuple[str, ...],
        Meta(description="words with which a short text is enough, in small letters"),
    ] = ("logo", "icon", "symbol", "badge", "flag", "avatar", "qr code", "emoji", "button")


def check(article: Article, kb: KnowledgeBase, options: AltLengthOptions) -> Iterator[Hit]:
    """Alternative texts with too few words or too many characters."""
    alone = _images_alone(article) if article.images else frozenset()
    for image in article.images:
        alt = " ".join((image.alt or "").split())
        if not alt or image.hidden:
            continue
        span = find_alt(image, article) or image.span
        if len(alt) > options.max_characters:
            message = f"alternative text has {len(alt)} characters (limit {options.max_characters})"
            yield Hit(span, message, "Say the rest in the article")
        elif (
            image.span.start in alone
            and not image.in_link
            and _is_short(alt, options)
            and not find_fault(alt, image.src)
        ):
            words = len(alt.split())
            message = f'alternative text "{alt}" has {words} {"word" if words == 1 else "words"}'
            yield Hit(span, f"{message} (at least {options.min_words})", "Say what there is to see")


def _is_short(alt: str, options: AltLengthOptions) -> bool:
    if len(alt.split()) >= options.min_words or _UNSPACED.search(alt):
        return False
    return not _exempt(options.exceptions).search(alt.lower())


@cache
def _exempt(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})s?\b" if words else r"(?!)")


def _images_alone(article: Article) -> frozenset[int]:
    """Where images begin that stand in a block without words, and not in a table."""
    found = set()
    for block in article.blocks:
        if IMAGE in block.prose.text and block.kind != "cell" and not block.words:
            marks = block.prose.marked("image")
            found |= {block.prose.span(mark.start, mark.end).start for mark in marks}
    return frozenset(found)


RULE = Rule(
    code="IMG003",
    name="alt-length",
    severity=Severity.INFO,
    options=AltLengthOptions,
    doc=__doc__,
    check=check,
)
