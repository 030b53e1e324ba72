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

In German, French and Spanish it finds other words too many around a click, and "click" where
the language spells it otherwise.

Not flagged: the noun ("a click on the map", "a quick tap on the edge", "number of clicks on an
ad"), text in quotation marks, switches ("click on or off"), systems ("right click on Windows")
and "on" as part of another word ("on-screen").
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Annotated, Literal, NamedTuple

from msgspec import Meta, field

from kbtool.language.locales import language_of
from kbtool.language.phrases import find_phrases, match_case
from kbtool.language.rewording import is_plain
from kbtool.language.scanning import scan_pattern
from kbtool.model import Article, Block, Change, Edit, Hit, KnowledgeBase, Severity, Source
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule
from kbtool.rules.uit._click_words import CLICKS, find_translated

_VERBS = ("click", "double-click", "right-click", "left-click", "tap", "double-tap")

_SYSTEMS = (
    "mac", "macos", "os x", "windows", "linux", "ios", "ipad", "iphone", "android", "chromebook",
    "mobile",
)  # fmt: skip

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
    "user customer someone somebody nobody whoever anyone anybody everyone person visitor reader "
    "agent client member recipient shopper he she it who that and or then".split(),
)
"""Words before "clicks" that make it a verb."""

_QUOTED = lazy_pattern(
    r"\"[^\"]{1,200}\"|“[^“”]{1,200}”|‘[^‘’]{1,200}’|«[^«»]{1,200}»|(?<!\w)'[^']{1,200}'(?!\w)",
)
_WORD = lazy_pattern(r"[\w'’-]+")
_WORD_END = lazy_pattern(r"\w+")
_SIDE = r"(?:(?:right|left|double)\s+)?"
_OPENING = lazy_pattern(
    rf"[\s(]*(?:(?:then|next|now|first|finally),?\s+)?{_SIDE}$",
    re.IGNORECASE,
)
_LEADING_WORD = lazy_pattern(
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
    systems: Annotated[
        tuple[str, ...],
        Meta(description='devices and systems: "click on Windows" tells where, not what'),
    ] = _SYSTEMS
    translated: Annotated[
        dict[str, dict[str, str]],
        Meta(
            description="in articles in other languages, what to write instead of what, by language"
        ),
    ] = field(default_factory=lambda: CLICKS)
    exceptions: Annotated[
        tuple[str, ...],
        Meta(description='phrases to accept, such as "tap on it"'),
    ] = ()


def check(article: Article, kb: KnowledgeBase, options: ClickOnOptions) -> Iterator[Hit]:
    """Verbs of the list that are followed by "on"."""
    language = language_of(article.locale)
    if language != "en":
        shorter = options.translated.get(language, {})
        yield from find_translated(article, shorter, options.exceptions)
        return
    anchors = _anchors(options.verbs)
    pattern = _pattern(options.verbs, options.systems)
    for block, match, shift in scan_pattern(article, pattern, anchors):
        said = _Said(block, match, match.start() - shift, match.end() - shift)
        if not (_is_noun(said) or _is_quoted(said) or _is_accepted(said, options.exceptions)):
            yield _hit(article.source, said, options)


class _Said(NamedTuple):
    """A verb and "on", and where they stand."""

    block: Block
    match: re.Match[str]
    start: int  # offsets in the block's text
    end: int

    @property
    def verb_end(self) -> int:
        return self.start + len(self.match["verb"])


def _is_quoted(said: _Said) -> bool:
    """Whether it is part of a text in quotation marks, which is a label or a message."""
    starts, ends = _find_quotes(said.block.prose.masked)
    index = bisect_left(starts, said.start) - 1
    return index >= 0 and said.end < ends[index]


@lru_cache(maxsize=1)  # hits come block by block; each of thousands in one would search it anew
def _find_quotes(text: str) -> tuple[list[int], list[int]]:
    """Where texts in quotation marks start and end, in order."""
    spans = [match.span() for match in _QUOTED.finditer(text)]
    return [start for start, _ in spans], [end for _, end in spans]


def _is_accepted(said: _Said, exceptions: tuple[str, ...]) -> bool:
    if not exceptions:
        return False
    found = find_phrases(said.block.prose.masked, exceptions)
    return any(phrase.start < said.end and said.start < phrase.end for phrase in found)


def _is_noun(said: _Said) -> bool:
    text = said.block.prose.masked
    window = text[max(0, said.start - 40) : said.start].lower().rstrip()
    before = _WORD.findall(window)
    while before and before[-1] in _HOW:
        before.pop()
    ending = said.match["ending"].lower()
    if window.endswith((".", "!", "?", ":", ";", ",", "(")) or not before:
        return ending == "s"
    if ending == "s":
        return before[-1] not in _WHO_CLICKS
    return not ending and before[-1] in _BEFORE_NOUN


def _is_surely_verb(said: _Said) -> bool:
    """Whether the words before leave no doubt that someone is told to click."""
    sentences = said.block.sentences
    index = bisect_right(sentences, said.start, key=lambda sentence: sentence.start) - 1
    start = sentences[index].start if index >= 0 else 0
    window = said.block.prose.masked[max(start, said.start - 40) : said.start]
    at_start = said.start - start <= 40 and _OPENING.fullmatch(window)
    return bool(at_start or _LEADING_WORD.search(window))


def _hit(source: Source, said: _Said, options: ClickOnOptions) -> Hit:
    prose, match = said.block.prose, said.match
    verb = match["verb"]
    if options.verb != "keep" and match["root"].lower() in ("click", "tap"):
        verb = match_case(_FORMS[options.verb][match["ending"].lower()], verb)
    if verb == match["verb"]:
        start, end, text = said.verb_end, said.end, ""
    else:
        start, end, text = said.start, said.end, verb
    edit = None
    if is_plain(source, prose, start, end):
        edit = Edit((Change(prose.span(start, end), text),), safe=_is_surely_verb(said))
    return Hit(
        prose.span(said.start, said.end),
        f'"{" ".join(match[0].split())}" needs no "on"',
        f'Write "{verb}"',
        edit,
    )


@cache
def _anchors(verbs: tuple[str, ...]) -> frozenset[str]:
    """Every form of the last words of the verbs."""
    roots = {_WORD_END.findall(verb.lower())[-1] for verb in verbs if verb.strip()}
    return frozenset(
        root + double + ending
        for root in roots
        for double in ("", root[-1])
        for ending in ("", "s", "ed", "ing")
    )


@cache
def _pattern(verbs: tuple[str, ...], systems: tuple[str, ...]) -> re.Pattern[str]:
    roots = "|".join(re.escape(verb) for verb in sorted(verbs, key=lambda verb: (-len(verb), verb)))
    names = "|".join(r"\s+".join(map(re.escape, name.split())) for name in systems) or "(?!)"
    return re.compile(
        rf"(?<![\w'’-])(?P<verb>(?P<root>{roots})p?(?P<ending>s|ed|ing|))\s+on\b"
        r"(?![-'’/]|\s+(?:or|and|top|behalf|off|(?:an?\s+|your\s+)?"
        rf"(?:{names})s?\b(?!['’])))",
        re.IGNORECASE,
    )


RULE = Rule(
    code="UIT001",
    name="click-on",
    severity=Severity.WARNING,
    options=ClickOnOptions,
    doc=__doc__,
    check=check,
    fix="mixed",
    languages=("en", *CLICKS),
)
