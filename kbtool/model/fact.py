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
