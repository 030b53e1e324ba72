"""Prints how often `kbtool ask` says to a new question what it says to the same one in the log.

    python benchmarks/ask_anew.py

Each fifteenth question of the sample's log is taken out and put to a bot that read the others. Its
decision and first article are compared with those that `kbtool match` has for the question in the
whole log. Baseline: a bot that read the articles alone. Half a minute; needs no other data.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from kbtool.articles import load_articles
from kbtool.matching import Bot, answer_questions
from kbtool.model import Answer, KnowledgeBase, Question
from kbtool.questions import read_questions

SAMPLE = Path(__file__).resolve().parent.parent / "sample_kb"
TODAY = date(2026, 11, 22)  # as its configuration says
EVERY = 15


def main() -> None:
    """Print a row for each bot."""
    kb = KnowledgeBase.of(load_articles([SAMPLE / "articles"]).articles, TODAY)
    questions = read_questions([SAMPLE / "questions.csv"]).questions
    known = {answer.question: answer for answer in answer_questions(kb, questions)}
    new = questions[::EVERY]
    others = [one for at, one in enumerate(questions) if at % EVERY]
    print(f"{len(new)} new questions, {len(others)} in the log\n")
    print("bot                    decision  first article  seconds a question")
    for name, log in (("log and articles", others), ("articles alone", ())):
        print_row(name, Bot(kb, log), new, known)


def print_row(name: str, bot: Bot, new: Sequence[Question], known: dict[str, Answer]) -> None:
    """How many decisions and first articles of a bot are the same."""
    bot.reply(new[0].text)  # reads what it needs
    started = time.process_time()
    said = [bot.reply(question.text).answer for question in new]
    seconds = (time.process_time() - started) / len(new)
    pairs = [(one, known[question.id]) for one, question in zip(said, new, strict=True)]
    decisions = sum(one.decision is other.decision for one, other in pairs)
    articles = sum(find_first(one) == find_first(other) for one, other in pairs)
    print(f"{name:22}{decisions:9}{articles:15}{seconds:20.2f}")


def find_first(answer: Answer) -> str:
    """Id of its best article."""
    return answer.candidates[0].match.article if answer.candidates else ""


if __name__ == "__main__":
    main()
