"""Masking for one file: switched on or off, and counted."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct, field

from kbtool.questions.masking.masker import mask_text


class Masking(Struct):
    """Masks texts where the user has not switched that off, and counts what was masked."""

    on: bool = True
    counts: Counter[str] = field(default_factory=Counter)  # places, by name of the kind

    def mask(self, text: str) -> str:
        """The text with placeholders."""
        if not self.on:
            return text
        masked = mask_text(text)
        if masked.counts:
            self.counts.update(masked.counts)
        return masked.text

    def mask_tags(self, tags: tuple[str, ...]) -> tuple[str, ...]:
        """Tags and other words that people choose: masked as texts are, each once."""
        return tuple(dict.fromkeys(map(self.mask_tag, tags)))

    def mask_tag(self, tag: str) -> str:
        """A word that people choose, masked; letters alone, as in "en-US", tell nothing."""
        return tag if not tag or tag.replace("-", "").isalpha() else self.mask(tag)

    def mask_words(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Ids and addresses of articles, of which only those with an e-mail address are masked.

        An id may look like any number that tells who somebody is, and is none.
        """
        return words and tuple(self.mask(word) if "@" in word else word for word in words)
