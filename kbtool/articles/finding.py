"""Finds the files that hold articles."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct, field

from kbtool.articles.values import EXPORTS, HTML, MARKDOWN, ArticleFile, Found, Skipped, show

_UNVISITED = frozenset({"node_modules", "__pycache__", "venv"})

Excludes = Callable[[Path], bool]


def exclude_by(patterns: Sequence[str], root: Path) -> Excludes:
    """Test whether a path matches one of the patterns, read as in ``.gitignore`` at ``root``."""
    if not patterns:
        return lambda _: False
    # Costs about ten milliseconds, and few projects exclude anything.
    from pathspec import GitIgnoreSpec  # noqa: PLC0415

    spec = GitIgnoreSpec.from_lines(patterns)
    resolve = cache(Path.resolve)  # takes longer than the matching, and many files share a folder
    base = resolve(root)

    def excluded(path: Path) -> bool:
        try:
            # Where it lies, not where it leads to, should it be a link.
            place = resolve(path.parent) / path.name
            return spec.match_file(place.relative_to(base).as_posix())
        except ValueError:  # outside the root, where no pattern applies
            return False

    return excluded


def include_all(_: Path) -> bool:
    """Exclude nothing."""
    return False


def find_files(
    paths: Iterable[str | os.PathLike[str]],
    excluded: Excludes = include_all,
    *,
    force_exclude: bool = False,
    ignored: frozenset[str] = frozenset(),
) -> Found:
    """Article files at ``paths``; folders are walked, files that are named are always taken.

    ``ignored`` holds absolute paths of files and folders to leave out besides. ``force_exclude``
    applies both to named files as well. A file that several paths lead to counts once.
    """
    sorting = _Sorting(excluded, ignored, force_exclude)
    for path in map(Path, paths):
        if fault := _find_fault(path):
            sorting.skipped.append(fault)
            continue
        if path.is_dir():
            sorting.walked.append(os.path.realpath(path))
        links: list[str] = []
        for place in walk_files(path, sorting.leaves_out, sorting.note, sorting.astray.append):
            if place != str(path) and os.path.islink(place):  # noqa: PTH114 - text
                links.append(place)  # what it leads to goes by its own name, if it is walked
            else:
                sorting.take_once(place, named=place == str(path))
        for place in links:
            sorting.take_once(place, named=False)
        sorting.settle_folder()
    return sorting.finish()


class _Sorting(Struct):
    """Sorts files into those that may hold articles, those left out, and all others."""

    excluded: Excludes
    ignored: frozenset[str]
    force_exclude: bool
    files: list[ArticleFile] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    others: set[str] = field(default_factory=set)
    settled: int = 0  # files that folders before gave
    exports: list[ArticleFile] = field(default_factory=list)  # of the folder that is walked
    seen: set[str] = field(default_factory=set)  # absolute places, where links lead
    left_out: set[str] = field(default_factory=set)  # of these, by settings
    walked: list[str] = field(default_factory=list)  # absolute places of folders
    astray: list[str] = field(default_factory=list)  # links that lead out of the folder walked

    def leaves_out(self, path: Path) -> bool:
        return self._is_ignored(str(path)) or self.excluded(path)

    def _is_ignored(self, place: str) -> bool:
        return bool(self.ignored) and os.path.abspath(place) in self.ignored  # noqa: PTH100 - text

    def note(self, error: OSError) -> None:
        self.skipped.append(_unreadable(error))

    def take_once(self, place: str, *, named: bool) -> None:
        """Take a file unless a path before led to it."""
        real, is_link = _real(place), os.path.islink(place)  # noqa: PTH114 - text
        if real not in self.seen:
            self.seen.add(real)
            if not self.take(place, named=named) and not is_link:
                self.left_out.add(real)
        elif is_link and real in self.left_out:
            self.left_out.discard(real)
            self.take(place, named=named)
        elif is_link:
            self.others.add(show(place))

    def take(self, place: str, *, named: bool) -> bool:
        """Sort a file; False where settings leave it out."""
        shown = show(place)
        may_leave_out = not named or self.force_exclude
        if may_leave_out and self._is_ignored(place):
            self.skipped.append(Skipped(shown, "ignored by git"))
            return False
        if may_leave_out and self.excluded(Path(place)):
            self.skipped.append(Skipped(shown, "excluded by the configuration"))
            return False
        if place.lower().endswith(MARKDOWN + HTML) or (named and place.lower().endswith(EXPORTS)):
            self.files.append(ArticleFile(place, shown, named))
        elif named:
            self.skipped.append(Skipped(shown, "neither Markdown, HTML nor an export in JSON"))
        else:
            self.others.add(shown)
            if place.lower().endswith(EXPORTS):
                self.exports.append(ArticleFile(place, shown, named))
        return True

    def settle_folder(self) -> None:
        """Take the JSON of a folder that holds no Markdown and no HTML: an export in pages."""
        if len(self.files) == self.settled:
            self.files += self.exports
            self.others.difference_update(file.shown for file in self.exports)
        self.settled = len(self.files)
        self.exports.clear()

    def _is_lost(self, place: str) -> bool:
        """Whether articles may lie behind a link that was not followed, and nowhere else."""
        real = _real(place)
        known = real in self.seen or any(_lies_in(real, folder) for folder in self.walked)
        exports = any(file.shown.lower().endswith(EXPORTS) for file in self.files)
        endings = MARKDOWN + HTML + (EXPORTS if exports else ())
        may_hold = place.lower().endswith(endings) or os.path.isdir(real)  # noqa: PTH112 - text
        return may_hold and not known and not self.leaves_out(Path(place))

    def finish(self) -> Found:
        self.skipped += [_astray(place) for place in self.astray if self._is_lost(place)]
        self.others.update(map(show, self.astray))
        self.files.sort(key=lambda file: file.shown)
        self.skipped.sort(key=lambda skip: skip.path)
        return Found(tuple(self.files), tuple(self.skipped), frozenset(self.others))


def _real(place: str) -> str:
    """Absolute place of a file; where a link leads."""
    real = os.path.realpath(place) if os.path.islink(place) else place  # noqa: PTH114 - text
    return os.path.abspath(real)  # noqa: PTH100 - text


def _astray(place: str) -> Skipped:
    remedy = "Name it as well to have it checked"
    return Skipped(show(place), "a link that leads out of the folder", remedy)


def _lies_in(real: str, folder: str) -> bool:
    return real == folder or real.startswith(os.path.join(folder, ""))  # noqa: PTH118 - text


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
    excluded: Excludes = include_all,
    on_error: Callable[[OSError], None] | None = None,
    on_link: Callable[[str], None] = lambda _: None,
) -> Iterator[str]:
    """Places of files at a path, folders in order of their names.

    Hidden files, hidden folders, linked folders and folders of packages are left out, and links
    that lead out of the folder: who wrote it may not read what lies there, ``on_link`` is told.
    """
    if not path.is_dir():
        yield str(path)
        return
    base = os.path.realpath(path)
    for folder, folders, names in os.walk(path, onerror=on_error):
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".")
            and name not in _UNVISITED
            and not excluded(Path(folder, name))
        )
        for name in folders:
            if _leads_out(place := os.path.join(folder, name), base):  # noqa: PTH118 - as below
                on_link(place)
        for name in sorted(names):
            if name.startswith("."):  # locks of editors, settings, leftovers of archives
                continue
            place = os.path.join(folder, name)  # noqa: PTH118 - Path takes ten times as long
            if _leads_out(place, base):
                on_link(place)
            else:
                yield place


def _leads_out(place: str, base: str) -> bool:
    """Whether a place is a link to something outside a folder; one to nowhere is a fault apart."""
    if not os.path.islink(place):  # noqa: PTH114 - text
        return False
    real = os.path.realpath(place)
    return not _lies_in(real, base) and os.path.exists(real)  # noqa: PTH110 - text
