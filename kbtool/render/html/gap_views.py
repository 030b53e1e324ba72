"""Gaps as the page shows them: in the table, as a card, among the dismissed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from kbtool.health import Health
from kbtool.model import Action, Cluster, Gap, Match, Note, Theme
from kbtool.render.html.library import Library, Shelf
from kbtool.render.html.marking import Run, is_one_of, mark
from kbtool.render.html.pictures.spark import Spark, draw_spark
from kbtool.render.html.quotes import Quoter, Quotes

_EXCERPT = 320  # characters
_THEMES = 6
_WORDS = 6
_PASSAGES = 3


class PassageView(Struct, frozen=True):
    """A passage that comes near a gap."""

    match: Match
    name: str  # "Nearest", "Next nearest", "Third"
    text: tuple[Run, ...]  # excerpt; empty where the text is not known


class GapView(Struct, frozen=True):
    """One gap in the table and as a card."""

    rank: int
    gap: Gap
    quotes: Quotes
    spark: Spark | None
    status: str  # "new", "open", "planned"
    note: Note | None
    owner: str  # "" where nobody is known
    passages: tuple[PassageView, ...]
    themes: tuple[Theme, ...]
    words: tuple[str, ...]  # customers' words that the nearest article's title lacks
    section: str  # of the nearest article
    channels: tuple[str, ...]
    locales: tuple[str, ...]


def split_gaps(health: Health) -> tuple[tuple[Gap, ...], tuple[tuple[Gap, Note], ...]]:
    """Gaps to look at, and those that somebody dismissed."""
    gone = (gap for gap in health.gaps.gaps if health.is_dismissed(gap))
    return health.open_gaps, tuple((gap, health.notes[gap.id]) for gap in gone)


class GapViewer(Struct, frozen=True):
    """Makes views of gaps."""

    health: Health
    library: Library
    quoter: Quoter
    questions: int  # of each gap

    def view(self, rank: int, gap: Gap) -> GapView:
        """View of a gap."""
        cluster = gap.cluster
        note = self.health.notes.get(gap.id)
        shelf = self.library.shelf(cluster.nearest.article) if cluster.nearest else None
        asked = [self.quoter.questions[q] for q in cluster.questions if q in self.quoter.questions]
        title = cluster.nearest.title.casefold().split() if cluster.nearest else []
        return GapView(
            rank=rank,
            gap=gap,
            quotes=self.quoter.quote(cluster.questions, self.questions, cluster.nearest, edge=True),
            spark=draw_spark(cluster.trend),
            status=self.health.status_of(gap),
            note=note,
            owner=(note.owner if note else "") or _owner(gap, shelf),
            passages=tuple(self._passages(cluster)),
            themes=cluster.themes[:_THEMES],
            words=tuple(w for w in cluster.words if not is_one_of(w.casefold(), title))[:_WORDS],
            section=shelf.section if shelf else "",
            channels=tuple(sorted({q.channel for q in asked if q.channel})),
            locales=tuple(sorted({q.locale for q in asked if q.locale})),
        )

    def _passages(self, cluster: Cluster) -> Iterable[PassageView]:
        names = ("Nearest", "Next nearest", "Also near")
        matches = list(_near(cluster, self._found(cluster.questions)))[:_PASSAGES]
        for name, match in zip(names, matches, strict=False):
            words = (*match.terms, *cluster.words)
            text = self.library.excerpt(match.article, match.passage, words, _EXCERPT)
            yield PassageView(match, name, mark(text, words))

    def _found(self, ids: Sequence[str]) -> list[Match]:
        found = [self.quoter.matches[id_].best for id_ in ids if id_ in self.quoter.matches]
        return [match for match in found if match is not None]


def _owner(gap: Gap, shelf: Shelf | None) -> str:
    """Who keeps the article that is to be changed; nobody where a new one is to be written."""
    return shelf.owner if shelf and gap.cluster.action is not Action.WRITE else ""


def _near(cluster: Cluster, found: Sequence[Match]) -> Iterable[Match]:
    """The nearest passages, each of another place: of the group, then of most of its questions."""
    seen = set()
    places = Counter((match.article, match.passage) for match in found)
    rest = sorted(found, key=lambda match: (-places[match.article, match.passage], -match.score))
    for match in (cluster.nearest, cluster.runner_up, *rest):
        if match is not None and (match.article, match.passage) not in seen:
            seen.add((match.article, match.passage))
            yield match
