"""Steps in one paragraph, or with bullets, although they come one after the other.

With numbers readers know where to start, where they are and what is left, and can tell a colleague
"I am at step 3". In a paragraph they lose their place each time they look at the screen, and a bot
may quote half of the steps.

Source: Microsoft Writing Style Guide, "Writing step-by-step instructions" (a numbered entry for
each step) and "Lists" (numbers for a sequence).

Bad:
    Open the app. Tap Cards. Select your card and then Freeze.

Good:
    1. Open the app.
    2. Tap Cards.
    3. Select your card and then Freeze.

Not flagged: bullets without a sign of an order, such as "To change your PIN:" before the list,
"Then" in it, or "Select Save" at its end; choices, tips and conditions, which name other tasks; and
sentences that only begin with "If" or "To". The fix numbers bullets; a paragraph is yours to split.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import Annotated

from msgspec import Meta

from kbtool.language.imperatives import imperative_verb, is_step
from kbtool.model import (
    Article,
    Block,
    Change,
    Edit,
    Hit,
    Item,
    KnowledgeBase,
    ListPart,
    Sentence,
    Severity,
    Span,
)
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule

_CHOICES = (
    "one of", "any of", "either", "way", "ways", "option", "options", "method", "methods",
    "alternative", "alternatives", "alternatively", "tip", "tips", "reason", "reasons", "example",
    "examples", "depending", "choice", "choices", "requirement", "requirements", "prerequisites",
    "checklist", "best practices", "shortcut", "shortcuts", "feature", "features", "you can",
    "you may", "you could", "learn more", "in this article", "see also", "try",
)  # fmt: skip
_SEQUENCE = (
    "then", "next", "now", "finally", "lastly", "after that", "afterwards", "afterward", "once",
    "when done", "second", "secondly", "third", "thirdly", "step 2",
)  # fmt: skip

# "If" and "To" begin another task, not the next step of this one.
_OTHER_TASK = lazy_pattern(
    r"\W*(?:to|for|if|unless|in\s+case|in\s+order|or|alternatively|otherwise|instead|depending|"
    r"optionally)\b",
    re.IGNORECASE,
)
# Below "To fix this:" stand things to try, and below "To stay safe:" tips.
_TASK = lazy_pattern(
    r"\W*(?:in\s+order\s+)?to\s+(?!(?:fix|resolve|solve|avoid|troubleshoot|help|improve|reduce|"
    r"protect|prevent|keep|stay|learn|correct|address|minimi[sz]e|speed)\b)",
    re.IGNORECASE,
)
_NO_ORDER = lazy_pattern(
    r"\b(?:(?:one|either|any)\s+of|try|covers?|shows?|includes?)\b", re.IGNORECASE
)
_PURPOSE = lazy_pattern(r"\w\s+to\s+[a-z]")
_INLINE_ITEM = lazy_pattern(r"\s*(?:[-*•]|\(?\d{1,3}[.)])\s")
_STEPS = lazy_pattern(r"\b(?:these|following|next|as)\s+(?:\w+\s+)?steps\b", re.IGNORECASE)
_LAST_STEP = lazy_pattern(
    r"(?:then\s+|finally,?\s+)?(?:click|select|choose|tap|press|hit)\s+(?:on\s+)?(?:the\s+)?\W?"
    r"(?:save|ok|okay|done|finish|submit|confirm|apply|send|close)\b",
    re.IGNORECASE,
)


class StepsNotNumberedOptions(Options, frozen=True):
    """Options of steps-not-numbered."""

    steps: Annotated[
        int,
        Meta(ge=2, description="steps in a row from which they should be numbered"),
    ] = 3
    sequence: Annotated[
        tuple[str, ...],
        Meta(description="words, in lower case, that show an order at the start of a bullet"),
    ] = _SEQUENCE
    choices: Annotated[
        tuple[str, ...],
        Meta(description="words, in lower case, before a list or above it, that show a choice"),
    ] = _CHOICES


def check(article: Article, kb: KnowledgeBase, options: StepsNotNumberedOptions) -> Iterator[Hit]:
    """Runs of steps in paragraphs, and bulleted lists of steps in an order."""
    choices = _compile(options.choices)
    for block in article.paragraphs:
        if len(block.sentences) >= options.steps and not block.quoted:
            yield from _check_paragraph(article, block, options.steps, choices)
    sequence = _compile(options.sequence)
    for part in article.lists:
        if (
            not part.ordered
            and len(part.items) >= options.steps
            and _are_steps(part, options.steps)
            and _has_order(article, part, sequence, choices)
        ):
            yield Hit(
                Span(part.items[0].span.start, part.span.end),
                f"list of {len(part.items)} steps has bullets, not numbers",
                "Number the steps",
                _number(article, part),
            )


@cache
def _compile(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Pattern of whole phrases; one that never matches where there are none."""
    parts = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in phrases)
    return re.compile(rf"\b(?:{parts})\b" if parts else r"(?!)", re.IGNORECASE)


