"""Texts of files: read when asked for, or as an editor holds them."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from stat import S_ISREG

from kbtool.articles import ArticleFile, read_bytes
from kbtool.model import Source
from kbtool.runner.cache import Cache, Stat

_RACY = 2_000_000_000  # nanoseconds within which a second change may leave the time as it was


class Contents:
    """Bytes of files and their digests."""

    def __init__(self, overlays: Mapping[str, bytes], cache: Cache, now: int) -> None:
        """Take contents that stand for files by the path shown; ``now`` is in nanoseconds."""
        self.overlays = overlays
        self._cache = cache
        self._now = now
        self.fresh: list[tuple[str, Stat, bytes]] = []  # digests that the cache does not know yet

    def digest_all(self, files: tuple[ArticleFile, ...]) -> dict[str, bytes]:
        """Digest of each file by the path shown; b"" of one that cannot be read.

        All are b"" where no cache asks for them. A file whose size, time and inode are those of the
        last run is not read again.
        """
        if not self._cache.keeps:
            return dict.fromkeys((file.shown for file in files), b"")
        places = {file.shown: os.path.abspath(file.place) for file in files}  # noqa: PTH100 - text
        known = self._cache.digests(list(places.values()))
        return {shown: self._digest(shown, place, known) for shown, place in places.items()}

    def _digest(self, shown: str, place: str, known: Mapping[str, tuple[Stat, bytes]]) -> bytes:
        if shown in self.overlays:
            return digest(self.overlays[shown])
        try:
            state = os.stat(place)  # noqa: PTH116 - thousands of files
            if not S_ISREG(state.st_mode):
                return b""  # reading a pipe would wait for a writer
            stat = Stat(state.st_size, state.st_mtime_ns, state.st_ino)
            before = known.get(place)
            if before and before[0] == stat:
                return before[1]
            with open(place, "rb") as file:  # noqa: PTH123 - as above
                found = digest(file.read())
        except (OSError, ValueError):
            return b""
        if self._now - stat.mtime > _RACY:
            self.fresh.append((place, stat, found))
        return found


class Sources(Mapping[str, Source]):
    """Source of each article by its path, read from the disk again when it is asked for."""

    def __init__(self, files: Mapping[str, ArticleFile], overlays: Mapping[str, bytes]) -> None:
        """Take the file of each article, and contents that stand for files."""
        self._files = files
        self._overlays = overlays
        self._last: Source | None = None
        self._export: tuple[str, dict[str, Source]] = ("", {})  # the last one: file and its texts

    def __getitem__(self, path: str) -> Source:
        """Source of the article with this path. Raises KeyError, and InputError if it is gone."""
        if self._last is None or self._last.path != path:
            # Findings come article by article, so the last one is the one most asked for.
            self._last = self._read(path, self._files[path])
        return self._last

    def __iter__(self) -> Iterator[str]:
        """Paths of all articles."""
        return iter(self._files)

    def __len__(self) -> int:
        """Number of articles."""
        return len(self._files)

    def _read(self, path: str, file: ArticleFile) -> Source:
        if path != file.shown:
            return self._read_part(path, file)
        content = self._overlays.get(file.shown)
        if content is None:
            content = read_bytes(Path(file.place), sys.maxsize)
        # What could be parsed is UTF-8; should it have changed since, a wrong sign is shown.
        text = content.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace")
        return Source(path, text, content.startswith(codecs.BOM_UTF8))

    def _read_part(self, path: str, file: ArticleFile) -> Source:
        """Text of an article in an export; empty if it is no longer there."""
        if self._export[0] != file.shown:
            content = self._overlays.get(file.shown)
            content = read_bytes(Path(file.place), sys.maxsize) if content is None else content
            from kbtool.articles.exports import Text, read_export  # noqa: PLC0415 - few have exports

            parts = read_export(content, file.shown, sys.maxsize, drafts=True)
            texts = {part.source.path: part.source for part in parts if isinstance(part, Text)}
            self._export = (file.shown, texts)
        return self._export[1].get(path) or Source(path, "", virtual=True)


def digest(content: bytes) -> bytes:
    """Digest of some bytes, 16 bytes long."""
    from hashlib import blake2b  # noqa: PLC0415 - loads OpenSSL, 3 ms: only the cache asks

    return blake2b(content, digest_size=16).digest()
