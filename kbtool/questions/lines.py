"""Bytes to text to numbered lines, piece by piece."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from kbtool.errors import InputError
from kbtool.questions.mending import BROKEN, Mended, mend

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_UNUSED = [bytes([byte]) for byte in (0x00, 0x81, 0x8D, 0x8F, 0x90, 0x9D)]  # in Windows-1252
_LAST_LETTERS = frozenset(bytes([byte]) for byte in range(0xE0, 0x100))  # small ones, in it
_REMEDY = "Open it in the program it comes from and save it as UTF-8"


class Line(NamedTuple):
    """A line as editors count it: only CR LF, CR and LF end one."""

    number: int  # from 1
    text: str  # without the line end
    fault: str = ""  # why it is not whole: longer than allowed, or the file is cut off within it
    is_cut_off: bool = False


class CutOffError(Exception):
    """A file goes on no further, though it is not at its end; the argument says so to users."""


def decode(
    chunks: Iterable[bytes],
    path: str,
    note: Callable[[str], None] | None = None,
    *,
    table: bool = True,
) -> Iterator[str]:
    """Text of a file in UTF-8, or in UTF-16 with a byte order mark, which is left out.

    With ``note``, a few broken characters become signs that say so, and ``note`` is told how many.
    A ``table`` that holds no UTF-8 beyond ASCII is read as Windows-1252, as spreadsheets of Western
    Europe still write it, and ``note`` is told so; JSON is in UTF-8 by its standard.

    Raises InputError with line and byte offset of the first byte that is not text.
    """
    chunks = iter(chunks)
    head = next(chunks, b"")
    mark, codec, name = next(
        (row for row in _MARKS if head.startswith(row[0])), (b"", *_MARKS[0][1:])
    )
    decoder = codecs.getincrementaldecoder(codec)()
    offset, line, plain = len(mark), 1, table and not mark
    mending = _Mending(note, codec) if note else None
    for chunk in chain([head[len(mark) :]], chunks, [b""]):
        held: bytes = decoder.getstate()[0]  # the beginning of a character cut in two
        data = held + chunk
        text, fault = _decode_chunk(decoder, codec, chunk, data)
        if fault:
            western = plain and fault.may_be_western and data[: fault.at].isascii()
            mended = mending and mending.try_it(data, line, final=not chunk, western=western)
            if not mended and western and note:
                note("not in UTF-8, read as Windows-1252")
                rest = chain([data], chunks)
                yield from _decode_western(rest, path, offset, line, _Mending(note, "cp1252"))
                return
            if not mended:
                line += data[: fault.at].count(b"\n")
                what = "not text" if fault.is_nul else f"not in {name}"
                why = "is NUL" if fault.is_nul else "does not fit"
                raise _refuse(what, offset + fault.at, why, path, line)
            text = mended.text
            decoder.reset()
            decoder.decode(mended.held)
        line += text.count("\n")
        plain = plain and text.isascii()
        offset += len(data) - len(decoder.getstate()[0])
        yield text
    if mending:
        mending.tell()


class _Fault(NamedTuple):
    """The first byte of a chunk that is not text."""

    at: int
    is_nul: bool = False
    may_be_western: bool = False


def _decode_chunk(
    decoder: codecs.IncrementalDecoder, codec: str, chunk: bytes, data: bytes
) -> tuple[str, _Fault | None]:
    """Text of a chunk, which with what was held back before is ``data``, and what is wrong."""
    # In UTF-8 a NUL means a picture, a workbook or UTF-16 without a mark, and is a better
    # hint than the first byte that does not fit.
    if codec == "utf-8" and (nul := data.find(b"\0")) >= 0:
        return "", _Fault(nul, is_nul=True)
    try:
        text = decoder.decode(chunk, final=not chunk)
    except UnicodeDecodeError as error:
        # Cut off by the file's end it is no letter in UTF-8, but "caf\xe9" is whole elsewhere.
        whole = chunk or error.end < len(data) or data[error.start :] in _LAST_LETTERS
        return "", _Fault(error.start, may_be_western=bool(whole))
    if "\0" in text:
        return "", _Fault(len(text.partition("\0")[0].encode(codec)), is_nul=True)
    return text, None


class _Mending:
    """Keeps account of what was mended in a file."""

    def __init__(self, note: Callable[[str], None], codec: str) -> None:
        self._note = note
        self._codec = codec
        self._faults = 0
        self._first = 0  # line of the first fault

    def try_it(self, data: bytes, line: int, *, final: bool, western: bool) -> Mended | None:
        """Mended text, or None where it must be something else, or may be ``western``."""
        mended = mend(data, self._codec, final=final)
        if mended is None or (western and mended.letters <= mended.faults):
            return None
        self._first = self._first or line + mended.first
        self._faults += mended.faults
        return mended

    def tell(self) -> None:
        """Says how much was mended."""
        if self._faults:
            number = f"{self._faults:,} broken character{'s' * (self._faults > 1)}"
            self._note(f"{number}, the first in line {self._first}, read as {BROKEN}")


def _decode_western(
    chunks: Iterable[bytes], path: str, offset: int, line: int, mending: _Mending
) -> Iterator[str]:
    for chunk in filter(None, chunks):
        text = _decode_sound(chunk)
        mended = None if text else mending.try_it(chunk, line, final=True, western=False)
        if not text and not mended:
            at = min(at for at in map(chunk.find, _UNUSED) if at >= 0)
            line += chunk[:at].count(b"\n")
            what = "not text" if chunk[at] == 0 else "neither in UTF-8 nor in Windows-1252"
            why = "is NUL" if chunk[at] == 0 else "does not fit"
            raise _refuse(what, offset + at, why, path, line)
        text = mended.text if mended else text
        line += text.count("\n")
        offset += len(chunk)
        yield text
    mending.tell()


def _decode_sound(chunk: bytes) -> str:
    """Text in Windows-1252; "" where a byte is none."""
    try:
        return "" if b"\0" in chunk else chunk.decode("cp1252")
    except UnicodeDecodeError:
        return ""


def _refuse(what: str, offset: int, fault: str, path: str, line: int) -> InputError:
    message = f"{what}: the byte at offset {offset} {fault}"
    return InputError(message, path=path, line=line, remedy=_REMEDY)


def split_lines(pieces: Iterable[str], limit: int) -> Iterator[Line]:
    """Lines of a text; what a line has beyond ``limit`` characters is dropped.

    Of a text that is cut off, the last line says so.
    """
    number, rest, held = 1, "", ""
    try:
        for piece in pieces:
            text = held + piece
            held = "\r" if text.endswith("\r") else ""  # a line feed may follow in the next piece
            text = normalise_ends(text[: len(text) - len(held)])
            first, *others = text.split("\n")
            rest = _append(rest, first, limit)
            for other in others:
                yield _line(number, rest, limit)
                number, rest = number + 1, other
    except CutOffError as fault:
        yield Line(number, rest[:limit], str(fault), is_cut_off=True)
        return
    if rest or held:
        yield _line(number, rest, limit)


def normalise_ends(text: str) -> str:
    """Text with every line ended by LF."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _append(rest: str, more: str, limit: int) -> str:
    """The line so far, at most one character longer than allowed: that tells that it is cut."""
    return rest + more[: limit + 1 - len(rest)] if len(rest) <= limit else rest


def _line(number: int, text: str, limit: int) -> Line:
    if len(text) <= limit:
        return Line(number, text)
    return Line(number, text[:limit], f"a line with more than {limit:,} characters")
