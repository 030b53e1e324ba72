"""Articles that take questions from each other, as a grid."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from kbtool.model import Confusable
from kbtool.render.views.visible import clip
from kbtool.render.wording import count

_MOST = 10  # articles
_CELL = 26  # pixels
_EDGE = 24  # pixels for the numbers


class Cell(Struct, frozen=True):
    """Two articles."""

    x: int
    y: int
    askers: int
    strength: int  # 1 to 4


class Confusion(Struct, frozen=True):
    """Grid of articles against each other."""

    titles: tuple[str, ...]
    ids: tuple[str, ...]
    cells: tuple[Cell, ...]
    left_out: int  # pairs that are not drawn
    text: str
    cell: int = _CELL
    edge: int = _EDGE

    @property
    def size(self) -> int:
        """Pixels of each side."""
        return _EDGE + _CELL * len(self.titles)


def draw_confusion(pairs: Sequence[Confusable]) -> Confusion | None:
    """Grid of the first pairs; None where there are fewer than two, which a list tells better."""
    if len(pairs) < 2:
        return None
    titles: dict[str, str] = {}
    drawn: list[Confusable] = []
    for pair in pairs:
        new = [id_ for id_ in pair.articles if id_ not in titles]
        if len(titles) + len(new) <= _MOST:
            titles.update(zip(pair.articles, pair.titles, strict=True))
            drawn.append(pair)
    place = {id_: at for at, id_ in enumerate(titles)}
    most = max(pair.askers for pair in drawn) or 1
    cells = [cell for pair in drawn for cell in _cells(pair, place, most)]
    first = drawn[0]
    text = (
        f"Grid of {len(titles)} articles. Most people, {count(first.askers)}, stand between "
        f"{clip(first.titles[0], 60)} and {clip(first.titles[1], 60)}."
    )
    return Confusion(
        tuple(titles.values()), tuple(titles), tuple(cells), len(pairs) - len(drawn), text
    )


def _cells(pair: Confusable, place: dict[str, int], most: int) -> list[Cell]:
    one, other = (place[id_] for id_ in pair.articles)
    strength = max(1, round(4 * pair.askers / most))
    return [
        Cell(_EDGE + _CELL * column, _EDGE + _CELL * row, pair.askers, strength)
        for column, row in sorted({(one, other), (other, one)})
    ]
