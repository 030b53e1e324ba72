"""A file of questions: opened, unpacked and decoded as it is read."""

from __future__ import annotations

import gzip
import os
import stat
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from kbtool.errors import InputError
from kbtool.questions.columns import Columns
from kbtool.questions.limits import Limits
from kbtool.questions.lines import Line, decode, split_lines

_CHUNK = 1 << 16
_GZIP = b"\x1f\x8b"
_SMALL = 1 << 20  # bytes: what expands to less than this is no bomb, whatever its ratio


class QuestionFile(Struct, frozen=True):
    """A file to read, with what its reader has to know."""

    path: Path
    columns: Columns
    limits: Limits
    watch: Callable[[int], None] = lambda _: None  # told how many bytes of the file were read

    @property
    def name(self) -> str:
        """Path as shown to the user."""
        return show(self.path.as_posix())

    def lines(self) -> Iterator[Line]:
        """Lines of the text, each at most ``limits.line`` characters long."""
        return split_lines(self.pieces(), self.limits.line)

    def pieces(self) -> Iterator[str]:
        """The text in pieces of any length.

        Raises InputError where the file cannot be opened, unpacked or decoded.
        """
        return decode(self._chunks(), self.name)

    def _chunks(self) -> Iterator[bytes]:
        try:
            # Anything but a plain file could block for ever: a pipe that nobody writes to.
            if not stat.S_ISREG(self.path.stat().st_mode):
                raise self._error("not a file", "Name the file that holds the questions")
            with self.path.open("rb") as stream:
                packed = stream.read(len(_GZIP)) == _GZIP
                stream.seek(0)
                plain = iter(lambda: stream.read(_CHUNK), b"")
                for chunk in self._unpack(stream) if packed else plain:
                    self.watch(stream.tell())
                    yield chunk
        except (EOFError, zlib.error, gzip.BadGzipFile) as fault:
            raise self._error(f"damaged gzip file ({fault})", "Pack it again") from None
        except (OSError, ValueError) as fault:
            reason = getattr(fault, "strerror", None) or str(fault)
            raise self._error(f"cannot be read: {reason}", "") from None

    def _unpack(self, stream: BinaryIO) -> Iterator[bytes]:
        limits = self.limits
        most = max(_SMALL, limits.ratio * os.fstat(stream.fileno()).st_size)
        size = 0
        with gzip.GzipFile(fileobj=stream) as unpacked:
            while chunk := unpacked.read(_CHUNK):
                size += len(chunk)
                if size > min(most, limits.unpacked):
                    message = f"expands to more than {min(most, limits.unpacked):,} bytes"
                    raise self._error(message, "Unpack it and name the unpacked file")
                yield chunk

    def _error(self, message: str, remedy: str) -> InputError:
        return InputError(message, path=self.name, remedy=remedy)


def show(text: str) -> str:
    """Text that can be written as UTF-8, with escapes for what cannot."""
    return text.encode("utf-8", "backslashreplace").decode()
