"""Names of files for articles: readable, the same everywhere, and never a way out of the folder."""

from __future__ import annotations

import unicodedata
from hashlib import blake2b

from kbtool.patterns import lazy_pattern

_LONGEST_SLUG = 60
_LONGEST_ID = 40
_NO_WORD = lazy_pattern(r"[^a-z0-9]+")
_NO_NAME = lazy_pattern(r"[^a-z0-9_-]+")

_RESERVED = frozenset(
    "aux clock$ con nul prn index _index readme".split()
    + [f"{port}{number}" for port in ("com", "lpt") for number in range(10)]
)
"""Names that Windows keeps for devices, and those that sites fill themselves."""


def name_article(title: str, key: str, locale: str = "") -> str:
    """Name without an ending: words of the title, the id, and the locale where it tells apart.

    An id that loses signs on the way gets a digest of itself, so that no two become one.
    """
    lowered = _NO_NAME.sub("-", key.lower()).strip("-")[:_LONGEST_ID]
    safe = lowered if lowered == key else f"{lowered}-{digest(key)}".strip("-")
    slug = slugify(title)
    name = safe if _is_readable(safe) or slugify(key).startswith(slug) else f"{slug}-{safe}"
    if name in _RESERVED:
        name = f"article-{name}"
    tail = _NO_NAME.sub("-", locale.lower()).strip("-")[:20]
    return f"{name}.{tail}" if tail else name


def _is_readable(key: str) -> bool:
    """Whether an id is words, so that those of the title would say the same again."""
    parts = key.replace("_", "-").split("-")
    words = [part for part in parts if part.isalpha() and len(part) > 1]
    return len(words) > 1 and 2 * len(words) > len(parts)


def slugify(text: str) -> str:
    """Words of a text in letters that every system can keep; "" where it has none."""
    plain = unicodedata.normalize("NFKD", text[:1_000]).encode("ascii", "ignore").decode("ascii")
    slug = _NO_WORD.sub("-", plain.lower()).strip("-")
    if len(slug) > _LONGEST_SLUG:
        cut = slug[: _LONGEST_SLUG + 1].rpartition("-")[0]
        slug = cut or slug[:_LONGEST_SLUG]
    return slug


def digest(text: str) -> str:
    """Eight hexadecimal digits that tell a text apart."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
