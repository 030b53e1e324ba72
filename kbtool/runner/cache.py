"""What keeps drafts and runs for later, and what keeps nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol


class Stat(NamedTuple):
    """What tells that a file is still the same without reading it."""

    size: int
    mtime: int  # nanoseconds
    inode: int


class Cache(Protocol):
    """Where results are kept between runs."""

    keeps: bool  # whether it keeps anything

    def digests(self, places: Sequence[str]) -> dict[str, tuple[Stat, bytes]]:
        """Digest of the content of each file when it was last read, with its state then."""

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Values of those keys that are known."""

    def put(
        self,
        parts: Mapping[bytes, bytes],
        stats: Iterable[tuple[str, Stat, bytes]],
    ) -> None:
        """Keep values and digests."""


class NoCache:
    """Keeps nothing."""

    keeps = False

    def digests(self, places: Sequence[str]) -> dict[str, tuple[Stat, bytes]]:  # noqa: ARG002 - the protocol's
        """Know no file."""
        return {}

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:  # noqa: ARG002 - as above
        """Know no key."""
        return {}

    def put(
        self,
        parts: Mapping[bytes, bytes],
        stats: Iterable[tuple[str, Stat, bytes]],
    ) -> None:
        """Forget it all."""


def default_folder() -> Path:
    """Folder that the system keeps caches of this user in."""
    from platformdirs import user_cache_path  # noqa: PLC0415 - a folder may be given instead

    return user_cache_path("kbtool", appauthor=False)
