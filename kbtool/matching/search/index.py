"""Articles, ready to be asked: each field scored apart, then fused."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from functools import cached_property, partial
from math import sqrt
from typing import Any

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from scipy import sparse
from sklearn.preprocessing import normalize

from kbtool.engines import Engine
from kbtool.matching.search.fields import bm25, count_body, likeness, mean_length, widen
from kbtool.matching.search.latent import LatentSpace
from kbtool.matching.search.lines import Lines
from kbtool.matching.search.passages import ArticleText
from kbtool.matching.search.ranked import KEPT, Places, Ranked, join_ranked
from kbtool.matching.search.ranker import Ranker
from kbtool.matching.search.solved import Solved
from kbtool.matching.search.sums import change, weigh
from kbtool.matching.text.features import Scores, Space, Vectors
from kbtool.matching.text.tokens import Doc, Tokenizer, join
from kbtool.matching.text.vocabulary import Matrix
from kbtool.progress import Count

# Weights of the fields: of several sums the best on stackfaq, banking77, hwu64 and thunderbird by
# benchmarks/gap_engine. Title and line were tried from 0 to 3, the others from 0 to 2.
# The last, likeness beyond shared words, is worth .010 MRR@10 on thunderbird (.004 to .016),
# .001 to .003 on the other three.
_WHOLE, _BM25, _TITLE, _LINE, _LATENT = 2.0, 1.0, 1.5, 1.0, 0.5
# Beside these; on thunderbird the best of 1 to 6 whether agents had linked an article for a
# twentieth or for half of the questions.
_SOLVED = 3.0
_AT_ONCE = 1 << 16  # texts ranked at once; bounds memory
_READ_AT_ONCE = 1 << 10  # articles; bounds memory
_MANY, _KEPT_OF_MANY = 200_000, 16  # texts from which fewer articles are kept of each


class ArticleDocs(Struct, frozen=True, dict=True):
    """Words of an article's fields."""

    name: Doc  # title alone
    title: Doc  # with aliases
    body: Doc  # headings and passages
    lines: tuple[Doc, ...]  # one a passage, at least one
    paths: tuple[tuple[str, ...], ...]  # headings over each line
    headings: tuple[Doc, ...]  # words of these, one a line

    @cached_property
    def whole(self) -> Doc:
        """All words of the article."""
        return join([self.title, self.body])


def cut(text: ArticleText, tokenizer: Tokenizer) -> ArticleDocs:
    """Words of an article; one without a body has its title as its only line."""
    read = partial(tokenizer.doc, locale=text.locale)
    title = read(f"{text.title}\n{text.aliases}")
    lines = tuple(read(passage.text) for passage in text.passages)
    paths = tuple(passage.path for passage in text.passages) or ((),)
    headings = {path: read("\n".join(path)) for path in set(paths)}
    return ArticleDocs(
        name=read(text.title),
        title=title,
        body=join([read(text.headings), *lines]),
        lines=lines or (title,),
        paths=paths,
        headings=tuple(headings[path] for path in paths),
    )


