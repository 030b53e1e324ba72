"""Finds article files and reads them."""

from __future__ import annotations

import errno
import os
import posixpath
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from kbtool.errors import InputError
from kbtool.model import Article, Source
from kbtool.parse import parse_markdown

MARKDOWN = (".md", ".markdown")
HTML = (".html", ".htm")
_SNIFFED = 8_192  # a NUL in the first bytes tells a binary file from text
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_BOM = b"\xef\xbb\xbf"
_UNVISITED = frozenset({"node_modules", "__pycache__", "venv"})


@dataclass(frozen=True)
class Skipped:
    """A file that was found and not checked."""

    path: str
    reason: str
    remedy: str = ""
    fault: bool = False  # it should have been checked and could not be


@dataclass(frozen=True)
class Loaded:
    """Articles that were read, and files that were not."""

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...]
    others: frozenset[str] = frozenset()  # every further file that was seen, for links


Excludes = Callable[[Path], bool]


def exclude_by(patterns: Sequence[str], root: Path) -> Excludes:
    """Test whether a path matches one of the patterns, read as in ``.gitignore`` at ``root``."""
    if not patterns:
        return lambda _: False
    # Costs about ten milliseconds, and few projects exclude anything.
    from pathspec import GitIgnoreSpec  # noqa: PLC0415

    spec = GitIgnoreSpec.from_lines(patterns)

    def excluded(path: Path) -> bool:
        try:
            # Where it lies, not where it leads to, should it be a link.
            place = path.parent.resolve() / path.name
            return spec.match_file(place.relative_to(root.resolve()).as_posix())
        except ValueError:  # outside the root, where no pattern applies
            return False

    return excluded


def load_articles(
    paths: Iterable[str | os.PathLike[str]],
    *,
    locale: str = "en",
    max_bytes: int = 5_000_000,
    excluded: Excludes = lambda _: False,
    force_exclude: bool = False,
    progress: Callable[[int], None] | None = None,
) -> Loaded:
    """Articles at ``paths``; folders are walked, files that are named are always read.

    ``force_exclude`` applies the excludes to named files as well.
    """
    articles: list[Article] = []
    skipped: list[Skipped] = []
    others: set[str] = set()
    seen: set[str] = set()
    for path in map(Path, paths):
        if fault := _find_fault(path):
            skipped.append(fault)
            continue
        for file in walk_files(path, excluded, lambda error: skipped.append(_unreadable(error))):
            real = os.path.realpath(file)  # resolve() raises where links go in circles
            if real in seen:
                continue
            seen.add(real)
            named = file == path
            if (not named or force_exclude) and excluded(file):
                skipped.append(Skipped(show(file), "excluded by the configuration"))
                continue
            loaded = _load(file, locale, max_bytes, named=named)
            if isinstance(loaded, Article):
                articles.append(loaded)
            elif loaded:
                skipped.append(loaded)
            else:
                others.add(show(file))
            if progress:
                progress(len(seen))
    return Loaded(
        tuple(sorted(articles, key=lambda article: article.path)),
        tuple(sorted(skipped, key=lambda skip: skip.path)),
        frozenset(others),
    )


def _find_fault(path: Path) -> Skipped | None:
    """Why there is nothing to read at a path, None where there is something."""
    try:
        path.stat()
    except OSError as error:
        if error.errno not in (errno.ENOENT, errno.ENOTDIR):
            return Skipped(show(path), f"cannot be read: {error.strerror}", "Check the path", True)
    except ValueError:  # a NUL, which a configuration file can hold
        pass
    else:
        return None
    return Skipped(show(path), "no such file or folder", "Check the path", True)


def _unreadable(error: OSError) -> Skipped:
    message = f"cannot be read: {error.strerror or error}"
    return Skipped(show(Path(error.filename)), message, "Check its permissions", True)


