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

Not flagged: short site names such as `help.example.com`, addresses in code, addresses of files
for programs (`.json`, `.git`), and addresses that nobody else can open, such as `http://localhost`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Annotated
from urllib.parse import unquote

from msgspec import Meta

from kbtool.model import Article, Change, Edit, Hit, KnowledgeBase, Link, Severity
from kbtool.rule import Options, Rule

_ADDRESS = re.compile(r"(?P<scheme>https?://|ftp://)?(?P<host>[\w.-]+)(?P<rest>[:/?#]\S*)?")
_LOCAL = re.compile(r"localhost|[\w-]+|[\d.]+|.*\.(?:local|localhost|internal|test|invalid)")
_NUMBER = re.compile(r"[\d_]+|[0-9a-f-]{16,}", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_HTML_LINE = re.compile(r"[>\s]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*<[A-Za-z/!]")
_BLANK = re.compile(r"(?:\r\n|\r|\n)[ \t>]*(?=\r|\n)")


class BareUrlOptions(Options, frozen=True):
    """Options of bare-url."""

    allow_short: Annotated[
        bool,
        Meta(description="accept a bare site name without https:// and path, as in example.com"),
    ] = True
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
    for link in article.links:
        text = " ".join(link.text.split())
        match = _ADDRESS.fullmatch(text)
        if not match or not _is_shown_for_its_own_sake(match, options):
            continue
        yield Hit(
            link.span if link.kind == "autolink" else link.text_span,
            f"the link shows its address ({len(text)} characters) instead of a text",
            "Name the page that the link opens",
            _edit(link, article, match),
        )


def _is_shown_for_its_own_sake(match: re.Match[str], options: BareUrlOptions) -> bool:
    """Whether an address is one to follow, and longer than a site name."""
    scheme, host, rest = match["scheme"] or "", match["host"].lower(), match["rest"] or ""
    if not scheme and not host.startswith("www.") and not rest.startswith("/"):
        return False
    if _LOCAL.fullmatch(host) or "." not in host.strip("."):
        return False
    if not scheme and rest in ("", "/") and options.allow_short:
        return False
    path = rest.partition("?")[0].partition("#")[0].lower()
    if options.copied_endings and path.endswith(options.copied_endings):
        return False
    return not (options.exceptions and match[0].lower().startswith(options.exceptions))


def _edit(link: Link, article: Article, match: re.Match[str]) -> Edit | None:
    text = _text_for(match)
    if link.kind not in ("bare", "autolink"):
        new = escape(text, quote=False) if link.kind == "html" else text
        return Edit((Change(link.text_span, new),), safe=False)
    if _is_in_html(article.source.text, link.span.start):
        return None
    address = article.source.slice(link.text_span)
    if not match["scheme"]:
        address = f"https://{address}"
    if "(" in address or ")" in address:
        address = f"<{address}>"
    return Edit((Change(link.span, f"[{text}]({address})"),), safe=False)


def _text_for(match: re.Match[str]) -> str:
    """Words that end the path of an address, where there are two or more, else its host."""
    path = unquote((match["rest"] or "").partition("?")[0].partition("#")[0])
    last = path.rstrip("/").rpartition("/")[2]
    stem = re.sub(r"\.(?:html?|php|aspx?|md|pdf)\Z", "", last, flags=re.IGNORECASE)
    words = [word for word in re.split(r"[-_+ ]+", stem) if word and not _NUMBER.fullmatch(word)]
    if sum(len(word) > 1 for word in words) > 1 and all(map(_WORD.fullmatch, words)):
        return " ".join([words[0][:1].upper() + words[0][1:], *words[1:]])
    return match["host"].lower().removeprefix("www.")


def _is_in_html(text: str, offset: int) -> bool:
    """Whether the paragraph around an offset begins with a tag, where Markdown may not be read."""
    start = 0
    for blank in _BLANK.finditer(text, max(0, offset - 5_000), offset):
        start = blank.end()
    return bool(_HTML_LINE.match(text, start))


RULE = Rule(
    code="LNK002",
    name="bare-url",
    severity=Severity.WARNING,
    options=BareUrlOptions,
    doc=__doc__,
    check=check,
    fix="unsafe",
)
