"""Words that a slip of the fingers made: one person alone has them, and one near is common."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from kbtool.matching.text.asked import Asked, count_askers
from kbtool.matching.text.tokens import Doc

_COMMON = 3  # people who must have written a word that no article holds
# Letters of a word from which such a slip is looked for: of shorter ones too many real words are
# near. Of 33, 20, 46, 14 and 15 words taken for slips in an invented log, the sample, stackfaq,
# banking77 and hwu64, about 30, 12, 30, 8 and 2 are: enough to choose between wordings by, and
# never to judge or to change one.
_DROPPED, _SWAPPED, _REPLACED = 4, 5, 6
_END = 2  # last letters, which tell forms of a word apart
_FAR = 2  # letters that a space moves at most


class Spellings:
    """Which words of a log and its articles are common, and which are slips of one person."""

    def __init__(self, asked: Iterable[Asked], articles: Iterable[Doc]) -> None:
        """Count who wrote each word; what an article holds is common whoever wrote it."""
        self._people: Counter[str] = Counter()
        function: set[str] = set()  # "in", "the"
        for wording in asked:
            words = {token.folded for token in wording.doc.tokens}
            self._people.update(dict.fromkeys(words, count_askers(wording.questions)))
            function.update(token.folded for token in wording.doc.tokens if not token.content)
        common = {word for word, people in self._people.items() if people >= _COMMON}
        common.update(token.folded for doc in articles for token in doc.tokens)
        self._common = frozenset(common)
        self._function = frozenset(word for word in function & common if len(word) > 1)
        self._shortened: dict[str, list[str]] = defaultdict(list)
        for word in sorted(common):
            for short in _drop_each(word):
                self._shortened[short].append(word)

    def has_slip(self, doc: Doc) -> bool:
        """Whether a text holds a word that is most likely a slip."""
        words = [token.folded for token in doc.tokens]
        rare = [at for at, word in enumerate(words) if word.isalpha() and word not in self._common]
        return any(self._is_near_one(words[at]) or self._is_cut_amiss(words, at) for at in rare)

    def _is_near_one(self, word: str) -> bool:
        """Whether a letter too many, too few, swapped or replaced makes a common word of it."""
        if self._people[word] > 1:
            return False
        if len(word) >= _DROPPED and word in self._shortened:
            return True
        shorter = _drop_each(word)
        if not self._common.isdisjoint(shorter):
            return True
        if len(word) >= _SWAPPED and not self._common.isdisjoint(_swap_each(word)):
            return True
        others = {other for short in shorter for other in self._shortened.get(short, ())}
        return len(word) >= _REPLACED and any(_differ_once(word, other) for other in others)

    def _is_cut_amiss(self, words: Sequence[str], at: int) -> bool:
        """Whether a word and one beside it are two common ones with the space moved, or gone."""
        word = words[at]
        halves = [(word[:cut], word[cut:]) for cut in range(2, len(word) - 1)]
        if any({*both} <= self._common and self._function & {*both} for both in halves):
            return True
        pairs = [words[start : start + 2] for start in (at - 1, at) if start >= 0]
        return any(
            {joined[:cut], joined[cut:]} <= self._common
            for pair in pairs
            if len(pair) > 1
            for joined, own in [("".join(pair), len(pair[0]))]
            for cut in range(max(1, own - _FAR), min(len(joined), own + _FAR + 1))
            if cut != own
        )


def _drop_each(word: str) -> frozenset[str]:
    """The word without one of its letters, but for the first and for those of its ending."""
    if len(word) <= _DROPPED:
        return frozenset()
    return frozenset(word[:at] + word[at + 1 :] for at in range(1, len(word) - _END))


def _swap_each(word: str) -> frozenset[str]:
    pairs = range(len(word) - 1)
    return frozenset(word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in pairs)


def _differ_once(word: str, other: str) -> bool:
    same = len(word) == len(other)
    return same and sum(a != b for a, b in zip(word, other, strict=True)) == 1
