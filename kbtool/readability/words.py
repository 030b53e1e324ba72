"""What counts as one word, spelt the way every measure here sees it."""

from __future__ import annotations

import unicodedata

from kbtool.patterns import lazy_pattern

# An apostrophe inside English contractions; textstat keeps these and drops all others.
_STRAY_APOSTROPHE = lazy_pattern(r"'(?![tsd]|ve|ll|re)")


def plain_word(word: str) -> str:
    """The word in lower case, with letters, digits and apostrophes of contractions only.

    Empty if it holds no letter or digit. ``Don’t`` becomes ``don't``, ``sign-in`` ``signin``:
    one word, as textstat has it, which leaves a plain word unchanged. Idempotent.
    """
    if not word.isascii():
        word = unicodedata.normalize("NFC", word).replace("’", "'")
    kept = "".join(char for char in word.lower() if char.isalnum() or char == "'")
    return _STRAY_APOSTROPHE.sub("", kept) if "'" in kept else kept
