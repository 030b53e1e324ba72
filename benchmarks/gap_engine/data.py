"""Labelled sets: articles, questions, and the articles that answer each question.

Questions and articles are read as kbtool reads them for a user; baselines get the same questions
as they were written.
"""

from __future__ import annotations

import json
import os
import random
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from kbtool.articles import load_articles
from kbtool.model import Article, KnowledgeBase, Question
from kbtool.questions import Choices, read_questions

PROJECT = Path(__file__).resolve().parent.parent.parent
DATA = Path(os.environ.get("KBTOOL_DATA", PROJECT.parent / "shared" / "data"))
SETS = ("stackfaq", "banking77", "hwu64", "thunderbird")
SPLIT = "2024-07-01"  # questions of thunderbird before it teach, those from it on are tested
TODAY = date(2026, 1, 1)
_LEFT_OUT = 1 / 4

Gold = dict[str, frozenset[str]]


class Labelled(Struct, frozen=True, dict=True):
    """One set; everything about a question is by its id."""

    name: str
    articles: tuple[Article, ...]  # by id
    bodies: dict[str, str]  # title and body of each article, as written
    questions: tuple[Question, ...]
    texts: dict[str, str]  # of questions, as written
    gold: Gold  # articles that answer each question, none for a gap
    dates: dict[str, str]  # empty where the set has none
    labels: dict[str, str]  # topics, empty where the set has none

    @cached_property
    def kb(self) -> KnowledgeBase:
        """All articles."""
        return KnowledgeBase.of(list(self.articles), TODAY)

    def without(self, left_out: frozenset[str]) -> KnowledgeBase:
        """All articles but some."""
        kept = [article for article in self.articles if article.id not in left_out]
        return KnowledgeBase.of(kept, TODAY)

    def only(self, questions: Sequence[Question], name: str = "") -> Labelled:
        """The same set with some of its questions."""
        return replace(self, name=name or self.name, questions=tuple(questions))

    def sample(self, most: int) -> Labelled:
        """At most so many questions, drawn with a fixed seed."""
        if len(self.questions) <= most:
            return self
        return self.only(random.Random(0).sample(self.questions, most))

    def draw_left_out(self, seed: int) -> frozenset[str]:
        """Ids of a quarter of the articles."""
        ids = sorted(article.id for article in self.articles)
        return frozenset(random.Random(seed).sample(ids, round(len(ids) * _LEFT_OUT)))

    def split(self) -> tuple[Labelled, tuple[Question, ...]]:
        """The later questions, and the earlier ones as resolved with their articles."""
        earlier = [q for q in self.questions if self.dates[q.id] < SPLIT]
        later = [q for q in self.questions if self.dates[q.id] >= SPLIT]
        solved = (replace(q, resolved_by=tuple(sorted(self.gold[q.id]))) for q in earlier)
        return self.only(later, f"{self.name}, later"), tuple(solved)


@cache
def load(name: str) -> Labelled:
    """A set of ``$KBTOOL_DATA``; without that variable, of ``shared/data`` beside the project."""
    folder = DATA / name
    file = folder / "questions_labelled.jsonl"
    file = file if file.exists() else folder / "questions.jsonl"
    rows = list(_read_lines(file))
    bodies = {row["id"]: f"{row['title']}\n{row['body']}" for row in _articles(folder)}
    articles = load_articles([folder / "articles.jsonl"]).articles if bodies else ()
    questions = read_questions([file], choices=Choices(everything=True)).questions
    assert len(questions) == len(rows), "a benchmark must not lose questions"
    return Labelled(
        name=name,
        articles=tuple(sorted(articles, key=lambda article: article.id)),
        bodies=dict(sorted(bodies.items())),
        questions=questions,
        texts={row["id"]: row["text"] for row in rows},
        gold={row["id"]: frozenset(bodies.keys() & set(row["gold"])) for row in rows},
        dates={row["id"]: row["date"] for row in rows if "date" in row},
        labels={row["id"]: row["label"] for row in rows if "label" in row},
    )


def _articles(folder: Path) -> Iterable[dict[str, str]]:
    return _read_lines(folder / "articles.jsonl")


def _read_lines(path: Path) -> Iterable[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file)
