"""An article as any help desk's export has it, and what it takes to read one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from msgspec import Struct

from kbtool.articles.markup import Markup

LONGEST = 2_000
"""Characters of a text in the front matter; a title beyond that is an accident or an attack."""
_LONGEST_LABEL = 100
_MOST_LABELS = 100
_MOST_PARENTS = 20

Table = Mapping[str, Any]


class Record(Struct, frozen=True):
    """An article of an export in one language."""

    id: str
    locale: str
    body: str
    markup: Markup
    fields: Mapping[str, Any]  # front matter, in order, without what is empty
    left_out: str = ""  # why it is read only if asked for: a draft, archived

    @property
    def title(self) -> str:
        """Title; "" where it has none."""
        return str(self.fields.get("title", ""))


class Shelves(NamedTuple):
    """What articles refer to by numbers: sections, people and the like, by kind and id."""

    tables: Mapping[str, Mapping[str, Table]]

    def find(self, kind: str, key: Any) -> Table:
        """Record of a kind with an id; empty where the export does not hold it."""
        return self.tables.get(kind, {}).get(str(key), {})

    def name(self, kind: str, key: Any) -> str:
        """Name of a record; "" where it is not known."""
        return text_of(self.find(kind, key), "name", "title")

    def way(self, kind: str, key: Any, parent: str) -> list[str]:
        """Names from the outermost to this one; ``parent`` is the key that leads outwards."""
        names: list[str] = []
        seen: set[str] = set()
        while key is not None and str(key) not in seen and len(seen) < _MOST_PARENTS:
            seen.add(str(key))
            table = self.find(kind, key)
            if name := text_of(table, "name", "title"):
                names.insert(0, name)
            key = table.get(parent)
        return names


class Desk(NamedTuple):
    """A help desk: how its articles are known and read.

    A record belongs to the desk of whose ``marks`` it holds most.
    """

    name: str  # as `kbtool import` calls it
    title: str  # as its makers do
    marks: frozenset[str]  # keys that its articles have and no other desk's
    is_article: Callable[[Table], bool]
    read: Callable[[Table, Shelves], Iterator[Record]]


def text_of(table: Table, *keys: str) -> str:
    """First of these that is a text with something in it, on one line, cut where it is endless."""
    for key in keys:
        value = table.get(key)
        if isinstance(value, str) and value.strip():
            text = " ".join(value.split())
            return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
    return ""


def body_of(table: Table, *keys: str) -> str:
    """First of these that is a text, as it stands."""
    return next((table[key] for key in keys if isinstance(table.get(key), str)), "")


def labels_of(table: Table, *keys: str) -> list[str]:
    """Labels under the first of these keys that lists some."""
    for key in keys:
        names = table.get(key)
        if isinstance(names, str):
            names = names.split(",")
        if isinstance(names, list) and names:
            texts = (" ".join(name.split()) for name in names if isinstance(name, str))
            return [_cut(text) for text in texts if text][:_MOST_LABELS]
    return []


def _cut(label: str) -> str:
    return label if len(label) <= _LONGEST_LABEL else f"{label[:_LONGEST_LABEL]}…"


def time_of(table: Table, *keys: str) -> date | None:
    """Time under the first of these keys that holds one, in UTC; a day where no more is known.

    Times are texts in ISO 8601 or Unix seconds.
    """
    return next((time for key in keys if (time := _read_time(table.get(key)))), None)


def _read_time(value: Any) -> date | None:
    try:
        if isinstance(value, str):
            return _read_iso(value.strip())
        if isinstance(value, int | float) and value > 0:
            seconds = value / 1_000 if value > 1e11 else value  # milliseconds, in this millennium
            return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        pass
    return None


def _read_iso(text: str) -> date:
    day = date.fromisoformat(text[:10])
    try:
        time = datetime.fromisoformat(text) if len(text) > len("2026-01-02") else None
        return day if time is None else _to_utc(time).replace(microsecond=0)
    except (ValueError, OverflowError):  # a day with something behind it
        return day


def _to_utc(time: datetime) -> datetime:
    return time.astimezone(UTC) if time.tzinfo else time.replace(tzinfo=UTC)


def number_of(table: Table, *keys: str) -> int | None:
    """First of these that is a whole number that may be one of views or votes."""
    values = (table.get(key) for key in keys)
    numbers = (n for n in values if isinstance(n, int) and not isinstance(n, bool))
    return next((n for n in numbers if 0 <= n < 10**15), None)


def id_of(table: Table, *keys: str) -> str:
    """First of these that can be an id, as text; "" where there is none."""
    for key in keys or ("id",):
        value = table.get(key)
        if isinstance(value, int | str) and not isinstance(value, bool) and str(value).strip():
            return str(value)
    return ""


def ids_of(values: Iterable[Any]) -> list[str]:
    """Those of some values that can be ids, as text."""
    return list(filter(None, (id_of({"id": value}) for value in values)))[:_MOST_LABELS]


def table_of(value: Any) -> Table:
    """The value if it is a table, else an empty one."""
    return value if isinstance(value, dict) else {}


def filled(fields: Table) -> dict[str, Any]:
    """Fields without those that say nothing; a count of 0 does say something."""
    return {key: value for key, value in fields.items() if value or type(value) is int}