def _check_paragraph(
    article: Article, block: Block, limit: int, choices: re.Pattern[str]
) -> Iterator[Hit]:
    heading = article.sections[block.section].heading
    if heading and choices.search(heading.text):
        return
    run = max(_find_runs(block), key=len)
    if len(run) >= limit and not _are_choices(block, run):
        yield Hit(
            block.prose.span(run[0].start, run[-1].end),
            f"{len(run)} steps in a row stand in one paragraph",
            "Give each step a line of a numbered list",
        )


def _find_runs(block: Block) -> Iterator[list[Sentence]]:
    """Steps that follow each other; a condition between them neither counts nor ends the run."""
    run: list[Sentence] = []
    for sentence, text in block.sentence_texts():
        if run and _OTHER_TASK.match(text):
            continue
        if is_step(text) and not _INLINE_ITEM.match(text):
            run.append(sentence)
        elif run:
            yield run
            run = []
    yield run


def _are_choices(block: Block, run: list[Sentence]) -> bool:
    """Whether each step does the same for a purpose of its own: "Select A to …. Select B to …"."""
    texts = [block.prose.masked[sentence.start : sentence.end] for sentence in run]
    is_one_verb = len({imperative_verb(text) for text in texts}) == 1
    return is_one_verb and sum(1 for text in texts if _PURPOSE.search(text)) > 1


def _are_steps(part: ListPart, limit: int) -> bool:
    """Whether every item tells what to do, enough of them to a screen or a device."""
    openings = [_opening(item) for item in part.items]
    verbs = [imperative_verb(opening) for opening in openings]
    if not all(verbs) or len(set(verbs)) == 1:
        return False
    steps = sum(1 for opening in openings if is_step(opening))
    others = sum(1 for opening in openings if _OTHER_TASK.match(opening))
    return (
        steps >= limit and others < 2 and not any(_is_link(item.blocks[0]) for item in part.items)
    )


def _opening(item: Item) -> str:
    """First sentence of an item."""
    for block in item.blocks:
        for _, text in block.sentence_texts():
            return text
    return ""


def _is_link(block: Block) -> bool:
    end = len(block.prose.text.rstrip("."))
    return any(mark.start == 0 and mark.end >= end for mark in block.prose.marked("link"))


def _has_order(
    article: Article, part: ListPart, sequence: re.Pattern[str], choices: re.Pattern[str]
) -> bool:
    """Whether something shows that the items come one after the other."""
    lead, heading = _find_lead(article, part), article.sections[part.section].heading
    is_told = bool(_STEPS.search(lead))
    if (heading and choices.search(heading.text)) or _NO_ORDER.search(lead):
        return False
    if choices.search(lead) and not is_told:
        return False
    is_task = bool(_TASK.match(lead)) and lead.rstrip().endswith(":")
    if is_told or is_task or _LAST_STEP.match(_opening(part.items[-1])):
        return True
    return any(sequence.match(_opening(item)) for item in part.items[1:])


def _find_lead(article: Article, part: ListPart) -> str:
    """Sentence that leads to a list, from the block right before it unless that is a heading."""
    at = bisect_left(article.blocks, part.span.start, key=lambda block: block.span.start)
    lead = article.blocks[at - 1] if at else None
    if lead is None or lead.kind == "heading" or lead.section != part.section:
        return ""
    return [text for _, text in lead.sentence_texts()][-1] if lead.sentences else ""


def _number(article: Article, part: ListPart) -> Edit | None:
    """Swap the bullets for numbers, and move what stands below an item as far as its text moves."""
    if any(block.quoted for item in part.items for block in item.blocks):
        return None  # a line of a quote begins with a sign of its own
    if any(item.marker.start == item.marker.end for item in part.items):
        return None  # a list of HTML
    source = article.source
    changes: list[Change] = []
    for number, item in enumerate(part.items, 1):
        label = f"{number}."
        changes.append(Change(item.marker, label))
        indent = " " * (len(label) - (item.marker.end - item.marker.start))
        first = source.position(item.span.start).line
        last = source.position(item.span.end).line
        changes += [
            Change(Span(at, at), indent)
            for line, at in enumerate(source.line_starts[first:last], first + 1)
            if source.line(line).strip()
        ]
    return Edit(tuple(changes), safe=False)


RULE = Rule(
    code="STR015",
    name="steps-not-numbered",
    severity=Severity.WARNING,
    options=StepsNotNumberedOptions,
    doc=__doc__,
    check=check,
    fix="unsafe",
    languages=("en",),
)
