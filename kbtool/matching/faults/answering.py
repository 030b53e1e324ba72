"""Articles that questions find by their words, and that lack the kind of fact they ask for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from kbtool.language.asked_types import asks_whether, find_asked_type
from kbtool.language.vague_facts import find_vague
from kbtool.matching.faults.holdings import Holdings, Part, holds
from kbtool.matching.faults.titles import Titles
from kbtool.matching.text.asked import count_askers
from kbtool.model import (
    Article,
    Fact,
    KnowledgeBase,
    Match,
    Question,
    QuestionMatch,
    Unanswered,
)

_LEAST_SHARE = 0.1  # of the questions that an article answers by its words
# A cause shows in too many ways for its lack to be sure: half of those reported were there.
JUDGED = frozenset(Fact) - {Fact.CAUSE}
"""Kinds of fact whose lack can be told."""


class _Found(Struct, frozen=True):
    """Questions that ask one article for one kind of fact, the best match first."""

    article: Article
    fact: Fact
    questions: Sequence[Question]
    paths: Sequence[tuple[str, ...]]  # heading path that each of them found


def find_unanswered(
    kb: KnowledgeBase,
    questions: Sequence[Question],
    matches: Sequence[QuestionMatch],
    threshold: float,
    least: int,
) -> tuple[Unanswered, ...]:
    """Articles that at least ``least`` people find and that lack what they ask; most people first.

    Only questions count that reach ``threshold`` when taken alone: on doubtful matches nothing
    can be built. Facts are looked for in the sections that the questions find, and in all
    others that share what the questions are about.
    """
    answered = [
        match
        for match in matches
        if match.answered and match.best and match.best.score >= threshold
    ]
    totals = Counter(match.best.article for match in answered if match.best)
    found = []
    holdings = Holdings()
    for group in _gather(kb, questions, answered, holdings):
        askers = count_askers(group.questions)
        share = len(group.questions) / totals[group.article.id]
        if askers >= least and share >= _LEAST_SHARE:
            texts = [question.text for question in group.questions]
            parts = holdings.find_relevant(group.article, texts, group.paths)
            if not holds(parts, group.fact):
                found.append(_describe(group, parts, askers, totals[group.article.id]))
    return tuple(sorted(found, key=lambda item: (-item.askers, item.article, item.asks)))


def _gather(
    kb: KnowledgeBase,
    questions: Sequence[Question],
    matches: Sequence[QuestionMatch],
    holdings: Holdings,
) -> Iterator[_Found]:
    by_id = {question.id: question for question in questions}
    articles = {article.id: article for article in reversed(kb.articles)}
    titles = Titles(kb.articles, holdings.stems)
    groups: dict[tuple[str, Fact], list[QuestionMatch]] = defaultdict(list)
    for match in matches:
        if match.best and match.best.article in articles:
            locale = articles[match.best.article].locale
            text = by_id[match.question].text
            fact = find_asked_type(text, locale)
            # "There is a fee" answers who asks whether there is one.
            judged = fact in JUDGED and not asks_whether(text, locale)
            if judged and fact and _is_meant(text, match.best, locale, holdings, titles):
                groups[match.best.article, fact].append(match)
    for (article, fact), group in sorted(groups.items()):
        group.sort(
            key=lambda match: (
                -(match.best.score if match.best else 0.0),
                match.question,
            )
        )
        yield _Found(
            articles[article],
            fact,
            [by_id[match.question] for match in group],
            [match.best.passage for match in group if match.best],
        )


def _is_meant(text: str, match: Match, locale: str, holdings: Holdings, titles: Titles) -> bool:
    """Whether a question names what it found, and no other article by its whole title."""
    if not holdings.shares_name(text, match, locale):
        return False
    asked, found = holdings.stems(text, locale), holdings.name_of(match, locale)
    return not titles.names_another(asked, found, locale)


def _describe(group: _Found, parts: Sequence[Part], askers: int, total: int) -> Unanswered:
    article = group.article
    passage = Counter(group.paths).most_common(1)[0][0]
    return Unanswered(
        article=article.id,
        title=article.title.text if article.title else article.id,
        passage=passage,
        asks=group.fact,
        questions=tuple(question.id for question in group.questions),
        askers=askers,
        share=round(len(group.questions) / total, 4),
        total=total,
        says=_vague_sentence(group, parts),
    )


def _vague_sentence(group: _Found, parts: Sequence[Part]) -> str:
    for part in sorted(parts, key=lambda own: own.section.path not in group.paths):
        for block in part.section.blocks:
            for sentence in block.sentences:
                text = block.prose.text[sentence.start : sentence.end]
                if "?" not in text and find_vague(text, group.fact, group.article.locale):
                    return text.strip()
    return ""