def walk_files(
    path: Path,
    excluded: Excludes = lambda _: False,
    on_error: Callable[[OSError], None] | None = None,
) -> Iterator[Path]:
    """Files at a path, folders in order of their names.

    Hidden files, hidden folders, linked folders and folders of packages are left out.
    """
    if not path.is_dir():
        yield path
        return
    for folder, folders, files in os.walk(path, onerror=on_error):
        here = Path(folder)
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and name not in _UNVISITED and not excluded(here / name)
        )
        for name in sorted(files):
            if not name.startswith("."):  # locks of editors, settings, leftovers of archives
                yield here / name


def _load(path: Path, locale: str, max_bytes: int, *, named: bool) -> Article | Skipped | None:
    """Article, or why it is none; None for a file of another kind that nobody named."""
    ending = path.suffix.lower()
    if ending in HTML:
        return Skipped(show(path), "HTML is not read, only Markdown", "Convert it to Markdown")
    if ending not in MARKDOWN:
        return Skipped(show(path), "not a Markdown file") if named else None
    try:
        return read_article(path, locale=locale, max_bytes=max_bytes)
    except InputError as error:
        return Skipped(error.path, error.message, error.remedy, fault=True)


def read_article(path: Path, *, locale: str = "en", max_bytes: int = 5_000_000) -> Article:
    """Article of a Markdown file. Raises InputError, with what to do, when it cannot be read."""
    return parse_bytes(read_bytes(path, max_bytes), show(path), locale)


def read_bytes(path: Path, max_bytes: int = 5_000_000) -> bytes:
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
        raise InputError(message, path=shown, remedy="Check its permissions") from error


def parse_bytes(content: bytes, shown: str, locale: str = "en") -> Article:
    """Article of a Markdown file's bytes. Raises InputError when they are not text."""
    bom = content.startswith(_BOM)
    if not content.removeprefix(_BOM).strip():
        remedy = "Write the article or delete the file"
        raise InputError("the file is empty", path=shown, remedy=remedy)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError("is UTF-16, not UTF-8", path=shown, remedy="Save it as UTF-8")
    if b"\0" in content[:_SNIFFED]:
        remedy = "Exclude it in kbtool.toml"
        raise InputError("a binary file, not text", path=shown, remedy=remedy)
    try:
        text = content[3 if bom else 0 :].decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"is not UTF-8 text (byte {error.start + (3 if bom else 0)})"
        raise InputError(message, path=shown, remedy="Save it as UTF-8") from error
    try:
        return parse_markdown(Source(shown, text, bom), locale)
    except RecursionError as error:
        remedy = "Look for thousands of brackets or quotes in each other"
        raise InputError("nested too deep to be read", path=shown, remedy=remedy) from error


def find_linked_files(loaded: Loaded, root: str = "") -> frozenset[str]:
    """Files and folders on the disk that articles link to and that were not read with them.

    Excluded and hidden files are among them, and the neighbours of a file that was named alone.
    """
    # In small letters, as some disks find a file whose name is spelled with other capitals.
    known = {path.lower() for path in (*(a.path for a in loaded.articles), *loaded.others)}
    found: set[str] = set()
    for article in loaded.articles:
        hrefs = {link.href for link in article.links} | {image.src for image in article.images}
        for place in sorted(filter(None, (_place_of(href, article, root) for href in hrefs))):
            for path in (place, *(place + ending for ending in MARKDOWN + HTML)):
                if path.lower() not in known and os.path.exists(path):  # noqa: PTH110 - never raises
                    found.add(path)
    return frozenset(found)


def _place_of(href: str, article: Article, root: str) -> str:
    """Path that an address without a host stands for, as shown; "" for any other."""
    path = unquote(href.partition("#")[0].partition("?")[0]).replace("\\", "/")
    if not path or path.startswith("//") or _SCHEME.match(path):
        return ""
    folder = root if path.startswith("/") else posixpath.dirname(article.path)
    return posixpath.normpath(posixpath.join(folder, path.lstrip("/")))


def show(path: Path) -> str:
    """Path as users see it: from the current folder where it lies below, with forward slashes."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links
    try:
        shown = absolute.relative_to(Path.cwd())
    except ValueError:
        shown = absolute
    # Names that are not valid text must not break the output.
    return shown.as_posix().encode("utf-8", "backslashreplace").decode("utf-8")
