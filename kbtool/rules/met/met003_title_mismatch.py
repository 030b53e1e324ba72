"""A title in the front matter that the heading of the article does not bear out.

Search results show one, the page shows the other: readers who picked "Close your account" and land
on "Get a refund" go back. Mostly one of the two was changed and the other forgotten, or the article
began as a copy of another.

Source: Google Search Central, "Influencing title links" (a title and a main heading that agree).

Bad:
    ---
    title: Close your account
    ---
    # Get a refund

    Refunds take five days.

Good:
    ---
    title: Get a refund
    ---
    # Get a refund for a top-up

    Refunds take five days.

Not flagged: capitals, punctuation, "using" for "use", words such as "guide" and what stands in
parentheses; a title that says all that the heading says and more, or the other way round (see
`exact`); a heading such as "Introduction", one below other text, and several headings of level 1,
which begin sections. Where the two say the same, multiple-h1 may find that one is too many. The
name of the file is compared with `file-name` only.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Annotated

from msgspec import Meta

from kbtool.model import (
    Article,
    Change,
    Edit,
    Heading,
    Hit,
    KnowledgeBase,
    Severity,
    Title,
)
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule

_WORD = lazy_pattern(r"[^\W_]+")
_SITE = lazy_pattern(r"\s[|–—·-]\s")
_ASIDE = lazy_pattern(r"\([^()]{0,100}\)|\[[^\[\]]{0,100}\]")
_MARKUP = lazy_pattern(r"[\\`*_{}\[\]<>#&|]")
_FILE_WORD = lazy_pattern(r"[^\W\d_]+")

_SECTIONS = (
    "about", "about this article", "background", "before you begin", "contents", "introduction",
    "overview", "prerequisites", "summary", "table of contents",
)  # fmt: skip
_INDEXES = ("index", "readme", "home", "default", "article", "page", "new", "untitled")
_GENRES = frozenset(("article", "faq", "guid", "overview", "referenc", "tutorial", "walkthrough"))
_STOP_WORDS = frozenset(
    "a an and are can do does for how i in is my of on or the to with you your".split(),
)


class TitleMismatchOptions(Options, frozen=True):
    """Options of title-mismatch."""

    exact: Annotated[
        bool,
        Meta(description="whether a title or heading that says more than the other is found too"),
    ] = False
    sections: Annotated[
        tuple[str, ...],
        Meta(description="headings, in small letters, that begin a section and name no article"),
    ] = _SECTIONS
    file_name: Annotated[
        bool,
        Meta(description="whether the title is compared with the name of the file, too"),
    ] = False
    file_share: Annotated[
        float,
        Meta(gt=0, le=1, description="share of the words of the file's name that a title holds"),
    ] = 0.5
    file_exceptions: Annotated[
        tuple[str, ...],
        Meta(description="names of files, without ending and in small letters, that say nothing"),
    ] = _INDEXES


def check(article: Article, kb: KnowledgeBase, options: TitleMismatchOptions) -> Iterator[Hit]:
    """The heading of level 1, and the name of the file, that say something else than the title."""
    title = article.title
    if not title or title.origin != "front-matter":
        return
    heading = _main_heading(article)
    if heading and " ".join(heading.text.lower().split()) not in options.sections:
        yield from _compare(article, title, heading, options)
    if options.file_name:
        yield from _compare_file(article, title, options)


def _main_heading(article: Article) -> Heading | None:
    """The one heading of level 1, where nothing stands before it."""
    top = [heading for heading in article.headings if heading.level == 1]
    opening = article.sections[0]
    is_first = top[:1] == list(article.headings[:1]) and opening.heading is None
    return top[0] if len(top) == 1 and is_first and opening.is_empty else None


def _compare(
    article: Article, title: Title, heading: Heading, options: TitleMismatchOptions
) -> Iterator[Hit]:
    if _agree(title.text, heading.text, exact=options.exact):
        return
    wanted, found = (" ".join(text.split()) for text in (title.text, heading.text))
    yield Hit(
        heading.block.span,
        f'heading "{found}" and title "{wanted}" differ',
        f'Write "{wanted}", or change the title in the front matter',
        _rewrite(article, heading, wanted),
    )


def _agree(title: str, heading: str, *, exact: bool) -> bool:
    """Whether a title and a heading say the same or, unless ``exact``, one says more."""
    if exact:
        return _WORD.findall(title.casefold()) == _WORD.findall(heading.casefold())
    # "Get a refund | Help centre" names the site as well.
    pairs = [
        (ours, theirs)
        for read in (_words, _words_without_asides)
        for theirs in [read(heading)]
        for ours in map(read, (title, _SITE.split(title)[0]))
    ]
    return any(ours <= theirs or theirs <= ours for ours, theirs in pairs)


def _words_without_asides(text: str) -> set[str]:
    return _words(_ASIDE.sub(" ", text)) or _words(text)


def _words(text: str) -> set[str]:
    """What a text is about; all its words where those of genres are the only ones."""
    found = _WORD.findall(text.casefold())
    return set(map(_base, found)) - _GENRES or set(found)


def _base(word: str) -> str:
    """A word without the "ing" and "e" that "using" and "use" differ in."""
    bare = word.removesuffix("ing") if len(word) > 4 else word
    if bare != word and bare[-1] == bare[-2]:
        bare = bare[:-1]
    return bare.removesuffix("e")


def _rewrite(article: Article, heading: Heading, wanted: str) -> Edit | None:
    """Edit that gives the heading the title; None where either is more than plain text."""
    if _MARKUP.search(wanted) or article.source.slice(heading.block.span) != heading.text:
        return None
    return Edit((Change(heading.block.span, wanted),), safe=False)


def _compare_file(article: Article, title: Title, options: TitleMismatchOptions) -> Iterator[Hit]:
    stem = PurePosixPath(article.path).stem
    words = {word for word in _file_words(stem) if word not in _STOP_WORDS}
    if stem.lower() in options.file_exceptions or not words:
        return
    held = words & set(_file_words(title.text))
    if len(held) < options.file_share * len(words):
        yield Hit(
            title.span,
            f'title has {len(held)} of {len(words)} words of the file\'s name "{stem}"',
            "Rename the file, and redirect its old address, or change the title",
        )


def _file_words(text: str) -> list[str]:
    return _FILE_WORD.findall(text.casefold())


RULE = Rule(
    code="MET003",
    name="title-mismatch",
    severity=Severity.WARNING,
    options=TitleMismatchOptions,
    doc=__doc__,
    check=check,
    fix="unsafe",
)
