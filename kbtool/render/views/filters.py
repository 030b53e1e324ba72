"""What rows of a table can be filtered by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from kbtool.render.views.gaps import GapView


class Filter(Struct, frozen=True):
    """A choice above a table. Rows name values by number, as values are text of strangers."""

    key: str
    label: str
    values: tuple[str, ...]

    def numbers(self, own: Iterable[str]) -> str:
        """Values of a row as it names them."""
        place = {value: at for at, value in enumerate(self.values)}
        return " ".join(str(place[value]) for value in own if value in place)


def make_filters(gaps: Sequence[GapView]) -> tuple[Filter, ...]:
    """Filters of gaps: those with two values at least."""
    labels = (
        ("action", "Do"),
        ("section", "Section"),
        ("channel", "Channel"),
        ("locale", "Language"),
    )
    found = (Filter(key, label, _values(gaps, key)) for key, label in labels)
    return tuple(one for one in found if len(one.values) > 1)


def values_of(view: GapView, key: str) -> tuple[str, ...]:
    """Values of a gap under a key."""
    values = {
        "action": (view.gap.cluster.action.value,),
        "section": (view.facets.section,) if view.facets.section else (),
        "channel": view.facets.channels,
        "locale": view.facets.locales,
    }
    return values[key]


def _values(gaps: Sequence[GapView], key: str) -> tuple[str, ...]:
    return tuple(sorted({value for gap in gaps for value in values_of(gap, key)}))
