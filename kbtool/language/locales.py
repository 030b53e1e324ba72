"""Names of languages: in settings, in front matter and in paths."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from pathlib import PurePosixPath

from kbtool.patterns import lazy_pattern

_LOCALE = lazy_pattern(r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|[0-9]{3}))?")

_LANGUAGES = frozenset(
    "ar bg ca cs da de el en es et eu fa fi fr gl he hi hr hu id is it ja ko lt lv ms nb nl nn no "
    "pl pt ro ru sk sl sr sv th tr uk vi zh".split(),
)
"""Languages that help centres are written in most."""

_WORDS_TOO = frozenset({"id", "is", "it", "no", "ms"})
"""Those whose names are words as well: a folder of such a name may hold anything."""


def language_of(locale: str) -> str:
    """Language of a locale: "de" of "de-AT" or "DE_at"."""
    return locale.replace("_", "-").partition("-")[0].lower()


def locale_in_path(path: str) -> str:
    """Locale that a path names; "" where it names none.

    As the last part of a file's name but one (``refund.de.md``), or as a folder (``de/``,
    ``pt-br/``), the innermost first.
    """
    *folders, name = PurePosixPath(path).parts or ("",)
    suffix = PurePosixPath(PurePosixPath(name).stem).suffix.lstrip(".")
    if suffix and _is_locale(suffix):
        return suffix
    likely = (folder for folder in reversed(folders) if folder.lower() not in _WORDS_TOO)
    return next((folder for folder in likely if _is_locale(folder)), "")


@lru_cache(maxsize=4096)  # each of several rules asks for each path
def without_locale(path: str) -> str:
    """Path without the parts that name a locale: the same for all translations of an article."""
    *folders, name = PurePosixPath(path).parts or ("",)
    stem, ending = PurePosixPath(name).stem, PurePosixPath(name).suffix
    suffix = PurePosixPath(stem).suffix.lstrip(".")
    if suffix and _is_locale(suffix):
        name = PurePosixPath(stem).stem + ending
    kept = [part for part in folders if part.lower() in _WORDS_TOO or not _is_locale(part)]
    return "/".join((*kept, name))


def names_locale(folder: str, siblings: Collection[str] = ()) -> bool:
    """Whether a folder is named after a locale; "it" is one only beside a sure one, as "de" is."""
    if not _is_locale(folder):
        return False
    sure = (name for name in (folder, *siblings) if name.lower() not in _WORDS_TOO)
    return any(map(_is_locale, sure))


def _is_locale(text: str) -> bool:
    match = _LOCALE.fullmatch(text.lower())
    return match is not None and match[1] in _LANGUAGES
