"""Large groups -> the sides of a topic that people ask about, each worth a section."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from kbtool.language.asked_types import find_asked_type
from kbtool.matching.clusters.grouping import group_texts, rows_of
from kbtool.matching.clusters.places import Places
from kbtool.matching.judging.labels import count_stems, describe
from kbtool.matching.text.asked import Asked, count_askers, questions_of
from kbtool.matching.text.misspelling import Spellings
from kbtool.matching.text.tokens import Tokenizer
from kbtool.model import Fact, Theme

_FEWEST = 8  # people; smaller groups are read at a glance
_LEAST, _LEAST_SHARE = 3, 0.15  # people of a theme, and their share of the group's
# Of the distance up to which questions belong together. Themes are purer
# than the groups they split: on the sample .84 to .75 at .4, .81 to .73 at .5, .79 to .72 at .6.
_TIGHTER = 0.4
_MOST_READ, _READ = 500, 50  # wordings read for the kind of fact, of a group and of a theme
_MOST = 0.5  # share of a theme's questions above which the kind of fact they ask for is its own

# Who asks whether a thing can be done wants to do it.
_ALIKE = {Fact.ANSWER: Fact.STEPS}

Part = Sequence[int]  # positions of wordings in their group


class Splitter(Struct, frozen=True):
    """Finds themes of the groups of one log."""

    places: Places  # of all wordings of the log
    distance: float  # up to which questions belong together
    tokenizer: Tokenizer
    locale: str  # of questions that do not name theirs
    spellings: Spellings | None = None  # tell slips from words, where they are known

    def split(self, rows: Sequence[int], asked: Sequence[Asked]) -> tuple[Theme, ...]:
        """Themes of a group, the largest first; () where it is small or about one thing.

        ``rows`` are the positions of its wordings ``asked`` in the log. Wordings that lie close
        together make a theme; where they all do, those that ask for the same kind of fact.
        """
        askers = count_askers(questions_of(asked))
        if askers < _FEWEST:
            return ()
        least = max(_LEAST, _LEAST_SHARE * askers)
        everywhere = count_stems(one.doc for one in asked)
        for parts in (self._by_distance(rows), self._by_fact(asked)):
            large = [part for part in parts if _people(part, asked) >= least]
            if len(large) > 1:
                own = [[asked[at] for at in part] for part in large]
                themes = [self._describe(part, everywhere, len(own)) for part in own]
                return tuple(sorted(themes, key=lambda one: (-len(one.questions), one.questions)))
        return ()

    def _by_distance(self, rows: Sequence[int]) -> Sequence[Part]:
        labels = group_texts(self.places.some(list(rows)), _TIGHTER * self.distance)
        return rows_of(labels)

    def _by_fact(self, asked: Sequence[Asked]) -> Iterable[Part]:
        parts: dict[Fact, list[int]] = defaultdict(list)
        for at, wording in enumerate(asked if len(asked) <= _MOST_READ else ()):
            fact = self._fact(wording)
            if fact is not None:
                parts[_ALIKE.get(fact, fact)].append(at)
        return parts.values()

    def _fact(self, wording: Asked) -> Fact | None:
        return find_asked_type(wording.text, wording.questions[0].locale or self.locale)

    def _describe(
        self, own: Sequence[Asked], everywhere: Mapping[str, int], n_themes: int
    ) -> Theme:
        profile = describe(own, everywhere, n_themes, self.tokenizer, self.locale, self.spellings)
        typical = [own[at] for at in profile.order]
        facts = [self._fact(wording) for wording in typical[:_READ]]
        fact, count = Counter(facts).most_common(1)[0]
        return Theme(
            label=profile.label,
            questions=tuple(question.id for question in questions_of(typical)),
            asks=fact if count > _MOST * len(facts) else None,
        )


def _people(part: Part, asked: Sequence[Asked]) -> int:
    return count_askers(questions_of([asked[at] for at in part]))
