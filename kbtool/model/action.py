"""What to do about questions, and what the people who ask them need."""

from __future__ import annotations

from enum import StrEnum


class Action(StrEnum):
    """What to do about a group of questions."""

    WRITE = "write new article"
    IMPROVE = "improve the article"
    RETITLE = "retitle and add the customers' words"
    DISAMBIGUATE = "merge or tell apart"
    SPLIT = "split the article"
    SURFACE = "show it where they look"
    READINESS = "make the article ready"
    TRANSLATE = "translate"
    RETIRE = "retire the article"
    PRODUCT = "mend the product"
    HANDOFF = "hand over to a person"
    NONE = "nothing to do"

    @property
    def by_text(self) -> bool:
        """Whether somebody has to write for it, or to change what is written."""
        return self not in (Action.PRODUCT, Action.HANDOFF, Action.NONE)

    @property
    def on_nearest(self) -> bool:
        """Whether it is the nearest article that it changes."""
        return self.by_text and self is not Action.WRITE


class Need(StrEnum):
    """What the people of a group need, so that each gets it from the right hands."""

    QUICK = "quick answer"  # a bot can give it
    ARTICLE = "article"  # steps or an explanation to read
    ACCOUNT = "look at an account"  # nobody can tell without looking at this customer's data
    ACTION = "someone to act"  # a refund, an unblocking
    PERSON = "person"  # upset, or asks for one
    PRODUCT = "product"  # a fault or a missing feature, which no text mends
