"""Packed files, unpacked as they are read; of one that is cut off, all that comes before."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from kbtool.questions.opening.lines import CutOffError

GZIP = b"\x1f\x8b"
ZSTD = b"\x28\xb5\x2f\xfd"
_CHUNK = 1 << 16
_PIECE = 1 << 10  # bytes of a zst file unpacked at once: 4 of them can stand for 128 kB
_WINDOW = 1 << 27  # bytes that a zst file may refer back to
_CUT_OFF = "the packed file is cut off here, and what follows is lost; fetch it or pack it again"


class PackingError(Exception):
    """A packed file is of no use; the argument says so to users."""

    def __init__(self, message: str, remedy: str = "Pack it again") -> None:
        """Keep what is wrong and what the user can do about it."""
        super().__init__(message)
        self.remedy = remedy


def unpack_gzip(stream: BinaryIO) -> Iterator[bytes]:
    """Chunks of what a gzip file holds.

    Raises CutOffError where it ends too early, PackingError where it is damaged.
    """
    try:
        with gzip.GzipFile(fileobj=stream) as unpacked:
            # Unlike ``read``, this keeps what was unpacked before the end.
            yield from iter(lambda: unpacked.read1(_CHUNK), b"")
    except EOFError:
        raise CutOffError(_CUT_OFF) from None
    except (zlib.error, gzip.BadGzipFile) as fault:
        raise PackingError(f"damaged gzip file ({fault})") from None


def unpack_zstd(stream: BinaryIO) -> Iterator[bytes]:
    """Chunks of what a zst file holds.

    Raises CutOffError where it ends too early, PackingError where it is damaged or the package that
    unpacks it is missing.
    """
    try:
        import zstandard  # noqa: PLC0415 - an extra, for this kind of file alone
    except ImportError:
        remedy = 'Unpack it, or pip install "kbtool[data]"'
        raise PackingError("zst files need one more package", remedy) from None
    # A larger window is what a bomb asks for; zstd itself uses no more up to level 19.
    packer = zstandard.ZstdDecompressor(max_window_size=_WINDOW)
    frame = packer.decompressobj()
    try:
        for piece in iter(lambda: stream.read(_PIECE), b""):
            rest = piece
            while rest:  # one frame may end and the next begin anywhere in it
                frame = packer.decompressobj() if frame.eof else frame
                if unpacked := frame.decompress(rest):  # nothing, until a block is whole
                    yield unpacked
                rest = frame.unused_data
    except zstandard.ZstdError as fault:
        raise PackingError(f"damaged zst file ({fault})") from None
    if not frame.eof:
        raise CutOffError(_CUT_OFF)
