"""Passives that hide who does what.

"The form should be sent" leaves open who sends it: the reader, the shop or the system. In a step
the reader has to guess whether there is something to do. A passive now and then does no harm;
where they pile up, nobody seems to act.

Source: digital.gov plain language guide ("use active voice"); Microsoft Writing Style Guide
(verbs).

Bad:
    1. Open the app.
    2. The lost card should be selected.

Good:
    1. Open the app.
    2. Select the lost card. It is blocked at once.

Not flagged: a passive in a step that tells what happens ("the list is displayed"), states ("is
required", "is disabled"), clauses with "if", "when" or "that", sentences about code, sections that
document a program, and sections in which only some sentences are passive: "Your card is charged on
the 1st" is right where nobody asks who does it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Annotated

from msgspec import Meta

from kbtool.language.imperatives import UI_VERBS
from kbtool.language.passives import Passive, base_forms, find_passives, scan_passives
from kbtool.model import MASK, Article, Block, Hit, KnowledgeBase, Section, Severity
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule

_MOST_CODE = 0.2  # share of sentences with code from which on a section documents a program

_HANDS = UI_VERBS | set("access control do manage see use view".split())

_EVENTS = (
    "alerted", "asked", "billed", "charged", "defined", "detected", "displayed", "highlighted",
    "identified", "presented", "printed", "prompted", "recognised", "recognized", "redirected",
    "returned", "shown", "started", "taken",
)  # fmt: skip

_UNASKED = frozenset(("", "will", "would", "won't", "may", "might", "has", "have", "had"))
"""Auxiliary verbs of what happens anyway."""

_OBLIGES = lazy_pattern(r"must|should|shall|need|ha(?:s|ve)\s+to")

_ADVICE = frozenset("recommended suggested advised encouraged".split())


class PassiveVoiceOptions(Options, frozen=True):
    """Options of passive-voice."""

    max_share: Annotated[
        float,
        Meta(description="share of a section's sentences, 0 to 1, that may be passive", ge=0, le=1),
    ] = 0.2
    min_passives: Annotated[
        int,
        Meta(description="passive sentences that a section has at least before it counts", ge=1),
    ] = 3
    min_sentences: Annotated[
        int,
        Meta(description="sentences that a section has at least before its share counts", ge=1),
    ] = 5
    steps: Annotated[
        bool,
        Meta(description="whether to find steps that say in the passive what the reader does"),
    ] = True
    events: Annotated[
        tuple[str, ...],
        Meta(description="participles of what a program does by itself, which never count"),
    ] = _EVENTS


def check(article: Article, kb: KnowledgeBase, options: PassiveVoiceOptions) -> Iterator[Hit]:
    """Passive steps, and sections with many passives."""
    for number, blocks in scan_passives(article).items():
        told = [block for block in blocks if block.kind != "heading"]
        for block in told if options.steps else ():
            if block.ordered:
                yield from _check_step(block, options)
        yield from _check_section(article.sections[number], told, options)


def _check_step(block: Block, options: PassiveVoiceOptions) -> Iterator[Hit]:
    for passive in find_passives(block.prose.masked):
        if _hides_reader(passive) and passive.participle not in options.events:
            said = block.prose.text[passive.start : passive.end]
            yield Hit(
                block.prose.span(passive.start, passive.end),
                f'passive in a step: "{" ".join(said.split())}"',
                "Tell the reader what to do, beginning with the verb",
            )


def _hides_reader(passive: Passive) -> bool:
    """Whether the reader is meant to act: "should be selected", "it is recommended"."""
    if passive.is_subordinate or passive.has_agent:
        return False
    if passive.participle in _ADVICE:
        return not passive.modal
    if passive.modal in _UNASKED or (passive.is_state and not _OBLIGES.match(passive.modal)):
        return False
    is_impossible = passive.is_negated and passive.modal.startswith(("can", "could"))
    is_expected = passive.modal == "should" and passive.participle == "found"
    is_deed = any(verb in _HANDS for verb in base_forms(passive.participle))
    return is_deed and not is_impossible and not is_expected


def _check_section(
    section: Section, suspects: list[Block], options: PassiveVoiceOptions
) -> Iterator[Hit]:
    """A section with many passives; only the blocks in ``suspects`` can hold any."""
    blocks = [block for block in section.blocks if _is_text(block)]
    sentences = sum(len(block.sentences) for block in blocks)
    if sentences < max(options.min_sentences, options.min_passives):
        return
    found: list[tuple[Block, int, Passive]] = []
    for block in filter(_is_text, suspects):
        for sentence, text in block.sentence_texts():
            if MASK not in text:  # with code in it, it says what a program does
                passives = (p for p in find_passives(text) if _counts(p, options))
                found += [(block, sentence.start, passive) for passive in islice(passives, 1)]
    is_many = len(found) >= options.min_passives and len(found) > options.max_share * sentences
    if is_many and not _is_reference(blocks, sentences):
        yield _section_hit(found, sentences)


def _is_text(block: Block) -> bool:
    return block.kind != "cell" and not block.ordered


def _is_reference(blocks: list[Block], sentences: int) -> bool:
    """Whether much of a section is about code."""
    coded = sum(MASK in text for block in blocks for _, text in block.sentence_texts())
    return coded > _MOST_CODE * sentences


def _counts(passive: Passive, options: PassiveVoiceOptions) -> bool:
    is_harmless = passive.is_state or passive.is_subordinate or not passive.is_finite
    return not is_harmless and passive.participle not in options.events


def _section_hit(found: list[tuple[Block, int, Passive]], sentences: int) -> Hit:
    block, at, passive = found[0]
    examples = [
        '"' + " ".join(b.prose.text[start + p.start : start + p.end].split()) + '"'
        for b, start, p in found[:3]
    ]
    return Hit(
        block.prose.span(at + passive.start, at + passive.end),
        f"{len(found)} of {sentences} sentences in this section are passive "
        f"({100 * len(found) // sentences} %): {', '.join(examples)}",
        'Say who does it: "we send the form", "the app saves it", "you confirm it"',
    )


RULE = Rule(
    code="CLR002",
    name="passive-voice",
    severity=Severity.INFO,
    options=PassiveVoiceOptions,
    doc=__doc__,
    check=check,
    languages=("en",),
)
