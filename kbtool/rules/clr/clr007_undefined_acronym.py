"""An acronym that the article does not explain.

Letters such as OTA are quick to read for those who know them and a wall for everybody else.
People arrive from a search in the middle of a help centre, and a bot quotes one passage, so each
article has to say once what its acronyms stand for.

Source: Microsoft Writing Style Guide (acronyms); US federal plain language guidelines ("Minimize
abbreviations"); WCAG 2.2, success criterion 3.1.4 (abbreviations).

Bad:
    Put the board in DFU mode before you send the update.

Good:
    Put the board in device firmware upgrade (DFU) mode before you send the update by USB.

Not flagged: well-known acronyms, units, currencies, file types; names ("MKR WiFi 1010"), codes,
words in capitals, pins, keys and buttons; headings, tables, bold text, link text and quotations,
which are labels and titles; a link that leads to the explanation. Each acronym is flagged but once
in an article.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Annotated, NamedTuple

from msgspec import Meta

from kbtool.language.acronyms import Acronym, is_explained_at, is_marked_up, scan_acronyms
from kbtool.language.phrases import is_quoted
from kbtool.model import Article, Block, Hit, KnowledgeBase, Outline, Severity, Span
from kbtool.patterns import lazy_pattern
from kbtool.readability.dictionary import look_up
from kbtool.rule import Options, Rule
from kbtool.rules.clr._known_acronyms import KNOWN, WORDS

_PLAIN_WORDS = frozenset(
    "the a an and or if in on at to for from with of by as is are this that these those your our "
    "its when while then each every all any some no not use using".split(),
)

# What makes capitals a label or a file type: "the RST button", "the SDA and SCL pins", "XPI files".
_LABELLED = lazy_pattern(
    r"(?:s|['’]s)?(?:(?:,|,?\s+and|,?\s+or|\s*/)\s*[A-Z]{2,6}\d?){0,4}\s+(?:pins?|pads?|buttons?|keys?|"
    r"switch(?:es)?|jumpers?|terminals?|headers?|signals?|lines?|commands?|keywords?|macros?|"
    r"options?|fields?|columns?|parameters?|variables?|values?|constants?|position|LEDs?|files?|"
    r"formats?|library|libraries|"
    r"connectors?|lock|environment|>)(?!\w)|\s#\d",
)
_LABEL_BEFORE = lazy_pattern(
    r"(?:\b(?:pins?|buttons?|keys?|label|label+ed(?:\s+as)?|marked(?:\s+as)?|named|such\s+as)|e\.g\.,?|>)\s+"
    r"(?:[A-Z\d]{2,6}(?:,?\s+(?:and|or)|,)\s+){0,3}['\"‘“]?$",
    re.IGNORECASE,
)
_WORD_BEFORE = lazy_pattern(r"(?<![\w.'’-])([^\W_][\w.'’-]*)[ \u00a0]$")
_WORD_AFTER = lazy_pattern(r"(?:s|['’]s)?[ \u00a0]([^\W_][\w.'’-]*)")
_CODE_BEFORE = lazy_pattern(r"[A-Z\d]{2,}, $")
_CODE_AFTER = lazy_pattern(r", (?:and |or )?[A-Z\d]{2,}\b")
_WORD = lazy_pattern(r"[^\W\d_]+")
_GLOSSARY = lazy_pattern(r"(?:s)?(?:\s*[:–—]|\s+-)\s")


_WORD_LENGTH = 4  # from here on an English word in capitals is a word
_NAME_SHARE = 0.3  # of all places; above it the letters are part of a name everywhere
_PLACES = 50  # so many labels in a row and it is one everywhere

_Use = tuple[Block, Acronym]


class UndefinedAcronymOptions(Options, frozen=True):
    """Options of undefined-acronym."""

    known: Annotated[
        tuple[str, ...],
        Meta(description="acronyms of your own that your readers know, in capitals"),
    ] = ()
    well_known: Annotated[
        tuple[str, ...],
        Meta(description="acronyms that most people know"),
    ] = KNOWN
    shortest: Annotated[int, Meta(description="letters of the shortest acronym", ge=2)] = 2
    longest: Annotated[int, Meta(description="letters of the longest acronym", ge=2, le=12)] = 6

    @cached_property
    def all_known(self) -> frozenset[str]:
        """Acronyms, and words in capitals, that readers know."""
        return WORDS.union(self.well_known, self.known)

    def is_judged(self, letters: str) -> bool:
        """Whether an article has to explain these letters."""
        return self.shortest <= len(letters) <= self.longest and letters not in self.all_known


class Unexplained(NamedTuple):
    """An acronym that no place of an article explains in time."""

    letters: str
    span: Span
    is_late: bool  # explained, but only further down


class Acronyms(NamedTuple):
    """Acronyms of an article that readers may not know."""

    total: dict[str, int]  # places of each
    named: dict[str, int]  # of these, those in names or beside labels
    unexplained: tuple[Unexplained, ...]


def survey(article: Article, options: UndefinedAcronymOptions) -> Acronyms | None:
    """How often acronyms stand where, and the first use of each that is not explained by then."""
    total: Counter[str] = Counter()
    named: Counter[str] = Counter()
    uses: dict[str, list[_Use]] = {}
    for block, acronym in scan_acronyms(article, options.is_judged):
        letters = acronym.letters
        if block.kind != "heading":
            total[letters] += 1
            named[letters] += _is_named(block, acronym)
        uses.setdefault(letters, []).append((block, acronym))
    unnamed = {letters: places for letters, places in uses.items() if not named[letters]}
    return Acronyms(total, +named, tuple(_unexplained(article, unnamed))) if uses else None


def judge(own: Outline, kb: KnowledgeBase, options: UndefinedAcronymOptions) -> Iterator[Hit]:
    """The first use of each acronym that is not explained there or before."""
    found: Acronyms | None = kb.survey(RULE.code).get(own.path)
    for use in found.unexplained if found else ():
        if use.letters not in kb.once(_find_names):
            yield Hit(
                use.span,
                f"acronym {use.letters} is {'used before it is' if use.is_late else 'not'} "
                "explained",
                f'Write "long form ({use.letters})" here, or add {use.letters} to `known`',
            )


def _unexplained(article: Article, uses: dict[str, list[_Use]]) -> Iterator[Unexplained]:
    words = article.running.words if uses else frozenset()
    spelled = _Spelling(article.running.text)
    for letters, places in uses.items():
        # A word in capitals stands in small letters as well, or in the dictionary.
        is_word = len(letters) >= _WORD_LENGTH and bool(look_up(letters.lower()))
        is_word = is_word or (letters.lower() in words and spelled.is_small(letters))
        if not is_word and not is_marked_up(article.source.text, letters):
            yield from _report(places)


class _Spelling:
    """How an article spells its words; read when it is asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    def is_small(self, letters: str) -> bool:
        """Whether the letters stand somewhere as a word that is not all capitals."""
        spellings = (letters.lower(), letters.capitalize())
        return any(word in self._text and word in self._words for word in spellings)

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(_WORD.findall(self._text))


