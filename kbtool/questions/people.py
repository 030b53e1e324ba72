"""Who asked, without knowing who it is."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from kbtool.patterns import lazy_pattern
from kbtool.questions.memory import MOST, Memory, make_digest

_PERSON = "person "
_WRITTEN = lazy_pattern(r"person [0-9a-f]{32}")


class People:
    """Names for those who ask, the same for the same person within one run.

    A name is the place in order of the first question that is kept, "person 1" and on: it says
    nothing about the person and is the same in every run over the same files. What an e-mail
    address or number was is forgotten at once; to know it again, only a hash is kept, under a key
    that is drawn for this object and never leaves it, so that not even a list of all addresses
    would help.

    Where ``load`` gives a salt, it is the key, and names are made of the hash: "person 4f0c…", the
    same in every run with that salt, so that files written on different days can be read together.
    Whoever has the salt and a list of addresses can tell who is who; nobody else can.
    """

    def __init__(self, most: int = MOST, load: Callable[[], bytes] | None = None) -> None:
        """Take what gives the salt, where there is to be one: asked when somebody is known."""
        self._load = load
        self._key = b"" if load else secrets.token_bytes(32)
        self._numbers = Memory(most)
        self._last = 0

    def recognise(self, requester: str) -> bytes:
        """What an e-mail address, number or name is known by; b"" where it is blank."""
        known = " ".join(requester.casefold().split())
        if not known:
            return b""
        if self._load and _WRITTEN.fullmatch(known):  # by an earlier run: the name stays
            return bytes.fromhex(known.removeprefix(_PERSON))
        if self._load and not self._key:
            self._key = self._load()
        return make_digest(known, key=self._key)

    def name(self, known: bytes) -> str:
        """The name for somebody, "" for nobody."""
        if not known:
            return ""
        number = self._numbers.get(known)
        if number is None:
            number = self._last = self._last + 1
            self._numbers.set(known, number)
        return f"{_PERSON}{known.hex() if self._load else number}"

    def count(self) -> int:
        """Number of people that were named so far."""
        return self._last

    def forget_after(self, count: int) -> None:
        """Forgets everybody but the first ones that were named."""
        self._numbers.forget_from(count + 1)
        self._last = count

    def close(self) -> None:
        """Gives memory and disk back."""
        self._numbers.close()
