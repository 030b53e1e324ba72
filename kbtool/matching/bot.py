"""A bot that has read everything once and answers one question after the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from scipy import sparse
from sklearn.preprocessing import normalize
from threadpoolctl import threadpool_limits

from kbtool.language.needs import find_need
from kbtool.matching.answers import Judgement, describe_answer, judge_log
from kbtool.matching.clusters.neighbours import find_nearest, share_of_neighbours, smooth
from kbtool.matching.judging.evidence import words_of
from kbtool.matching.judging.survey import (
    Survey,
    is_short,
    main_locale,
    make_matcher,
    read_log,
    sort_articles,
    survey,
)
from kbtool.matching.judging.texts import (
    apply_standard,
    from_logits,
    mean_odds,
    to_logits,
)
from kbtool.matching.options import GapOptions
from kbtool.matching.search.quotes import is_list_of_links, quote_line
from kbtool.matching.search.ranked import Ranked, join_ranked, widen_ranked
from kbtool.matching.search.unfinished import find_unfilled
from kbtool.matching.text.asked import key_of
from kbtool.matching.text.features import Scores, Vectors
from kbtool.matching.text.tokens import Doc
from kbtool.model import Answer, Decision, KnowledgeBase, Need, Question, Reason, Reply

_QUOTED = 2  # candidates whose passages are quoted: the answer and its runner-up
_TOP = 10  # candidates, as many as `kbtool match` gives
_NAME = "asked"  # id of the question in its answer


class _Known(Struct, frozen=True):
    """What the log of a help centre says, judged once."""

    survey: Survey
    judged: Judgement  # as `kbtool match` has it
    places: dict[str, int]  # of wordings by their words
    rows: Any  # of wordings, of length 1, to find neighbours among, (n_wordings, n_features)
    groups: Scores  # log-odds of the group of each wording being answered, (n_wordings,)


class Bot:
    """Answers as ``answer_questions`` does, without fitting anything anew for a question.

    A question in the words of one of the log gets the very answer of that one. Any other is met
    with what was learned from articles and log: their vocabulary, their standard of what is an
    answer, the neighbours it finds in the log and their groups. Had it stood in the log itself,
    all of these would have moved a little. Beyond that, whoever asks for a person gets one
    whatever fits, and no text is quoted that waits to be filled in or only links elsewhere, which
    `kbtool match`, on articles alone, does not look at.
    """

    def __init__(
        self,
        kb: KnowledgeBase,
        questions: Sequence[Question] = (),
        options: GapOptions = GapOptions(),  # noqa: B008 - frozen, so safe to share
        teachers: Sequence[Question] = (),
    ) -> None:
        """Read articles, and the log and solved questions that help to understand."""
        self._kb = kb
        self._articles = sort_articles(kb)
        self._locale = main_locale(kb)
        with threadpool_limits(limits=1, user_api="blas"):
            log = read_log(kb, questions, bare=True)
            self._tokenizer = log.tokenizer
            self._known = _know(survey(kb, log, options, teachers), options) if log.asked else None
            self._matcher = None
            if self._known:
                self._matcher = self._known.survey.matcher
            elif self._articles:
                self._matcher = make_matcher(kb, log, options, teachers)
        docs = self._matcher.docs if self._matcher else ()
        self._stems = frozenset[str]().union(*(own.whole.stems for own in docs))

    def reply(self, text: str) -> Reply:
        """What it would say to a question, which is cleaned already."""
        with threadpool_limits(limits=1, user_api="blas"):
            doc = self._tokenizer.doc(text)
            answer, lines = self._answer(doc)
            quotes = tuple(quote_line(self._articles[at], line) for at, line in lines[:_QUOTED])
        need = find_need(text, self._locale)
        reason = self._find_reason(need, doc, answer) or self._find_fault(answer, lines)
        if reason:
            answer = replace(answer, decision=Decision.HANDOFF)
        return Reply(text, answer, quotes, reason, need)

    def _find_reason(self, need: Need, doc: Doc, answer: Answer) -> Reason | None:
        if need is Need.PERSON:
            return Reason.PERSON
        if answer.decision is not Decision.HANDOFF:
            return None
        words = {word.stem for word in words_of(doc)} or doc.stems
        if not words & self._stems:
            return Reason.NOTHING
        return Reason.NO_ARTICLE if answer.gap_probability > 0.5 else Reason.MANY

    def _find_fault(self, answer: Answer, lines: Sequence[tuple[int, int]]) -> Reason | None:
        """Why an article that would be quoted or asked about cannot be, None where all can."""
        offered = lines[: 1 if answer.decision is Decision.ANSWER else 2]
        if any(find_unfilled(self._articles[at], self._kb) for at, _ in offered):
            return Reason.UNFILLED
        if any(is_list_of_links(self._articles[at], line) for at, line in offered):
            return Reason.LINKS
        return None

    def _answer(self, doc: Doc) -> tuple[Answer, list[tuple[int, int]]]:
        """Answer, and the position of each candidate's article with that of its best line."""
        if self._matcher is None or not doc.tokens:
            return Answer(_NAME, (), 1.0, Decision.HANDOFF), []
        place = self._known.places.get(key_of(doc)) if self._known else None
        if self._known and place is not None:
            vectors, judged = self._matcher.vectors[[place]], self._known.judged.at(place)
            learned = self._matcher.learned(self._known.judged.fits.articles[:, :_TOP])[[place]]
        else:
            vectors = self._matcher.read([doc])
            judged = self._judge(doc, vectors)
            learned = self._matcher.learned_of(vectors, judged.fits.articles[:, :_TOP])
        kept = judged.fits.articles[:, :_TOP]
        lines = self._matcher.find_lines(vectors, kept)
        answer = describe_answer(self._matcher, judged, 0, _NAME, words_of(doc), lines, learned)
        found = zip(kept[0].tolist(), lines[0].tolist(), strict=True)
        return answer, list(found)[: len(answer.candidates)]

    def _judge(self, doc: Doc, vectors: Vectors) -> Judgement:
        assert self._matcher is not None  # noqa: S101 - `_answer` has seen to it
        fits = self._matcher.rank(vectors)
        if self._known is None:
            single = apply_standard(None, vectors, fits, np.zeros((1, 0)), None)
            return Judgement.of(fits, single.best)
        near, cosines = find_nearest(_row(self._known.survey, vectors), self._known.rows)
        fits = self._smooth(fits, near, cosines, len(doc.tokens))
        traits = np.array([[cosines.mean() if len(cosines) else 0.0]])
        standard, lift = self._known.survey.single.standard, self._matcher.lift_of(vectors)
        single = apply_standard(standard, vectors, fits, traits, lift)
        return Judgement.of(fits, self._join_group(single.best, near, cosines))

    def _smooth(self, fits: Ranked, near: Any, cosines: Scores, words: int) -> Ranked:
        """Fits mixed with those that neighbours have by themselves."""
        matcher = self._matcher
        assert matcher is not None  # noqa: S101 - as above
        if not len(near):
            return fits
        joined = join_ranked([widen_ranked(fits), widen_ranked(matcher.rank_some(near))])
        to_itself = np.zeros(len(near), dtype=np.int64)
        places = (to_itself, np.arange(1, len(near) + 1))
        size = len(near) + 1
        neighbours = sparse.csr_matrix((cosines, places), shape=(size, size))
        share = share_of_neighbours([words] * size, learned=matcher.is_taught)
        mixed = smooth(joined, neighbours, len(matcher.texts), share)
        return Ranked(mixed.articles[:1], mixed.scores[:1])

    def _join_group(self, best: Scores, near: Any, cosines: Scores) -> Scores:
        """Odds that are the mean of the question's own and of the groups of its neighbours."""
        assert self._known is not None  # noqa: S101 - only called with a log
        if not len(near):
            return best
        weights = cosines**2
        group = float((weights * self._known.groups[near]).sum() / weights.sum())
        return mean_odds(best, from_logits(np.array([group])))


def _know(found: Survey, options: GapOptions) -> _Known:
    judged, groups = judge_log(found, options)
    places = {wording.key: at for at, wording in enumerate(found.log.asked)}
    short = is_short(found.log)
    rows = found.matcher.rows if short else normalize(found.matcher.place_asked())
    return _Known(found, judged, places, rows, to_logits(groups))


def _row(found: Survey, vectors: Vectors) -> Any:
    """A text as wordings are compared."""
    if is_short(found.log):
        return normalize(vectors.joined)
    return normalize(found.matcher.place(vectors))
