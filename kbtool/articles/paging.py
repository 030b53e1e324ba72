"""Whether files are all pages of an export: only then is an article that they lack gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from kbtool.articles.json_values import Value, read_values
from kbtool.articles.records import Table, table_of

_LISTS = ("articles", "data", "results", "items")


class _Page(NamedTuple):
    """What an answer of an interface says of itself."""

    number: int | None = None  # of the page, from 1
    pages: int | None = None  # that there are
    total: int | None = None  # records on all of them
    more: bool | None = None  # whether another follows; None where it does not say
    before: bool = False  # whether one came before
    held: int = 0  # records on this one


UNPAGED = "the files name no pages and no number of records: taken as all there is"
"""What is assumed of records of any system that do not say whether they are whole."""


def find_doubt(files: Iterable[tuple[str, bytes]], *, plain: bool) -> str:
    """Why articles may be missing from the files, given by name and content; "" where none are.

    With ``plain`` records come from no interface with pages, and what names none is whole.
    """
    pages = find_pages(files)
    if not pages:
        return "" if plain else "the files do not say whether they are all there is"
    total = max((page.total or 0 for page in pages), default=0)
    wanted = max((page.pages or 0 for page in pages), default=0)
    if total and (held := sum(page.held for page in pages)) < total:
        return f"the files hold {held:,} of {total:,} records"
    if wanted and (have := len({page.number for page in pages})) < wanted:
        return f"the files hold {have:,} of {wanted:,} pages"
    return "" if total or wanted else _doubt_links(pages)


def find_pages(files: Iterable[tuple[str, bytes]]) -> list[_Page]:
    """What the files say of pages and of numbers of records, as far as they do."""
    values = (value for shown, content in files for value in read_values(content, shown))
    return [p for value in values if isinstance(value, Value) for p in _find_pages(value.value)]


def _doubt_links(pages: Sequence[_Page]) -> str:
    if all(page.more for page in pages):
        return "the files say that more pages follow"
    return "the files say that other pages come before" if all(p.before for p in pages) else ""


def _find_pages(value: Any) -> Iterator[_Page]:
    table = table_of(value)
    around = table_of(table.get("articles")) or table  # as Help Scout wraps its pages
    listed = next((around[key] for key in _LISTS if isinstance(around.get(key), list)), None)
    if listed is None or "id" in table:
        return
    page = _read_page(around, len(listed))
    if page != _Page(held=len(listed)) or _says_end(around):
        yield page


def _says_end(table: Table) -> bool:
    """Whether a page says that none follows, in a field that is null."""
    return "next_page" in table or "next" in table_of(table.get("links"))


def _read_page(table: Table, held: int) -> _Page:
    inner, links, meta = (table_of(table.get(key)) for key in ("pages", "links", "meta"))
    number = _whole(table.get("page")) or _whole(inner.get("page"))
    pages = (
        _whole(table.get("page_count"))
        or _whole(table.get("pages"))
        or _whole(inner.get("total_pages"))
    )
    more: bool | None = None
    if "has_more" in meta:
        more = meta["has_more"] is True
    elif any(step for step in (table.get("next_page"), links.get("next"), inner.get("next"))):
        more = True
    before = bool(table.get("previous_page") or links.get("prev"))
    total = _whole(table.get("count")) or _whole(table.get("total_count"))
    return _Page(number, pages, total, more, before, held)


def _whole(value: object) -> int | None:
    return value if type(value) is int and value > 0 else None
