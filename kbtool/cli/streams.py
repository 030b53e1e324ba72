"""Standard output that takes all of a text or says that it did not."""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO


def set_up_output() -> None:
    """Let nothing written to standard output go missing, whatever its encoding and its size."""
    sys.stdout = _write_all(sys.stdout)
    for stream in (sys.stdout, sys.stderr):
        # Article text may hold characters that the terminal's encoding lacks.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _write_all(stream: TextIO) -> TextIO:
    """The stream, with a buffer where it has none.

    With PYTHONUNBUFFERED, as in many images of containers, Python drops what a pipe or a full disk
    does not take at once, and says nothing (CPython 3.11 to 3.13).
    """
    if not isinstance(getattr(stream, "buffer", None), io.RawIOBase) or stream.isatty():
        return stream
    # The stream before keeps the descriptor: it must not be closed with this one.
    binary = open(stream.fileno(), "wb", closefd=False)  # noqa: SIM115 - no path; stays open
    return io.TextIOWrapper(binary, stream.encoding, line_buffering=bool(stream.line_buffering))


def settle_output() -> None:
    """Write what waits to be written; what cannot be is dropped.

    Python would try once more when it ends, and turn the exit code into 120.
    """
    try:
        if not sys.stdout.closed:  # a server closes it when it ends
            sys.stdout.flush()
    except OSError:
        drop_output()


def drop_output() -> None:
    """Let nothing be written any more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
