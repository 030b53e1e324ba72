"""Phrases and patterns of a rule of a configuration, looked for in texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kbtool.custom.texts import Text
from kbtool.language.accepted import is_accepted
from kbtool.language.phrases import find_phrases, fold
from kbtool.language.user_patterns import PREFIX, Found, compile_pattern


class Match(NamedTuple):
    """``text.shown[start:end]``, and the entry of the list that it stands for."""

    text: Text
    start: int
    end: int
    entry: str
    groups: Found | None = None  # of a pattern

    @property
    def said(self) -> str:
        """What stands there, on one line."""
        text = self.text
        return " ".join(text.prose.text[text.start + self.start : text.start + self.end].split())


class Phrases:
    """A list of phrases, and of patterns that begin with ``re:``."""

    def __init__(
        self, entries: tuple[str, ...], exceptions: tuple[str, ...] = (), *, case: bool = False
    ) -> None:
        """Take the list and longer phrases that are right. Raises ConfigError."""
        for entry in (*entries, *exceptions):
            if entry.startswith(PREFIX):
                compile_pattern(entry)
        self._plain = {fold(" ".join(e.split())): e for e in entries if not e.startswith(PREFIX)}
        self._patterns = tuple(entry for entry in entries if entry.startswith(PREFIX))
        self._exceptions = exceptions
        self._case = case

    def find(self, texts: Sequence[Text]) -> list[Match]:
        """Matches in texts: phrases in order, then those of each pattern."""
        found = [match for text in texts for match in self._find_plain(text)]
        shown = [text.shown for text in texts] if self._patterns else []
        for entry in self._patterns:
            for index, place in compile_pattern(entry).find_in(shown):
                found.append(Match(texts[index], place.start, place.end, entry, place))
        return [match for match in found if self._counts(match)]

    def stand_in(self, texts: Sequence[str]) -> bool:
        """Whether one of them stands in texts that are no prose, such as addresses."""
        folded = [fold(text) for text in texts]
        plain = any(entry in text for entry in self._plain for text in folded)
        return plain or any(compile_pattern(entry).find_in(texts) for entry in self._patterns)

    def _find_plain(self, text: Text) -> Iterator[Match]:
        for found in find_phrases(text.shown, tuple(self._plain)) if self._plain else ():
            entry = self._plain[found.phrase]
            match = Match(text, found.start, found.end, entry)
            if not self._case or match.said == " ".join(entry.split()):
                yield match

    def _counts(self, match: Match) -> bool:
        shown = match.text.shown
        return not is_accepted(shown, match.start, match.end, self._exceptions)
