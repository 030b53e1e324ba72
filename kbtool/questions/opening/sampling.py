"""How to read a file that is not in UTF-8 throughout, told by a part of it."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import chain

from kbtool.questions.opening.encodings import EAST_ASIAN, explain_unknown, guess_encoding
from kbtool.questions.opening.lines import CutOffError, cut_off
from kbtool.questions.opening.mending import Reading, decode_sound, mend_lines
from kbtool.questions.opening.mending_account import Account

_LAST_LETTERS = frozenset(bytes([byte]) for byte in range(0xE0, 0x100))  # small ones, in the West
_ASCII = bytes(range(0x80))
_SAMPLE, _ENOUGH = 1 << 18, 2_000  # bytes, and bytes beyond ASCII, that an encoding is told by


def take_sample(block: bytes, blocks: Iterator[bytes]) -> tuple[bytes, Iterator[bytes]]:
    """Bytes that an encoding can be told by, and all blocks from the given one on."""
    taken, size, beyond = [block], len(block), len(block.translate(None, _ASCII))
    try:
        while size < _SAMPLE and beyond < _ENOUGH and (block := next(blocks, b"")):
            taken.append(block)
            size += len(block)
            beyond += len(block.translate(None, _ASCII))
    except CutOffError as fault:
        blocks = cut_off(fault)
    return b"".join(taken), chain(taken, blocks)


def choose_reading(sample: bytes, account: Account, *, plain: bool, table: bool) -> Reading:
    """How the rest of a file is read, of which ``sample`` is not all in UTF-8.

    Raises InputError where nobody can tell.
    """
    beyond = [line for line in BytesIO(sample) if not line.isascii()]
    others = [line for line in beyond if decode_sound(line.replace(b"\0", b""), "utf-8") is None]
    others = [line for line in others if not _is_cut(line)]
    is_mixed = not plain or len(others) < len(beyond)
    if not others or not (is_mixed or table):
        return Reading(is_mixed=is_mixed)
    codec = guess_encoding(b"".join(others), is_mixed=is_mixed)
    if codec in EAST_ASIAN and plain and 10 * (len(beyond) - len(others)) <= len(others):
        is_mixed = False  # a few short lines look like UTF-8 by chance
    if not codec and not is_mixed:
        raise account.refuse(sample, mend_lines(sample, Reading()), explain_unknown())
    if not is_mixed:
        account.announce(codec)
    return Reading(codec, tries_utf_8=is_mixed or codec not in EAST_ASIAN, is_mixed=is_mixed)


def _is_cut(line: bytes) -> bool:
    """Whether a file ends within a letter in UTF-8."""
    try:
        line.decode()
    except UnicodeDecodeError as fault:
        return fault.reason == "unexpected end of data" and line[fault.start :] not in _LAST_LETTERS
    return False
