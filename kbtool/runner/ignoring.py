"""Comments that silence all that is found now, put where each finding stands.

Nothing is taken on trust: after comments are put in, the files are linted again, and what is still
found, or is found because of a comment, is silenced for its whole article.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from kbtool.articles import Skipped, parse_bytes
from kbtool.errors import KbtoolError
from kbtool.model import Article, Change, Finding, Source, Span
from kbtool.patterns import lazy_pattern
from kbtool.runner.cache import Cache
from kbtool.runner.fixing import Fixes, Mended, encode_source
from kbtool.runner.request import Request
from kbtool.runner.running import Progress, no_progress, run_lint
from kbtool.runner.sqlite_cache import open_memory
from kbtool.runner.values import LintReport

_ROUNDS = 5
_TOP_LEVEL = lazy_pattern(r"[ ]{0,3}(?:#{1,6}[ \t]+|[-*+][ \t]+|\d{1,9}[.)][ \t]+|\|[ \t]*|>[ ]?)?")
"""What stands on a line before a block that lies in no other: at most the mark it begins with."""


class Ignores(Struct, frozen=True):
    """Files with their new comments, and what could not be silenced in place."""

    fixes: Fixes
    silenced: int  # findings
    left: tuple[Finding, ...]
    skipped: tuple[Skipped, ...]  # files that were not checked


def find_ignores(
    request: Request,
    cache: Cache,
    reason: str = "",
    progress: Progress = no_progress,
) -> Ignores:
    """Comments that silence every finding, each with a reason if one is given; writes nothing."""
    kept = cache if cache.keeps else open_memory()
    report = run_lint(request, kept, progress)
    number = len(report.findings)
    locale = request.drafter.project.config.locale
    sources = {f.path: report.sources[f.path] for f in report.findings}
    articles = {path: _parse(source, locale) for path, source in sources.items()}
    placed = {path: [f for f in report.findings if f.path == path] for path in sources}
    whole: dict[str, set[str]] = {path: set() for path in sources}
    for _ in range(_ROUNDS):
        texts = {
            path: _insert(article, placed[path], whole[path], reason)
            for path, article in articles.items()
            if article
        }
        overlays = {path: encode_source(sources[path], text) for path, text in texts.items()}
        merged = {**request.overlays, **overlays}
        report = run_lint(replace(request, overlays=merged), kept, progress)
        more = False
        for finding in report.findings:
            if finding.path in texts and finding.code not in whole[finding.path]:
                whole[finding.path].add(finding.code)
                more = True
        if not more:
            break
    return _collect(sources, overlays, number, report)


def ignore_here(source: Source, finding: Finding) -> Change:
    """Comment that silences one finding; where nothing less can, its rule in the whole article."""
    article = parse_bytes(source.text.encode("utf-8"), source.path)
    newline = "\r\n" if "\r\n" in source.text else "\n"
    place = _place(article, _blocks(article), finding.span)
    if place is None:
        top = _top(article)
        text = _comment("ignore-file", {finding.rule}, "") + newline
        return Change(Span(top, top), text)
    end = newline if article.markup == "markdown" else ""
    return Change(Span(place, place), _comment("ignore-next", {finding.rule}, "") + end)


def _collect(
    sources: Mapping[str, Source],
    overlays: Mapping[str, bytes],
    number: int,
    report: LintReport,
) -> Ignores:
    files = tuple(
        Mended(path, encode_source(sources[path], sources[path].text), overlays[path])
        for path in sorted(overlays)
    )
    edits = {file.path: 1 for file in files}
    silenced = number - len(report.findings)
    return Ignores(Fixes(files, edits), silenced, report.findings, report.skipped)


def _parse(source: Source, locale: str) -> Article | None:
    """Article of a source; None for one out of an export, which nothing is written to."""
    if source.virtual:
        return None
    try:
        return parse_bytes(encode_source(source, source.text), source.path, locale)
    except KbtoolError:
        return None


def _insert(article: Article, found: Sequence[Finding], whole: set[str], reason: str) -> str:
    """Text with comments for these findings, and for whole rules at its top."""
    text = article.source.text
    newline = "\r\n" if "\r\n" in text else "\n"
    for_all = set(whole)
    places: dict[int, set[str]] = {}
    blocks = _blocks(article)
    for finding in found:
        place = _place(article, blocks, finding.span)
        if finding.code in for_all:
            continue
        if place is None:
            for_all.add(finding.code)
        else:
            places.setdefault(place, set()).add(finding.code)
    inserted = [
        (place, _comment("ignore-next", codes - for_all, reason))
        for place, codes in places.items()
        if codes - for_all
    ]
    end = newline if article.markup == "markdown" else ""
    parts = [(place, comment + end) for place, comment in inserted]
    if for_all:
        blank = newline if article.markup == "markdown" else ""
        parts.append((_top(article), _comment("ignore-file", for_all, reason) + newline + blank))
    return _splice(text, parts)


def _splice(text: str, parts: Iterable[tuple[int, str]]) -> str:
    pieces: list[str] = []
    at = 0
    for place, new in sorted(parts, key=lambda part: (part[0], "ignore-file" not in part[1])):
        pieces += [text[at:place], new]
        at = place
    return "".join([*pieces, text[at:]])


def _comment(verb: str, codes: set[str], reason: str) -> str:
    why = f" -- {reason}" if reason else ""
    return f"<!-- kbtool: {verb} {', '.join(sorted(codes))}{why} -->"


def _blocks(article: Article) -> list[Span]:
    """Spans that lie in no other, in order."""
    spans = [block.span for block in article.blocks]
    spans += [heading.span for heading in article.headings]
    spans += [code.span for code in article.code if not code.inline]
    if article.markup == "markdown":
        spans += [part.span for part in article.lists]
        spans += [table.span for table in article.tables]
    outer: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not outer or span.start >= outer[-1].end:
            outer.append(span)
    return outer


def _place(article: Article, blocks: Sequence[Span], span: Span) -> int | None:
    """Where a comment has to stand to silence a finding; None where no block would do."""
    index = bisect_right(blocks, span.start, key=lambda block: block.start) - 1
    if index < 0 or span.start >= max(blocks[index].end, blocks[index].start + 1):
        return None
    start = blocks[index].start
    if article.markup == "html":
        return start
    source = article.source
    line = source.line_starts[source.position(start).line - 1]
    if line < article.body.start or not _TOP_LEVEL.fullmatch(source.text[line:start]):
        return None
    above = source.line(source.position(line).line - 1) if line else ""
    return None if above.lstrip().startswith(">") else line  # it would cut a quote in two


def _top(article: Article) -> int:
    """Offset of the first line after front matter, or after the declaration of a document."""
    if article.markup == "markdown":
        return article.body.start
    match = re.match(r"\s*<!doctype[^>]*>[ \t]*(?:\r\n|\r|\n)?", article.source.text, re.IGNORECASE)
    return match.end() if match else 0
