"""Gaps as a report shows them: ranked, with their evidence, among the dismissed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import floor

from msgspec import Struct

from kbtool.health import Health
from kbtool.health.documentable import TEXT_HELPS
from kbtool.model import Action, Advised, Cluster, Gap, Match, Note, Theme
from kbtool.render.counts import lack_of
from kbtool.render.views.facets import Facets, Place, find_facets
from kbtool.render.views.library import Library
from kbtool.render.views.marking import Run, is_one_of, mark
from kbtool.render.views.quotes import Quoter, Quotes
from kbtool.render.views.visible import clip
from kbtool.render.wording import count, percent, percent_bounds, say_cost_sum

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
    status: str  # "new", "open", "planned"
    note: Note | None
    passages: tuple[PassageView, ...]
    themes: tuple[Theme, ...]
    words: tuple[str, ...]  # customers' words that the nearest article's title lacks
    facets: Facets
    one_by_one: str  # how many of its questions find an answer alone, and why it is a gap
    cost_sum: str  # how its cost comes about, "" where it has none
    advised: Advised | None = None  # where the run before said something else

    @property
    def outlined(self) -> bool:
        """Whether there is a text to draft for it; where others have to act, none is."""
        cluster = self.gap.cluster
        return cluster.action.by_text and cluster.need in TEXT_HELPS

    @property
    def owner(self) -> str:
        """Who takes care of it, "" where nobody is known."""
        return clip(self.facets.owner, 60)


def say_one_by_one(gap: Gap, threshold: float, *, little: bool = False) -> str:
    """How many of a gap's questions find an answer taken alone, and why it is a gap all the same.

    Any article may answer them, so this is no figure of the nearest one.
    """
    cluster = gap.cluster
    total, share = len(cluster.questions), cluster.covered
    found = round(share.value * total)
    if not found:
        return "Taken one by one, none of these questions finds an answer in any article."
    some = "all" if 1 < found == total else f"{count(found)} of"
    bounds = "" if little else f" ({percent(share.value)}, {percent_bounds(share)})"
    told = (
        f"{some} {count(total, 'question')}{bounds} {'finds' if found == 1 else 'find'} an answer"
    )
    return f"Taken one by one, {told} in some article. {_why_gap(gap, threshold)}"


def _why_gap(gap: Gap, threshold: float) -> str:
    score = 1 - gap.probability
    if gap.cluster.action is Action.TRANSLATE:
        return "Together they have none in their language."
    if not score:
        return "Together they have none yet: the article that fits best is not ready."
    if score >= threshold:
        return "Together they have none: what fits best has none of the words that they share."
    digits = 2 if floor(100 * score) < round(100 * threshold) else 3  # that the two differ
    low = floor(round(10**digits * score, 9)) / 10**digits
    return (
        f"Together they fall short, and a group is judged as a whole: the article that fits best "
        f"reaches {low:.{digits}f}, where {threshold:.{digits}f} counts as an answer."
    )


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
    places: Mapping[str, Place]  # of articles, by id

    def view(self, rank: int, gap: Gap) -> GapView:
        """View of a gap."""
        cluster = gap.cluster
        note = self.health.notes.get(gap.id)
        title = cluster.nearest.title.casefold().split() if cluster.nearest else []
        return GapView(
            rank=rank,
            gap=gap,
            quotes=self.quoter.quote(cluster.questions, self.questions, cluster.nearest, edge=True),
            status=self.health.status_of(gap),
            note=note,
            passages=tuple(self._passages(cluster)),
            themes=cluster.themes[:_THEMES],
            words=tuple(w for w in cluster.words if not is_one_of(w.casefold(), title))[:_WORDS],
            facets=find_facets(gap, self.health, self.places),
            advised=self.health.advised.get(gap.id),
            one_by_one=say_one_by_one(
                gap,
                self.health.gaps.threshold,
                little=lack_of(self.health.gaps, len(self.health.articles)) is not None,
            ),
            cost_sum=say_cost_sum(gap, self.health.gaps.cost_basis),
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


def _near(cluster: Cluster, found: Sequence[Match]) -> Iterable[Match]:
    """The nearest passages, each of another place: of the group, then of most of its questions."""
    seen = set()
    places = Counter((match.article, match.passage) for match in found)
    rest = sorted(found, key=lambda match: (-places[match.article, match.passage], -match.score))
    for match in (cluster.nearest, cluster.runner_up, *rest):
        if match is not None and (match.article, match.passage) not in seen:
            seen.add((match.article, match.passage))
            yield match
