"""What a reading of questions may be told to do otherwise."""

from __future__ import annotations

from msgspec import Struct


class Choices(Struct, frozen=True):
    """What files are in, which questions are left out, whether customers' data is masked."""

    everything: bool = False  # leave out nothing that has a text and an id of its own
    languages: frozenset[str] = frozenset()  # leave out all other languages; empty: keep them all
    salted: bool = False  # people get the same names in every run, under the user's salt
    encoding: str = ""  # codec of all files without a byte order mark; "": each is found out
    mask: bool = True  # put placeholders in place of personal data
