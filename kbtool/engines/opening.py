"""The engine that a user asks for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from kbtool.engines.engine import Engine

NAMES = ("local", "spark")


@contextmanager
def open_engine(
    name: str = "local", processes: int = 1, master: str = ""
) -> Iterator[Engine | None]:
    """Engine of a name; None where the work is done in this process.

    ``master`` is Spark's, by default that of spark-submit or all cores of this machine. Raises
    UsageError where an engine is not installed.
    """
    engine: Engine | None = None
    if name == "spark":
        from kbtool.engines.spark import open_spark  # noqa: PLC0415 - heavy, and an extra

        engine = open_spark(master)
    elif processes > 1:
        from kbtool.engines.processes import Processes  # noqa: PLC0415 - few runs need it

        engine = Processes(processes)
    try:
        yield engine
    finally:
        if engine:
            engine.close()
