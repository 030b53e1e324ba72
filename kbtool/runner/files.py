"""Which files a run is about."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from kbtool.articles import ArticleFile, Excludes, Found, Skipped, exclude_by, find_files
from kbtool.config import Project
from kbtool.errors import UsageError
from kbtool.runner.git import ignored_by_git
from kbtool.runner.request import Request


def find_asked(project: Project, request: Request) -> Found:
    """Files at the paths asked for, or those that the configuration names.

    Raises UsageError where there are neither.
    """
    paths = list(request.paths) or project.article_places()
    if not paths and not request.overlays:
        remedy = "Name files or folders, or run `kbtool init` to set up a kbtool.toml"
        raise UsageError("no articles to look at", remedy=remedy)
    found = _find(project, paths, force_exclude=request.force_exclude)
    return _with_overlays(found, request, _excludes(project))


def find_context(project: Project, request: Request, asked: Found) -> Found:
    """All files of the knowledge base that those asked for belong to."""
    paths = project.resolve(project.config.articles)
    if not request.paths or not paths:
        return asked
    return _find(project, paths, force_exclude=False)


def narrow(found: Found, only: frozenset[str] | None) -> Found:
    """Those of the found files whose absolute paths are among ``only``, if it is given."""
    if only is None:
        return found

    def is_meant(place: str) -> bool:
        return os.path.abspath(place) in only  # noqa: PTH100 - resolve() would follow links

    files = tuple(file for file in found.files if is_meant(file.place))
    skipped = tuple(skip for skip in found.skipped if is_meant(skip.path))
    return Found(files, skipped, found.others)


def _excludes(project: Project) -> Excludes:
    return exclude_by(project.config.exclude, project.root)


def _find(project: Project, paths: Sequence[Path], *, force_exclude: bool) -> Found:
    folders = [path for path in paths if os.path.isdir(path)]  # noqa: PTH112 - says no where is_dir() raises
    return find_files(
        paths,
        _excludes(project),
        force_exclude=force_exclude,
        ignored=ignored_by_git(folders),
    )


def _with_overlays(found: Found, request: Request, excluded: Excludes) -> Found:
    """With files that exist in the request alone."""
    known = {file.shown for file in found.files}
    known |= {skip.path for skip in found.skipped if not skip.fault}  # left out, with a reason
    new = sorted(set(request.overlays) - known)
    out = {shown for shown in new if request.force_exclude and excluded(Path(shown))}
    more = [ArticleFile(shown, shown, named=True) for shown in new if shown not in out]
    skipped = [skip for skip in found.skipped if skip.path not in new]
    skipped += [Skipped(shown, "excluded by the configuration") for shown in sorted(out)]
    return Found(tuple(sorted((*found.files, *more))), tuple(skipped), found.others)
