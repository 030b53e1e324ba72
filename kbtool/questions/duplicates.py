"""Questions that stand in a log twice."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from kbtool.questions.memory import MOST, Memory, make_digest

DUPLICATE_ID = "duplicate id"
OTHER_TEXT = "duplicate id with another text"
ASKED_AGAIN = "asked again by the same person"
_LINES = 1 << 40  # a place is one number: that of the file times this, and the line


class Twin(NamedTuple):
    """Why a question is left out, and where the one stands that it repeats."""

    reason: str
    path: str
    line: int


class Ledger:
    """What was read so far in a run: ids, and who asked what on which day.

    Only digests are kept, in bounded memory.
    """

    def __init__(self, most: int = MOST, *, apart: bool = False) -> None:
        """Begin empty; ``apart`` says that ids of desks stand behind the desk's name."""
        self._apart = apart
        self._paths: list[str] = []
        self._systems: list[str] = []  # whose export each file is, "" for any table
        self._ids = Memory(most)
        self._asked = Memory(most)
        self._last = "", b""  # id that was looked at last, and its digest
        self._repeats = Memory(most)  # made-up ids that were wanted again, with the last number

    def begin(self, path: str) -> None:
        """Notes that the next questions stand in another file."""
        self._paths.append(path)
        self._systems.append("")

    def forget(self) -> None:
        """Forgets the file that was begun last."""
        for seen in (self._ids, self._asked):
            seen.forget_from((len(self._paths) - 1) * _LINES)
        self._repeats.forget_from(0)  # they are counted anew where they come up again

    def close(self) -> None:
        """Gives memory and disk back."""
        for seen in (self._ids, self._asked, self._repeats):
            seen.close()

    def find_twin(self, name: str, asking: bytes, text: str, own: str = "") -> Twin | None:
        """The question of the log that has this id or says the same, None where none does.

        ``asking`` is what ``digest_asking`` returns, b"" where nobody knows who asked; ``own`` is
        the id as the export has it. With the same text it is the same question in any file.
        """
        first = self._ids.get(self._digest(name)) if name else None
        if first is not None or (name and self._apart):
            same = self._ids.get(make_digest(own or name, text))
            if same is not None:
                return self._twin(DUPLICATE_ID, same)
        if first is not None:
            return self._twin(OTHER_TEXT, first)
        first = self._asked.get(asking) if asking else None
        return None if first is None else self._twin(ASKED_AGAIN, first)

    def tell_apart(self, name: str, system: str) -> str:
        """The id of a question in an export, behind the system's name where others share it."""
        self._systems[-1] = system
        first = self._ids.get(self._digest(name)) if name and not self._apart else None
        shared = self._apart or (first is not None and self._systems[first // _LINES] != system)
        return f"{system}-{name}" if name and shared else name

    def enter(self, name: str, asking: bytes, line: int, text: str = "", own: str = "") -> None:
        """Notes a question that is kept; of one whose id the log has, with its text and that."""
        place = (len(self._paths) - 1) * _LINES + line
        self._ids.set(self._digest(name), place)
        if text:
            self._ids.set(make_digest(own or name, text), place)
        if asking:
            self._asked.set(asking, place)

    def make_id(self, text: str, asked_at: datetime | None, channel: str) -> str:
        """An id made from text, date and channel, so that it survives a change of file or order.

        Where several questions agree in all three, the second has "-2" after it, and so on.
        """
        moment = asked_at.isoformat() if asked_at else ""
        stem = f"q-{make_digest(text, moment, channel, size=6).hex()}"
        digest = self._digest(stem)
        if self._ids.get(digest) is None:
            return stem
        number = self._repeats.get(digest) or 1
        while True:
            number += 1
            name = f"{stem}-{number}"
            if self._ids.get(make_digest(name)) is None:  # a log may hold ids that kbtool made
                self._repeats.set(digest, number)
                return name

    def _digest(self, name: str) -> bytes:
        """Digest of an id; each is asked for twice in a row."""
        if self._last[0] != name:
            self._last = name, make_digest(name)
        return self._last[1]

    def _twin(self, reason: str, place: int) -> Twin:
        return Twin(reason, self._paths[place // _LINES], place % _LINES)


def digest_asking(person: bytes, asked_at: datetime | None, text: str) -> bytes:
    """What a question of somebody on a day (UTC) is known by, b"" where nobody knows who asked.

    Questions without a date count as asked on one day.
    """
    if not person:
        return b""
    day = asked_at.date().isoformat() if asked_at else ""
    return make_digest(person.hex(), day, text.casefold())