def _find_names(kb: KnowledgeBase) -> frozenset[str]:
    """Letters that stand in names or beside labels at many of their places in all articles."""
    total: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for found in kb.survey(RULE.code).values():
        total.update(found.total)
        named.update(found.named)
    return frozenset(letters for letters in named if named[letters] > _NAME_SHARE * total[letters])


def _report(places: Sequence[_Use]) -> Iterator[Unexplained]:
    """A use at the first place in running text, unless the acronym was explained by then."""
    for index, (block, acronym) in enumerate(places[:_PLACES]):
        if is_explained_at(block.prose.text, acronym) or _is_entry(block, acronym):
            return
        if block.kind in ("heading", "cell") or _is_label(block, acronym):
            continue
        later = [b for b, a in places[index + 1 :] if is_explained_at(b.prose.text, a)]
        if block not in later[:1]:
            span = block.prose.span(acronym.start, acronym.end)
            yield Unexplained(acronym.letters, span, bool(later))
        return


def _is_named(block: Block, acronym: Acronym) -> bool:
    """Whether the letters stand in a name or beside a label, in running text."""
    text, before = block.prose.masked, max(0, acronym.start - 30)
    return block.kind != "heading" and bool(
        _LABELLED.match(text, acronym.end)
        or _LABEL_BEFORE.search(text[before : acronym.start])
        or _is_proper(_WORD_AFTER.match(text, acronym.end))
        or _is_proper(_WORD_BEFORE.search(text[before : acronym.start]))
    )


def _is_proper(neighbour: re.Match[str] | None) -> bool:
    """Whether the word beside it makes it part of a name: "MKR WiFi", "Arduino UNO", "UNO R4"."""
    if not neighbour or neighbour[1].lower() in _PLAIN_WORDS or neighbour[1][0].islower():
        return False
    is_coined = any(char.isdigit() or char.isupper() for char in neighbour[1][1:])
    before = neighbour.string[: neighbour.start(1)][-20:].rstrip(" \u00a0\"'“‘(")
    return is_coined or neighbour[1][0].isdigit() or before[-1:] not in ("", ".", "!", "?", ":")


def _is_entry(block: Block, acronym: Acronym) -> bool:
    """Whether it is the entry of a glossary, heads a row or leads to its explanation as a link."""
    text = block.prose.text
    is_alone = len(text.strip()) <= acronym.end - acronym.start + 1
    if is_alone or (text[: acronym.start].strip() == "" and _GLOSSARY.match(text, acronym.end)):
        return block.kind != "heading"
    return any(
        m.start <= acronym.start and acronym.end <= m.end <= m.start + len(acronym.letters) + 1
        for m in block.prose.marked("link")
    )


def _is_label(block: Block, acronym: Acronym) -> bool:
    """Whether it is part of a label, a title, a message or a list of codes."""
    place = (acronym.start, acronym.end)
    text = block.prose.text
    is_emphasised = any(mark[1:] == place for mark in block.prose.marked("em"))
    if is_emphasised or block.prose.has_mark(*place, "strong", "link") or is_quoted(text, *place):
        return True
    before = text[max(0, acronym.start - 20) : acronym.start]
    return bool(_CODE_BEFORE.search(before) and _CODE_AFTER.match(text, acronym.end))


RULE = Rule(
    code="CLR007",
    name="undefined-acronym",
    severity=Severity.INFO,
    options=UndefinedAcronymOptions,
    doc=__doc__,
    languages=("en",),
    survey=survey,
    facts=Acronyms,
    judge=judge,
)
