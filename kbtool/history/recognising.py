"""Which gap of a run a decision is about where no record of earlier runs tells.

A decision names a gap by an id that one machine's history knows. It also holds what any run can
compare: ids that the gap has without a history, its label and its characteristic words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from kbtool.history.likeness import hold_words
from kbtool.history.values import Topic
from kbtool.model import Note

# Share of words, by weight, that a decision and a gap must have of each other. Between halves of
# the log of the sample, 7 of 31 gaps so found were about something else at 0.6, 2 of 15 at 0.7: a
# decision that hides the wrong gap costs more than one that is asked for again.
_WORDS = 0.7


class Known(NamedTuple):
    """A group of questions that a decision may be about."""

    id: str
    own: str  # its id where no earlier run is known; may be the same
    label: str
    words: tuple[str, ...]  # that several people used, the most characteristic first


def describe(note: Note, topic: Topic, *, quote: bool) -> Note:
    """The decision with what its gap is known by; with words of customers only if so wanted."""
    names = dict.fromkeys((*note.aka, topic.id, topic.own))
    aka = tuple(name for name in names if name and name != note.id)
    if not quote:
        return replace(note, aka=aka, label="", words=())
    return replace(note, aka=aka, label=topic.label, words=topic.words)


def match_ids(notes: Mapping[str, Note], groups: Iterable[Known]) -> dict[str, str]:
    """Group of each decision that names it by one of its ids."""
    known = tuple(groups)
    ids = {group.id for group in known}
    found = {name: name for name in notes if name in ids}
    by_own = {group.own: group.id for group in known if group.id not in found}
    by_id = {group.id: group.id for group in known if group.id not in found}
    claims = {}
    for name, note in notes.items():
        if name in found:
            continue
        places = {by_id.get(one) or by_own.get(one, "") for one in (name, *note.aka)}
        claims[name] = sorted(places - {""})
    return found | _settle(claims)


def match_words(
    notes: Mapping[str, Note], groups: Iterable[Known], found: Mapping[str, str]
) -> dict[str, str]:
    """Group of each decision left over that is like it, where no other may be meant."""
    taken = set(found.values())
    free = [group for group in groups if group.id not in taken]
    return _settle(
        {
            name: [group.id for group in free if _is_alike(note, group)]
            for name, note in notes.items()
            if name not in found
        }
    )


def _settle(claims: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Decisions with one possible group that no other decision claims."""
    claimed = Counter(place for places in claims.values() for place in places)
    return {
        name: places[0]
        for name, places in sorted(claims.items())
        if len(places) == 1 and claimed[places[0]] == 1
    }


def _is_alike(note: Note, group: Known) -> bool:
    label = note.label.casefold()
    if label and "…" not in label and label == group.label.casefold():
        return True
    shared = (hold_words(note.words, group.words), hold_words(group.words, note.words))
    return min(shared) >= _WORDS
