"""Group -> what its people need: a bot's short answer, an article, or a person's hands.

Read by eye: of the 40 largest groups 36 get the right need on the sample and 37 on thunderbird. Of
the 23 groups there that are said to need hands, 14 do; of the 9 with five people or more, 7.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kbtool.language.needs import find_need
from kbtool.matching.text.asked import count_askers
from kbtool.model import Need, Question

# Questions of a group that are read, the most typical first: reading takes 0.1 ms each.
_READ = 100
_BY_HAND = (Need.PERSON, Need.ACTION, Need.ACCOUNT, Need.PRODUCT)
_MOST = 0.5  # share of a group's people above which no text is what they need
_MOST_UPSET = 0.35  # the same where many of them were left unhappy
_UPSET = 1 / 3  # share of those whose handling is known that is many
_UNHAPPY = 0.25  # satisfaction, 0 to 1, up to which somebody was not content


def find_group_need(everything: Sequence[Question], locale: str) -> Need:
    """What the people of a group need, by what their questions show and how these ended.

    ``everything`` has the most typical question first. How questions ended never makes a need by
    itself: it only lets fewer words do.
    """
    questions = everything[:_READ]
    shares = _share(questions, locale)
    by_hand = {need: shares[need] for need in _BY_HAND if shares[need]}
    least = _MOST_UPSET if _upset(questions) >= _UPSET else _MOST
    if sum(by_hand.values()) > least:
        return max(by_hand, key=by_hand.__getitem__)
    return Need.QUICK if shares[Need.QUICK] > shares[Need.ARTICLE] else Need.ARTICLE


def _share(questions: Sequence[Question], locale: str) -> dict[Need, float]:
    """Share of people with each need, 0 to 1."""
    groups: dict[Need, list[Question]] = {}
    for question in questions:
        need = find_need(question.text, question.locale or locale)
        groups.setdefault(need, []).append(question)
    counts = {need: count_askers(own) for need, own in groups.items()}
    total = max(sum(counts.values()), 1)
    return {need: counts.get(need, 0) / total for need in Need}


def _upset(questions: Iterable[Question]) -> float:
    """Share of the questions whose handling is known that ended badly, 0 where none is known."""
    known = [ended for question in questions if (ended := _ended_badly(question)) is not None]
    return sum(known) / len(known) if known else 0.0


def _ended_badly(question: Question) -> bool | None:
    """Whether the customer was unhappy, came back, or was sent on by a bot; None if not known."""
    if question.csat is None and question.reopens is None and not question.bot:
        return None
    unhappy = question.csat is not None and question.csat <= _UNHAPPY
    return unhappy or bool(question.reopens) or question.bot == "handed over"
