"""Questions as a report quotes them: shortened, alike ones together, the asker left behind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from msgspec import Struct

from kbtool.health import Health
from kbtool.model import Match, Question, QuestionMatch
from kbtool.render.views.marking import Run, mark
from kbtool.render.views.visible import clip

_OPEN = 5  # questions of a group that show without a click
_EDGE = 3  # of those that fit a group least
_FEW = 12  # questions; a smaller group has no edge worth telling


class Quote(Struct, frozen=True):
    """A question, standing for all of its group that are worded alike."""

    question: Question
    runs: tuple[Run, ...]  # its text
    times: int  # from 1


class Quotes(Struct, frozen=True):
    """Questions of a group: some to see at once, some one click away, some only counted."""

    first: tuple[Quote, ...]
    more: tuple[Quote, ...]
    hidden: int  # questions
    unquoted: int = 0  # questions whose text is not to be shown
    edge: tuple[Quote, ...] = ()  # those that fit the group least

    @property
    def folded(self) -> int:
        """Questions one click away."""
        return sum(quote.times for quote in self.more)


class Quoter(Struct, frozen=True):
    """Quotes questions of one log."""

    questions: Mapping[str, Question]
    matches: Mapping[str, QuestionMatch]
    characters: int  # of each text

    @classmethod
    def of(cls, health: Health, characters: int) -> Quoter:
        """Quoter of the questions that a report is about."""
        matches = {match.question: match for match in health.gaps.matches}
        return cls(health.question, matches, characters)

    def quote(
        self, ids: Sequence[str], most: int, against: Match | None = None, *, edge: bool = False
    ) -> Quotes:
        """Questions, the most representative first, with words marked ``against`` a match."""
        if not most:
            return Quotes((), (), len(ids))
        alike: dict[str, list[Question]] = {}
        known = [self.questions[id_] for id_ in ids if id_ in self.questions]
        unquoted = sum(not question.text for question in known)
        for question in (question for question in known if question.text):
            alike.setdefault(" ".join(question.text.casefold().split()), []).append(question)
        quotes = [self._quote(group, against) for group in islice(alike.values(), most)]
        shown = sum(item.times for item in quotes)
        last = list(alike.values())[-_EDGE:] if edge and len(alike) >= _FEW else []
        return Quotes(
            tuple(quotes[:_OPEN]),
            tuple(quotes[_OPEN:]),
            len(ids) - shown - unquoted,
            unquoted,
            tuple(self._quote(group, against) for group in last),
        )

    def _quote(self, group: Sequence[Question], against: Match | None) -> Quote:
        question = _shorten(group[0], self.characters)
        if against is None:
            return Quote(question, mark(question.text, ()), len(group))
        found = self.matches.get(group[0].id)
        best = found.best if found and found.best else against
        if best.article != against.article:
            best = against
        has = {word for match in (best, against) for word in (*match.terms, *match.named)}
        lacks = {*best.missing, *against.missing}
        return Quote(question, mark(question.text, has, lacks), len(group))


def _shorten(question: Question, length: int) -> Question:
    """The question as far as it is shown; who asked is left behind."""
    return Question(
        id=clip(question.id, 60),
        text=clip(question.text, length),
        asked_at=question.asked_at,
        channel=clip(question.channel, 30),
    )
