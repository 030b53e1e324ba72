"""A title that lists and search results cut off.

Search engines and help centres show about 65 characters of a title. What comes behind is never
read in a list, and a bot that compares titles with a question finds more words that do not match.

Source: GOV.UK content design guidance, "Writing well for the web" (titles of up to 65 characters).

Bad:
    # How to use your new debit card for payments in shops and on the web when you are abroad

Good:
    # Pay abroad with your debit card

Not flagged: titles that quote an error message or code, which people search for as it stands, or
begin with the number of a bulletin.
Chinese, Japanese and Korean characters count twice, as they are twice as wide.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated
from unicodedata import east_asian_width

from msgspec import Meta

from kbtool.model import Article, Hit, KnowledgeBase, Severity, Title
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule

_MESSAGE = lazy_pattern(
    r'"[^"]{15,200}"|“[^“”]{15,200}”|«[^«»]{15,200}»'
    r"|„[^„“”]{15,200}[“”]|(?<!\w)['‘].{15,200}['’](?!\w)"
    r"|^[A-Z]{2,12}-\d{2}[\d-]*\b"
    r"|^(?:\w{1,20} ){0,3}(?i:error|warning|failed|exception)\b[^:]{0,20}:\s"
)
_CODES = 3  # a title with code of so many characters quotes it


class TitleTooLongOptions(Options, frozen=True):
    """Options of title-too-long."""

    info_length: Annotated[
        int,
        Meta(ge=1, description="characters above which a title is found, as info"),
    ] = 65
    warning_length: Annotated[
        int,
        Meta(ge=1, description="characters above which it is a warning"),
    ] = 90


def check(article: Article, kb: KnowledgeBase, options: TitleTooLongOptions) -> Iterator[Hit]:
    """Titles with more characters than one of the limits."""
    title = article.title
    if not title:
        return
    length = _length(title.text)
    is_warning = length > options.warning_length
    limit = options.warning_length if is_warning else options.info_length
    if length > limit and not _quotes(title):
        yield Hit(
            title.span,
            f"title has {length} characters (limit {limit})",
            "Shorten it, and begin with the words that people search for",
            severity=Severity.WARNING if is_warning else Severity.INFO,
        )


def _length(text: str) -> int:
    """Characters as a list shows them: on one line, wide ones counted twice."""
    shown = " ".join(text.split())
    return len(shown) + sum(east_asian_width(character) in "WF" for character in shown)


def _quotes(title: Title) -> bool:
    """Whether a title quotes a message or code."""
    marks = title.prose.marked("code")
    return bool(_MESSAGE.search(title.text)) or any(m.end - m.start >= _CODES for m in marks)


RULE = Rule(
    code="FND003",
    name="title-too-long",
    severity=Severity.INFO,
    options=TitleTooLongOptions,
    doc=__doc__,
    check=check,
)
