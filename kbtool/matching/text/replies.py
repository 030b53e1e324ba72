"""Replies of agents about one thing: which questions are near, and what most replies say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import normalize

from kbtool.matching.text.tokens import Tokenizer
from kbtool.model import Question

_NEAR = 0.3  # cosine with the centre of a group, from which a solved question is about the same
_SAME = 0.45  # cosine from which two sentences say the same
_MOST = 2_000  # sentences that are compared; all pairs of them are looked at


class Said(NamedTuple):
    """A sentence of a ticket."""

    ticket: str  # id of its question
    text: str


class Central(NamedTuple):
    """A sentence that stands for others like it."""

    text: str
    tickets: int  # in which it or one like it was said


def find_near(
    asked: Sequence[str], solved: Sequence[Question], locale: str
) -> tuple[Question, ...]:
    """Solved questions that are about what ``asked`` is about, the nearest first."""
    if not asked or not solved:
        return ()
    rows = _vectors([*asked, *(question.text for question in solved)], locale)
    if rows is None:
        return ()
    centre = normalize(np.asarray(rows[: len(asked)].mean(axis=0)))
    likeness = [float(one) for one in np.asarray(rows[len(asked) :] @ centre.T).ravel()]
    order = sorted(range(len(solved)), key=lambda at: (-round(likeness[at], 6), solved[at].id))
    return tuple(solved[at] for at in order if likeness[at] >= _NEAR)


def rank_sentences(said: Sequence[Said], locale: str) -> tuple[Central, ...]:
    """Sentences by how near they are to the centre of all, each standing for those like it.

    The centre counts every ticket once for a wording, so that one long reply cannot be it.
    """
    distinct = list(dict.fromkeys(said))[:_MOST]
    rows = _vectors([one.text for one in distinct], locale)
    if rows is None:
        return ()
    centre = normalize(np.asarray(rows.sum(axis=0)))
    likeness = [float(one) for one in np.asarray(rows @ centre.T).ravel()]
    alike = (rows @ rows.T).toarray() >= _SAME
    order = sorted(
        range(len(distinct)), key=lambda at: (-round(likeness[at], 6), distinct[at].text)
    )
    found, taken = [], np.zeros(len(distinct), dtype=bool)
    for at in order:
        if taken[at] or not likeness[at]:
            continue
        tickets = {distinct[other].ticket for other in np.flatnonzero(alike[at])}
        taken |= alike[at]
        found.append(Central(distinct[at].text, len(tickets)))
    return tuple(sorted(found, key=lambda one: -one.tickets))  # a stable sort


def _vectors(texts: Sequence[str], locale: str) -> Any:
    """TF-IDF of content words, rows of length 1; None where no text holds such a word."""
    tokenizer = Tokenizer(locale)
    stems = [[token.stem for token in tokenizer.doc(text).content] for text in texts]
    if not any(stems):
        return None
    return TfidfVectorizer(analyzer=list, sublinear_tf=True).fit_transform(stems)
