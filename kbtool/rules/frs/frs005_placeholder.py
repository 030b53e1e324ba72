"""Text that was meant to be replaced before anybody reads it.

"TODO" or "XX days" in a published article tells customers that nobody looked, and a bot quotes it
as if it were the answer. Notes for authors belong in a comment, which no reader sees.

Source: rumdl, MD061 (forbidden terms); GitHub Docs linter (search and replace of placeholders).

Bad:
    Refunds take XX days. TODO: ask the payments team.

Good:
    Refunds take five days. <!-- Ask the payments team again in May. -->

Not flagged: code and comments, "to-do list" and other talk of tasks, the Spanish and Portuguese
word "todo", words in quotation marks, formats such as DD-MM-XXXX, masked numbers (XX XXX), labels
in bold, text that explains what the letters stand for, and a sentence that speaks of filler text
("lorem ipsum, a dummy text") or of the mark itself ("marked as TBD", "the word TBD", "TBD means
that ..."). A note such as "Placeholder: lorem ipsum" or "TBD (to be decided)" is found.

An article in which this rule finds something answers nobody, silenced or not: silencing writes no
price. Where it is wrong, put the word in quotation marks or as code, or set the words of the whole
project under `[lint.rules.placeholder]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated, NamedTuple

from msgspec import Meta

from kbtool.language.phrases import fold, is_quoted
from kbtool.language.scanning import blocks_with
from kbtool.model import Article, Hit, KnowledgeBase, Prose, Severity
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule

_TASKS = lazy_pattern(
    r"[-\s]+(?:(?:lists?|apps?|items?|comments?|boards?|tasks?|tags?|columns?|tokens?|folders?)\b)",
    re.IGNORECASE,
)
_ROMANCE = ("es", "pt", "gl", "ca", "ast")
_EXPLAINED = lazy_pattern(
    r"\b(?:replac|substitut|stands? for|represent|where|instead of|such as|for example|e\.g)",
    re.IGNORECASE,
)
# An article about filler text, or about the mark itself, means it, and silencing would not help it.
# A sentence has to say so: "Placeholder: lorem ipsum" and "TBD (to be decided)" are notes.
_DESCRIBED = lazy_pattern(
    r"(?:,\s+(?:an?|the|einen?|den|der|un|une|le|el|um|o)"
    r"|\s+(?:is|was|ist|est|es|é)(?:\s+(?:simply|an?|the|ein|der|un|le|el|um|o))?)\s+"
    r"(?:(?:filler|dummy|placeholder|nonsense|meaningless)[ -]text|(?:blind|platzhalter)text"
    r"|faux[ -]texte|texto (?:de relleno|simulado))\b",
    re.IGNORECASE,
)
_NAMED_BEFORE = lazy_pattern(
    r"\b(?:(?:the|an?)\s+(?:word|abbreviation|acronym)|marked\s+(?:as|with))\s+$",
    re.IGNORECASE,
)
_NAMED_AFTER = lazy_pattern(
    r"\s+(?:means|stands\s+for)\s+(?:[\"“„«‘']|(?:to\s+be|that)\b)", re.IGNORECASE
)
# Said of what is to come, after all: "marked as TBD until May", "Fee: TBD means to be decided".
_FOR_NOW = lazy_pattern(
    r"[^.!?\n]{0,120}\b(?:until|till|for now|so far|pending|bis|vorerst|jusqu|hasta|até)\b",
    re.IGNORECASE,
)
_LABELLED = lazy_pattern(r":\s*$")
_NEAR = 120  # characters around a placeholder in which a text explains it
_QUOTED = 60  # characters of a placeholder that a message repeats


class PlaceholderOptions(Options, frozen=True):
    """Options of placeholder."""

    words: Annotated[
        tuple[str, ...],
        Meta(description="marks of unfinished text, capitals as written"),
    ] = ("TODO", "TBD", "TBC", "FIXME")
    phrases: Annotated[
        tuple[str, ...],
        Meta(description="phrases of unfinished text, in lower case"),
    ] = ("lorem ipsum",)
    brackets: Annotated[
        tuple[str, ...],
        Meta(description="words that, with others after them, make brackets a placeholder"),
    ] = ("insert", "placeholder for", "to be", "ergänzen:", "compléter :", "completar:")
    letters: Annotated[
        bool,
        Meta(description="flag XX and XXX where a number or a name should stand"),
    ] = True


class _Pattern(NamedTuple):
    """How to find placeholders, and a quick test that says where there can be none."""

    search: re.Pattern[str]
    quick: tuple[str, ...]


def check(article: Article, kb: KnowledgeBase, options: PlaceholderOptions) -> Iterator[Hit]:
    """Placeholders in the prose, and in the title of the front matter."""
    pattern = _compile(options.words, options.phrases, options.brackets, options.letters)
    is_romance = re.split("[-_]", article.locale.lower())[0] in _ROMANCE
    likely = (block.prose for block in blocks_with(article, pattern.quick))
    for prose in (*_likely_title(article, pattern.quick), *likely):
        yield from _search(prose, pattern.search, is_romance=is_romance)


def _likely_title(article: Article, quick: tuple[str, ...]) -> tuple[Prose, ...]:
    """The title, unless it is a heading that is read anyway or can hold no placeholder."""
    title = article.title
    if not title or title.origin != "front-matter":
        return ()
    folded = fold(title.text)
    return (title.prose,) if any(sign in folded for sign in quick) else ()


@cache
def _compile(
    words: tuple[str, ...],
    phrases: tuple[str, ...],
    brackets: tuple[str, ...],
    letters: bool,
) -> _Pattern:
    parts = []
    if words:
        parts.append(rf"(?P<word>(?<![\w/#.-])(?:{_either(words)})(?![\w/]|[-.]\w))")
    if phrases:
        parts.append(rf"(?P<phrase>(?i:\b(?:{_either(phrases)})\b))")
    if brackets:
        parts.append(rf"(?P<bracket>\[\s?(?i:{_either(brackets)})\s[^\[\]]{{1,120}}\])")
    if letters:
        parts.append(r"(?P<letters>(?<![\w/.:,#*+%-])(?<!X\s)XX{1,2}(?![\w/*+]|\sX|[-.:,]\w))")
    quick = [fold(word) for word in (*words, *(p.split()[0] for p in phrases if p.strip()))]
    signs = (*quick, *(["["] if brackets else []), *(["xx"] if letters else []))
    return _Pattern(re.compile("|".join(parts) or "(?!)"), signs)


def _either(words: tuple[str, ...]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in ordered)


def _search(prose: Prose, pattern: re.Pattern[str], *, is_romance: bool) -> Iterator[Hit]:
    text = prose.masked
    for match in pattern.finditer(text):
        if match.lastgroup and _is_meant(match, prose, is_romance=is_romance):
            shown = " ".join(match[0].split())
            yield Hit(
                prose.span(*match.span()),
                f'"{shown[:_QUOTED]}" was left for somebody to fill in',
                "Write what is missing, or delete it",
            )


def _is_meant(match: re.Match[str], prose: Prose, *, is_romance: bool) -> bool:
    """Whether a match is unfinished text rather than a word about something else."""
    text, (start, end) = prose.masked, match.span()
    if is_quoted(text, start, end):
        return False
    if match.lastgroup == "word":
        return _is_mark(match, text, is_romance=is_romance)
    if match.lastgroup == "letters":
        # In bold it is the label of a field, as in "every **XX** minutes".
        return not prose.has_mark(start, end, "strong") and not _EXPLAINED.search(
            text, max(0, start - _NEAR), end + _NEAR
        )
    if match.lastgroup == "bracket":
        return not prose.has_mark(start, end, "link", "strong")
    return not _DESCRIBED.match(text, end) or _is_left_open(text, start, end)


def _is_left_open(text: str, start: int, end: int) -> bool:
    """Whether something is said to be missing where the mark stands, whatever else is said."""
    before = text[max(0, start - 3) : start]
    return bool(_FOR_NOW.match(text, end) or _LABELLED.search(before))


def _is_mark(match: re.Match[str], text: str, *, is_romance: bool) -> bool:
    """Whether a word is a mark of unfinished text rather than a task or what the text is about."""
    start, end = match.span()
    named = _NAMED_AFTER.match(text, end) or _NAMED_BEFORE.search(
        text, max(0, start - _NEAR), start
    )
    if _TASKS.match(text, end) or (named and not _is_left_open(text, start, end)):
        return False
    return not is_romance or match[0] != "TODO" or text[end : end + 1] == ":"


RULE = Rule(
    code="FRS005",
    name="placeholder",
    severity=Severity.ERROR,
    options=PlaceholderOptions,
    doc=__doc__,
    check=check,
)
