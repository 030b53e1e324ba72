"""What ``kbtool questions`` writes: questions, rows that were left out, or numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from kbtool.cli.common import say, use_color
from kbtool.cli.inputs import report_rejected
from kbtool.cli.outputs import Output, open_output
from kbtool.matching.search.resolving import ArticleTable
from kbtool.model import Excluded, Question
from kbtool.questions import FileEnd, Item, Logbook
from kbtool.questions.logbook import explain_none
from kbtool.questions.summary import Summing
from kbtool.render import load_renderer

_EXAMPLES = 5  # rows of each reason in a table


def print_questions(items: Iterable[Item], _format: str, settings: dict[str, Any]) -> Logbook:
    """Write questions as they are read; raises InputError where there is not one.

    What a file gave that turns out to be of no use is taken back, where it went to a file.
    """
    from kbtool.render.questions.questions_jsonl import render  # noqa: PLC0415 - loaded as all formats are

    book = Logbook()
    written = kept = 0
    with open_output(settings["target"]) as output:
        for item in items:
            if isinstance(item, Question):
                output.write(render(item))
                written += 1
                if written == settings["limit"]:
                    kept = written
                    break
                continue
            book.add(item)
            if isinstance(item, FileEnd):
                kept = written = _end_file(item, output, kept, written)
        if not kept:
            raise explain_none(book.errors, book.counts.left_out)
    if settings["target"] and not settings["quiet"]:
        say(f"{kept:,} questions written to {settings['target']}")
    return book


def _end_file(end: FileEnd, output: Output, before: int, now: int) -> int:
    """Number of questions that count, once a file has ended."""
    if not end.fault:
        output.mark()
        return now
    if now > before and not output.go_back():
        say(f"error: the last {now - before:,} questions are of a file that cannot be used")
    return before


def print_excluded(items: Iterable[Item], chosen: str, settings: dict[str, Any]) -> Logbook:
    """Write rows that were left out: as they are read (CSV), or by reason."""
    book = Logbook()
    with open_output(settings["target"]) as output:
        if chosen == "csv":
            _stream_csv(items, output, book, settings["limit"])
            return book
        for item in items:
            if not isinstance(item, Question):
                book.add(item)
        rows = _first([*book.list_rows()[0], *book.list_rows()[1]], chosen, settings["limit"])
        style = {} if chosen == "json" else {"color": _colored(settings)}
        render = load_renderer("excluded", chosen)
        text = render(rows, book.counts.left_out, book.counts.unreadable, **style)
        output.write(text.encode("utf-8", "backslashreplace"))
    return book


def _first(rows: list[Excluded], chosen: str, limit: int | None) -> list[Excluded]:
    most = limit or (_EXAMPLES if chosen == "table" else len(rows))
    seen: Counter[tuple[type, str]] = Counter()
    listed = []
    for row in rows:
        kind = type(row), row.reason if type(row) is Excluded else ""
        seen[kind] += 1
        if seen[kind] <= most:
            listed.append(row)
    return listed


def _stream_csv(items: Iterable[Item], output: Output, book: Logbook, limit: int | None) -> None:
    from kbtool.render.questions.excluded_csv import render  # noqa: PLC0415 - as above

    seen: Counter[str] = Counter()
    output.write(render((), header=True).encode())
    for item in items:
        if isinstance(item, Question):
            continue
        book.add(item)
        if isinstance(item, Excluded):
            seen[item.reason] += 1
            if limit is None or seen[item.reason] <= limit:
                output.write(render([item]).encode("utf-8", "backslashreplace"))


def print_summary(items: Iterable[Item], chosen: str, settings: dict[str, Any]) -> Logbook:
    """Write numbers of all that was read."""
    articles = settings["articles"]
    find = ArticleTable(articles).find if articles else None
    book, summing = Logbook(), Summing(find, unmasked=settings["unmasked"])
    for item in items:
        summing.add(item)
        if not isinstance(item, Question):
            book.add(item)
    with open_output(settings["target"]) as output:
        output.write(load_renderer("summary", chosen)(summing.whole).encode())
    return book


def finish(book: Logbook) -> int:
    """Say what could not be read and what was read with a loss; the exit code that follows."""
    for error in book.errors:
        say(f"error: {error}")
    for warning in book.warnings:
        say(f"warning: {warning}")
    report_rejected(book.list_rows()[1], book.counts.unreadable)
    return 2 if book.errors or book.counts.unreadable else 0


def _colored(settings: dict[str, Any]) -> bool:
    return not settings["target"] and use_color(settings["color"])
