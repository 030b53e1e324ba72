"""What an engine is, and the work of one task."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from importlib import import_module
from typing import NamedTuple, Protocol

Work = Callable[[bytes], bytes]


class Task(NamedTuple):
    """Work that any process can take up, without a pickle."""

    name: str  # "module:function"; the function takes ``shared`` and returns the work
    shared: bytes  # what every chunk needs, sent once


class Engine(Protocol):
    """A place where chunks are worked on."""

    def map(self, task: Task, chunks: Iterable[bytes]) -> Iterator[bytes]:
        """Results of all chunks, in their order; chunks are drawn as they are needed."""

    def close(self) -> None:
        """End what was started."""


@lru_cache(maxsize=2)
def load(task: Task) -> Work:
    """Work of a task, set up once in each process."""
    module, _, function = task.name.partition(":")
    begin: Callable[[bytes], Work] = getattr(import_module(module), function)
    return begin(task.shared)


def run_here(task: Task, chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Results of all chunks, worked out in this process."""
    work = load(task)
    return (work(chunk) for chunk in chunks)
