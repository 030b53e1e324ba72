"""A bot that has read everything once and answers one question after the other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from scipy import sparse
from threadpoolctl import threadpool_limits

from kbtool.language.detecting import detect_language
from kbtool.matching.answers import (
    Described,
    Judgement,
    Verdicts,
    describe_all,
    describe_answer,
    find_disputes,
    judge_log,
    unmatched,
)
from kbtool.matching.clusters.neighbours import find_nearest, share_of_neighbours, smooth
from kbtool.matching.faults.contradictions import find_contradictions
from kbtool.matching.handing import Handing
from kbtool.matching.judging.evidence import words_of
from kbtool.matching.judging.survey import (
    Survey,
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
from kbtool.matching.search.quotes import quote_line
from kbtool.matching.search.ranked import Ranked, join_ranked, widen_ranked
from kbtool.matching.text.asked import key_of
from kbtool.matching.text.features import Scores, Vectors
from kbtool.matching.text.tokens import Doc
from kbtool.matching.trust.minimums import warn_of_answers
from kbtool.model import KnowledgeBase, Question, Reply

_QUOTED = 2  # candidates whose passages are quoted: the answer and its runner-up
_TOP = 10  # candidates, as many as `kbtool match` gives


class _Known(Struct, frozen=True):
    """What the log of a help centre says, judged once."""

    survey: Survey
    verdicts: Verdicts  # as `kbtool match` has them
    places: dict[str, int]  # of wordings by their words
    groups: Scores  # log-odds of the group of each wording being answered, (n_wordings,)


class Bot:
    """Answers as ``answer_questions`` does, without fitting anything anew for a question.

    A question in the words of one of the log gets the very answer of that one. Any other is met
    with what was learned from articles and log: their vocabulary, their standard of what is an
    answer, the neighbours it finds in the log and their groups. Had it stood in the log itself,
    all of these would have moved a little.
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
        with threadpool_limits(limits=1, user_api="blas"):
            log = read_log(kb, questions, bare=True)
            self._tokenizer = log.tokenizer
            self._known = _know(survey(kb, log, options, teachers), options) if log.asked else None
            self._is_learned = self._known is not None and self._known.verdicts.learned
            self._warnings = warn_of_answers(
                len(self._articles), len(questions), learned=self._is_learned
            )
            self._matcher = None
            if self._known:
                self._matcher = self._known.survey.matcher
            elif self._articles:
                self._matcher = make_matcher(kb, log, options, teachers)

    def reply(self, text: str) -> Reply:
        """What it would say to a question, which is cleaned already."""
        with threadpool_limits(limits=1, user_api="blas"):
            doc = self._tokenizer.doc(text, detect_language(text))
            place = self._known.places.get(key_of(doc)) if self._known else None
            known = (
                self._known.survey.log.asked[place] if self._known and place is not None else None
            )
            doc = known.doc if known else doc
            answer, places = self._describe(doc, place)
            meant = known.text if known else text
            answer, pointed = self._handing.point(answer, meant, doc, places)
            answer = self._handing.settle(answer, meant, doc, pointed)
            answer = replace(answer, warnings=self._warnings, by_default=not self._is_learned)
            quotes = tuple(quote_line(self._articles[at], line) for at, line in pointed[:_QUOTED])
        return Reply(text, answer, quotes)

    @cached_property
    def _handing(self) -> Handing:
        if self._known is None:
            return Handing(self._kb, self._matcher, find_contradictions(self._kb, ()))
        found, verdicts = self._known.survey, self._known.verdicts
        described = describe_all(found, verdicts, top=1)
        disputes = find_disputes(self._kb, found, verdicts, described)
        return Handing(self._kb, self._matcher, disputes)

    def _describe(self, doc: Doc, place: int | None) -> Described:
        """Answer by odds alone; ``place`` is that of the wording in the log, None for a new one."""
        if self._matcher is None or not doc.tokens:
            return Described(unmatched(""), [])
        if self._known and place is not None:
            vectors, judged = self._matcher.vectors[[place]], self._known.verdicts.judged.at(place)
            learned = self._matcher.learned(self._known.verdicts.judged.fits.articles[:, :_TOP])[
                [place]
            ]
        else:
            vectors = self._matcher.read([doc])
            judged = self._judge(doc, vectors)
            learned = self._matcher.learned_of(vectors, judged.fits.articles[:, :_TOP])
        kept = judged.fits.articles[:, :_TOP]
        lines = self._matcher.find_lines(vectors, kept)
        return describe_answer(self._matcher, judged, 0, words_of(doc), lines, learned)

    def _judge(self, doc: Doc, vectors: Vectors) -> Judgement:
        assert self._matcher is not None  # noqa: S101 - `_answer` has seen to it
        fits = self._matcher.rank(vectors)
        if self._known is None:
            single = apply_standard(None, vectors, fits, np.zeros((1, 0)), None)
            return Judgement.of(fits, single.best)
        space = self._known.survey.space
        near, cosines = find_nearest(space.find_rows([doc]), space.rows)
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
    verdicts = judge_log(found, options)
    places = {wording.key: at for at, wording in enumerate(found.log.asked)}
    return _Known(found, verdicts, places, to_logits(verdicts.groups))
