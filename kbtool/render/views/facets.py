"""What the log and the articles know of a gap: where it belongs, how it was asked, ratings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from msgspec import Struct

from kbtool.health import Health
from kbtool.health.ratings import Ratings, rate_content
from kbtool.model import Gap, KnowledgeBase
from kbtool.render.views.sections import find_sections


class Place(NamedTuple):
    """Where an article stands, and who keeps it."""

    section: str  # "" where it has none
    owner: str  # "" where nobody is named


class Facets(Struct, frozen=True):
    """What the log and the articles know of a gap."""

    section: str  # of the nearest article
    channels: tuple[str, ...]
    locales: tuple[str, ...]
    owner: str  # "" where nobody is known
    ratings: Ratings | None = None  # how content its people were; None where nobody rated


def find_places(kb: KnowledgeBase | None) -> dict[str, Place]:
    """Place of the article with each id; where two share one, of the first."""
    if kb is None:
        return {}
    sections = find_sections(kb)
    return {
        article.id: Place(
            sections[article.path], str(article.front_matter.values.get("owner") or "").strip()
        )
        for article in reversed(kb.articles)
    }


def find_facets(gap: Gap, health: Health, places: Mapping[str, Place]) -> Facets:
    """Facets of a gap; its owner is the one noted, else who keeps the article to be changed."""
    nearest, note = gap.cluster.nearest, health.notes.get(gap.id)
    place = places.get(nearest.article, Place("", "")) if nearest else Place("", "")
    known = health.question
    asked = [known[name] for name in gap.cluster.questions if name in known]
    keeper = place.owner if gap.cluster.action.on_nearest else ""
    return Facets(
        section=place.section,
        channels=_values(question.channel for question in asked),
        locales=_values(question.locale for question in asked),
        owner=(note.owner if note else "") or keeper,
        ratings=rate_content(asked),
    )


def _values(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({text for text in texts if text}))
