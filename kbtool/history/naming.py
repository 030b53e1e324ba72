"""What a user may have meant who named a topic wrongly."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher, get_close_matches

from kbtool.patterns import lazy_pattern

_WORD = lazy_pattern(r"[^\W_]+")
_LONGEST = 200  # characters of a name that are looked at
_ID = 0.7  # likeness from which an id is one with a slip
_SLIP = 0.75  # likeness from which a word of a label is one with a slip
_TELLING = 3  # letters; words of fewer stand in most labels


def find_near(name: str, labels: Mapping[str, str], most: int = 3) -> list[str]:
    """Ids of topics, likest first, whose id or whose words look like a name; [] where none does.

    ``labels`` are what topics are called, by id, the most important first.
    """
    wanted = name[:_LONGEST].casefold()
    near = get_close_matches(wanted, labels, most, _ID)
    words = [word for word in _WORD.findall(wanted) if len(word) >= _TELLING]
    likeness = {key: _compare(words, label) for key, label in labels.items()}
    ranked = sorted((key for key in labels if likeness[key]), key=lambda key: -likeness[key])
    return list(dict.fromkeys([*near, *ranked]))[:most]


def _compare(wanted: list[str], label: str) -> float:
    """Sum, over the wanted words, of how like the likest word of the label is; slips count."""
    own = {word for word in _WORD.findall(label.casefold()) if len(word) >= _TELLING}
    return sum(_find_slip(word, own) for word in wanted)


def _find_slip(word: str, others: set[str]) -> float:
    if word in others:
        return 1.0
    near = get_close_matches(word, sorted(others), 1, _SLIP)
    return SequenceMatcher(None, near[0], word).ratio() if near else 0.0
