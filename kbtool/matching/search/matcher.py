"""Articles and questions in one space: scores, and the words behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from datetime import UTC, datetime
from functools import cached_property
from types import MappingProxyType
from typing import Any

import numpy as np
from msgspec.structs import replace
from scipy import sparse
from sklearn.preprocessing import normalize

from kbtool.engines import Engine
from kbtool.matching.search.gone import Gone
from kbtool.matching.search.index import ArticleDocs, Index, choose_columns, cut
from kbtool.matching.search.latent import LatentSpace
from kbtool.matching.search.passages import ArticleText
from kbtool.matching.search.ranked import Places, Ranked, rank_none
from kbtool.matching.search.solved import Solved
from kbtool.matching.text.asked import Asked
from kbtool.matching.text.features import Scores, Space, Vectors
from kbtool.matching.text.tokens import Doc, Tokenizer, join
from kbtool.matching.text.vocabulary import Matrix
from kbtool.progress import Count

_NEVER = datetime(1, 1, 1, tzinfo=UTC)


class Matcher:
    """Matches texts with articles; there may be none."""

    def __init__(
        self,
        texts: Sequence[ArticleText],
        asked: Sequence[Asked],
        tokenizer: Tokenizer,
        solved: Sequence[Asked] = (),
        *,
        learn: bool = True,
    ) -> None:
        """Index the articles; questions help to tell common words from rare ones.

        ``learn`` takes questions that an article has resolved for further words of that article:
        those of the log itself, and those of ``solved``, which are not matched themselves.
        """
        self.texts = tuple(texts)
        self._tokenizer = tokenizer
        self._asked, self._solved, self._learns = tuple(asked), tuple(solved), learn
        self.docs: tuple[ArticleDocs, ...] = tuple(cut(text, tokenizer) for text in texts)
        wordings = [wording.doc for wording in asked]
        whole = [docs.whole for docs in self.docs]
        self._space = Space([*whole, *wordings, *(wording.doc for wording in solved)])
        self._rarity = self._space.rarity()
        self.vectors = self._space.vectors(wordings)
        self.links = link(texts, asked) if learn else sparse.csr_matrix((len(asked), len(texts)))
        titles = [docs.title for docs in self.docs]
        self._latent = _learn(self._space, self.vectors, [*titles, *whole])
        self._learned: Matrix | None = None  # which wording is which solved question
        self._gone: Gone | None = None
        self._index: Index | None = None
        self._taught: Solved | None = None
        if self.docs:
            self._taught = self._teach(asked, solved) if learn else None
            self._index = Index(self._space, self.docs, self._latent, self._taught)

    def _teach(self, asked: Sequence[Asked], solved: Sequence[Asked]) -> Solved | None:
        """What solved questions of the log, and others, teach; None where there are none."""
        own = [at for at, wording in enumerate(asked) if wording.is_resolved]
        teachers = [*(asked[at] for at in own), *(one for one in solved if one.is_resolved)]
        if not teachers:
            return None
        order = sorted(range(len(teachers)), key=lambda at: (_newest(teachers[at]), at))
        place = np.argsort(order)[: len(own)]
        ones = np.ones(len(own), dtype=np.float32)
        shape = (len(asked), len(teachers))
        self._learned = sparse.csr_matrix((ones, (own, place)), shape=shape)
        ordered = [teachers[at] for at in order]
        rows = normalize(self._space.vectors([teacher.doc for teacher in ordered]).joined)
        links = link(self.texts, ordered)
        gone = np.diff(links.indptr) == 0
        self._gone = Gone(rows, gone) if Gone.says_something(gone) else None
        return Solved(rows, links) if links.nnz else None

    def with_articles(self, texts: Sequence[ArticleText], replaced: Sequence[int]) -> Matcher:
        """Matcher with further articles behind the others, in the same spaces.

        ``replaced`` has for each the position of the article whose place it takes, -1 for none.
        Vocabulary, rarity and dimensions stay as they were learned: words that were unknown so far
        say nothing, which no question of the log can tell.
        """
        kept = [at for at in range(len(self.texts)) if at not in set(replaced)]
        docs = tuple(cut(text, self._tokenizer) for text in texts)
        grown = copy(self)
        grown.texts = (*(self.texts[at] for at in kept), *texts)
        grown.docs = (*(self.docs[at] for at in kept), *docs)
        passed_on = self.links @ choose_columns(replaced, len(self.texts))
        grown.links = sparse.hstack([self.links[:, kept], passed_on]).tocsr()
        if self._index:
            grown._index = self._index.changed(self._space, self._latent, kept, docs, replaced)
        else:
            grown._index = Index(self._space, docs, self._latent, None)
        return grown

    def facing(self, texts: Sequence[ArticleText], rows: Any) -> Matcher:
        """Matcher of some of the wordings with other articles alone, in the same spaces.

        Nothing that solved questions taught about articles is passed on to these.
        """
        docs = tuple(cut(text, self._tokenizer) for text in texts)
        other = copy(self)
        other.__dict__.pop("rows", None)  # those of all wordings
        other.texts, other.docs = tuple(texts), docs
        other.vectors = self.vectors[rows]
        other.links = sparse.csr_matrix((len(rows), len(texts)))
        other._learned = None if self._learned is None else self._learned[rows]
        nobody = [-1] * len(docs)
        if self._index:
            other._index = self._index.changed(self._space, self._latent, (), docs, nobody)
        return other

    def with_solved(self, solved: Sequence[Asked]) -> Matcher:
        """Matcher that learned from further solved questions too, in the same spaces.

        Only what these teach is worked out anew; vocabulary, rarity and dimensions stay.
        """
        grown = copy(self)
        grown._solved = (*self._solved, *solved)
        if self._learns and self.docs:
            grown._taught = grown._teach(self._asked, grown._solved)
            grown._index = Index(self._space, self.docs, self._latent, grown._taught)
        return grown

    @cached_property
    def rows(self) -> Matrix:
        """Words and chars of each wording, in rows of length 1, (n_wordings, n_features)."""
        return normalize(self.vectors.joined)

    def read(self, docs: Sequence[Doc]) -> Vectors:
        """Vectors of further texts, in the same space: words that it does not know say nothing."""
        return self._space.vectors(docs)

    def is_function_word(self, word: str, article: int) -> bool:
        """Whether a word says nothing in the language of an article, by position."""
        return self._tokenizer.is_function_word(word, self.texts[article].locale)

    def rank(self, vectors: Vectors) -> Ranked:
        """The articles that fit each text best, with scores from 0 to 1."""
        return self._index.rank(vectors) if self._index else rank_none(vectors.count)

    def rank_asked(self, engine: Engine | None = None, count: Count | None = None) -> Ranked:
        """The articles that fit each wording best, with scores from 0 to 1.

        ``count`` is told how many wordings are done.
        """
        if self._index is None:
            return rank_none(self.vectors.count)
        return self._index.rank(self.vectors, self._learned, engine, count)

    def first_articles(
        self, rows: Sequence[int], titles: Mapping[int, Sequence[str]] = MappingProxyType({})
    ) -> Places:
        """Article that each of some wordings finds first, (n_rows,), -1 for none.

        ``titles`` has words for some articles, by position: as if these stood in their titles.
        """
        index = self._index
        if index is None:
            return np.full(len(rows), -1, dtype=np.int32)
        if titles:
            docs = [self._retitle(docs, titles.get(at, ())) for at, docs in enumerate(self.docs)]
            index = Index(self._space, docs, self._latent, self._taught)
        learned = self._learned[list(rows)] if self._learned is not None else None
        return index.rank(self.vectors[list(rows)], learned).first()

    def _retitle(self, docs: ArticleDocs, words: Sequence[str]) -> ArticleDocs:
        if not words:
            return docs
        return replace(docs, title=join([docs.title, self._tokenizer.doc(" ".join(words))]))

    def find_alike(self, articles: Sequence[int], most: int = 5) -> list[list[int]]:
        """Positions of the articles most like each of some, itself left out."""
        if self._index is None or not articles:
            return [[] for _ in articles]
        texts = self._space.vectors([self.docs[at].whole for at in articles])
        places = self._index.rank(texts).articles[:, : most + 1].tolist()
        return [
            [place for place in near if place not in (at, -1)][:most]
            for at, near in zip(articles, places, strict=True)
        ]

    def rank_some(self, rows: Any) -> Ranked:
        """The articles that fit each of some wordings best, with scores from 0 to 1."""
        if self._index is None:
            return rank_none(self.vectors[rows].count)
        learned = None if self._learned is None else self._learned[rows]
        return self._index.rank(self.vectors[rows], learned)

    def learned(self, articles: Places) -> Scores:
        """Part of the scores of some articles of each wording that solved questions taught."""
        return self._learned_of(self.vectors, articles, self._learned)

    def learned_of(self, vectors: Vectors, articles: Places) -> Scores:
        """The same for some articles of further texts."""
        return self._learned_of(vectors, articles, None)

    def _learned_of(self, vectors: Vectors, articles: Places, itself: Matrix | None) -> Scores:
        if self._index is None:
            return np.zeros(articles.shape, dtype=np.float32)
        return self._index.learned(vectors, articles, itself)

    @property
    def is_taught(self) -> bool:
        """Whether there were solved questions to learn from."""
        return self._learned is not None

    def lift(self) -> Scores | None:
        """What solved questions add to each wording's log-odds of a gap; None for nothing."""
        return self._gone.lift(self.rows, self._learned) if self._gone else None

    def lift_of(self, vectors: Vectors) -> Scores | None:
        """The same for further texts."""
        return self._gone.lift(normalize(vectors.joined)) if self._gone else None

    def find_lines(self, vectors: Vectors, articles: Places) -> Places:
        """Which line of each of some articles fits each text best, (n_texts, n_kept)."""
        if self._index is None:
            return np.zeros(articles.shape, dtype=np.int32)
        return self._index.find_lines(vectors, articles)

    def rarity(self, stem: str) -> float:
        """Inverse document frequency of a stem, 0 for an unknown one."""
        return self._rarity.get(stem, 0.0)


