"""An address where a link text should be.

A screen reader spells an address out letter by letter, people who scan the page cannot tell what
is behind it, and a bot that quotes the passage reads it aloud. A text that names the page says
more in less room. The fix makes the text of the words in the address, or else of its host; it
is not safe, because only you know what the page is called.

Source: WCAG 2.2, success criterion 2.4.4 (link purpose); Microsoft Writing Style Guide, "URLs and
web addresses"; markdownlint, MD034 (bare URLs).

Bad:
    Read https://www.example.org/guides/refunds-for-tickets?utm=1 first.

Good:
    Read [Refunds for tickets](https://www.example.org/guides/refunds-for-tickets?utm=1) first.

Not flagged: short addresses to remember or type, such as `help.example.com/start` and
`https://example.com`, addresses in code or in quotation marks, addresses that are called a URL, or
are all of a table cell, which the column names, those of files for programs (`.json`, `.git`),
those that a backslash keeps from being links, and those that nobody else can open, such as
`http://localhost/a`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape
from typing import Annotated
from urllib.parse import unquote

from msgspec import Meta

from kbtool.language.phrases import is_quoted
from kbtool.model import (
    Article,
    Block,
    Change,
    Edit,
    Hit,
    KnowledgeBase,
    Link,
    Mark,
    Severity,
    Span,
)
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule

_SHORT_PATH = 24  # signs of a path that a reader misses little of
_ADDRESS = lazy_pattern(r"(?P<scheme>https?://|ftp://)?(?P<host>[\w.-]+)(?P<rest>[:/?#]\S*)?")
_LOCAL = lazy_pattern(r"localhost|[\w-]+|[\d.]+|.*\.(?:local|localhost|internal|test|invalid)")
_PAGE_ENDING = lazy_pattern(r"\.(?:html?|php|aspx?|md|pdf)\Z", re.IGNORECASE)
_ID = lazy_pattern(r"\A\d{5,}-")  # which help desks put before the words
_SLUG = lazy_pattern(r"[^\W\d_]{2,40}(?:[-_+](?:[^\W_]){1,40}){1,12}")
_SPOKEN_OF = lazy_pattern(r"\b(?:UR[LI]s?|web address|wget|curl|git clone)\b[^.!?;]*\Z")
_TARGET = lazy_pattern(r"[^\s<>\x00-\x1f\x7f]+")  # what brackets of a link may hold
_HTML_LINE = lazy_pattern(r"(?:\A|[\r\n])[> \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+){0,9}<[A-Za-z/!?]")
_BLANK = lazy_pattern(r"(?:\r\n|\r|\n)[ \t>]*(?=\r|\n)")


class BareUrlOptions(Options, frozen=True):
    """Options of bare-url."""

    short: Annotated[
        int,
        Meta(
            ge=0,
            description="accept site names and addresses without https:// up to so many characters",
        ),
    ] = 30
    copied_endings: Annotated[
        tuple[str, ...],
        Meta(description="endings of addresses that people copy into a program, in lower case"),
    ] = (".json", ".xml", ".git", ".ics", ".rss")
    exceptions: Annotated[
        tuple[str, ...],
        Meta(description="beginnings of addresses to show all the same, in lower case"),
    ] = ()


def check(article: Article, kb: KnowledgeBase, options: BareUrlOptions) -> Iterator[Hit]:
    """Links whose text is an address."""
    shown = _Shown(article)
    for link in article.links:
        text = " ".join(link.text.split())
        match = _ADDRESS.fullmatch(text)
        if not match or _is_fine(match, options):
            continue
        if shown.is_meant(link):
            continue
        yield Hit(
            link.span if link.kind == "autolink" else link.text_span,
            f"the link shows its address ({len(text)} characters) instead of a text",
            "Name the page that the link opens",
            _edit(link, article, match),
        )


def _is_fine(match: re.Match[str], options: BareUrlOptions) -> bool:
    """Whether an address is no web address, one to type or copy, or short enough to show."""
    scheme, host, rest = match["scheme"] or "", match["host"].lower(), match["rest"] or ""
    if not scheme and not host.startswith("www.") and not rest.startswith("/"):
        return True
    if _LOCAL.fullmatch(host) or "." not in host.strip("."):
        return True
    if (not scheme or rest in ("", "/")) and len(host + rest) <= options.short:
        return True
    path = rest.partition("?")[0].partition("#")[0].lower()
    return path.endswith(options.copied_endings) or match[0].lower().startswith(options.exceptions)


class _Shown:
    """Tells which addresses of an article are meant to be seen."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.block: Block | None = None
        self.marks: dict[Span, Mark] = {}  # addresses and links of the block, by their source

    def is_meant(self, link: Link) -> bool:
        """Whether the text speaks of the address itself, or keeps it from being a link."""
        if link.kind == "bare" and "\\" in self.article.source.slice(link.span):
            return True
        if not link.block:
            return False
        prose = link.block.prose
        if link.block is not self.block:  # once a block: a list of links can be long
            self.block = link.block
            marks = (*prose.marked("url"), *prose.marked("link"))
            self.marks = {prose.span(mark.start, mark.end): mark for mark in marks}
        mark = self.marks.get(link.span) or self.marks.get(link.text_span)
        if not mark:
            return False
        if link.block.kind == "cell" and prose.text.strip() == link.text.strip():
            return True
        before = prose.text[max(0, mark.start - 40) : mark.start]
        return is_quoted(prose.text, mark.start, mark.end) or bool(_SPOKEN_OF.search(before))


def _edit(link: Link, article: Article, match: re.Match[str]) -> Edit | None:
    text = _text_for(match)
    if not text:
        return None
    if link.kind not in ("bare", "autolink"):
        new = escape(text, quote=False) if link.kind == "html" else text
        return Edit((Change(link.text_span, new),), safe=False)
    if article.markup == "html" or _is_in_html(article.source.text, link.span.start):
        return None
    address = article.source.slice(link.text_span)
    if unescape(address) != link.text or not _TARGET.fullmatch(
        address
    ):  # a tag or a control inside it
        return None
    if not match["scheme"]:
        address = f"https://{address}"
    if "(" in address or ")" in address:
        address = f"<{address}>"
    return Edit((Change(link.span, f"[{text}]({address})"),), safe=False)


def _text_for(match: re.Match[str]) -> str:
    """Words that end the path of an address, where there are two or more, else its host.

    "" where the path tells so much that the host alone would tell less.
    """
    path = unquote((match["rest"] or "").partition("?")[0].partition("#")[0])
    last = path.rstrip("/").rpartition("/")[2]
    stem = _PAGE_ENDING.sub("", _ID.sub("", last))
    if not _SLUG.fullmatch(stem):
        return match["host"].lower().removeprefix("www.") if len(path) <= _SHORT_PATH else ""
    if any(map(str.isdigit, stem)):  # "cve-2022-0367" and versions read worse taken apart
        return stem
    text = " ".join(re.split("[-_+]", stem))
    return text[:1].upper() + text[1:]


def _is_in_html(text: str, offset: int) -> bool:
    """Whether a line of the paragraph before an offset begins with a tag.

    From there on Markdown may not be read.
    """
    start = max(0, offset - 5_000)
    for blank in _BLANK.finditer(text, start, offset):
        start = blank.end()
    return bool(_HTML_LINE.search(text[start:offset]))


RULE = Rule(
    code="LNK002",
    name="bare-url",
    severity=Severity.WARNING,
    options=BareUrlOptions,
    doc=__doc__,
    check=check,
    fix="unsafe",
)
