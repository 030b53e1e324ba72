"""Articles that two groups use for different things."""

from datetime import date
from types import SimpleNamespace

import pytest

from kbtool.matching.advice.splitting import find_splits
from kbtool.matching.judging.evidence import Word
from kbtool.model import Action, KnowledgeBase, Match
from kbtool.testing import parse

FILL = "Here is a sentence that says something of use to everybody who reads on. " * 12
TEXT = f"# Card post\n\n## Late cards\n\n{FILL}\n\n## Tracking\n\n{FILL}\n"
KB = KnowledgeBase.of([parse(TEXT, "post.md")], date(2026, 11, 22))


def verdict(name, heading, words, askers=12, answered=True, article="post"):
    """What is known of a group that finds a heading of an article."""
    path = (heading,) if heading else ()
    cluster = SimpleNamespace(
        id=name,
        askers=askers,
        nearest=Match(article, "Card post", path, 0.9),
        questions=(f"{name}1", f"{name}2"),
    )
    own = tuple(Word(word, word) for word in words.split())
    shares = dict.fromkeys(words.split(), 1.0)
    group = SimpleNamespace(words=own, profile=SimpleNamespace(shares=shares))
    return SimpleNamespace(group=group, cluster=cluster, answered=answered)


LATE = verdict("a", "Late cards", "late card")


def test_two_groups_apart_split_an_article():
    (advice,) = find_splits(KB, [verdict("b", "Tracking", "track number card", 8), LATE])
    assert (advice.article, advice.action) == ("post", Action.SPLIT)
    assert advice.questions == ("a1", "a2", "b1", "b2")
    assert "12 people are answered by “Late cards” and 8 others by “Tracking”" in advice.why


@pytest.mark.parametrize(
    "other",
    [
        verdict("b", "Late cards", "track number", 8),  # one section
        verdict("b", "", "track number", 8),  # the opening: the article is about it
        verdict("b", "Tracking", "late post", 8),  # the same words
        verdict("b", "Tracking", "card", 8),  # words of the title alone
        verdict("b", "Tracking", "track number", 4),  # few people
        verdict("b", "Tracking", "track number", 8, answered=False),
        verdict("b", "Tracking", "track number", 8, article="gone"),
    ],
    ids=["section", "opening", "words", "title", "few", "gap", "other article"],
)
def test_other_groups_leave_an_article_whole(other):
    assert list(find_splits(KB, [LATE, other])) == []


def test_a_group_that_is_small_beside_the_others_does_not_split():
    crowd = verdict("a", "Late cards", "late card", 100)
    assert list(find_splits(KB, [crowd, verdict("b", "Tracking", "track number", 20)])) == []


def test_a_short_article_is_read_as_one():
    short = KnowledgeBase.of([parse("# Card post\n\nText.\n", "post.md")], date(2026, 11, 22))
    assert list(find_splits(short, [LATE, verdict("b", "Tracking", "track number", 8)])) == []
