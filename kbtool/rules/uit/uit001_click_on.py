"""A click "on" something.

"Click Save" says the same as "Click on Save" in one word less, and a procedure says it many
times. People with other devices than a mouse read "click" as "choose"; "on" only adds where.

Source: Microsoft Writing Style Guide ("click": do not use "click on"); GOV.UK style guide
("select" rather than "click").

Bad:
    Click on **Save**, then tap on the arrow.

Good:
    Click **Save**, then tap the arrow. Click on-screen keys if you have no keyboard.

The fix is safe at the start of a sentence or item and right behind "to", "then", "and", "or",
"you", "please", "must", "should" or "can"; elsewhere "click" may be a noun, so look first.

Not flagged: the noun ("a click on the map", "a quick tap on the edge", "number of clicks on an
ad"), text in quotation marks, switches ("click on or off"), systems ("right click on Windows")
and "on" as part of another word ("on-screen").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Literal

from msgspec import Meta

from kbtool.language.phrases import match_case
from kbtool.language.rewording import is_plain
from kbtool.model import MASK, Article, Block, Change, Edit, Hit, KnowledgeBase, Severity, Source
from kbtool.rule import Options, Rule

_VERBS = ("click", "double-click", "right-click", "left-click", "tap", "double-tap")

_FORMS = {
    "select": {"": "select", "s": "selects", "ed": "selected", "ing": "selecting"},
    "choose": {"": "choose", "s": "chooses", "ed": "chosen", "ing": "choosing"},
    "click": {"": "click", "s": "clicks", "ed": "clicked", "ing": "clicking"},
}

_BEFORE_NOUN = frozenset(
    "a an the one each every per by of single first second next last this that another any your "
    "their his her its no mouse with without many more most two three few all ad button "
    "additional number".split(),
)
"""Words before "click" that make it a noun."""

_HOW = frozenset(
    "right left double single middle triple quick gentle long short light brief simple firm soft "
    "hard slow fast strong sharp mere prolonged extended sustained little small good new final "
    "further extra accidental deliberate careful rapid swift sudden steady normal".split(),
)
"""Words between "a" and "click"."""

_WHO_CLICKS = frozenset(
    "user customer someone somebody anyone anybody everyone person visitor reader agent client "
    "member recipient shopper he she it who that and or then".split(),
)
"""Words before "clicks" that make it a verb."""

_QUOTED = re.compile(
    r"\"[^\"]{1,200}\"|“[^“”]{1,200}”|‘[^‘’]{1,200}’|«[^«»]{1,200}»|(?<!\w)'[^']{1,200}'(?!\w)",
)
_SIDE = r"(?:(?:right|left|double)\s+)?"
_OPENING = re.compile(
    rf"[\s(]*(?:(?:then|next|now|first|finally),?\s+)?{_SIDE}$",
    re.IGNORECASE,
)
_LEADING_WORD = re.compile(
    rf"(?<![\w'’-])(?:to|then|and|or|you|must|can|should|please)\s+{_SIDE}$",
    re.IGNORECASE,
)


class ClickOnOptions(Options, frozen=True):
    """Options of click-on."""

    verbs: Annotated[
        tuple[str, ...],
        Meta(description="verbs, in small letters, that need no on"),
    ] = _VERBS
    verb: Annotated[
        Literal["keep", "click", "select", "choose"],
        Meta(description="verb to write instead of click and tap; keep leaves the verb as it is"),
    ] = "keep"


def check(article: Article, kb: KnowledgeBase, options: ClickOnOptions) -> Iterator[Hit]:
    """Verbs of the list that are followed by "on"."""
    if not options.verbs:
        return
    pattern = _pattern(options.verbs)
    for block in article.blocks:
        if pattern.search(block.prose.masked):
            text = _QUOTED.sub(_blank, block.prose.masked)
            for match in pattern.finditer(text):
                if not _is_noun(text, match):
                    yield _hit(article.source, block, match, options)


def _blank(match: re.Match[str]) -> str:
    return MASK * len(match[0])


def _is_noun(text: str, match: re.Match[str]) -> bool:
    window = text[max(0, match.start() - 40) : match.start()].lower().rstrip()
    before = re.findall(r"[\w'’-]+", window)
    while before and before[-1] in _HOW:
        before.pop()
    ending = match["ending"].lower()
    if window.endswith((".", "!", "?", ":", ";", ",", "(")) or not before:
        return ending == "s"
    if ending == "s":
        return before[-1] not in _WHO_CLICKS
    return not ending and before[-1] in _BEFORE_NOUN


def _is_surely_verb(block: Block, match: re.Match[str]) -> bool:
    """Whether the words before leave no doubt that someone is told to click."""
    index = bisect_right(block.sentences, match.start(), key=lambda sentence: sentence.start) - 1
    start = block.sentences[index].start if index >= 0 else 0
    window = match.string[max(start, match.start() - 40) : match.start()]
    at_start = match.start() - start <= 40 and _OPENING.fullmatch(window)
    return bool(at_start or _LEADING_WORD.search(window))


def _hit(source: Source, block: Block, match: re.Match[str], options: ClickOnOptions) -> Hit:
    prose = block.prose
    said = prose.text[match.start() : match.end()]
    verb = match["verb"]
    if options.verb != "keep" and match["root"].lower() in ("click", "tap"):
        verb = match_case(_FORMS[options.verb][match["ending"].lower()], verb)
    if verb == match["verb"]:
        start, end, text = match.end("verb"), match.end(), ""
    else:
        start, end, text = match.start(), match.end(), verb
    edit = None
    if is_plain(source, prose, start, end):
        safe = _is_surely_verb(block, match)
        edit = Edit((Change(prose.span(start, end), text),), safe=safe)
    return Hit(
        prose.span(*match.span()),
        f'"{" ".join(said.split())}" needs no "on"',
        f'Write "{verb}"',
        edit,
    )


@cache
def _pattern(verbs: tuple[str, ...]) -> re.Pattern[str]:
    roots = "|".join(re.escape(verb) for verb in sorted(verbs, key=lambda verb: (-len(verb), verb)))
    return re.compile(
        rf"(?<![\w'’-])(?P<verb>(?P<root>{roots})p?(?P<ending>s|ed|ing|))\s+on\b"
        r"(?![-'’/]|\s+(?:or|and|top|behalf|off|(?:an?\s+|your\s+)?"
        r"(?:mac|macos|os\s+x|windows|linux|ios|ipad|iphone|android|chromebook|mobile)s?\b(?!['’])))",
        re.IGNORECASE,
    )


RULE = Rule(
    code="UIT001",
    name="click-on",
    severity=Severity.WARNING,
    options=ClickOnOptions,
    doc=__doc__,
    check=check,
    fix="unsafe",
    languages=("en",),
)
