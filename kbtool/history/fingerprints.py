"""Short digests of wordings: the same question is known again, and cannot be read."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

from kbtool.patterns import lazy_pattern

SIZE = 6  # bytes; among a million wordings two are alike by chance once in 500 logs
KEY_SIZE = 32
MOST = 5_000  # fingerprints kept of one group: those with the smallest values, a fair sample
_WORD = lazy_pattern(r"[^\W_]+")


def mark(text: str, key: bytes) -> bytes:
    """Fingerprint of a wording; case, punctuation and white space do not count."""
    words = " ".join(_WORD.findall(text.casefold()))
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=SIZE, key=key).digest()


def mark_all(texts: Iterable[str], key: bytes) -> bytes:
    """Fingerprints of all wordings, each once and in order, one behind the other."""
    return b"".join(sorted({mark(text, key) for text in texts})[:MOST])


def split_marks(joined: bytes) -> list[bytes]:
    """Fingerprints that stand one behind the other."""
    return [joined[at : at + SIZE] for at in range(0, len(joined), SIZE)]


def digest(*parts: str | bytes) -> str:
    """A digest of several parts as 24 hexadecimal digits."""
    whole = blake2b(digest_size=12)
    for part in parts:
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        whole.update(len(content).to_bytes(8, "big") + content)
    return whole.hexdigest()
