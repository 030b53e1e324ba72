"""Articles that answer several groups from different sections: each could be found by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kbtool.matching.advice.verdicts import Verdict, main_words
from kbtool.matching.text.tokens import Tokenizer
from kbtool.model import Action, Advice, Article, KnowledgeBase

_FEWEST = 5  # people of a group that is worth an article
_LEAST_SHARE = 0.25  # of an article's people that a group must hold
_LONG = 250  # words; shorter articles are read as one
_ALIKE = 0.25  # share of two groups' words that both hold, up to which they are apart


def find_splits(kb: KnowledgeBase, verdicts: Sequence[Verdict]) -> Iterator[Advice]:
    """Long articles that two groups find through different sections, the second not by its title.

    Groups are apart where they share few of their main words, the title's left out.
    """
    groups: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        if verdict.answered and verdict.cluster.nearest and verdict.cluster.askers >= _FEWEST:
            groups[verdict.cluster.nearest.article].append(verdict)
    for name, own in sorted(groups.items()):
        articles = kb.by_id.get(name, ())
        if len(own) > 1 and articles and _words(articles[0]) >= _LONG:
            own.sort(key=lambda one: (-one.cluster.askers, one.cluster.id))
            second = _find_second(own, articles[0])
            if second is not None:
                yield _describe(articles[0], own[0], second)


def _words(article: Article) -> int:
    return sum(section.words for section in article.sections)


def _find_second(own: Sequence[Verdict], article: Article) -> Verdict | None:
    """Largest group that lies apart from the first."""
    title = Tokenizer(article.locale).doc(article.title.text if article.title else "").stems
    people = sum(verdict.cluster.askers for verdict in own)
    first = _stems(own[0]) - title
    for other in own[1:]:
        words = _stems(other) - title
        apart = len(first & words) <= _ALIKE * len(first | words)
        large = other.cluster.askers >= _LEAST_SHARE * people
        if large and words and apart and _heading(other) not in ("", _heading(own[0])):
            return other
    return None


def _stems(verdict: Verdict) -> frozenset[str]:
    return frozenset(word.stem for word in main_words(verdict.group))


def _heading(verdict: Verdict) -> str:
    """Outermost heading over the passage that a group finds, "" for the opening."""
    nearest = verdict.cluster.nearest
    return nearest.passage[0] if nearest and nearest.passage else ""


def _describe(article: Article, first: Verdict, second: Verdict) -> Advice:
    title = article.title.text if article.title else article.id
    place = f"“{_heading(first)}”" if _heading(first) else "its opening"
    return Advice(
        article=article.id,
        title=title,
        action=Action.SPLIT,
        why=(
            f"{first.cluster.askers:,} people are answered by {place} and "
            f"{second.cluster.askers:,} others by “{_heading(second)}”, and they ask about "
            "different things."
        ),
        questions=(*first.cluster.questions, *second.cluster.questions),
    )
