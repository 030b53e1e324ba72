"""What a bot would say to one question."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from kbtool.model.action import Need
from kbtool.model.fact import Fact
from kbtool.model.gap import Contradiction, Match


class Decision(StrEnum):
    """What a bot should do with a question."""

    ANSWER = "answer"
    CLARIFY = "clarify"  # ask which of the two best articles is meant
    HANDOFF = "handoff"  # to a person


class Candidate(Struct, frozen=True):
    """An article that may answer a question."""

    match: Match
    probability: float  # that it answers, 0 to 1, if no other does
    learned: float = 0.0  # part of the score that solved questions taught


class Reason(StrEnum):
    """Why a question goes to a person."""

    PERSON = "it asks for a person, or its writer is upset"
    LANGUAGE = "no article is written in its language"
    NOTHING = "no article holds a word of it"
    LOOSE = "what fits best shares hardly a word with it"
    NO_ARTICLE = "no article fits well enough"
    MANY = "many articles fit about as well"
    UNFILLED = "the article that fits still holds placeholders"
    LINKS = "what fits is but a list of links"
    LACKS = "the article that fits does not give what is asked"
    DISPUTED = "two passages contradict each other on what is asked"


class Answer(Struct, frozen=True):
    """A question with the articles that fit it best, and what to do with them."""

    question: str  # id
    candidates: tuple[Candidate, ...]  # the best first; empty where no word can be matched
    gap_probability: float  # that no article answers, 0 to 1
    decision: Decision
    reason: Reason | None = None  # None but for ``Decision.HANDOFF``
    need: Need = Need.ARTICLE  # by the wording of the question
    lacks: Fact | None = None  # kind of fact it asks for, where what fits does not give it
    disputes: tuple[Contradiction, ...] = ()  # that the passages in question are part of
    warnings: tuple[str, ...] = ()  # why decision and probabilities should be read with care
    by_default: bool = False  # whether probabilities were not learned on the user's articles


class Quote(Struct, frozen=True):
    """What a bot would say: a passage, cut at a sentence where it is long."""

    text: str  # lines of a list begin with "- " or their number
    cut: bool  # whether the passage goes on before or after it
    path: str  # file of the article
    url: str  # where customers read it, "" where unknown


class Reply(Struct, frozen=True):
    """What a bot would do with a question today."""

    question: str  # cleaned, as it was matched
    answer: Answer
    quotes: tuple[Quote, ...]  # of the first candidates, in their order
