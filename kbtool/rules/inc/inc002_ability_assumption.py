"""A direction that only some readers can follow: by colour, place, look or sound alone.

Screen readers announce a button's name; they say neither that it is red nor that it is on the
right. On a phone it may stand elsewhere, and nothing is on the right of what a bot answers.

Source: WCAG 2.2, success criteria 1.3.3 (sensory characteristics) and 1.4.1 (use of colour);
Microsoft Writing Style Guide, "Writing for all abilities".

Bad:
    1. Click the red button.
    2. Select the icon on the right.
    3. Look at the screenshot below.
    4. Wait until you hear a beep.

Good:
    1. Click the red **Stop** button.
    2. Select the gear icon on the right.
    3. Enter the number of your card, as in the screenshot below.
    4. Wait until you hear a beep and the card reader vibrates.

Not flagged: a cue beside a name, a link, an image or words in quotation marks; colours of things
that have no name, such as lamps and wires; "see" before the name of an article or a section.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import Annotated, Literal, NamedTuple

from msgspec import Meta

from kbtool.language.scanning import anchors_of, scan_pattern
from kbtool.model import Article, Block, Hit, KnowledgeBase, Sentence, Severity
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule

Kind = Literal["colour", "place", "look", "sound"]

_COLOURS = (
    "red", "green", "blue", "yellow", "orange", "purple", "pink", "grey", "gray", "white", "black",
    "brown", "coloured", "colored", "highlighted",
)  # fmt: skip
_CONTROLS = (
    "button", "buttons", "icon", "icons", "link", "links", "arrow", "arrows", "symbol", "tab",
    "field", "fields", "box", "boxes", "checkbox", "switch", "slider", "badge", "dot", "banner",
)  # fmt: skip
_PICTURES = (
    "image", "screenshot", "picture", "figure", "diagram", "photo", "illustration", "video",
)  # fmt: skip
_SIZES = "round|square|triangular|big|large|small|little|tiny|first|last"
_ADVICE: dict[Kind, str] = {
    "colour": "Name it as the screen does, beside its colour",
    "place": "Name it as the screen does, beside its place",
    "look": "Say in words what to see there",
    "sound": "Say what can be seen or felt as well",
}
# Someone is told to find it; "the red box is a warning" explains.
_ACT = (
    r"(?:click(?:\s+on)?|select|choose|press(?:\s+on)?|tap(?:\s+on)?|touch|hit|drag|use|open|find|"
    r"hover\s+over|fill\s+in|push|toggle|clicking(?:\s+on)?|selecting|pressing|tapping|using)"
)
_LABEL = lazy_pattern(r"[\"“”«»‘]|\b(?:labell?ed|called|named|marked|says?|reads?|titled)\b|\(")
_OTHER_SENSE = lazy_pattern(
    r"\b(?:and|or)\b.{0,60}\b(?:see|light|lights|led|screen|display|vibrat\w+|blink\w*|flash\w*|"
    r"message|feel|shows?|appears?|turns?)\b",
    re.IGNORECASE,
)


class AbilityAssumptionOptions(Options, frozen=True):
    """Options of ability-assumption."""

    colours: Annotated[
        tuple[str, ...],
        Meta(description="words for colours, in small letters"),
    ] = _COLOURS
    controls: Annotated[
        tuple[str, ...],
        Meta(description="things on a screen that have a name, singular and plural"),
    ] = _CONTROLS

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Words of which each cue holds one."""
        return frozenset((*self.colours, "right", "left", "top", "bottom", "look", "see", "hear"))

    @cached_property
    def things(self) -> frozenset[str]:
        """Terms of which an article with a cue holds one besides."""
        pictures = (picture + ending for picture in _PICTURES for ending in ("", "s"))
        return anchors_of(self.controls).union(pictures, ["hear"])


class _Given(NamedTuple):
    colours: tuple[str, ...]
    controls: tuple[str, ...]


def check(article: Article, kb: KnowledgeBase, options: AbilityAssumptionOptions) -> Iterator[Hit]:
    """Cues that nothing stands beside."""
    given = _Given(options.colours, options.controls)
    if article.running.terms.isdisjoint(options.things):
        return
    for block, match, shift in scan_pattern(article, _pattern(given), options.anchors):
        kind: Kind = match.lastgroup  # type: ignore[assignment] # one of the names in the pattern
        start, end = match.start(kind) - shift, match.end(kind) - shift
        if block.kind != "heading" and not _has_more(block, start, end, kind):
            shown = " ".join(block.prose.text[start:end].split())
            message = f'"{shown}" goes by {kind} alone'
            yield Hit(block.prose.span(start, end), message, _ADVICE[kind])


@cache
def _pattern(given: _Given) -> re.Pattern[str]:
    colours, controls = ("|".join(map(re.escape, words)) or "(?!)" for words in given)
    side = r"(?:(?:upper|lower|top|bottom|far)[\s-]+)?(?:right|left|top|bottom)(?:[\s-]+hand)?"
    place = rf"(?:on|at|in|to)\s+the\s+{side}(?:\s+(?:side|corner))?"
    picture = f"(?:{'|'.join(_PICTURES)})s?"
    return re.compile(
        rf"\b{_ACT}\s+(?P<colour>(?:the|an?|any)\s+(?:(?:{_SIZES})\s+)?"
        rf"(?:{colours})\s+(?:{controls}))\b(?!\s+[A-Z])"
        rf"|\b{_ACT}\s+(?P<place>the\s+(?:(?:{_SIZES})\s+)?(?:{controls})\s+{place})\b"
        rf"|(?:^|(?<=[.!?:]\s))(?P<look>(?:please\s+)?(?:look\s+at|see)\s+(?:the\s+|this\s+)?"
        rf"(?:following\s+|attached\s+)?{picture}(?:\s+(?:above|below|here))?)\s*(?:[.!:]|$)"
        rf"|\b(?:when|once|until|after|if)\s+(?P<sound>you\s+hear\s+(?:an?|the)\s+"
        rf"(?:\w+\s+)?(?:beep|tone|click|sound|chime|ring|noise)s?)\b",
        re.IGNORECASE | re.MULTILINE,
    )


def _has_more(block: Block, start: int, end: int, kind: Kind) -> bool:
    """Whether the sentence of a cue says it in another way too."""
    prose = block.prose
    whole = Sentence(0, len(prose.text), 0)
    sentence = next((s for s in block.sentences if s.start <= start < s.end), whole)
    if kind == "look":
        return len(list(block.sentences)) > 1
    rest = prose.masked[end : sentence.end]
    if kind == "sound":
        return bool(_OTHER_SENSE.search(rest)) or "see" in prose.masked[sentence.start : start]
    if prose.has_mark(sentence.start, sentence.end, "strong", "em", "link", "kbd", "code", "image"):
        return True
    return bool(_LABEL.search(prose.masked, sentence.start, sentence.end))


RULE = Rule(
    code="INC002",
    name="ability-assumption",
    severity=Severity.INFO,
    options=AbilityAssumptionOptions,
    doc=__doc__,
    check=check,
    terms=lambda options: options.anchors,
    languages=("en",),
)
