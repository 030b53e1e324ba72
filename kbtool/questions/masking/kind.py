"""What a module for one kind of personal data offers."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

Places = Iterable[tuple[int, int]]


class Kind(Struct, frozen=True):
    """One kind of personal data.

    ``find`` gets a folded text (see ``folding``) and gives start and end of each place, in order.
    It is called only where the text has enough digits and at least one of the signs; this glance
    is what a question without personal data costs.
    """

    name: str  # stands between angle brackets in place of what is masked
    thing: str  # what counts say: "card number"
    find: Callable[[str], Places]
    digits: int = 0  # digits that a text must have, not far from each other
    wide: bool = False  # may reach further from its digits than some 60 characters
    signs: tuple[str, ...] = ()  # in lower case; one must stand in the text, unless there are none
    foreign: tuple[str, ...] = ()  # further signs, in texts that have letters beyond ASCII
    words: frozenset[str] = frozenset()  # instead of signs: whole words, one of which must stand
    things: str = ""  # plural of ``thing``, where it is not made with an "s"
