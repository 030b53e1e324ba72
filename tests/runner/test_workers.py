"""Processes that work for this one."""

import threading

from kbtool.engines.workers import Workers


def test_nothing_of_the_processes_is_left_once_they_are_closed():
    before = set(threading.enumerate())
    workers = Workers(2, len, "")
    futures = [workers.submit(len, "abc") for _ in range(4)]
    assert [future.result() for future in futures] == [3] * 4
    workers.close()
    assert set(threading.enumerate()) == before, "a thread that ends with Python leaves a traceback"
