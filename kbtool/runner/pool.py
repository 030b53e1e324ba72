"""Drafts many files: here, or in several processes where that pays."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from kbtool.articles import ArticleFile
from kbtool.runner.codec import FileDraft, encode
from kbtool.runner.drafting import Drafter, draft_chunk

PARALLEL_FROM = 200
"""Files from which processes pay. Starting two that load all rules takes as long as 80 files of
documentation (`benchmarks/lint_speed.py --processes`), and both start at once."""

_CHUNK = 25  # files sent at once: few enough for progress, many enough to make sending cheap


def draft_files(
    drafter: Drafter,
    files: Sequence[ArticleFile],
    processes: int | None = None,
) -> Iterator[tuple[ArticleFile, bytes]]:
    """Each file with its encoded draft, in any order.

    ``processes`` is one for each core unless given; few files are drafted in this process.
    """
    wanted = processes or _count_cores()
    if wanted < 2 or (processes is None and len(files) < PARALLEL_FROM):
        for chunk in _chunks(files):
            yield from zip(chunk, draft_chunk(drafter, chunk), strict=True)
        return
    # Loading what starts processes takes as long as checking three articles.
    from kbtool.runner.processes import crashed, draft_parallel  # noqa: PLC0415 - only then

    left = set(files)
    for file, content in draft_parallel(drafter, list(_chunks(files)), wanted):
        left.discard(file)
        yield file, content
    for file in sorted(left):  # of chunks whose process died: one process each finds the culprit
        done = dict(draft_parallel(drafter, [[file]], 1))
        yield file, done.get(file, encode(FileDraft(skipped=(crashed(file),))))


def _chunks(files: Sequence[ArticleFile]) -> Iterator[Sequence[ArticleFile]]:
    return (files[start : start + _CHUNK] for start in range(0, len(files), _CHUNK))


def _count_cores() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
