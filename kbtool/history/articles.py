"""Articles that came and went between two runs, with the questions that this concerns."""

from __future__ import annotations

from collections.abc import Iterator

from kbtool.history.values import Page, Record
from kbtool.model import ArticleCame, ArticleWent, Relabelled


def find_gone(before: Record, now: Record) -> Iterator[ArticleWent]:
    """Articles of the earlier run alone, with the wordings that lost their answer."""
    for page in _find_alone(before, now):
        had = before.answers(page.id)
        asked = had & now.marks
        lost = len(asked - now.answered_marks)
        yield ArticleWent(page.id, page.title, *((len(asked), lost) if now.knows(before) else ()))


def find_added(before: Record, now: Record) -> Iterator[ArticleCame]:
    """Articles of the later run alone, with the wordings that they won."""
    for page in _find_alone(now, before):
        has = now.answers(page.id)
        won = len(has & before.marks - before.answered_marks)
        yield ArticleCame(page.id, page.title, *((len(has), won) if now.knows(before) else ()))


def find_relabelled(before: Record, now: Record) -> Iterator[Relabelled]:
    """Gaps of both runs that are called something else now."""
    for name, gap in now.gaps.items():
        old = before.gaps.get(name)
        if old is not None and old.label != gap.label:
            yield Relabelled(name, gap.label, old.label, gap.askers, old.askers)


def _find_alone(own: Record, other: Record) -> list[Page]:
    """Articles of one run that the other has under no id, by title.

    A text that stands there under another id has moved, and is no other article.
    """
    texts = {page.digest for name, page in other.pages.items() if name not in own.pages}
    alone = (page for name, page in own.pages.items() if name not in other.pages)
    return sorted((p for p in alone if p.digest not in texts), key=lambda p: (p.title, p.id))
