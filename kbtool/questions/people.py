"""Who asked, without knowing who it is."""

from __future__ import annotations

import secrets
from hashlib import blake2b


class People:
    """Names for those who ask, the same for the same person within one run.

    A name is the place in order of first appearance, "person 1" and on: it says nothing about
    the person and is the same in every run over the same files. What an e-mail address or number
    was is forgotten at once; to know it again, only a hash is kept, under a key that is drawn for
    this object and never leaves it, so that not even a list of all addresses would help.
    """

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)
        self._numbers: dict[bytes, int] = {}

    def name(self, requester: str) -> str:
        """The name for an e-mail address, number or name; "" where it is blank."""
        known = " ".join(requester.casefold().split())
        if not known:
            return ""
        digest = blake2b(known.encode("utf-8", "replace"), key=self._key, digest_size=16).digest()
        return f"person {self._numbers.setdefault(digest, len(self._numbers) + 1)}"
