"""Wording that blames the reader.

People read help when something went wrong. "You failed to" makes it their fault, which does not
help them and makes them trust you less. What happened, and what to do next, does.

Source: Google's conversation design guidelines ("Never blame the user").

Bad:
    The payment stopped because you failed to confirm it. You entered an invalid code.

Good:
    The payment stopped because it was not confirmed. If you forgot your PIN, ask for a new one.

Not flagged: a case that may apply to the reader ("if you forgot your PIN", "in case you made a
mistake"), a denial ("it is not your fault") and words in quotation marks or bold, which are most
often messages.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Annotated

from msgspec import Meta

from kbtool.language.phrases import is_quoted
from kbtool.language.scanning import anchors_of, scan_phrases
from kbtool.model import Article, Block, Hit, KnowledgeBase, Mark, Severity
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule

_PHRASES = (
    "you failed to", "you have failed to", "you've failed to", "you neglected to",
    "you forgot", "you forgot to", "you have forgotten to", "you've forgotten to",
    "your mistake", "your own mistake", "your fault", "your own fault",
    "you made a mistake", "you made an error", "you have made a mistake", "you've made a mistake",
    "you have made an error", "you've made an error", "you did something wrong",
    "you are doing it wrong", "you're doing it wrong", "you did it wrong",
    "you entered an invalid", "you entered an incorrect", "you entered a wrong",
    "you entered the wrong", "you have entered an invalid", "you have entered an incorrect",
    "you have entered the wrong", "you've entered an invalid", "you've entered an incorrect",
    "you've entered the wrong", "you typed the wrong", "you typed an incorrect",
    "you gave the wrong", "you gave us the wrong", "you chose the wrong", "you selected the wrong",
    "you used the wrong", "you provided the wrong", "you provided an invalid",
    "you provided incorrect", "you submitted an invalid", "you ignored", "you were careless",
    "you did not bother", "you didn't bother", "you were supposed to", "you should have known",
    "you should have read", "you did not read", "you didn't read", "you did not follow",
    "you didn't follow", "you did not pay attention", "you didn't pay attention",
    "you misunderstood", "you misread", "you mistyped", "you misspelled", "you misspelt",
)  # fmt: skip

_HARSH = ("you failed to", "you have failed to", "you've failed to", "you neglected to",
          "you were careless")  # fmt: skip
"""Phrases that blame even in "if you failed to"."""

_CASE = lazy_pattern(
    r"\b(?:if|when|whenever|whether|unless|in\s+case|once|suppose|think|believe|suspect|notice|"
    r"realise|realize|sure|what|which|not|never|isn't|wasn't|happens)\b[^.!?;:]*$",
    re.IGNORECASE,
)
_REACH = 60  # characters before a phrase in which "if" makes it a mere possibility


class BlameOptions(Options, frozen=True):
    """Options of blame."""

    phrases: Annotated[
        tuple[str, ...],
        Meta(description="phrases that blame the reader, unless they follow if, when or not"),
    ] = _PHRASES
    harsh: Annotated[
        tuple[str, ...],
        Meta(description="phrases that blame the reader even after if"),
    ] = _HARSH
    exceptions: Annotated[
        tuple[str, ...],
        Meta(description="phrases of the lists to accept all the same"),
    ] = ()

    @cached_property
    def listed(self) -> tuple[str, ...]:
        """Phrases of both lists but the exceptions."""
        return tuple(p for p in self.phrases + self.harsh if p not in self.exceptions)


def check(article: Article, kb: KnowledgeBase, options: BlameOptions) -> Iterator[Hit]:
    """Phrases of the lists, wherever they say what the reader did."""
    for block, (phrase, start, end) in scan_phrases(article, options.listed):
        bold = block.prose.marked("strong")
        is_harsh = phrase in options.harsh
        if not _is_message(block, bold, start, end) and (is_harsh or not _is_case(block, start)):
            yield Hit(
                block.prose.span(start, end),
                f'"{phrase}" blames the reader',
                "Say what happened and what to do now, without saying who did it",
            )


def _is_message(block: Block, bold: Sequence[Mark], start: int, end: int) -> bool:
    """Whether the words are quoted, or bold as labels are."""
    index = bisect_right(bold, start, key=lambda mark: mark.start) - 1
    is_bold = index >= 0 and end <= bold[index].end
    return is_bold or is_quoted(block.prose.masked, start, end)


def _is_case(block: Block, at: int) -> bool:
    """Whether the words that begin at an offset are a mere case, or denied."""
    before = block.prose.masked[max(0, at - _REACH) : at]
    return bool(_CASE.search(before.replace("’", "'")))


RULE = Rule(
    code="TON002",
    name="blame",
    severity=Severity.WARNING,
    options=BlameOptions,
    doc=__doc__,
    check=check,
    terms=lambda options: anchors_of(options.listed),
    languages=("en",),
)
