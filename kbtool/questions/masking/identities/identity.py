"""What a number that a state gives looks like, and what tells it from other numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property

from msgspec import Struct

from kbtool.questions.masking.naming import make_label


class Identity(Struct, frozen=True, dict=True):
    """Numbers of one country and use.

    Forms are written with 9 for a digit, A for a letter, X for either, and ~ for a blank, dot,
    dash or slash that may be left out; all else stands for itself. A number counts where its form
    is ``telling`` and its check is right; or where its check is right and a word for it is near;
    or where such a word stands right before it ("NIF: 123") or after it ("123 is my NIF"), since
    people mistype and invent numbers and the word tells enough, unless it is ``strict``.
    """

    check: Callable[[str], bool] | None = None  # gets letters and digits alone, in capitals
    telling: tuple[str, ...] = ()
    worded: tuple[str, ...] = ()  # further forms, too common to need no word
    named: str = ""  # words for it, as a pattern
    glued: str = ""  # words for it in scripts without blanks
    strict: bool = False  # whether the check must be right even where a word stands beside

    @property
    def words(self) -> str:
        """A pattern that finds one of the words for it in small letters; "" where it has none."""
        return make_label(self.named, self.glued)

    @cached_property
    def label(self) -> re.Pattern[str] | None:
        """Finds one of the words; None where it has none."""
        return re.compile(self.words) if self.words else None
