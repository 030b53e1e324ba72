"""Drafts chunks of files in several processes, and goes on when one of them dies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import as_completed
from concurrent.futures.process import BrokenProcessPool

from kbtool.articles import ArticleFile, Skipped
from kbtool.engines.workers import Workers
from kbtool.runner.drafting import Drafter, draft_chunk


def draft_parallel(
    drafter: Drafter,
    chunks: Sequence[Sequence[ArticleFile]],
    processes: int,
) -> Iterator[tuple[ArticleFile, bytes]]:
    """Drafts of all files, but of those whose process died."""
    workers = Workers(min(processes, len(chunks)), _begin, drafter)
    try:
        futures = {workers.submit(_draft_in_worker, chunk): chunk for chunk in chunks}
        for future in as_completed(futures):
            try:
                contents = future.result()
            except BrokenProcessPool:
                continue
            yield from zip(futures[future], contents, strict=True)
    except BaseException:
        workers.kill()
        raise
    workers.close()


def crashed(file: ArticleFile) -> Skipped:
    """What is said of a file whose process died."""
    remedy = "Please report it, with the file if you can"
    return Skipped(file.shown, "a process died while it was checked", remedy, fault=True)


_drafter: Drafter | None = None  # of a worker process, set when it begins


def _begin(drafter: Drafter) -> None:
    global _drafter  # noqa: PLW0603 - a worker has no other place to keep it
    _drafter = drafter


def _draft_in_worker(files: Sequence[ArticleFile]) -> list[bytes]:
    if _drafter is None:
        raise RuntimeError("the worker was not set up")
    return draft_chunk(_drafter, files)
