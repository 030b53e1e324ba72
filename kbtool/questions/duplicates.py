"""Questions that stand in a log twice."""

from __future__ import annotations

from collections import Counter
from hashlib import blake2b

from msgspec.structs import replace

from kbtool.model import Excluded, Question
from kbtool.questions.rows import SHOWN

DUPLICATE_ID = "duplicate id"
ASKED_AGAIN = "asked again by the same person"


class Ledger:
    """What was read so far in a run: ids, and who asked what on which day."""

    def __init__(self) -> None:
        self._ids: dict[str, tuple[str, int]] = {}  # id -> path and line
        self._asked: dict[bytes, tuple[str, int]] = {}
        self._unnamed: Counter[str] = Counter()

    def admit(self, question: Question, path: str, line: int) -> Question | Excluded:
        """The question with an id that no other has, or why it is left out.

        Left out are a second question with an id of the log, and the same words from the same
        person on the same day (in UTC; questions without a date count as asked on one day).
        """
        place = path, line
        if question.id and question.id in self._ids:
            return _exclude(DUPLICATE_ID, question, place, self._ids[question.id])
        if question.requester:
            first = self._asked.setdefault(_asking(question), place)
            if first != place:
                return _exclude(ASKED_AGAIN, question, place, first)
        if not question.id:
            question = replace(question, id=self._new_id(question))
        self._ids[question.id] = place
        return question

    def _new_id(self, question: Question) -> str:
        """An id made from text, date and channel, so that it survives a change of file or order.

        Where several questions agree in all three, the second has "-2" after it, and so on.
        """
        stem = f"q-{_digest(6, question.text, _moment(question), question.channel).hex()}"
        while True:
            self._unnamed[stem] += 1
            number = self._unnamed[stem]
            name = stem if number == 1 else f"{stem}-{number}"
            if name not in self._ids:  # an earlier run may have written such ids into a log
                return name


def _exclude(
    reason: str, question: Question, place: tuple[str, int], first: tuple[str, int]
) -> Excluded:
    return Excluded(reason, *place, question.text[:SHOWN], f"first in {first[0]}:{first[1]}")


def _asking(question: Question) -> bytes:
    day = question.asked_at.date().isoformat() if question.asked_at else ""
    return _digest(16, question.requester, day, question.text.casefold())


def _moment(question: Question) -> str:
    return question.asked_at.isoformat() if question.asked_at else ""


def _digest(size: int, *parts: str) -> bytes:
    return blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=size).digest()
