"""Articles in the values of exports, with the sections and people that they refer to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from kbtool.articles.json_values import read_values
from kbtool.articles.records import Desk, Record, Shelves, Table, id_of, table_of
from kbtool.articles.values import NO_TEXT, Skipped
from kbtool.articles.vendors import desk_of, load_desks
from kbtool.patterns import lazy_pattern

_SHELVES = (
    "admins", "agents", "categories", "collections", "folders", "sections", "users",
)  # fmt: skip
_WRAPPED = {
    "admin": "admins", "agent": "agents", "category": "categories", "collection": "collections",
    "folder": "folders", "section": "sections", "user": "users", "article": "articles",
}  # fmt: skip
"""Names of one record to those of many: keys around it, or its type."""

_AROUND = ("articles", "data", "results", "items")
"""Keys under which an answer of an interface lists what was asked for."""

_SHELF_KEYS = ("section_id", "folder_id", "category_id", "collectionId", "parent_id")
_DEEPEST = 6  # an answer around a list around a record, and some more
_NO_ARTICLE = "no article"
_WORD = lazy_pattern(r"[a-z]+")


class File(NamedTuple):
    """An export."""

    shown: str
    content: bytes


class Origin(NamedTuple):
    """An article with the file that it came from."""

    shown: str
    record: Record


def beside(paths: Iterable[Path]) -> Iterator[Path]:
    """Files in the same folders whose names say that they hold sections, people and the like."""
    for folder in dict.fromkeys(path.parent for path in paths):
        for kind in _SHELVES:
            path = folder / f"{kind}.json"
            if path.is_file():
                yield path


def collect(
    files: Iterable[File], desk: Desk | None = None, tell: Callable[[str], None] = lambda _: None
) -> list[Origin | Skipped]:
    """Articles of some files, read with what any of them holds of sections and people.

    ``tell`` is told what the articles lack because a file of sections is missing.

    ``desk`` reads all of them; without it each is read by the desk whose marks it bears.
    """
    found: list[tuple[str, Desk, Table] | Skipped] = []
    tables: dict[str, dict[str, Table]] = {}
    for file in files:
        found += _find(file, tables, desk)
    shelves = Shelves(tables)
    parts: list[Origin | Skipped] = []
    unshelved = 0
    for entry in found:
        if isinstance(entry, Skipped):
            parts.append(entry)
        else:
            shown, reader, article = entry
            records = list(reader.read(article, shelves))
            parts += (Origin(shown, record) for record in records)
            read = [record for record in records if not record.left_out]
            unshelved += any(map(article.get, _SHELF_KEYS)) and bool(read) and _is_unshelved(read)
    if unshelved:
        number = f"{unshelved:,} article{'s' * (unshelved > 1)}"
        tell(f"the section or category of {number} is known by its number alone")
    return _drop_listings(parts)


def _is_unshelved(records: Iterable[Record]) -> bool:
    return not any(r.fields.get("section") or r.fields.get("category") for r in records)


def _drop_listings(parts: list[Origin | Skipped]) -> list[Origin | Skipped]:
    """Without entries of lists whose articles are there in full."""
    full = {
        part.record.id
        for part in parts
        if isinstance(part, Origin) and part.record.left_out != NO_TEXT
    }
    return [
        part
        for part in parts
        if isinstance(part, Skipped)
        or part.record.left_out != NO_TEXT
        or part.record.id not in full
    ]


def _find(
    file: File, tables: dict[str, dict[str, Table]], desk: Desk | None
) -> Iterator[tuple[str, Desk, Table] | Skipped]:
    """Articles of a file, while what it holds besides goes into ``tables``."""
    kind = _kind_by_name(file.shown)
    told: Counter[str] = Counter()  # what was read, and what was not, by reason
    for value in read_values(file.content, file.shown):
        told["values"] += 1
        if isinstance(value, Skipped):
            yield value
            continue
        before = told.copy()
        for found, record in _walk(value.value, kind):
            if found in _SHELVES:
                tables.setdefault(found, {})[id_of(record)] = record
                told["shelved"] += 1
                continue
            reader, other = _reader_of(record, desk)
            if reader:
                yield file.shown, reader, record
            told["read" if reader else other or _NO_ARTICLE] += 1
        if told - before <= Counter({_NO_ARTICLE: told[_NO_ARTICLE]}):  # nothing else was found
            where = f" on line {value.line}" if value.line else ""
            if not value.mended:  # else it was told what is wrong
                yield _no_articles(file.shown, where)
            told = before
    yield from _tell(file.shown, told)


def _tell(shown: str, told: Counter[str]) -> Iterator[Skipped]:
    """What a file holds that was not read."""
    if not told["values"]:
        yield _no_articles(shown)
    for name in sorted(load_desks().keys() & told.keys()):
        number = told[name]
        message = f"holds {number:,} article{'s' * (number > 1)} of {load_desks()[name].title}"
        yield Skipped(shown, message, f"Name {name} as the help desk", fault=True)
    if number := told[_NO_ARTICLE]:
        yield Skipped(shown, f"holds {number:,} {_records(number)}")


def _records(number: int) -> str:
    return "records that are no articles" if number > 1 else "record that is no article"


def _reader_of(record: Table, desk: Desk | None) -> tuple[Desk | None, str]:
    """Who reads a record, or the name of the help desk that it is from instead.

    A desk that was named reads all that it can, but for what bears marks of another one alone.
    """
    known = desk_of(record)
    if not desk or not known:
        return known, ""
    marked = known.marks & record.keys()
    if marked and desk.marks and not desk.marks & record.keys():
        return None, known.name
    return (desk, "") if desk.is_article(record) else (None, "")


def _no_articles(shown: str, where: str = "") -> Skipped:
    remedy = "Articles are records with an id, a title and a body, as help desks export them"
    return Skipped(shown, f"no articles{where}", remedy, fault=True)


def _kind_by_name(shown: str) -> str:
    """Kind of records that the name of a file tells: "folders.json" holds folders."""
    words = _WORD.findall(shown.rpartition("/")[2].lower())
    return next((word for word in reversed(words) if word in _SHELVES), "articles")


def _walk(value: Any, kind: str, depth: int = 0) -> Iterator[tuple[str, Table]]:
    """Records in a value with their kinds: in a list, in an answer that lists some, or itself."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for entry in value:
            yield from _walk(entry, kind, depth + 1)
        return
    if not isinstance(value, dict):
        return
    inner = _inside(value, kind)
    for name, entry in inner:
        yield from _walk(entry, name, depth + 1)
    if not inner:
        kind = _WRAPPED.get(str(value.get("type")), kind)
        yield kind, value


def _inside(value: Table, kind: str) -> list[tuple[str, Any]]:
    """What an answer holds, with the kind of each; empty for a record."""
    found: list[tuple[str, Any]] = [
        (name, value[name]) for name in _SHELVES if _lists_records(value.get(name))
    ]
    found += [
        (many, value[one]) for one, many in _WRAPPED.items() if "id" in table_of(value.get(one))
    ]
    for name in _AROUND:
        listed = value.get(name)
        if _lists_records(listed):
            found.append(("articles" if name == "articles" else kind, listed))
    return found if "id" not in value else []


def _lists_records(value: Any) -> bool:
    """Whether a value is a list of records, or an answer around one; broken ones are null."""
    if isinstance(value, dict):
        return "id" not in value and any(isinstance(value.get(name), list) for name in _AROUND)
    return isinstance(value, list) and all(isinstance(e, dict | None) for e in value)
