"""Characters that decide where words and sentences end, as bodies of regular expression classes."""

from __future__ import annotations

from kbtool.model import MASK

STOPS = ".!?…‽"
"""End a sentence where white space follows."""

HARD_STOPS = "。！？｡।॥؟۔։።။។"
"""End a sentence whatever follows: Han and Kana, Devanagari, Arabic, Armenian, Burmese, Khmer."""

HAN_QUOTES = ("《「『", "》」』")
"""Opening and closing: a stop between them belongs to a title or to somebody's speech."""

OPENERS = "\"'“‘„‚«‹(\\[{¿¡*_"
"""May stand between white space and the first word of a sentence."""

CLOSERS = "\"'”’“‘»›)\\]}*_」』）】》〉¹²³"
"""Belong to the sentence before them when they follow its stop."""

BULLETS = "•⁃◦▪●‣"
"""Mark an item of a list that was set in one line."""

EMOJI = "☹☺❤\ufe0f\u200d\U0001f300-\U0001faff"
"""Belong to the sentence before them; ticks and warning signs, which lead one, do not."""

PATH_SIGNS = ">›→»▸"
"""Stand between the parts of a path through a user interface."""

CURRENCY = "$€£¥₹"
"""Belong to the number that they stand before or behind."""

HAN_AND_KANA = (
    "\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u9fff"
    "\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
"""Scripts without spaces of which every character counts as a word."""

MARKS = (
    "\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0711\u0730-\u074a\u07a6-\u07b0\u07eb-\u07f3\u07fd"
    "\u0816-\u082d\u0859-\u085b\u0890-\u0963\u0966-\u096f\u0971-\u0df3"
    "\u0e31-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ece\u0f18-\u0f84\u0f86-\u0fc6\u102b-\u103e\u1056-\u109d"
    "\u135d-\u135f\u1712-\u1734\u1752-\u1773\u17b4-\u17d3\u17dd\u180b-\u180f\u1885\u1886\u18a9"
    "\u1920-\u193b\u1a17-\u1a7f\u1ab0-\u1b4c\u1b6b-\u1bf3\u1c24-\u1c37\u1cd0-\u1cf9\u1dc0-\u1dff"
    "\u200c\u200d\u2060\u20d0-\u20f0\u2cef-\u2cf1\u2d7f-\u2dff\u302a-\u302f\u3099\u309a"
    "\ua66f-\ua69f\ua6f0\ua6f1\ua802-\ua827\ua82c\ua880-\ua8f1\ua8ff-\ua953\ua980-\ua9c0\ua9e5"
    "\uaa29-\uaa36\uaa43-\uaa4d\uaa7b-\uaac1\uaaeb-\uaaf6\uabe3-\uabed\ufb1e\ufe00-\ufe0f\ufe20-\ufe2f"
    "\U00011000-\U00011fff\U0001d165-\U0001d244\U0001e000-\U0001e94a\U000e0100-\U000e01ef"
)
"""Continue a word though they are neither letters nor digits: vowel signs, accents, joiners.

Blocks are rounded up to whole runs: letters inside are harmless because they continue words too.
"""


def is_plain(text: str) -> bool:
    """Whether it holds nothing but ASCII, masked characters and curly apostrophes.

    Nearly all English text does, and needs none of the large classes above.
    """
    return text.isascii() or text.replace(MASK, "").replace("’", "").isascii()
