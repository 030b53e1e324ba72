"""An engine on Apache Spark: chunks are rows of a table, what they share is broadcast once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from kbtool.engines.engine import Task, load
from kbtool.errors import UsageError

_WAVE = 4  # chunks for each core that are sent at once: bounds what this process holds
_WAVE_SIZE = 1 << 22  # bytes of them: Java, with 1 GB unless told otherwise, holds several copies
_SCHEMA = "number long, result binary"


def open_spark(master: str = "") -> Spark:
    """Engine on the session of spark-submit, or on a new one. Raises UsageError without Spark."""
    try:
        import pandas as pd  # noqa: F401, PLC0415 - as below
        import pyarrow as pa  # noqa: F401, PLC0415 - as below
        from pyspark.sql import SparkSession  # noqa: PLC0415 - an extra, and slow to load
    except ImportError as error:
        remedy = "Install it: pip install 'kbtool[spark]'"
        raise UsageError("Spark is not installed", remedy=remedy) from error
    builder = SparkSession.builder.appName("kbtool")
    builder = builder.config("spark.ui.showConsoleProgress", "false")
    if master or not os.environ.get("SPARK_ENV_LOADED"):  # which spark-submit sets
        master = master or "local[*]"
        builder = builder.master(master).config("spark.ui.enabled", "false")
        if master.startswith("local"):
            for key in ("spark.driver.host", "spark.driver.bindAddress"):
                builder = builder.config(key, "127.0.0.1")  # nobody else is asked or answered
    try:
        session = builder.getOrCreate()
    except Exception as error:  # whatever the Java side raises when it cannot start
        message = f"Spark cannot start: {type(error).__name__}: {str(error).splitlines()[0]}"
        raise UsageError(message, remedy="It needs Java 17 or later (JAVA_HOME)") from error
    session.sparkContext.setLogLevel("ERROR")
    return Spark(session)


class Spark:
    """Hands chunks to a Spark session."""

    def __init__(self, session: Any) -> None:
        self._session = session

    def map(self, task: Task, chunks: Iterable[bytes]) -> Iterator[bytes]:
        """Results of all chunks, in their order."""
        context = self._session.sparkContext
        shared = context.broadcast(task.shared)
        work = _working(task.name, shared)
        cores = context.defaultParallelism
        for wave in split_waves(chunks, _WAVE * cores, _WAVE_SIZE * cores):
            rows = context.parallelize(list(enumerate(wave)), len(wave))
            table = self._session.createDataFrame(rows, "number long, chunk binary")
            found = table.mapInPandas(work, _SCHEMA).collect()
            for row in sorted(found, key=lambda row: row["number"]):
                yield bytes(row["result"])
        shared.unpersist()

    def close(self) -> None:
        """End the session."""
        self._session.stop()


def split_waves(chunks: Iterable[bytes], most: int, size: int) -> Iterator[list[bytes]]:
    """Chunks in their order, as many at once as are no more than ``most`` and ``size`` bytes.

    One that is larger goes alone.
    """
    wave: list[bytes] = []
    held = 0
    for chunk in chunks:
        if wave and (len(wave) == most or held + len(chunk) > size):
            yield wave
            wave, held = [], 0
        wave.append(chunk)
        held += len(chunk)
    if wave:
        yield wave


def _working(name: str, shared: Any) -> Callable[[Iterator[Any]], Iterator[Any]]:
    """Function that works on the tables that Spark hands to a process."""

    def work(tables: Iterator[Any]) -> Iterator[Any]:
        begun = load(Task(name, shared.value))
        for table in tables:
            results = [begun(bytes(chunk)) for chunk in table["chunk"]]
            yield table.assign(result=results)[["number", "result"]]

    return work
