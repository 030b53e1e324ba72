"""Prints how good the words are that ``kbtool export labels`` finds.

    python -m benchmarks.labels

From the project folder, as labels.py uses its neighbours. Words are taken from one half of the
questions, and tried on the other half, whose articles are known. ``right`` is the mean, over all
words, of how many of the questions that hold a word belong to its article. ``first`` is how many
questions find their article as the first of a search by TF-IDF over titles, headings and labels, as
a help centre without a full-text search has it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sklearn.feature_extraction.text import TfidfVectorizer

from benchmarks.gap_engine.data import Labelled, load
from kbtool.articles.publishing import find_labels
from kbtool.export import WordOptions, WordsOfArticle, find_customer_words
from kbtool.matching import find_gaps
from kbtool.matching.text.tokens import Tokenizer
from kbtool.model import Question

SETS = ("banking77", "thunderbird")
SHARES = (0.0, 0.1, 0.15, 0.2, 0.25, 0.33, 0.5)
TOKENS = Tokenizer("en")


def main() -> None:
    """Print a row for each set and least share."""
    print(f"{'set':14}{'least share':>12}{'words':>8}{'right':>8}{'first':>8}")
    for name in SETS:
        data = load(name)
        asked = [question for question in data.questions if data.gold[question.id]]
        learned, tried = asked[::2], asked[1::2]
        report = find_gaps(data.kb, learned)
        print_row(name, "no words", (), tried, data)
        for share in SHARES:
            options = WordOptions(min_share=share)
            print_row(
                name, share, find_customer_words(report, learned, data.kb, options), tried, data
            )


def print_row(
    name: str,
    share: object,
    found: Sequence[WordsOfArticle],
    tried: Sequence[Question],
    data: Labelled,
) -> None:
    """One line of the table."""
    right = measure_words(found, tried, data)
    first = measure_search(found, tried, data)
    words = sum(len(article.words) for article in found)
    print(f"{name:14}{share!s:>12}{words:8}{right:8.3f}{first:8.3f}")


def measure_words(
    found: Sequence[WordsOfArticle], tried: Sequence[Question], data: Labelled
) -> float:
    """Mean share of the questions with a word that belong to its article."""
    holding = defaultdict(list)
    for question in tried:
        for stem in set(split(question.text)):
            holding[stem].append(data.gold[question.id])
    shares = []
    for article in found:
        for word in article.words:
            golds = holding["".join(split(word.word)[:1])]
            shares += [sum(article.article in gold for gold in golds) / len(golds)] if golds else []
    return sum(shares) / len(shares) if shares else 0.0


def measure_search(
    found: Sequence[WordsOfArticle], tried: Sequence[Question], data: Labelled
) -> float:
    """Share of questions whose article is the first of a search for them."""
    new = {article.article: article.all_labels for article in found}
    texts = []
    for article in data.articles:
        title = [article.title.text] if article.title else []
        headings = [heading.text for heading in article.headings]
        texts.append(" ".join((*title, *headings, *new.get(article.id, find_labels(article)))))
    vectors = TfidfVectorizer(analyzer=split, sublinear_tf=True)
    shelf = vectors.fit_transform(texts)
    scores = vectors.transform([question.text for question in tried]) @ shelf.T
    best = scores.toarray().argmax(axis=1)
    hits = (
        data.articles[at].id in data.gold[question.id]
        for at, question in zip(best, tried, strict=True)
    )
    return sum(hits) / len(tried)


def split(text: str) -> list[str]:
    """Stems of a text."""
    return [token.stem for token in TOKENS.doc(text).tokens]


if __name__ == "__main__":
    main()
