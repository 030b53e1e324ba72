"""A character that nobody sees, or one that was broken on the way.

Text pasted from chats, PDFs and word processors brings zero-width spaces along. A search for the
word no longer finds it, a copied command or address fails, and nobody sees why. Tag characters
hide whole sentences, which a bot reads and obeys. "â€™" stands where a text was saved in one
encoding and read in another; readers take the page for a careless one.

Source: Unicode Standard, chapter 23 (layout controls); WHATWG Encoding Standard (bytes that are
read as windows-1252).

Bad:
    Donâ€™t share your PIN.

Good:
    Don’t share your PIN.

Not flagged: invisible characters beside letters of scripts and in emoji that need them, marks of
direction in a text with Hebrew or Arabic letters, entities such as `&nbsp;` and `&shy;`, which
somebody wrote on purpose, a single no-break space, no-break spaces that indent a line, comments,
and broken text in code, which is mostly a sample. There is a fix between letters, spaces and full
stops, but not beside markup, in code, in addresses and in the front matter, where more than the
look may change. No-break spaces are worth a note, the rest a warning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated
from unicodedata import name

from msgspec import Meta

from kbtool.language.labels import Covers
from kbtool.model import Article, Change, Edit, Hit, KnowledgeBase, Severity, Span
from kbtool.rule import Options, Rule
from kbtool.rules.hyg._mojibake import misread
from kbtool.rules.hyg._neighbours import can_be_space, can_delete, can_replace, is_between_words

_INVISIBLE = (
    "\u200b\u200c\u200d\u2060\ufeff\u180e\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2066\u2067\u2068\u2069"
)
_DIRECTION = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_TAGS = (0xE0000, 0xE0080)  # always looked for: outside flags they only hide something
_MEANT = (
    "‘’‚“”„–—…•™€→←↑↓✓✔✗✘−≥≤©®°£¥§«»·×÷½¼¾±µ¿¡²³äöüÄÖÜßéèêëàáâãåæçíìîïñóòôõøúùûýÿ"
    "ÀÁÂÃÅÆÇÉÈÊËÍÎÏÑÓÔÕØÚÛÝšŠžŽ\u00a0\u200b\ufeff"
)
_NO_BREAK = "\u00a0"
_LOST = "\ufffd"


class InvisibleCharOptions(Options, frozen=True):
    """Options of invisible-char."""

    invisible: Annotated[
        str,
        Meta(description="characters that nobody sees and that should not be there"),
    ] = _INVISIBLE
    no_break_spaces: Annotated[
        int,
        Meta(ge=1, description="no-break spaces in a row from which they are too many"),
    ] = 2
    broken: Annotated[
        str,
        Meta(description="characters to look for in the shape that a wrong encoding gives them"),
    ] = _MEANT
    lost: Annotated[
        bool,
        Meta(description="whether to look for U+FFFD, which stands for a lost character"),
    ] = True


def check(article: Article, kb: KnowledgeBase, options: InvisibleCharOptions) -> Iterator[Hit]:
    """Runs of such characters; an article of nothing but ASCII has none."""
    text = article.source.text
    if text.isascii() or not any(part in text for part in _suspects(options)):
        return
    places: _Places | None = None
    for match in _find(text, options):
        places = places or _Places(article)
        span = Span(*match.span())
        if places.comments.hold(*span):
            continue
        if match.lastgroup == "invisible":
            yield from _check_invisible(text, span, places)
        elif match.lastgroup == "spaces":
            yield from _check_spaces(text, span, places)
        elif not places.code.hold(*span):
            yield from _check_broken(text, span, places, options.broken)


class _Places:
    """Parts of an article in which a character means something else."""

    def __init__(self, article: Article) -> None:
        self.comments = Covers([part.span for part in article.comments])
        self.code = Covers([part.span for part in article.code])
        hidden = [Span(0, article.body.start), *(part.span for part in article.code)]
        for link in article.links:
            hidden.append(Span(link.text_span.end, link.span.end))
            hidden.append(Span(link.span.start, link.text_span.start))
        for image in article.images:
            hidden.append(Span(image.alt_span.end, image.span.end))
            hidden.append(Span(image.span.start, image.alt_span.start))
        self.hidden = Covers(list(hidden))
        self.is_right_to_left = bool(_right_to_left().search(article.source.text))


@cache
def _suspects(options: InvisibleCharOptions) -> tuple[str, ...]:
    """What an article holds some of if there is anything to find; quick to look for."""
    parts = {*options.invisible, _NO_BREAK * options.no_break_spaces}
    parts |= {broken[0] for broken in misread(options.broken)} | set(map(chr, range(*_TAGS)))
    return tuple(sorted(parts | ({_LOST} if options.lost else set())))


def _find(text: str, options: InvisibleCharOptions) -> Iterator[re.Match[str]]:
    """Matches one after the other; looking for first characters alone is ten times as quick."""
    pattern, end = _pattern(options), 0
    for start in _starts(options).finditer(text):
        if start.start() >= end and (match := pattern.match(text, start.start())):
            yield match
            end = match.end()


@cache
def _starts(options: InvisibleCharOptions) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join({part[0] for part in _suspects(options)}))}]")


@cache
def _pattern(options: InvisibleCharOptions) -> re.Pattern[str]:
    broken = sorted(misread(options.broken), key=len, reverse=True)
    tags = f"{chr(_TAGS[0])}-{chr(_TAGS[1] - 1)}"
    parts = {
        "invisible": f"[{re.escape(options.invisible)}{tags}]++",
        "spaces": f"{_NO_BREAK}{{{options.no_break_spaces},}}+",
        "broken": "|".join(map(re.escape, broken)),
        "lost": f"{_LOST}++" if options.lost else "",
    }
    return re.compile("|".join(f"(?P<{key}>{part})" for key, part in parts.items() if part))


@cache
def _right_to_left() -> re.Pattern[str]:
    return re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def _check_invisible(text: str, span: Span, places: _Places) -> Iterator[Hit]:
    run = text[span.start : span.end]
    around = text[max(0, span.start - 1) : span.start] + text[span.end : span.end + 1]
    if any(map(_needs_joiners, around)):
        return
    if places.is_right_to_left and not _DIRECTION.isdisjoint(run):
        return
    first = f"U+{ord(run[0]):04X} ({name(run[0], 'unnamed').lower()})"
    yield Hit(
        span,
        f"invisible character {first}"
        if len(run) == 1
        else f"{len(run)} invisible characters, first {first}",
        "Delete it" if len(run) == 1 else "Delete them",
        _edit(span, "", safe=can_delete(text, span) and not places.hidden.hold(*span)),
    )


def _needs_joiners(character: str) -> bool:
    """Whether it belongs to a script, or is an emoji, that invisible characters shape."""
    code = ord(character)
    return 0x0590 <= code < 0x1E00 or code >= 0x20D0


def _check_spaces(text: str, span: Span, places: _Places) -> Iterator[Hit]:
    length = span.end - span.start
    in_code = places.code.hold(*span)
    if not in_code and not is_between_words(text, span):
        return  # an indent, or a cell or line that is kept open
    yield Hit(
        span,
        f"{length} no-break spaces in a row" if length > 1 else "no-break space",
        "Write one space",
        _edit(
            span,
            " ",
            safe=can_be_space(text, span) and not places.hidden.hold(*span),
        ),
        severity=Severity.INFO,
    )


def _check_broken(text: str, span: Span, places: _Places, characters: str) -> Iterator[Hit]:
    broken = text[span.start : span.end]
    if broken[0] == _LOST:
        yield Hit(span, "character was lost and shows as U+FFFD", "Write what should stand there")
        return
    before = text[span.start - 1 : span.start]
    if len(broken) == 2 and before.isupper():
        return  # capitals of a Portuguese or French word, then a sign
    meant = misread(characters)[broken]
    shown = f'"{meant}"' if meant.isprintable() else f"U+{ord(meant):04X}"
    yield Hit(
        span,
        f"a wrong encoding has broken {shown}",
        f"Write {shown}" if meant.isprintable() else "Delete it",
        _edit(
            span,
            meant if meant.isprintable() else " " if meant == _NO_BREAK else "",
            safe=can_replace(text, span) and not places.hidden.hold(*span),
        ),
    )


def _edit(span: Span, text: str, *, safe: bool) -> Edit | None:
    return Edit((Change(span, text),), safe=True) if safe else None


RULE = Rule(
    code="HYG001",
    name="invisible-char",
    severity=Severity.WARNING,
    options=InvisibleCharOptions,
    doc=__doc__,
    check=check,
    fix="safe",
)
