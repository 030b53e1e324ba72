"""What a bot does with the articles it found: say it, ask back, or hand over to a person.

Odds alone do not decide. Nobody who asks for a person is held off with a text; nothing is quoted
that waits to be filled in or only links elsewhere; and an article that does not give what is asked,
or that another contradicts, is no answer however well it fits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from msgspec.structs import replace

from kbtool.language.asked_types import find_asked_type
from kbtool.language.courtesies import split_words
from kbtool.language.detecting import detect_language
from kbtool.language.function_words import languages_by_word
from kbtool.language.needs import find_need
from kbtool.language.of_articles import languages_of
from kbtool.matching.faults.answering import JUDGED
from kbtool.matching.faults.holdings import Holdings, holds, kinds_for
from kbtool.matching.faults.pointing import Pointer
from kbtool.matching.judging.evidence import describe_match, words_of
from kbtool.matching.judging.survey import main_locale, sort_articles
from kbtool.matching.search.matcher import Matcher
from kbtool.matching.search.quotes import is_list_of_links
from kbtool.matching.search.unfinished import find_unfilled
from kbtool.matching.text.alike import is_alike
from kbtool.matching.text.tokens import Doc
from kbtool.model import (
    Answer,
    Article,
    Candidate,
    Contradiction,
    Decision,
    Fact,
    KnowledgeBase,
    Match,
    Need,
    Reason,
)

# An article tells how to do a thing in too many ways for one question to show that it does not:
# the one of the sample that lacked it had it.
_JUDGED = JUDGED - {Fact.STEPS}
_UNSURE = 0.5  # probability of a gap above which no article fits
# Probability of a gap from which a passage does not answer a text of which it holds none of the
# words, or one of several. With a quarter of the articles left out, three times, answers with one
# word are right for .86 and .38 from .3 to .4 on stackfaq and banking77, for 0 and .29 above; with
# two words the same tenth is right for .53 and .66. These two sets chose it. On hwu64 the tenth
# costs as much as it wins (.48), elsewhere it wins. As few answers by probability alone are as
# right on five sets of six: `python -m benchmarks.cutoffs.loose`, benchmarks/cutoffs.md. What holds
# no word is no answer whatever the odds: letters in common alone have raised these, and nobody can
# see why it is said.
_LOOSE = (0.0, 0.3)
_ALL = 1_000
_PART = 4  # letters of a word that stands in a compound: "Konto" in "Kontolöschung"
# Words that ask how long and how often: whether the fact is there is looked at apart.
_ASKING = frozenset("long lange lang oft often longtemps tiempo tempo temps spesso vaak".split())
Place = tuple[int, int]  # position of an article, and number of its line


class Handing:
    """Decides about answers. Keeps what it has read of articles."""

    def __init__(
        self, kb: KnowledgeBase, matcher: Matcher | None, contradictions: Iterable[Contradiction]
    ) -> None:
        """Know the articles, the words in them, and where they contradict each other."""
        self._kb, self._articles, self._locale = kb, sort_articles(kb), main_locale(kb)
        self._languages = languages_of(self._articles)
        self._matcher, docs = matcher, matcher.docs if matcher else ()
        self._stems = frozenset[str]().union(*(own.whole.stems for own in docs))
        self._holdings = Holdings()
        self._pointer = Pointer(self._articles, self._holdings)
        self._unfilled: dict[int, bool] = {}
        self._links: dict[Place, bool] = {}
        self._disputes: dict[tuple[str, tuple[str, ...]], list[Contradiction]] = defaultdict(list)
        for contradiction in contradictions:
            for claim in contradiction.claims:
                self._disputes[claim.article, claim.passage].append(contradiction)

    def point(
        self, answer: Answer, text: str, doc: Doc, places: Sequence[Place]
    ) -> tuple[Answer, Sequence[Place]]:
        """The answer with the passage that gives the figure asked for, and its places."""
        if answer.decision is not Decision.ANSWER or self._matcher is None:
            return answer, places
        at, line = places[0]
        found = self._pointer.find_line(text, at, line)
        if found == line:
            return answer, places
        first = answer.candidates[0]
        match = describe_match(self._matcher, at, found, first.match.score, words_of(doc))
        candidates = (replace(first, match=match), *answer.candidates[1:])
        return replace(answer, candidates=candidates), [(at, found), *places[1:]]

    def settle(self, answer: Answer, text: str, doc: Doc, places: Sequence[Place]) -> Answer:
        """The answer to a text with what is to be done; ``places`` are those of its candidates."""
        answer = replace(answer, need=find_need(text, self._locale))
        reason = self._find_doubt(answer, text, doc, places)
        if reason is None:
            number = 1 if answer.decision is Decision.ANSWER else 2
            asked = find_asked_type(text, self._locale)
            answer = replace(
                answer,
                lacks=self._find_lack(asked, text, answer.candidates[:number], places),
                disputes=self._find_disputes(answer.candidates[:number]),
            )
            reason = self._find_fault(answer, asked, places[:number])
        return answer if reason is None else _hand_over(answer, reason)

    def _find_doubt(
        self, answer: Answer, text: str, doc: Doc, places: Sequence[Place]
    ) -> Reason | None:
        """Why a person is needed whatever the articles say, or why none is sure to fit."""
        if answer.need is Need.PERSON:
            return Reason.PERSON
        if (language := detect_language(text)) and language not in self._languages:
            return Reason.LANGUAGE
        if answer.decision is not Decision.HANDOFF:
            return Reason.LOOSE if self._is_loose(answer, places) else None
        words = {word.stem for word in words_of(doc)} or doc.stems
        if not words & self._stems:
            return Reason.NOTHING
        return Reason.NO_ARTICLE if answer.gap_probability > _UNSURE else Reason.MANY

    def _is_loose(self, answer: Answer, places: Sequence[Place]) -> bool:
        """Whether what would be said holds too few words of a text for how doubtful it is."""
        held = self._count_held(answer, places)
        return held < len(_LOOSE) and answer.gap_probability > _LOOSE[held]

    def _count_held(self, answer: Answer, places: Sequence[Place]) -> int:
        """Words of a text that what would be said holds; ``_ALL`` where it lacks none."""
        number = 1 if answer.decision is Decision.ANSWER else 2
        numbers = []
        for candidate, place in zip_longest(answer.candidates[:number], places[:number]):
            match = candidate.match
            lacking = [word for word in match.missing if not _is_named_in_part(word, match)]
            words = len(match.terms) + len(match.named) + len(match.missing)
            if words == len(lacking) > 0:  # nothing at all, however it is asked
                numbers.append(int(self._is_alike(match, place)))
                continue
            lacking = [word for word in lacking if word.casefold() not in _ASKING]
            numbers.append(words - len(lacking) if lacking else _ALL)
        return max(numbers)

    def _is_alike(self, match: Match, place: Place | None) -> bool:
        """Whether a passage that holds no word of a text has one that may well be meant.

        Or its article is tagged with one: writers add customers' words to be found by them.
        """
        if self._matcher is None or place is None:
            return False
        docs, line = self._matcher.docs[place[0]], place[1]
        texts = (docs.lines[line], docs.headings[line], docs.title)
        said = {token.folded for text in texts for token in text.content}
        missing = {word.casefold() for word in match.missing}
        return bool(missing & said) or any(is_alike(w, one) for w in missing for one in said)

    def _find_fault(
        self, answer: Answer, asked: Fact | None, places: Sequence[Place]
    ) -> Reason | None:
        """Why what would be quoted or asked about cannot be, None where it can."""
        if any(self._is_unfilled(at) for at, _ in places):
            return Reason.UNFILLED
        if any(self._is_links(place) for place in places):
            return Reason.LINKS
        if answer.lacks:
            return Reason.LACKS
        if asked and any(dispute.fact in kinds_for(asked) for dispute in answer.disputes):
            return Reason.DISPUTED
        return None

    def _find_lack(
        self,
        asked: Fact | None,
        text: str,
        candidates: Sequence[Candidate],
        places: Sequence[Place],
    ) -> Fact | None:
        """The kind of fact that a text asks for, where none of these articles gives it."""
        if asked not in _JUDGED:
            return None
        pairs = zip(candidates, places, strict=False)
        given = any(self._gives(asked, text, one, self._articles[at]) for one, (at, _) in pairs)
        return None if given else asked

    def _gives(self, asked: Fact, text: str, candidate: Candidate, article: Article) -> bool:
        """Whether an article gives a fact, or may have been found by chance."""
        match = candidate.match
        if not self._holdings.shares_name(text, match, article.locale):
            return True
        return holds(self._holdings.find_relevant(article, [text], [match.passage]), asked)

    def _find_disputes(self, candidates: Sequence[Candidate]) -> tuple[Contradiction, ...]:
        """Contradictions that passages are part of, each once."""
        passages = [(one.match.article, one.match.passage) for one in candidates]
        found = [dispute for key in passages for dispute in self._disputes.get(key, ())]
        return tuple({id(dispute): dispute for dispute in found}.values())

    def _is_unfilled(self, at: int) -> bool:
        if at not in self._unfilled:
            self._unfilled[at] = bool(find_unfilled(self._articles[at], self._kb))
        return self._unfilled[at]

    def _is_links(self, place: Place) -> bool:
        if place not in self._links:
            at, line = place
            self._links[place] = is_list_of_links(self._articles[at], line)
        return self._links[place]


def _is_named_in_part(word: str, match: Match) -> bool:
    """Whether headings hold a part of a word, or it is a part of one of theirs."""
    folded = word.casefold()
    names = (name for text in (match.title, *match.passage) for name in split_words(text))
    return any(
        min(len(name), len(folded)) >= _PART and (name in folded or folded in name)
        for name in names
        if name not in languages_by_word()  # "nach" in "Weihnachten"
    )


def _hand_over(answer: Answer, reason: Reason) -> Answer:
    return replace(answer, decision=Decision.HANDOFF, reason=reason)