class Index:
    """Ranks articles for texts.

    All fields but two are sums over features, so one product of matrices gives them for every
    article. The best line and the likeness beyond shared words are only looked at for the articles
    that lead by the others.
    """

    def __init__(
        self,
        space: Space,
        articles: Sequence[ArticleDocs],
        latent: LatentSpace | None,
        solved: Solved | None,
    ) -> None:
        """Take articles, at least one, in spaces that were fitted on them too."""
        counts = _count(space, articles)
        self._usual = mean_length(counts)
        held = bm25(counts, self._usual)
        self._taught = solved.weights() * (_SOLVED / sqrt(2)) if solved else None
        total = _WHOLE + _BM25 + _TITLE + _LINE
        total += (_LATENT if latent else 0.0) + (_SOLVED if solved else 0.0)
        # Words and chars of a text have length 1 each, and what was learned is for one length.
        weights, placed = _weigh_all(space, articles, held, self._taught, latent)
        self._ranker = Ranker(
            sums=weigh(weights),
            lines=Lines(_starts(articles), space.words(_lines(articles))),
            axes=latent.axes if latent else None,
            placed=placed,
            correction=solved.correction() * _SOLVED if solved else None,
            weights=np.array([_LINE, _LATENT, total]),
        )

    def changed(
        self,
        space: Space,
        latent: LatentSpace | None,
        kept: Sequence[int],
        articles: Sequence[ArticleDocs],
        heirs: Sequence[int],
    ) -> Index:
        """Index of the articles at ``kept``, then of others, in the same spaces.

        Each of the others inherits what solved questions taught about the article at its place in
        ``heirs``, -1 for none. Nothing is learned anew, so this costs what copying arrays does.
        """
        ranker, keep = self._ranker, np.asarray(kept, dtype=np.int64)
        passed_on = choose_columns(heirs, len(ranker.lines.starts) - 1)
        taught = (passed_on.T @ self._taught).tocsr() if self._taught is not None else None
        held = bm25(_count(space, articles), self._usual)
        weights, added = _weigh_all(space, articles, held, taught, latent, new=True)
        placed, correction = ranker.placed, ranker.correction
        if added is not None and placed is not None:
            placed = np.vstack([placed[keep], added])
        if correction is not None:
            correction = sparse.hstack([correction[:, keep], correction @ passed_on]).tocsr()
        lines = space.words_of_new(_lines(articles))
        index = copy(self)
        if self._taught is not None:
            index._taught = sparse.vstack([self._taught[keep], taught]).tocsr()
        index._ranker = replace(
            ranker,
            sums=change(ranker.sums, keep, weights),
            lines=ranker.lines.changed(keep, Lines(_starts(articles), lines)),
            placed=placed,
            correction=correction,
        )
        return index

    def rank(
        self,
        asked: Vectors,
        learned: Matrix | None = None,
        engine: Engine | None = None,
        count: Count | None = None,
    ) -> Ranked:
        """The articles that fit each text best, with scores from 0 to 1.

        ``learned`` (n_texts, n_solved) has 1 where a text is one that the index has learned from:
        what it taught does not count for itself. An ``engine`` does the work elsewhere. ``count``
        is told how many texts are done.
        """
        count = count or (lambda _done, _total: None)
        kept = KEPT if asked.count <= _MANY else _KEPT_OF_MANY
        if engine:
            return self._ranker.rank_on(engine, asked, learned, kept, count)
        parts = []
        for start in range(0, asked.count, _AT_ONCE):
            count(start, asked.count)
            rows = slice(start, start + _AT_ONCE)
            own = learned[rows] if learned is not None else None
            parts.append(self._ranker.rank(asked[rows], own, kept))
        return join_ranked(parts)

    def find_lines(self, asked: Vectors, articles: Places) -> Places:
        """Which line of each of some articles fits each text best, (n_texts, n_kept)."""
        parts = []
        for start in range(0, max(asked.count, 1), _AT_ONCE):
            rows = slice(start, start + _AT_ONCE)
            parts.append(self._ranker.lines.find(asked.words[rows], articles[rows]))
        return np.concatenate(parts)

    def learned(self, asked: Vectors, articles: Places, learned: Matrix | None) -> Scores:
        """Part of the scores of some articles that solved questions taught, (n_texts, n_kept)."""
        parts = np.zeros(articles.shape, dtype=np.float32)
        if self._taught is None:
            return parts
        joined = asked.joined
        own = (learned @ self._ranker.correction).tocsr() if learned is not None else None
        rows = np.arange(asked.count)
        for rank in range(articles.shape[1]):
            found = articles[:, rank]
            parts[:, rank] = joined.multiply(self._taught[found]).sum(axis=1).A1
            if own is not None:
                parts[:, rank] += np.asarray(own[rows, found]).ravel()
        return parts / np.float32(self._ranker.weights[2])


def choose_columns(places: Sequence[int], n_columns: int) -> Matrix:
    """Matrix (n_columns, n_places) whose product picks columns, noughts for -1."""
    picked = [(place, at) for at, place in enumerate(places) if place >= 0]
    ones = np.ones(len(picked), dtype=np.float32)
    where = ([place for place, _ in picked], [at for _, at in picked])
    return sparse.csr_matrix((ones, where), shape=(n_columns, len(places)))


def _starts(articles: Sequence[ArticleDocs]) -> Any:
    return np.cumsum([0, *(len(article.lines) for article in articles)])


def _lines(articles: Sequence[ArticleDocs]) -> list[Doc]:
    return [line for article in articles for line in article.lines]


def _count(space: Space, articles: Sequence[ArticleDocs]) -> Matrix:
    return count_body(space, [a.body for a in articles], [a.title for a in articles])


def _weigh_all(
    space: Space,
    articles: Sequence[ArticleDocs],
    held: Matrix,
    taught: Matrix | None,
    latent: LatentSpace | None,
    *,
    new: bool = False,
) -> tuple[Matrix, Scores | None]:
    """Weights of all features for each article, (n_articles, n_features), and their places."""
    read = space.vectors_of_new if new else space.vectors
    weights, placed = [], []
    for start in range(0, max(len(articles), 1), _READ_AT_ONCE):
        rows = slice(start, start + _READ_AT_ONCE)
        whole = read([article.whole for article in articles[rows]])
        titles = read([article.title for article in articles[rows]])
        own = None if taught is None else taught[rows]
        weights.append(_weigh(whole, titles, held[rows], own))
        if latent:
            placed.append(normalize(latent.place(whole)) if whole.count else latent.place(whole))
    return sparse.vstack(weights).tocsr(), np.concatenate(placed) if latent else None


def _weigh(whole: Vectors, titles: Vectors, held: Matrix, taught: Matrix | None) -> Matrix:
    """Weights of some articles by all their words, by titles, by BM25 and by what was learned."""
    n_joined = whole.words.shape[1] + whole.chars.shape[1]
    weights = _WHOLE * likeness(whole) + _TITLE * likeness(titles) + _BM25 * widen(held, n_joined)
    if taught is not None:
        weights += widen(taught, 0, held.shape[1])
    return sparse.csr_matrix(weights, dtype=np.float32)
