"""A step that says what to do before it says when.

People do a step while they read it. "Select Reset if the card is lost" has reset the card before
its reader comes to "if". With the condition first, those whom it does not concern skip the step.

Source: US federal plain language guidelines (put the "if" first); Google developer documentation
style guide (conditions before instructions).

Bad:
    1. Open the app.
    2. Select **Reset** if the card is lost or stolen.

Good:
    1. Open the app.
    2. If the card is lost or stolen, select **Reset**.
    3. Check if it works, and try again if necessary.

Off unless selected.

Not flagged: short remarks ("if necessary", "if prompted", "if any"), questions to answer ("check
if it works", "to see if"), "even if", "as if", and conditions in brackets or links.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from kbtool.language.imperatives import imperative_verb
from kbtool.language.phrases import is_quoted
from kbtool.language.scanning import scan_phrases
from kbtool.model import Article, Block, Hit, KnowledgeBase, Sentence, Severity
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule

_CONDITIONS = ("if", "in the event that", "provided that", "as long as", "assuming that")

# "Check if it works": what stands before "if" asks a question.
_ASKS = (
    "check", "see", "verify", "confirm", "test", "know", "tell", "determine", "find out", "ask",
    "decide", "wonder", "learn", "choose", "specify", "select", "indicate", "sure", "look",
    "inspect", "say", "tells", "shows", "show", "try", "out", "asks", "consider", "note", "detect",
    "understand", "ensure", "evaluate", "review", "watch", "even", "as", "only", "and", "or",
    "but", "what", "especially", "particularly", "except",
)  # fmt: skip

_REMARKS = frozenset(
    "any applicable appropriate available desired needed necessary not possible present prompted "
    "required so".split(),
)
"""Words behind "if" that make a remark of it, however it goes on."""

_LONGEST = 400  # characters of an action or a condition that are read
_SHOWN = 4  # words of a condition in a message
_CONDITION_END = lazy_pattern(r"[,:;]\s")
_WORD = lazy_pattern(r"[\w'’-]+")
_BEFORE = lazy_pattern(r"(?P<word>[\w'’-]+)(?P<gap>[^\w'’-]*)\Z")


class ConditionAfterActionOptions(Options, frozen=True):
    """Options of condition-after-action."""

    conditions: Annotated[
        tuple[str, ...],
        Meta(description="words that begin a condition"),
    ] = _CONDITIONS
    asks: Annotated[
        tuple[str, ...],
        Meta(description="words, in small letters, right before if that make it no condition"),
    ] = _ASKS
    words: Annotated[
        int,
        Meta(ge=1, description="words behind if from which a condition should stand first"),
    ] = 3


def check(
    article: Article, kb: KnowledgeBase, options: ConditionAfterActionOptions
) -> Iterator[Hit]:
    """Conditions behind the verb of a step in a numbered list."""
    for block, (_, start, end) in scan_phrases(article, options.conditions):
        if not block.ordered or is_quoted(block.prose.masked, start, end):
            continue
        at = bisect_right(block.sentences, start, key=lambda sentence: sentence.start) - 1
        sentence = block.sentences[max(0, at)]
        if start - sentence.start <= _LONGEST and _is_late(block, sentence, start, end, options):
            condition = " ".join(
                block.prose.text[start : min(sentence.end, end + _LONGEST)].split()[:_SHOWN]
            )
            yield Hit(
                block.prose.span(start, end),
                f'condition "{condition} ..." comes after the action',
                "Begin the sentence with the condition",
            )


def _is_late(
    block: Block, sentence: Sentence, start: int, end: int, options: ConditionAfterActionOptions
) -> bool:
    """Whether an instruction stands before a condition of some length."""
    text = block.prose.masked
    action = text[sentence.start : start]
    condition = _CONDITION_END.split(text[end : min(sentence.end, end + _LONGEST)], maxsplit=1)
    is_last = len(condition) == 1
    words = _WORD.findall(condition[0])
    if len(words) < options.words or words[0].lower() in _REMARKS or text[start].isupper():
        return False
    before = _BEFORE.search(action, max(0, len(action) - 40))
    if not before or before["gap"].strip() not in (("", ",") if is_last else ("",)):
        return False
    if before["word"].lower() in options.asks or block.prose.has_mark(start, end, "link"):
        return False
    return action.rfind("(") <= action.rfind(")") and bool(imperative_verb(action))


RULE = Rule(
    code="CLR013",
    name="condition-after-action",
    severity=Severity.INFO,
    options=ConditionAfterActionOptions,
    doc=__doc__,
    check=check,
    default=False,
    languages=("en",),
)
