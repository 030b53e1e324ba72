"""A title that names a topic and neither a task, a question nor a problem.

People search with what they want to do or what went wrong. "Get a refund", "When will I get my
refund?" and "Refund not showing" meet their words, and a bot can tell which question the article
answers. "Refunds and returns" may be about anything.

Source: Zendesk, "Optimizing your help center content for bots" (a question or a simple phrase
with a verb); KCS v6 practices guide (the customer's words).

Bad:
    # Refunds and returns

Good:
    # Get a refund

Not flagged: titles that begin with a verb, an -ing form, a question word or "if", that state a
problem, or that quote an error or code; chapters of a book ("4.2. Layers"), landing pages (fifteen
links or more with few words between them), and articles whose front matter says `type: policy` or
another type that people look up. Give the pages of a reference manual `type: reference`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from kbtool.language.imperatives import starts_with_imperative
from kbtool.model import Article, Hit, KnowledgeBase, Severity, Title
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule
from kbtool.rules.fnd._titles import LOOKED_UP, VAGUE_TITLES, has_type, words_of

_VERBS = tuple(
    "accept adapt align annotate appeal arrange assemble associate become boot bring "
    "burn bypass chat clone communicate complain comply compress contribute correct "
    "deal debug decrease defer desolder detach detect determine disassemble disband "
    "discard dispose dispute distribute donate downgrade embed enrol enroll escalate "
    "examine exclude extend flatten format grow hire include inform integrate "
    "interpret introduce invert lend let maintain mitigate onboard operate opt "
    "overwrite perform preorder promote protect purge rearrange reassign rectify "
    "redirect regain regenerate reimburse relocate remind repay republish reschedule "
    "respond reuse revise ride sell simulate solder solve spend suspend swap teach "
    "think trace transcribe travel trim tune unarchive unassign uncover unfollow "
    "unpack unsend upvote wipe".split(),
)
_NOUN_VERBS = frozenset(
    "chain clean comment control count crop document draft earn feature file flag grant handle "
    "help host load match message pin plan present query quote react refund score spot stream "
    "structure style supply support tag target top trade train trigger vote wrap".split(),
)
"""Verbs, if one of _OBJECT follows."""

_OBJECT = lazy_pattern(r"(?:the|an?|your|my|all|any|this|these|it|up|with|[A-Z]{3,})\b")
_QUESTION = lazy_pattern(
    r"(?:what|why|how|when|where|which|who|whose|whether|if|can|could|do|does|did|is|are|was|were|"
    r"has|have|should|will|would|may|must|new in)\b",
    re.IGNORECASE,
)
_GERUND = lazy_pattern(
    r"(?:[a-z]+ly )?(?!(?:pric|bill|str|spr|th|mean|rat|morn|build)ing\b)[a-z-]{2,}ing\b"
)
_READER = lazy_pattern(r"\b(?:i|my|me|we|our|you|your|that|which|who)\b", re.IGNORECASE)
_PROBLEM = lazy_pattern(
    r"\b(?:not|no|cannot|\w+n['’]t|unable|fail(?:s|ed|ing|ure|ures)?|errors?|warnings?|problems?|"
    r"issues?|conflicts?|incidents?|vulnerabilit(?:y|ies)|missing|lost|stolen|broken|blocked|"
    r"declined|rejected|returned|pending|stuck|wrong|slow|stops|stopped|crash(?:es|ed)?|freezes|"
    r"frozen|disappear(?:s|ed)|expire[sd]|disconnect(?:s|ed)|denied|invalid|unknown|delayed|late|"
    r"too|is|are|was|were|has|have|keeps|shows|works|appears|happens|turns|takes?|prints|makes|"
    r"changes\s+when|gets|loses|says|can|could|may|might|will|should|must)\b",
    re.IGNORECASE,
)
"""Words of complaints, and verbs that make a title a whole sentence."""

_CODE = lazy_pattern(
    r"[\"“„«]\w|\w_\w|::|\(\)|\b[A-Z]{1,8}-?\d{2,}\b|\b0x[\da-fA-F]|\b[a-z]+[A-Z]|(?<!\S)[._/<]\w"
)
_KIND = lazy_pattern(
    r"\b(?:policy|policies|terms|notice|conditions|glossary|changelog|statement|agreement|"
    r"release\s+notes|licen[cs]es?|reference|class|structure|function|functions|operators?|"
    r"typedefs?|enums?|enumerations?|namespaces?|macros?|(?:differences?|comparison)\s+between|"
    r"end\s+of\s+(?:life|sales?|support))\b",
    re.IGNORECASE,
)
_IDENTIFIERS = lazy_pattern(r"[a-z]\w*(?:,\s+\w+)*(?:\s+\([^()]*\))?\Z")
"""Lower-case names of code: "sin, sinf", "map (STL)"."""

_NUMBER = lazy_pattern(
    r"\s*(?:(?:chapter|part|section|appendix)\s+(?:\d{1,4}|[A-Z]{1,5})\b[.:]?|"
    r"\d{1,4}(?:\.\d{1,4})*[.)]|\d{1,4}(?:\.\d{1,4})+)\s+",
    re.IGNORECASE,
)
"""Number of a chapter: books are read in order, and looked up in a table of contents."""

_TOWARDS_TASK = lazy_pattern(
    r"(?:instructions|steps|tips|ways|a\s+guide|guide)\s+(?:for|to|on|of)\s+(\w.*)", re.IGNORECASE
)
_PART = lazy_pattern(r":\s|\s[-–—|]\s|\AFAQs?\s")


class TitleNotTaskOptions(Options, frozen=True):
    """Options of title-not-task."""

    exempt_types: Annotated[
        tuple[str, ...],
        Meta(description="values of the front matter's `type` whose articles may name a topic"),
    ] = LOOKED_UP
    verbs: Annotated[
        tuple[str, ...],
        Meta(description="verbs that begin a task, besides those that steps begin with"),
    ] = _VERBS
    exceptions: Annotated[
        tuple[str, ...],
        Meta(description="whole titles to accept all the same, in any case"),
    ] = ()
    landing_links: Annotated[
        int, Meta(ge=1, description="links that make an article the landing page of an area")
    ] = 15
    landing_words: Annotated[
        int, Meta(ge=0, description="words for each link below which they do so")
    ] = 20


def check(article: Article, kb: KnowledgeBase, options: TitleNotTaskOptions) -> Iterator[Hit]:
    """Titles without a task, a question or a problem."""
    title = article.title
    if not title or has_type(article, options.exempt_types):
        return
    words = words_of(title.text)
    if len(words) < 2 or " ".join(words) in VAGUE_TITLES:  # what vague-title finds
        return
    accepted = {text.lower() for text in options.exceptions}
    if (
        " ".join(title.text.lower().split()) not in accepted
        and not _says_task(title, options)
        and not _is_landing_page(article, options)
    ):
        shown = " ".join(title.text.split())
        yield Hit(
            title.span,
            f'title "{shown}" names a topic, not a task, a question or a problem',
            "Begin with what the reader wants to do, or ask the question that the article answers",
        )


def _says_task(title: Title, options: TitleNotTaskOptions) -> bool:
    text = title.prose.masked
    if text != title.text or text.rstrip().endswith("?"):
        return True
    if any(_begins_task(part.strip(), options.verbs) for part in _PART.split(text)):
        return True  # as most do: the patterns that tell the others are not even compiled
    return bool(
        _NUMBER.match(text)
        or _IDENTIFIERS.match(text.strip())
        or any(pattern.search(text) for pattern in (_READER, _PROBLEM, _CODE, _KIND))
    )


def _is_landing_page(article: Article, options: TitleNotTaskOptions) -> bool:
    """Whether an article is mostly links: the page of a whole area, which answers nothing."""
    if len(article.links) < options.landing_links:
        return False
    texts = (block.prose.text for block in article.blocks if block.kind != "heading")
    return sum(len(text.split()) for text in texts) < options.landing_words * len(article.links)


def _begins_task(text: str, verbs: tuple[str, ...]) -> bool:
    way = _TOWARDS_TASK.match(text)
    if way:
        return _begins_task(way[1], verbs)
    first, _, rest = text.partition(" ")
    if first == "To":
        first, _, rest = (text := rest).partition(" ")
    verb = first.lower()
    if verb in _NOUN_VERBS:
        return bool(_OBJECT.match(rest))
    return (verb in verbs and bool(rest)) or bool(
        _QUESTION.match(text) or _GERUND.match(text.lower()) or starts_with_imperative(text)
    )


RULE = Rule(
    code="FND001",
    name="title-not-task",
    severity=Severity.INFO,
    options=TitleNotTaskOptions,
    doc=__doc__,
    check=check,
    languages=("en",),
)
