"""An engine of several processes on this machine."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool

from kbtool.engines.engine import Task, load, run_here
from kbtool.engines.workers import Workers

_AHEAD = 2  # chunks that wait for each process: enough to keep it busy, few enough for memory


class Processes:
    """Hands chunks to processes; should one die, the work goes on in this one."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._workers: Workers | None = None

    def map(self, task: Task, chunks: Iterable[bytes]) -> Iterator[bytes]:
        """Results of all chunks, in their order."""
        self.close()  # each task sets its processes up anew
        self._workers = workers = Workers(self._number, _begin, task)
        try:
            yield from self._map(task, chunks)
        except BaseException:
            workers.kill()
            raise

    def _map(self, task: Task, chunks: Iterable[bytes]) -> Iterator[bytes]:
        waiting: deque[tuple[bytes, Future[bytes] | None]] = deque()
        for chunk in chunks:
            waiting.append((chunk, self._submit(chunk)))
            if len(waiting) > _AHEAD * self._number:
                yield self._take(task, *waiting.popleft())
        while waiting:
            yield self._take(task, *waiting.popleft())

    def close(self) -> None:
        """End the processes."""
        if self._workers:
            self._workers.close()
            self._workers = None

    def _submit(self, chunk: bytes) -> Future[bytes] | None:
        try:
            return self._workers.submit(_work, chunk) if self._workers else None
        except BrokenProcessPool:
            return None

    def _take(self, task: Task, chunk: bytes, future: Future[bytes] | None) -> bytes:
        try:
            if future:
                return future.result()
        except BrokenProcessPool:
            pass  # killed, for want of memory for example; what it had is done again here
        return next(run_here(task, [chunk]))


_task: Task | None = None  # of a worker process, set when it begins


def _begin(task: Task) -> None:
    global _task  # noqa: PLW0603 - a worker has no other place to keep it
    _task = task


def _work(chunk: bytes) -> bytes:
    if _task is None:
        raise RuntimeError("the worker was not set up")
    return load(_task)(chunk)
