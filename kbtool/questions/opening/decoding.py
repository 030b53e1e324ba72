"""Bytes of a file to text, piece by piece, in the encoding that they are in."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from itertools import chain

from kbtool.errors import InputError
from kbtool.questions.opening.encodings import show_encoding
from kbtool.questions.opening.lines import CutOffError
from kbtool.questions.opening.mending import BROKEN, Mended, Reading, decode_sound, mend_lines
from kbtool.questions.opening.mending_account import WIDE, Account
from kbtool.questions.opening.sampling import choose_reading, take_sample

_MARKS = (
    (codecs.BOM_UTF8, ""),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins as the mark of UTF-16 does
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KINDS = {
    b"PK\x03\x04": "an Excel workbook or another zip archive",
    b"\xd0\xcf\x11\xe0": "an old Excel or Word file",
    b"%PDF-": "a PDF",
    b"PAR1": "a Parquet file",
}
_LINE = 1 << 20  # bytes: longer lines are read in parts


def decode(
    chunks: Iterator[bytes],
    path: str,
    note: Callable[[str], None],
    *,
    table: bool = True,
    encoding: str = "",
) -> Iterator[str]:
    """Text of a file in UTF-8, UTF-16, UTF-32 or an ``encoding`` that the user named.

    What is in no UTF-8 of a ``table`` is read in the encoding that it seems to be in, for
    Windows-1252 is what spreadsheets of Western Europe still write; JSON is in UTF-8 by its
    standard. A few broken characters become signs. ``note`` is told of all that.

    Raises InputError with line and byte offset where the bytes are something else.
    """
    blocks = _end_at_lines(chunks)
    head = next(blocks, b"")
    mark, codec = next((row for row in _MARKS if head.startswith(row[0])), (b"", encoding))
    if kind := next((kind for sign, kind in _KINDS.items() if head.startswith(sign)), ""):
        remedy = "Give it the ending that fits, or open it and save it as CSV"
        raise InputError(f"it is {kind}, not text", path=path, remedy=remedy)
    if not mark and not codec and (codec := _find_wide(head)):
        note(f"without a byte order mark, read as {show_encoding(codec)}")
    account = Account(path, note, len(mark))
    blocks = chain([head[len(mark) :]], blocks)
    try:
        if codec.startswith(WIDE):
            yield from _decode_wide(blocks, codec, account)
        elif codec:
            yield from _decode_by_line(blocks, Reading(codec, tries_utf_8=False), account)
        else:
            yield from _decode_utf_8(blocks, account, plain=not mark, table=table)
    finally:
        account.tell()


def _find_wide(head: bytes) -> str:
    """UTF-16 where the first four letters are ASCII in it, else ""."""
    for codec, high, low in (("utf-16-le", 1, 0), ("utf-16-be", 0, 1)):
        if head[high:8:2] == bytes(4) and 0 not in head[low:8:2]:
            return codec
    return ""


def _end_at_lines(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Bytes of whole lines at a time; a line of a megabyte is given in parts.

    What comes after the last letter of ASCII is left out where the file is cut off.
    """
    rest = b""
    try:
        for chunk in chunks:
            rest += chunk
            if end := rest.rfind(b"\n") + 1 or _find_whole(rest):
                yield rest[:end]
                rest = rest[end:]
    except CutOffError:
        yield rest.rstrip(bytes(range(0x80, 0x100)))
        raise
    if rest:
        yield rest


def _find_whole(rest: bytes) -> int:
    """Offset after the last whole character of a part of a line, 0 while the part is small."""
    end = len(rest) if len(rest) > _LINE else 0
    while end > len(rest) - 3 and rest[end - 1 : end] >= b"\x80":  # in UTF-8 four bytes at most
        end -= 1
    return end


def _decode_utf_8(
    blocks: Iterator[bytes], account: Account, *, plain: bool, table: bool
) -> Iterator[str]:
    for block in blocks:
        text = decode_sound(block, "utf-8")
        if text is None:
            sample, blocks = take_sample(block, blocks)
            reading = choose_reading(sample, account, plain=plain, table=table)
            yield from _decode_by_line(blocks, reading, account)
            return
        plain = plain and text.isascii()
        yield account.add(block, Mended(text))


def _decode_by_line(blocks: Iterator[bytes], reading: Reading, account: Account) -> Iterator[str]:
    account.codec, account.is_mixed = reading.codec, reading.is_mixed
    for block in blocks:
        text = decode_sound(block, "utf-8" if reading.tries_utf_8 else reading.codec)
        yield account.add(block, mend_lines(block, reading) if text is None else Mended(text))


def _decode_wide(blocks: Iterator[bytes], codec: str, account: Account) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(codec)(errors="replace")
    account.codec = codec
    for block in chain(blocks, [b""]):
        text = decoder.decode(block, final=not block)
        faults = text.count(BROKEN) + text.count("\0")
        text = text.replace("\0", BROKEN)
        before = text.partition(BROKEN)[0]
        at = len(before.encode(codec, "replace"))
        yield account.add(block, Mended(text, faults, at, before.count("\n")))
