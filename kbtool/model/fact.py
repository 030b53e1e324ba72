"""Kinds of fact that a question asks for and a passage can hold."""

from __future__ import annotations

from enum import StrEnum


class Fact(StrEnum):
    """A kind of fact, named as a question begins."""

    DURATION = "how long"  # or how soon something will arrive
    AMOUNT = "how much"  # money: a price, a fee
    LIMIT = "how many"  # a number: a limit, how often
    TIME = "when"  # a date, a time of day, opening hours
    PLACE = "where"  # a menu, an address, a country
    PERSON = "who"  # who may: age, residence, other conditions
    ANSWER = "yes or no"
    STEPS = "how to"
    CAUSE = "why"

    @property
    def lack(self) -> str:
        """What a text fails to do that lacks the fact: "does not say how long"."""
        return _LACKS.get(self, f"does not say {self.value}")


_LACKS = {
    Fact.LIMIT: "gives no number",
    Fact.PERSON: "does not say who may",
    Fact.ANSWER: "says neither yes nor no",
    Fact.STEPS: "does not say how to do it",
}
