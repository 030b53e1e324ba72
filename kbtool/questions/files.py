"""A file of questions: opened, unpacked and decoded as it is read."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from msgspec import Struct, field

from kbtool.errors import InputError
from kbtool.questions.limits import Limits
from kbtool.questions.opening.decoding import decode
from kbtool.questions.opening.lines import Line, split_lines
from kbtool.questions.opening.packing import GZIP, ZSTD, PackingError, unpack_gzip, unpack_zstd
from kbtool.questions.paging import Page, read_pages
from kbtool.questions.tables.columns import Columns

_CHUNK = 1 << 16
_SMALL = 1 << 20  # bytes: what expands to less than this is no bomb, whatever its ratio


class QuestionFile(Struct, frozen=True):
    """A file to read, with what its reader has to know."""

    path: Path
    columns: Columns
    limits: Limits
    watch: Callable[[int], None] = lambda _: None  # told how many bytes of the file were read
    encoding: str = ""  # codec that the user named; "" where it is found out
    pages: list[Page] = field(default_factory=list)  # of exports, of all files of a run
    notes: list[str] = field(default_factory=list)  # what to know of how it was read

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
        return decode(
            self._chunks(),
            self.name,
            self.notes.append,
            table=self.is_table,
            encoding=self.encoding,
        )

    @property
    def is_table(self) -> bool:
        """Whether it is CSV or its kin; JSON is in UTF-8 by its standard."""
        return not {".json", ".jsonl", ".ndjson"} & {s.lower() for s in self.path.suffixes}

    def note_page(self, record: Mapping[str, Any]) -> None:
        """Keeps what a record says of pages, where it is one of several."""
        self.pages.extend(read_pages(record, self.name))

    def _chunks(self) -> Iterator[bytes]:
        self.size()
        try:
            with self.path.open("rb") as stream:
                head = stream.read(len(ZSTD))
                stream.seek(0)
                for chunk in self._open(stream, head):
                    self.watch(stream.tell())
                    yield chunk
        except PackingError as fault:
            raise self.refuse(str(fault), fault.remedy) from None
        except (OSError, ValueError) as fault:
            raise self.refuse_reading(fault) from None

    def _open(self, stream: BinaryIO, head: bytes) -> Iterator[bytes]:
        """Chunks of what a file holds, going by its first bytes."""
        if head.startswith(GZIP):
            yield from self._limit(stream, unpack_gzip(stream))
        elif head == ZSTD:
            yield from self._limit(stream, unpack_zstd(stream))
        else:
            yield from iter(lambda: stream.read(_CHUNK), b"")

    def _limit(self, stream: BinaryIO, chunks: Iterator[bytes]) -> Iterator[bytes]:
        """Chunks of an unpacked file. Raises InputError where they come to too much."""
        most = max(_SMALL, self.limits.ratio * os.fstat(stream.fileno()).st_size)
        most = min(most, self.limits.unpacked)
        size = 0
        for chunk in chunks:
            size += len(chunk)
            if size > most:
                message = f"expands to more than {most:,} bytes"
                raise self.refuse(message, "Unpack it and name the unpacked file")
            yield chunk

    def size(self) -> int:
        """Bytes of the file. Raises InputError where it is no plain file or cannot be read."""
        try:
            status = self.path.stat()
        except (OSError, ValueError) as fault:
            raise self.refuse_reading(fault) from None
        # Anything but a plain file could block for ever: a pipe that nobody writes to.
        if not stat.S_ISREG(status.st_mode):
            raise self.refuse("not a file", "Name the file that holds the questions")
        return status.st_size

    def refuse_reading(self, fault: Exception) -> InputError:
        """Error that says why the system does not let the file be read."""
        return self.refuse(f"cannot be read: {getattr(fault, 'strerror', None) or fault}")

    def refuse(self, message: str, remedy: str = "", line: int = 0) -> InputError:
        """Error that says what is wrong with the file as a whole, or from a line on."""
        return InputError(message, path=self.name, line=line, remedy=remedy)


def show(text: str) -> str:
    """Text that can be written as UTF-8, with escapes for what cannot."""
    return text.encode("utf-8", "backslashreplace").decode()
