"""Alternative texts that say nothing of an image."""

from __future__ import annotations

import posixpath
import re
from functools import cache
from typing import NamedTuple
from urllib.parse import unquote

PLACEHOLDERS = (
    "image", "img", "picture", "pic", "photo", "photograph", "graphic", "figure", "screenshot",
    "screen shot", "screen", "screen capture", "screengrab", "icon", "banner", "thumbnail",
    "alt", "alt text", "alternative text", "alt tag", "image alt text", "image description",
    "enter image description here", "description", "description of the image", "untitled",
    "unnamed", "placeholder", "blank", "null", "undefined", "none", "todo", "tbd",
)  # fmt: skip
"""Whole texts, in lower case."""

ENDINGS = ("png", "jpg", "jpeg", "gif", "svg", "webp", "bmp", "tif", "tiff", "avif", "heic", "ico")
"""Endings of names of image files."""

STEMS = (
    "img", "dsc", "dscn", "dscf", "pxl", "mceclip", "image", "pic", "picture", "photo", "figure",
    "fig", "screenshot", "screen shot", "screen recording", "screen", "untitled", "unnamed",
    "capture", "grafik", "bild",
)  # fmt: skip
"""Words before a number in names that cameras and programs give."""


class _Names(NamedTuple):
    """Patterns of names."""

    file: re.Pattern[str]
    numbered: re.Pattern[str]


def find_fault(
    alt: str,
    src: str,
    placeholders: tuple[str, ...] = PLACEHOLDERS,
    endings: tuple[str, ...] = ENDINGS,
    stems: tuple[str, ...] = STEMS,
) -> str:
    """What is wrong with a whole alternative text, "" where nothing is."""
    names = _compile(endings, stems)
    plain = alt.lower().strip(" .:!*_-[]()<>\"'")
    if names.file.fullmatch(alt) and (" " not in alt or names.numbered.match(alt)):
        return "is a file name"  # "Convert a.jpg to b.png" is more than that
    stem = posixpath.splitext(posixpath.basename(unquote(src)))[0]
    if alt == stem and _name_like().fullmatch(alt):
        return "is the name of the file"
    if plain in _known(placeholders):
        return "says nothing of the image"
    return "is a name with a number" if names.numbered.fullmatch(plain) else ""


@cache
def _known(placeholders: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(str.lower, placeholders))


@cache
def _name_like() -> re.Pattern[str]:
    return re.compile(r"(?=.{0,200}[_\d-])[^\s]+")


@cache
def _compile(endings: tuple[str, ...], stems: tuple[str, ...]) -> _Names:
    ending = "|".join(map(re.escape, endings)) or "(?!)"
    # Programs put a space, a hyphen or a low line, or nothing, between two words.
    parts = (r"[ _-]?".join(map(re.escape, stem.split())) for stem in stems)
    stem = "|".join(sorted(parts, key=len, reverse=True)) or "(?!)"
    number = r"\d[\d _.:-]{0,40}(?:at[\d _.:-]{0,40}(?:[ap]m)?)?(?:\(\d{1,4}\))?"
    return _Names(
        re.compile(rf"[^\r\n]{{1,200}}\.(?:{ending})", re.IGNORECASE),
        re.compile(rf"(?:{stem})[ _.-]*{number}", re.IGNORECASE),
    )
