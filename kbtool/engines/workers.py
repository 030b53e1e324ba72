"""Processes of this machine that end with the run that started them, however it ends."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Any, TypeVar

ResultT = TypeVar("ResultT")


class Workers:
    """Processes, each set up by ``begin(argument)``."""

    def __init__(self, number: int, begin: Callable[[Any], None], argument: Any) -> None:
        # Not "fork": it copies locks that other threads of a caller may hold.
        context = get_context("spawn")
        self._pool = ProcessPoolExecutor(number, context, _begin, (begin, argument))
        self._killed = False

    def submit(self, work: Callable[[Any], ResultT], chunk: Any) -> Future[ResultT]:
        """Have a chunk worked on; starts a process where there is none for it."""
        with _undisturbed():
            return self._pool.submit(work, chunk)

    def close(self) -> None:
        """End the processes once they have done what they are at.

        That is waited for: Python ends at the same time as the pool otherwise, and now and then one
        of them writes into a pipe that the other has just closed, which leaves a traceback.
        """
        self._pool.shutdown(wait=not self._killed, cancel_futures=True)

    def kill(self) -> None:
        """End the processes at once: what they are at is lost."""
        # The pool has no public way before Python 3.14. Waiting instead would keep an interrupted
        # run going, and for ever where the interrupt fell between a process and its first chunk.
        self._killed = True
        for process in list((self._pool._processes or {}).values()):
            process.kill()
        self.close()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Put off signals, so that no process is half-started; those started inherit it.

    Ctrl+C goes to all processes of a terminal: ours are ended by the one that started them.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(begin: Callable[[Any], None], argument: Any) -> None:
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
    begin(argument)
