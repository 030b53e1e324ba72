"""Phrases and patterns of a rule of a configuration, looked for in texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from kbtool.custom.texts import Text
from kbtool.language.accepted import is_accepted
from kbtool.language.phrases import fold, search_phrases
from kbtool.language.user_patterns import PREFIX, Found, compile_pattern
from kbtool.model.running_text import RunningText


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
        self._plain: dict[str, list[str]] = {}  # by phrase, in small letters
        for entry in entries:
            if not entry.startswith(PREFIX) and entry.strip():
                self._plain.setdefault(fold(" ".join(entry.split())), []).append(entry)
        self._patterns = tuple(entry for entry in entries if entry.startswith(PREFIX))
        self._exceptions = exceptions
        self._case = case

    def find(self, texts: Sequence[Text]) -> list[Match]:
        """Matches in order of place, none in another: of two at one place the longer."""
        shown = [text.shown for text in texts]
        found = list(self._find_plain(texts, shown)) if self._plain else []
        for entry in self._patterns:
            for index, place in compile_pattern(entry).find_in(shown):
                found.append(Match(texts[index], place.start, place.end, entry, place))
        return _apart([match for match in found if self._counts(match)], texts)

    def stand_in(self, texts: Sequence[str]) -> bool:
        """Whether one of them stands in texts that are no prose, such as addresses."""
        folded = [fold(text) for text in texts]
        plain = any(entry in text for entry in self._plain for text in folded)
        return plain or any(compile_pattern(entry).find_in(texts) for entry in self._patterns)

    def _find_plain(self, texts: Sequence[Text], shown: Sequence[str]) -> Iterator[Match]:
        # All texts at once: one by one takes up to four times as long.
        running = RunningText.of(shown)
        for phrase, start, end in search_phrases(running.folded, tuple(self._plain)):
            index = running.index_at(start)
            shift = running.starts[index]
            for entry in self._plain[phrase]:
                match = Match(texts[index], start - shift, end - shift, entry)
                if not self._case or _straighten(match.said) == _straighten(entry):
                    yield match
                    break

    def _counts(self, match: Match) -> bool:
        shown = match.text.shown
        return not is_accepted(shown, match.start, match.end, self._exceptions)


@lru_cache(maxsize=256)
def list_phrases(
    entries: tuple[str, ...], exceptions: tuple[str, ...] = (), *, case: bool = False
) -> Phrases:
    """The list, made once: a run asks for it at every article. Raises ConfigError."""
    return Phrases(entries, exceptions, case=case)


def _straighten(text: str) -> str:
    return " ".join(text.replace("’", "'").split())


def _apart(found: Sequence[Match], texts: Sequence[Text]) -> list[Match]:
    """Matches without those that reach into another, whichever texts and entries brought them."""
    order = {id(text.prose): number for number, text in reversed(list(enumerate(texts)))}
    ends = dict.fromkeys(order, 0)
    kept: list[Match] = []
    for match in sorted(found, key=lambda match: (order[id(match.text.prose)], *_range(match))):
        start, shortness = _range(match)
        if start >= ends[id(match.text.prose)]:
            ends[id(match.text.prose)] = start - shortness
            kept.append(match)
    return kept


def _range(match: Match) -> tuple[int, int]:
    """Offset in the prose, and the length below zero: so the longer of two comes first."""
    return match.text.start + match.start, match.start - match.end
