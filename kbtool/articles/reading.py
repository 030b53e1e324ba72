"""Reads article files."""

from __future__ import annotations

import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from kbtool.articles.values import EXPORTS, HTML, ArticleFile, Skipped, show
from kbtool.errors import InputError
from kbtool.language.locales import locale_in_path
from kbtool.model import Article, Source
from kbtool.parse import parse_html, parse_markdown
from kbtool.patterns import lazy_pattern

if TYPE_CHECKING:
    from kbtool.articles.exports import Text

_SPLIT = "Split the article"
_TOO_DEEP = "Look for thousands of brackets or quotes in each other"
_MARKS = "\n\r*_[]<>`|~!&\\"
MOST_MARKS = 300_000
"""Line ends and signs of markup in an article, each of which may become a part of it: a part takes
up to 3 kB of memory, and no article that people read has a tenth as many."""
_SNIFFED = 8_192  # a NUL in the first bytes tells a binary file from text
_BOM = b"\xef\xbb\xbf"
MAX_BYTES = 5_000_000
EXPORT_BYTES = 200_000_000
"""Limit of a whole export."""
_GENERATOR = lazy_pattern(
    rb"""<meta\s+name=["']?generator["']?\s+content=["']?kbtool\b""", re.IGNORECASE
)
_CHARSET = lazy_pattern(
    rb"""<meta\s[^<>]{0,200}?charset\s*=\s*["']?([\w.:-]{1,40})""", re.IGNORECASE
)
_UTF_8 = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})


def read_file(
    file: ArticleFile,
    locale: str = "en",
    max_bytes: int = MAX_BYTES,
    *,
    drafts: bool = False,
) -> tuple[Article | Skipped, ...]:
    """Articles that a file holds, or why it holds none; never raises.

    Of exports, ``drafts`` and what is archived are read only if asked for.
    """
    most = EXPORT_BYTES if file.shown.lower().endswith(EXPORTS) else max_bytes
    try:
        content = read_bytes(Path(file.place), most)
    except InputError as error:
        return (Skipped(error.path, error.message, error.remedy, fault=True),)
    return parse_file(content, file.shown, locale, max_bytes, drafts=drafts)


def parse_file(
    content: bytes,
    shown: str,
    locale: str = "en",
    max_bytes: int = MAX_BYTES,
    *,
    drafts: bool = False,
) -> tuple[Article | Skipped, ...]:
    """Articles that the bytes of a file hold, or why they hold none; never raises.

    ``max_bytes`` is the limit for each article of an export.
    """
    if shown.lower().endswith(EXPORTS):
        from kbtool.articles.exports import read_export  # noqa: PLC0415 - few have exports

        parts = read_export(content, shown, max_bytes, drafts=drafts)
        return tuple(_parse_part(part, locale) for part in parts)
    if shown.lower().endswith(HTML) and _GENERATOR.search(content[:_SNIFFED]):
        return (Skipped(shown, "a report that kbtool wrote"),)
    try:
        return (parse_bytes(content, shown, locale),)
    except InputError as error:
        return (Skipped(error.path, error.message, error.remedy, fault=True),)


def _parse_part(part: Text | Skipped, locale: str) -> Article | Skipped:
    if isinstance(part, Skipped):
        return part
    if too_many := _find_excess(part.source.text):
        return Skipped(part.source.path, too_many, _SPLIT, fault=True)
    try:
        return (parse_html if part.markup == "html" else parse_markdown)(part.source, locale)
    except RecursionError:
        return Skipped(part.source.path, "nested too deep to be read", _TOO_DEEP, fault=True)


def _find_excess(text: str) -> str:
    """What is too much in a text, "" where nothing is."""
    marks = sum(map(text.count, _MARKS)) if len(text) > MOST_MARKS else 0
    what = f"too large: {marks:,} line ends and signs of markup, the limit is {MOST_MARKS:,}"
    return what if marks > MOST_MARKS else ""


def read_article(path: Path, *, locale: str = "en", max_bytes: int = MAX_BYTES) -> Article:
    """Article of a file. Raises InputError, with what to do, when it cannot be read."""
    return parse_bytes(read_bytes(path, max_bytes), show(path), locale)


def read_bytes(path: Path, max_bytes: int = MAX_BYTES) -> bytes:
    """Content of a regular file of at most this size. Raises InputError."""
    shown = show(path)
    try:
        if path.is_symlink() and not path.exists():
            raise InputError("a link that leads nowhere", path=shown, remedy="Mend or delete it")
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            raise InputError("not a regular file", path=shown, remedy="Name a file or a folder")
        if state.st_size > max_bytes:
            message = f"too large: {state.st_size:,} bytes, the limit is {max_bytes:,}"
            remedy = "Split the article, or raise max-file-bytes in kbtool.toml"
            raise InputError(message, path=shown, remedy=remedy)
        return path.read_bytes()
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        missing = isinstance(error, FileNotFoundError | NotADirectoryError)
        remedy = "Check the path" if missing else "Check its permissions"
        raise InputError(message, path=shown, remedy=remedy) from error


def parse_bytes(content: bytes, shown: str, locale: str = "en") -> Article:
    """Article of the bytes of a Markdown or HTML file. Raises InputError when they are not text."""
    bom = content.startswith(_BOM)
    if not content.removeprefix(_BOM).strip():
        remedy = "Write the article or delete the file"
        raise InputError("the file is empty", path=shown, remedy=remedy)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError("is UTF-16, not UTF-8", path=shown, remedy="Save it as UTF-8")
    if b"\0" in content[:_SNIFFED]:
        remedy = "Exclude it in kbtool.toml"
        raise InputError("a binary file, not text", path=shown, remedy=remedy)
    is_html = shown.lower().endswith(HTML)
    charset = _CHARSET.search(content[:_SNIFFED]) if is_html and not bom else None
    if charset and (name := charset[1].decode("ascii")).lower() not in _UTF_8:
        message = f"is {name} by its own account, not UTF-8"
        raise InputError(
            message, path=shown, remedy="Save it as UTF-8 and say so in <meta charset>"
        )
    try:
        text = content[3 if bom else 0 :].decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"is not UTF-8 text (byte {error.start + (3 if bom else 0)})"
        raise InputError(message, path=shown, remedy="Save it as UTF-8") from error
    if too_many := _find_excess(text):
        raise InputError(too_many, path=shown, remedy=_SPLIT)
    try:
        parse = parse_html if is_html else parse_markdown
        return parse(Source(shown, text, bom), locale_in_path(shown) or locale)
    except RecursionError as error:
        raise InputError("nested too deep to be read", path=shown, remedy=_TOO_DEEP) from error