def _learn(space: Space, asked: Vectors, articles: Sequence[Doc]) -> LatentSpace | None:
    count = asked.count + len(articles)
    if not LatentSpace.fits(count):
        return None
    chosen = np.arange(count)[LatentSpace.choose(count)]
    texts = [articles[at - asked.count] for at in chosen if at >= asked.count]
    parts = [asked[chosen[chosen < asked.count]].joined]
    parts += [space.vectors(texts).joined] if texts else []
    return LatentSpace(normalize(sparse.vstack(parts).tocsr()))


def link(texts: Sequence[ArticleText], asked: Sequence[Asked]) -> Matrix:
    """1 where an agent resolved a wording with an article, (n_wordings, n_articles)."""
    articles: dict[str, list[int]] = {}
    for at, text in enumerate(texts):
        articles.setdefault(text.id, []).append(at)
    pairs = sorted(
        {
            (row, at)
            for row, wording in enumerate(asked)
            for question in wording.questions
            for article in question.resolved_by
            for at in articles.get(article, ())
        }
    )
    places = ([row for row, _ in pairs], [at for _, at in pairs])
    ones = np.ones(len(pairs), dtype=np.float32)
    return sparse.csr_matrix((ones, places), shape=(len(asked), len(texts)))


def _newest(wording: Asked) -> datetime:
    """When a wording was last used, long ago where no date is known."""
    dates = [q.asked_at for q in wording.questions if q.asked_at is not None]
    return max(dates, default=_NEVER)
