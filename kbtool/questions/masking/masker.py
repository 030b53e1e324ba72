"""Places with personal data found, and placeholders put there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from kbtool.patterns import lazy_pattern
from kbtool.questions.cleaning.characters import has_one
from kbtool.questions.masking.cues import read_words
from kbtool.questions.masking.folding import fold
from kbtool.questions.masking.kind import Kind, Places
from kbtool.questions.masking.kinds import KINDS
from kbtool.questions.masking.zones import Zone, find_zones

_DIGIT = lazy_pattern(r"[0-9]")
_TAKEN = "\x00"  # stands where a kind has found something, so that no later one finds it too
_NOTHING: Mapping[str, int] = MappingProxyType({})


class Span(NamedTuple):
    """A place in the text as it was."""

    start: int
    end: int
    kind: str


class Masked(NamedTuple):
    """A text with placeholders."""

    text: str
    counts: Mapping[str, int] = _NOTHING  # by name of the kind
    spans: tuple[Span, ...] = ()


def mask_text(text: str) -> Masked:
    """The text with a placeholder such as ``<email>`` for all personal data that is found in it.

    Takes time in proportion to the length of the text, whatever it holds.
    """
    folded = text
    zones: list[Zone] = []
    if not text.isascii() or _DIGIT.search(text):
        folded = fold(text)
        zones = find_zones(folded)
    lower = text.lower()
    foreign = "" if text.isascii() else lower
    spans: list[Span] = []
    for kind in KINDS:
        if kind.digits and not zones:
            continue
        if _is_possible(kind, lower, foreign):
            found = _tidy(_search(kind, folded, zones), kind.name)
            if found:
                folded = _replace(folded, found)
                spans += found
    return _fill(text, sorted(spans)) if spans else Masked(text)


def _is_possible(kind: Kind, lower: str, foreign: str) -> bool:
    """Whether a sign or a word of a kind stands in a text, or the kind has none."""
    if kind.words:
        found = not kind.words.isdisjoint(read_words(lower))
    else:
        found = not kind.signs or has_one(lower, kind.signs)
    return found or bool(foreign and has_one(foreign, kind.foreign))


def _search(kind: Kind, text: str, zones: list[Zone]) -> Places:
    """Places of one kind, looked for only where there are enough digits."""
    if not kind.digits or kind.wide:
        if sum(zone.digits for zone in zones) >= kind.digits:
            yield from kind.find(text)
        return
    for zone in zones:
        if zone.digits >= kind.digits:
            for start, end in kind.find(text[zone.start : zone.end]):
                yield zone.start + start, zone.start + end


def _tidy(places: Places, name: str) -> list[Span]:
    """Places in order; of those that overlap the first, and the longest that begins there."""
    found: list[Span] = []
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if not found or start >= found[-1].end:
            found.append(Span(start, end, name))
    return found


def _replace(text: str, found: list[Span]) -> str:
    """The text with marks, as many as there were characters, in the places found."""
    parts: list[str] = []
    at = 0
    for start, end, _ in found:
        parts += (text[at:start], _TAKEN * (end - start))
        at = end
    return "".join((*parts, text[at:]))


def _fill(text: str, spans: list[Span]) -> Masked:
    parts: list[str] = []
    at = 0
    for start, end, kind in spans:
        parts += (text[at:start], f"<{kind}>")
        at = end
    counts = Counter(span.kind for span in spans)
    return Masked("".join((*parts, text[at:])), counts, tuple(spans))
