"""A step that asks for three or more actions.

Readers do one thing, look back at the article and cannot find where they were, so they skip the
rest of the step. Who helps them on the phone cannot say "step 3" either.

Source: Microsoft Writing Style Guide, "Writing step-by-step instructions" (a numbered entry for
each step; short steps in the same place may be combined).

Bad:
    1. Open the settings of your card, scroll down to the limits, turn on the one for shops and then
       enter the amount that you want to spend in one day.
    2. Select Save.

Good:
    1. Open the settings of your card.
    2. Turn on the limit for shops and enter the amount that you want to spend in one day.
    3. Select Save.

Not flagged: short steps (see `words`), choices ("or", "Select A to …. Select B to …."), sentences
that begin with a condition, verbs inside bold labels, "Click OK" and the like, and verbs such as
"see" or "wait", after which readers need not find their place again (see `exceptions`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Annotated

from msgspec import Meta

from kbtool.language.imperatives import UI_VERBS, imperative_verb
from kbtool.language.labels import Covers
from kbtool.model import Article, Block, Hit, Item, KnowledgeBase, Sentence, Severity, Span
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule

_EXCEPTIONS = (
    "see", "wait", "find", "locate", "look", "review", "check", "repeat", "leave", "verify", "note",
    "hold", "confirm", "visit", "return",
)  # fmt: skip

_PATHS = (
    "click", "double-click", "right-click", "select", "choose", "tap", "press", "open", "go",
    "navigate", "hover", "point", "expand", "pick", "browse", "scroll",
)  # fmt: skip

_CONFIRMATIONS = (
    "ok", "save", "done", "finish", "close", "apply", "next", "continue", "yes", "confirm",
)  # fmt: skip

_SHOWN = 6  # actions in a message

# What begins an alternative, or a task that not all readers have.
_OTHER_TASK = lazy_pattern(
    r"\W*(?:if|unless|in\s+case|or|alternatively|otherwise|instead|depending|optionally|for|you|"
    r"on\s+(?:windows|mac|macos|linux|android|ios|iphone))\b",
    re.IGNORECASE,
)
_PURPOSE = lazy_pattern(r"\W*(?:in\s+order\s+)?to\s", re.IGNORECASE)
_CHOICE = lazy_pattern(
    r"\b(?:(?:one|any|either|some)\s+of|either|for\s+example|the\s+following|alternatively)\b",
    re.IGNORECASE,
)
_WORD = lazy_pattern(r"[^\W\d_]++(?>(?:-[^\W\d_]++)?)")
_FOR_PURPOSE = lazy_pattern(r"\w\s+to\s+[a-z]")
_BUTTON = lazy_pattern(
    r"\W*(?:(?:then|finally),?\s+)?(?:click|select|choose|press|tap|hit)\s+(?:on\s+)?(?:the\s+)?"
    r"\W?(\w+)\W*$",
    re.IGNORECASE,
)
_LABEL = lazy_pattern(r"[^:.]{1,60}:\s+(?=[A-Z])")
_OR = lazy_pattern(r"\b(?:and/)?or\b,?\s+(?:just\s+)?", re.IGNORECASE)
_JOINT = lazy_pattern(
    r",\s++(?:and\s++)?(?:then\s++)?|;\s++|(?<!\s)\s++(?:and\s++(?:then\s++)?|then\s++)"
)


class MultiActionStepOptions(Options, frozen=True):
    """Options of multi-action-step."""

    actions: Annotated[
        int,
        Meta(ge=2, description="actions from which a step asks for too many"),
    ] = 3
    words: Annotated[
        int,
        Meta(ge=0, description="words of a step up to which it may ask for any number"),
    ] = 20
    paths: Annotated[
        tuple[str, ...],
        Meta(
            description="verbs, in lower case, of which those in one sentence count once, "
            "as a way through menus"
        ),
    ] = _PATHS
    confirmations: Annotated[
        tuple[str, ...],
        Meta(description="buttons, in lower case, to select one of which does not count"),
    ] = _CONFIRMATIONS
    exceptions: Annotated[
        tuple[str, ...],
        Meta(description="verbs, in lower case, that do not count"),
    ] = _EXCEPTIONS


def check(article: Article, kb: KnowledgeBase, options: MultiActionStepOptions) -> Iterator[Hit]:
    """Entries of numbered lists with too many actions."""
    for part in article.lists:
        if part.ordered:
            for item in part.items:
                yield from _check_step(item, options)


def _check_step(item: Item, options: MultiActionStepOptions) -> Iterator[Hit]:
    blocks = [block for block in item.blocks if block.kind == "item"]
    if sum(block.words for block in blocks) <= options.words:
        return
    words = (_WORD.findall(block.prose.masked.lower()) for block in blocks)
    if sum(1 for line in words for word in line if word in UI_VERBS) < options.actions:
        return  # quick to see, and true of most steps
    found = _find_actions(blocks, options)
    if len(found) >= options.actions and len(set(found)) > 1:
        yield Hit(
            Span(blocks[0].span.start, blocks[-1].span.end),
            f"step asks for {len(found)} actions (limit {options.actions - 1}): {_shorten(found)}",
            "Make a step of each action, or of those in one place",
        )


def _shorten(found: Sequence[str]) -> str:
    return ", ".join((*found[:_SHOWN], "…") if len(found) > _SHOWN else found)


def _find_actions(blocks: Sequence[Block], options: MultiActionStepOptions) -> list[str]:
    """Verbs that tell the reader to do something; none where they are choices."""
    sentences = (
        (covers, *sentence)
        for block in blocks
        for covers in [_find_marks(block)]
        for sentence in block.sentence_texts()
    )
    purposes: list[str] = []
    actions: list[str] = []
    for number, (covers, sentence, text) in enumerate(sentences):
        if _CHOICE.search(text):
            break  # what follows are several ways to do it
        if _OTHER_TASK.match(text) or (number and _PURPOSE.match(text)):
            continue
        clauses = list(_read_clauses(covers, sentence, text))
        if any(_offers_choice(clause) for _, clause in clauses):
            continue
        if clauses and _FOR_PURPOSE.search(text):
            purposes.append(clauses[0][0])
        actions += _count_paths(clauses, options)
    is_choice = len(set(purposes)) < len(purposes)  # "Select A to …. Select B to …."
    return [] if is_choice else actions


def _count_paths(
    clauses: Sequence[tuple[str, str]], options: MultiActionStepOptions
) -> Iterator[str]:
    """Verbs of clauses in one sentence, without confirmations and more of a way through menus."""
    is_on_path = False
    for verb, clause in clauses:
        button = _BUTTON.match(clause)
        if verb in options.exceptions or (button and button[1].lower() in options.confirmations):
            continue
        if verb in UI_VERBS and not (verb in options.paths and is_on_path):
            yield verb
        is_on_path = is_on_path or verb in options.paths


def _find_marks(block: Block) -> Covers:
    """What names things: bold, italics, keys and links."""
    kinds = ("strong", "em", "kbd", "link")
    return Covers([(mark.start, mark.end) for mark in block.prose.marks if mark.kind in kinds])


def _read_clauses(covers: Covers, sentence: Sentence, text: str) -> Iterator[tuple[str, str]]:
    """Clauses of a sentence that begin with such a verb, with that verb."""
    label = _LABEL.match(text)
    first = label.end() if label else 0
    if not imperative_verb(text[first:]):
        return
    starts = [first, *(joint.end() for joint in _JOINT.finditer(text, first))]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        at = sentence.start + start
        if start > first and covers.hold(at, at + 1):
            continue
        clause = text[start:end]
        if verb := imperative_verb(clause):
            yield verb, clause


def _offers_choice(clause: str) -> bool:
    """Whether another action follows "or"."""
    ways = _OR.split(clause)
    return any(imperative_verb(way) for way in ways[1:])


RULE = Rule(
    code="STR017",
    name="multi-action-step",
    severity=Severity.INFO,
    options=MultiActionStepOptions,
    doc=__doc__,
    check=check,
    languages=("en",),
)
