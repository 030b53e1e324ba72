"""More than one exclamation mark in an article, or one in a heading or about an error.

One "Done!" can be kind. Many sound like advertising, and to somebody whose payment just failed
even one sounds cheerful at the wrong moment. In a heading it promises more than help can keep.

Source: Microsoft Writing Style Guide ("exclamation points": use them sparingly).

Bad:
    # Your new card

    Your card is on its way! You will love it!

Good:
    # Your new card

    Your card is on its way. The app says "Done!" once it works!

Not flagged: marks in code, in quotation marks and in labels in bold, which are words of a screen,
inside a sentence, where they belong to a name, signs such as `#REF!`, and as many as `most` in an
article. The fix puts a
full stop, a colon behind a word such as "Note!", and nothing in a heading: see whether it reads
well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated, NamedTuple

from msgspec import Meta

from kbtool.language.labels import Labels
from kbtool.language.phrases import find_phrases, is_quoted
from kbtool.language.rewording import is_plain
from kbtool.language.scanning import blocks_with
from kbtool.model import Article, Block, Change, Edit, Hit, KnowledgeBase, Severity
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule

_CALLOUTS = (
    "note", "important", "warning", "caution", "tip", "attention", "danger", "remember",
    "please note", "beware", "hint", "info",
)  # fmt: skip
_ERRORS = ("error", "errors", "problem", "problems", "failed", "fails", "failure", "crash",
           "crashes", "unable", "cannot", "can't", "troubleshoot", "troubleshooting", "declined",
           "rejected", "denied", "not working", "won't", "doesn't work")  # fmt: skip

# Behind a word, a bracket or a quotation, not inside an operator, a path or a name.
_MARKS = lazy_pattern(r"(?<=[\w)\]\"'”’%])(?P<marks>\s?[!?]++)(?![\w=/.,;:\[&|-])")
# A name such as "Go! cards" or "Go! Travel Cards".
_GOES_ON = lazy_pattern(r"[\"'”’)\s]{0,3}\s(?:[a-z]|[A-Z]\w{1,30}\s[A-Z]\w)")
_LONE = lazy_pattern(r"\s*(?:\Z|[A-Z])")  # what stands behind a mark with a space before it
_VALUE = lazy_pattern(r"#[A-Z/0-9]{1,9}\Z")  # an error of a spreadsheet: #REF!
_OTHER_MARKUP = lazy_pattern(r"(?:\A|\s)!\w|\s!!\s|\|\|")  # cells of a wiki's table
_OPENING = lazy_pattern(r"(?:\A|[.!?:]\s)\W{0,3}([\w ]{1,20})\Z")
_LABEL_WORDS = 4


class ExclamationOptions(Options, frozen=True):
    """Options of exclamation."""

    most: Annotated[
        int,
        Meta(ge=0, description="exclamation marks that an article may have"),
    ] = 1
    errors: Annotated[
        tuple[str, ...],
        Meta(description="words in a title or heading below which no mark is accepted"),
    ] = _ERRORS
    callouts: Annotated[
        tuple[str, ...],
        Meta(description="words, in small letters, before a mark that the fix makes a colon"),
    ] = _CALLOUTS
    exceptions: Annotated[
        tuple[str, ...],
        Meta(description="names and phrases with a mark to accept all the same"),
    ] = ()


def check(article: Article, kb: KnowledgeBase, options: ExclamationOptions) -> Iterator[Hit]:
    """Marks in headings and about errors, and those beyond the most that an article may have."""
    others = []
    for said in _find(article, options):
        if said.block.kind == "heading":
            yield _hit(article, said, "exclamation mark in a heading", options)
        elif _is_about_error(article, said.block, options.errors):
            yield _hit(article, said, "exclamation mark in a text about an error", options)
        else:
            others.append(said)
    for number, said in enumerate(others[options.most :], options.most + 1):
        count = f"exclamation mark {number} of {len(others)} in the article"
        yield _hit(article, said, f"{count} (limit {options.most})", options)


class _Said(NamedTuple):
    """Exclamation marks and where they stand."""

    block: Block
    start: int
    end: int
    opening: str  # what they stand behind, in small letters, where that is a word or two


def _find(article: Article, options: ExclamationOptions) -> Iterator[_Said]:
    """All marks that say something loudly."""
    labels = Labels(_LABEL_WORDS)
    for block, match in _find_marks(article):
        text, (start, end) = block.prose.masked, match.span()
        opening = _OPENING.search(text, max(0, start - 30), start)
        said = _Said(block, start, end, opening[1].lower() if opening else "")
        is_label = said.opening not in options.callouts and labels.hold(block.prose, start, end)
        is_other = is_label or is_quoted(text, start, end) or _is_sign(said)
        if not is_other and not _is_name(said, options.exceptions):
            yield said


def _find_marks(article: Article) -> Iterator[tuple[Block, re.Match[str]]]:
    """Runs of marks, an exclamation mark among them, with their blocks."""
    for block in blocks_with(article, ("!",)):
        for match in _MARKS.finditer(block.prose.masked):
            if "!" in match["marks"]:
                yield block, match


def _is_sign(said: _Said) -> bool:
    """Whether the mark is an operator, part of a value or markup of another kind."""
    text = said.block.prose.masked
    is_lone = text[said.start].isspace()
    if is_lone and (said.block.kind == "heading" or not _LONE.match(text, said.end)):
        return True
    is_value = _VALUE.search(text, max(0, said.start - 10), said.start)
    return bool(is_value) or _is_other_markup(text)


@lru_cache(maxsize=4)  # marks come from one text in turn
def _is_other_markup(text: str) -> bool:
    return bool(_OTHER_MARKUP.search(text))


def _is_name(said: _Said, exceptions: tuple[str, ...]) -> bool:
    """Whether the mark belongs to a name: the sentence goes on, or a list says so."""
    text = said.block.prose.masked
    before = text[max(0, said.start - 60) : said.end]
    return bool(_GOES_ON.match(text, said.end)) or before.endswith(exceptions)


def _is_about_error(article: Article, block: Block, errors: tuple[str, ...]) -> bool:
    """Whether the title, or a heading that the block stands under, speaks of an error."""
    title = article.title.text if article.title else ""
    return _speaks_of(" / ".join((title, *article.sections[block.section].path)), errors)


@lru_cache(maxsize=64)
def _speaks_of(text: str, words: tuple[str, ...]) -> bool:
    return next(find_phrases(text, words), None) is not None


def _hit(article: Article, said: _Said, message: str, options: ExclamationOptions) -> Hit:
    prose = said.block.prose
    instead = _instead(said, options.callouts)
    return Hit(
        prose.span(said.start, said.end),
        message,
        f'Write "{instead}"' if instead else "Leave it out",
        Edit((Change(prose.span(said.start, said.end), instead),), safe=False)
        if is_plain(article.source, prose, said.start, said.end)
        else None,
    )


def _instead(said: _Said, callouts: tuple[str, ...]) -> str:
    """Punctuation that says the same quietly."""
    text = said.block.prose.text
    if "?" in text[said.start : said.end]:
        return "?"
    is_last = not text[said.end :].strip()
    if said.opening in callouts and not is_last:
        return ":"
    return "" if is_last and said.block.kind == "heading" else "."


RULE = Rule(
    code="TON003",
    name="exclamation",
    severity=Severity.INFO,
    options=ExclamationOptions,
    doc=__doc__,
    check=check,
    fix="unsafe",
)
