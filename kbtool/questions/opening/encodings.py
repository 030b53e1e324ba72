"""Encodings by name, and which of them bytes are in that are not in UTF-8."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from difflib import get_close_matches
from importlib.util import find_spec
from itertools import pairwise
from types import MappingProxyType
from unicodedata import category

from kbtool.errors import UsageError
from kbtool.patterns import lazy_pattern

WESTERN = "cp1252"
# Of each encoding that is told by itself, the name that users know.
_TOLD: Mapping[str, str] = MappingProxyType(
    {
        WESTERN: "Windows-1252",
        "utf-8": "UTF-8",
        **dict.fromkeys(("utf-16", "utf-16-le", "utf-16-be"), "UTF-16"),
        **dict.fromkeys(("utf-32", "utf-32-le", "utf-32-be"), "UTF-32"),
        **{f"cp125{n}": f"Windows-125{n}" for n in (0, 1, 3, 4, 5, 6, 7, 8)},
        "cp850": "CP850",
        "cp852": "CP852",
        "mac-roman": "Mac Roman",
        "koi8-r": "KOI8-R",
        "koi8-u": "KOI8-U",
        "cp932": "Shift-JIS",
        "euc_jis_2004": "EUC-JP",
        "gb18030": "GB18030",
        "big5hkscs": "Big5",
        "cp949": "EUC-KR",
    }
)
# What programs call by the name of a standard and write with more letters.
_WIDER: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("ascii", "iso8859-1", "latin_1"), WESTERN),
        **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
        "shift_jis": "cp932",
        "euc_kr": "cp949",
        "big5": "big5hkscs",
        "euc_jp": "euc_jis_2004",
    }
)
_RARE = ("cp737", "cp855", "cp866")
_EXAMPLES = "cp1251, mac-roman, shift-jis, gb18030, big5, euc-kr"
_RUN = lazy_pattern(rb"[\x80-\xff]+")
_LONG = 1.6  # mean length of runs of bytes beyond ASCII: texts in Latin letters stay below 1.3
_TURKEY = ("cp1254", "iso8859-9")
_TURKISH = "ðþý"  # what its own letters are in Windows-1252, where Icelandic alone has them
_LATIN = "\u024f"  # the last letter of the alphabets that began with Latin
_LETTERS = 0.8  # share of letters in what is beyond ASCII, in a text in other scripts
_CAPITALS = 0.03  # share of capitals behind small letters there, as in "iPhone"
_AFTER = lazy_pattern(r"([A-Za-z])([^\x00-\x7f])(?=([a-z]?))")  # what follows on a letter
_BEFORE = lazy_pattern(r"(?<![A-Za-z])[^\x00-\x7f](?=[a-z])")
_JOINING = frozenset("’‘´–—\u00ad")  # signs that words have inside
_OPENING = frozenset("«“‘’„¿¡–—…€£§\u00a0")  # signs that words begin after
_CLOSING = _JOINING | frozenset("”“»…°™®©²³€\u00a0")  # signs that words end before


EAST_ASIAN = frozenset({"cp932", "shift_jis_2004", "euc_jis_2004", "gb18030", "big5hkscs", "cp949"})
"""Codecs whose letters take two bytes and more: cut elsewhere than between two, they are others."""


def find_encoding(name: str) -> str:
    """Name of the codec for an encoding that the user named; "" where none is named.

    Raises UsageError where there is none.
    """
    if not name:
        return ""
    try:
        codec = codecs.lookup(name.strip().replace(" ", "_")).name
        "a".encode(codec)  # compression and the like are codecs too
    except (LookupError, UnicodeError, ValueError):
        raise UsageError(f"no encoding is called {name!r}", remedy=_suggest(name)) from None
    return _WIDER.get(codec, codec)


def show_encoding(codec: str) -> str:
    """The name that users know an encoding by."""
    return _TOLD.get(codec, codec)


def guess_encoding(data: bytes, *, is_mixed: bool = False) -> str:
    """The codec that bytes which are not in UTF-8 are in; "" where that is not dependable.

    Where the file is in UTF-8 elsewhere, what is Latin may be broken rather than of another system.
    Without the package that compares languages, all that looks Western is Windows-1252.
    """
    runs = _RUN.findall(data)
    longest = max(map(len, runs), default=0)
    is_latin = longest < 3 or sum(map(len, runs)) < _LONG * len(runs)
    guess = _compare_languages(data)
    text = _decode(data, guess)
    if is_latin:
        western = _count_odd(_decode(data, WESTERN), _TURKISH if guess in _TURKEY else "")
        return guess if guess and not is_mixed and 4 * _count_odd(text) < western else WESTERN
    return guess if guess and _is_written_in_one_script(text) else ""


def explain_unknown() -> str:
    """What the user can do about bytes whose encoding cannot be told."""
    package = "" if find_spec("chardet") else ', or pip install "kbtool[encodings]" to have it told'
    return f"Say what it is in: --encoding NAME ({_EXAMPLES}), or save it as UTF-8{package}"


def suggest_encoding(data: bytes, tried: str) -> str:
    """What the user can do about bytes that are not in the encoding that they were read in."""
    codec = guess_encoding(data)
    if not codec or codec == tried:
        return explain_unknown()
    return f"It looks like {show_encoding(codec)}: --encoding {codec} reads it, or save it as UTF-8"


def _suggest(name: str) -> str:
    from encodings.aliases import aliases  # noqa: PLC0415 - for a mistake alone

    known = [*_TOLD, *_EXAMPLES.split(", "), *sorted({*aliases.values()})]
    near = get_close_matches(name.strip().lower(), known, 1)
    return f"Did you mean {near[0]}?" if near else f"Names are, for example: {_EXAMPLES}"


def _compare_languages(data: bytes) -> str:
    """The codec in which bytes look most like a language; "" without the package for that."""
    try:
        import chardet  # noqa: PLC0415 - an extra, for tables that are not in UTF-8 alone
    except ImportError:
        return ""
    # Of EBCDIC not even commas can be read; short texts from Japan look like old Cyrillic ones.
    eras = chardet.EncodingEra.ALL & ~(
        chardet.EncodingEra.MAINFRAME | chardet.EncodingEra.LEGACY_REGIONAL
    )
    found = chardet.detect(data, encoding_era=eras, exclude_encodings=_RARE)["encoding"]
    codec = codecs.lookup(found or WESTERN).name
    return _WIDER.get(codec, codec)


def _decode(data: bytes, codec: str) -> str:
    return data.decode(codec, "replace") if codec else ""


def _count_odd(text: str, odd: str = "") -> int:
    """Characters beside a letter that no word has there, and all those of ``odd``."""
    before = sum(not (s.isalpha() or s in _OPENING) for s in _BEFORE.findall(text))
    after = sum(
        not (_goes_on(letter, sign) or sign in (_JOINING if more else _CLOSING))
        for letter, sign, more in _AFTER.findall(text)
    )
    return before + after + sum(map(text.count, odd))


def _goes_on(letter: str, sign: str) -> bool:
    """Whether a word may go on with a sign: a small Latin letter, or any behind a capital."""
    return (sign.isalpha() if letter.isupper() else sign.islower()) and sign <= _LATIN


def _is_written_in_one_script(text: str) -> bool:
    """Whether nearly all beyond ASCII are letters of other scripts than Latin, or their marks.

    In words that are read right hardly any capital comes behind a small letter.
    """
    beyond = [sign for sign in text if not sign.isascii()]
    fitting = sum(_fits(sign) for sign in beyond)
    capitals = sum(b.isupper() and a.islower() for a, b in pairwise(text))
    return fitting >= _LETTERS * len(beyond) and capitals <= _CAPITALS * len(beyond)


def _fits(sign: str) -> bool:
    is_letter = category(sign)[0] in "LM" and sign > _LATIN
    return is_letter or "\u3000" <= sign <= "\u303f" or "\uff00" <= sign <= "\uff0f"
