"""Drafts many files in several processes, and goes on when one of them dies."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from kbtool.articles import ArticleFile, Skipped
from kbtool.runner.codec import FileDraft, encode
from kbtool.runner.drafting import Drafter

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
            yield from zip(chunk, _draft_chunk(drafter, chunk), strict=True)
        return
    left = set(files)
    for file, content in _draft_parallel(drafter, list(_chunks(files)), wanted):
        left.discard(file)
        yield file, content
    for file in sorted(left):  # of chunks whose process died: one process each finds the culprit
        crashed = FileDraft(skipped=(_crashed(file),))
        done = dict(_draft_parallel(drafter, [[file]], 1))
        yield file, done.get(file, encode(crashed))


def _draft_parallel(
    drafter: Drafter,
    chunks: Sequence[Sequence[ArticleFile]],
    processes: int,
) -> Iterator[tuple[ArticleFile, bytes]]:
    """Drafts of all files, but of those whose process died."""
    # Not "fork": it copies locks that other threads of a caller may hold.
    context = get_context("spawn")
    with ProcessPoolExecutor(min(processes, len(chunks)), context, _begin, (drafter,)) as pool:
        futures: dict[Future[list[bytes]], Sequence[ArticleFile]] = {
            pool.submit(_draft_in_worker, chunk): chunk for chunk in chunks
        }
        try:
            for future in as_completed(futures):
                try:
                    contents = future.result()
                except BrokenProcessPool:
                    continue
                yield from zip(futures[future], contents, strict=True)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _crashed(file: ArticleFile) -> Skipped:
    remedy = "Please report it, with the file if you can"
    return Skipped(file.shown, "a process died while it was checked", remedy, fault=True)


_drafter: Drafter | None = None  # of a worker process, set when it begins


def _begin(drafter: Drafter) -> None:
    global _drafter  # noqa: PLW0603 - a worker has no other place to keep it
    _drafter = drafter


def _draft_in_worker(files: Sequence[ArticleFile]) -> list[bytes]:
    if _drafter is None:
        raise RuntimeError("the worker was not set up")
    return _draft_chunk(_drafter, files)


def _draft_chunk(drafter: Drafter, files: Sequence[ArticleFile]) -> list[bytes]:
    """Encoded drafts of some files.

    Parsing makes many values that live until the article is done and none in cycles; looking for
    cycles meanwhile took a third of the time on 417 pages of documentation.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        return [drafter.draft_encoded(file) for file in files]
    finally:
        if enabled:
            gc.enable()


def _chunks(files: Sequence[ArticleFile]) -> Iterator[Sequence[ArticleFile]]:
    return (files[start : start + _CHUNK] for start in range(0, len(files), _CHUNK))


def _count_cores() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
