"""What plain tools score: TF-IDF of scikit-learn with cosine, and BM25.

Each takes texts of articles and of questions and gives scores (n_questions, n_articles).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.util import find_spec
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import normalize

from benchmarks.gap_engine.data import Labelled

Texts = Sequence[str]
Matrix = Any
Vectorizer = Callable[[Texts, Texts], tuple[Matrix, Matrix]]


def vectors_of_words(articles: Texts, questions: Texts) -> tuple[Matrix, Matrix]:
    """Rows of length 1, with idf from the articles."""
    words = TfidfVectorizer(sublinear_tf=True).fit(articles)
    return words.transform(articles), words.transform(questions)


def vectors_of_words_and_parts(articles: Texts, questions: Texts) -> tuple[Matrix, Matrix]:
    """Words and their pairs beside parts of words of 3 to 5 letters, each half of the cosine."""
    parts = [
        TfidfVectorizer(sublinear_tf=True, ngram_range=(1, 2)),
        TfidfVectorizer(sublinear_tf=True, analyzer="char_wb", ngram_range=(3, 5)),
    ]
    fitted = [(part.fit_transform(articles), part.transform(questions)) for part in parts]
    joined = [sparse.hstack(pair).tocsr() / np.sqrt(2) for pair in zip(*fitted, strict=True)]
    return joined[0], joined[1]


VECTORIZERS: dict[str, Vectorizer] = {
    "word TF-IDF": vectors_of_words,
    "word+char TF-IDF": vectors_of_words_and_parts,
}


def score_by_cosine(name: str, articles: Texts, questions: Texts) -> Matrix:
    """Cosines by one of the vectorizers."""
    held, asked = VECTORIZERS[name](articles, questions)
    return (asked @ held.T).toarray()


def score_by_bm25(articles: Texts, questions: Texts) -> Matrix:
    """BM25 of bm25s with its defaults and its English stop words."""
    import bm25s  # noqa: PLC0415 - an extra: the other baselines work without it

    index = bm25s.BM25()
    index.index(bm25s.tokenize(list(articles), show_progress=False), show_progress=False)
    asked = bm25s.tokenize(list(questions), return_ids=False, show_progress=False)
    nothing = np.zeros(len(articles), dtype=np.float32)
    return np.stack([index.get_scores(words) if words else nothing for words in asked])


def score_all(data: Labelled, left_out: frozenset[str] = frozenset()) -> dict[str, Matrix]:
    """Scores of each baseline; articles are those that are kept, by id."""
    articles = [body for article, body in data.bodies.items() if article not in left_out]
    questions = [data.texts[question.id] for question in data.questions]
    scores = {name: score_by_cosine(name, articles, questions) for name in VECTORIZERS}
    if find_spec("bm25s"):
        scores["BM25 (bm25s)"] = score_by_bm25(articles, questions)
    return scores


def score_with_solved(data: Labelled, solved: Texts, links: Matrix) -> dict[str, Matrix]:
    """Cosine with the article and with the centre of its solved questions, added.

    ``links`` (n_solved, n_articles) has 1 where an article resolved a question.
    """
    articles = list(data.bodies.values())
    questions = [data.texts[question.id] for question in data.questions]
    scores = {}
    for name, vectorize in VECTORIZERS.items():
        rows = sparse.vstack(vectorize([*articles, *solved], questions)).tocsr()
        held, taught, asked = np.split(np.arange(rows.shape[0]), [len(articles), -len(questions)])
        centres = normalize(links.T @ rows[taught])
        scores[name] = (rows[asked] @ (rows[held] + centres).T).toarray()
    return scores


def place_in_few_dimensions(texts: Texts, size: int = 100) -> Matrix:
    """Word TF-IDF, reduced by SVD, rows of length 1: what k-means is usually given."""
    rows = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(texts)
    size = min(size, min(rows.shape) - 1)
    return normalize(TruncatedSVD(size, random_state=0).fit_transform(rows))


def print_missing() -> None:
    """Say which baselines are left out, and how to have them."""
    if not find_spec("bm25s"):
        print("BM25 is left out: pip install bm25s\n")
