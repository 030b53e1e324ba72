"""Markdown to ``Article``."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Literal

from kbtool.model import Article, FrontMatter, Piece, Problem, Prose, Source, Span, Title
from kbtool.parse.document import DocumentBuilder
from kbtool.parse.front_matter import Reading, read_front_matter
from kbtool.parse.offsets import Normalised
from kbtool.parse.walk import Walk
from kbtool.patterns import lazy_pattern

_LOCALE = lazy_pattern(r"[A-Za-z]{2}(?:[-_][A-Za-z0-9]{2,4}){0,2}")
_PROGRAMMING = frozenset({"go", "js", "md", "py", "rb", "ts", "vb"})


def parse_markdown(source: Source, locale: str = "en") -> Article:
    """Article that a Markdown file holds; never raises.

    ``locale`` counts where the front matter names none.
    """
    reading = read_front_matter(source.text)
    front_matter = reading.front_matter
    body = Normalised.of(source.text, front_matter.span.end)
    walk = Walk(body, Span(body.shift, len(source.text)))
    walk.run()
    return assemble(
        walk.builder,
        source,
        reading,
        identity=front_matter_text(front_matter, "id", "slug") or PurePosixPath(source.path).stem,
        title=front_matter_title(front_matter, source) or heading_title(walk.builder),
        locale=front_matter_locale(front_matter) or locale,
        problems=tuple(walk.problems),
    )


def assemble(  # noqa: PLR0913 - what only the format knows, by name
    built: DocumentBuilder,
    source: Source,
    reading: Reading,
    *,
    identity: str,
    title: Title | None,
    locale: str,
    problems: tuple[Problem, ...] = (),
    markup: Literal["markdown", "html"] = "markdown",
    canonical: str = "",
) -> Article:
    """Article of the parts that were built."""
    return Article(
        source=source,
        id=identity,
        title=title,
        front_matter=reading.front_matter,
        locale=locale,
        blocks=tuple(built.blocks),
        headings=tuple(built.headings),
        sections=built.sections(),
        lists=tuple(sorted(built.lists, key=lambda part: part.span)),
        tables=tuple(sorted(built.tables, key=lambda table: table.span)),
        links=tuple(sorted(built.links, key=lambda link: link.span)),
        images=tuple(sorted(built.images, key=lambda image: image.span)),
        code=tuple(sorted(built.code, key=lambda code: code.span)),
        comments=tuple(sorted(built.comments, key=lambda comment: comment.span)),
        ignores=tuple(sorted(built.ignores, key=lambda ignore: ignore.span)),
        anchors=frozenset(built.anchors),
        problems=reading.problems + problems,
        body=built.body,
        markup=markup,
        canonical=canonical,
    )


def front_matter_text(front_matter: FrontMatter, *keys: str) -> str:
    """Value of the first of these keys that is set, as text."""
    return next((str(value) for key in keys if (value := front_matter.values.get(key))), "")


def front_matter_locale(front_matter: FrontMatter) -> str:
    """Locale that the front matter names; ``language: python`` and ``language: go`` name none."""
    language = front_matter_text(front_matter, "language").strip()
    is_locale = _LOCALE.fullmatch(language) and language.lower() not in _PROGRAMMING
    return front_matter_text(front_matter, "locale", "lang") or (language if is_locale else "")


def front_matter_title(front_matter: FrontMatter, source: Source) -> Title | None:
    """Title that the front matter gives."""
    entry = front_matter.entry("title")
    if not entry or not isinstance(entry.value, str) or not entry.value.strip():
        return None
    piece = Piece(0, entry.value_span.start, entry.value_span.end)
    # A quoted value with escapes or a folded one differs from what stands in the file.
    verbatim = source.slice(entry.value_span) == entry.value
    text = entry.value if verbatim else " ".join(entry.value.split())
    return Title(text, Prose(text, (piece,)), "front-matter")


def heading_title(built: DocumentBuilder) -> Title | None:
    """Title that the first heading of level 1 gives."""
    first = next((heading for heading in built.headings if heading.level == 1), None)
    return Title(first.text, first.block.prose, "heading") if first and first.text else None
