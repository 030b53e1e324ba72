"""Pages of exports, and which of them are missing, as the others tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from kbtool.questions.cells.nested import get_table, get_tables

_LISTS = ("tickets", "conversations", "results", "items", "data")


class Page(NamedTuple):
    """What an answer of an interface says of itself; 0 and None where it does not say."""

    path: str  # of its file
    kind: str  # what it lists
    held: int  # records on it
    number: int = 0  # of the page, from 1
    pages: int = 0  # that there are
    total: int = 0  # records on all of them
    more: bool | None = None  # whether another follows
    group: str = ""  # what tells pages of one list from those of another


def read_pages(value: Mapping[str, Any], path: str) -> Iterator[Page]:
    """What the pages in a value say of themselves; nothing where it is none."""
    if page := _read_list(value, path):
        yield page
        return
    for report in split_reports(value):  # of GA4: all pages of one give the same number of rows
        if isinstance(rows := report.get("rows"), list) and "rowCount" in report:
            total = _first(report["rowCount"])
            yield Page(path, "rows of searches", len(rows), total=total, group=str(total))


def split_reports(value: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    """The reports of an answer of GA4, which may hold several."""
    return get_tables(value, "reports") or [value]


def _read_list(value: Mapping[str, Any], path: str) -> Page | None:
    for table in (value, get_table(value, "_embedded")):  # Help Scout lists in an inner table
        for kind in _LISTS:
            if isinstance(table.get(kind), list):
                return _read(value, path, kind, len(table[kind]))
    return None


def _read(value: Mapping[str, Any], path: str, kind: str, held: int) -> Page:
    inner = get_table(value, "page") or get_table(value, "pages")
    return Page(
        path,
        kind,
        held,
        _first(value.get("page"), inner.get("page"), inner.get("number")),
        _first(value.get("page_count"), inner.get("total_pages"), inner.get("totalPages")),
        _first(value.get("count"), value.get("total_count"), inner.get("totalElements")),
        _find_more(value, inner),
    )


def _find_more(value: Mapping[str, Any], inner: Mapping[str, Any]) -> bool | None:
    """Whether another page follows, where the page says so."""
    if isinstance(more := get_table(value, "meta").get("has_more"), bool):
        return more
    if isinstance(ended := value.get("end_of_stream"), bool):
        return not ended
    steps = (("next_page", value), ("next", inner), ("next", get_table(value, "_links")))
    told = [bool(table[key]) for key, table in steps if key in table]
    return any(told) if told else None


def find_missing(pages: Sequence[Page]) -> Iterator[tuple[str, str]]:
    """For each kind of list with pages missing, the path of its first page and what is told."""
    for kind, group in dict.fromkeys((page.kind, page.group) for page in pages):
        of_kind = [page for page in pages if (page.kind, page.group) == (kind, group)]
        if doubt := _doubt(of_kind):
            remedy = "name the files of the other pages as well"
            yield of_kind[0].path, f"{kind} are missing: {doubt}; {remedy}"


def _doubt(pages: Sequence[Page]) -> str:
    held, total = sum(page.held for page in pages), max(page.total for page in pages)
    if held < total:
        return f"the files hold {held:,} of {total:,}"
    wanted = max(page.pages for page in pages)
    if (have := len({page.number for page in pages if page.number})) < wanted:
        return f"the files hold {have:,} of {wanted:,} pages"
    # Where the numbers do not tell, a chain of pages has one that none follows.
    if not total and not wanted and all(page.more for page in pages):
        return "the files say that more pages follow"
    return ""


def _first(*values: object) -> int:
    return next((value for value in values if type(value) is int and value > 0), 0)
