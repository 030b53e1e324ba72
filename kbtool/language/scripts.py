"""Languages that their script gives away."""

from __future__ import annotations

from collections import Counter

LATIN = "Latn"
_CYRILLIC, _ARABIC, _HAN, _JAPANESE, _KOREAN = "Cyrl", "Arab", "Hani", "ja", "ko"

# First and last letter of a script, and the language where one alone is written in it.
_SCRIPTS = (
    ("\u0370", "\u03ff", "el"),
    ("\u0400", "\u052f", _CYRILLIC),
    ("\u0530", "\u058f", "hy"),
    ("\u0590", "\u05ff", "he"),
    ("\u0600", "\u06ff", _ARABIC),
    ("\u0900", "\u097f", "hi"),
    ("\u0980", "\u09ff", "bn"),
    ("\u0b80", "\u0bff", "ta"),
    ("\u0c00", "\u0c7f", "te"),
    ("\u0e00", "\u0e7f", "th"),
    ("\u10a0", "\u10ff", "ka"),
    ("\u1100", "\u11ff", _KOREAN),
    ("\u3040", "\u30ff", _JAPANESE),
    ("\u3400", "\u9fff", _HAN),
    ("\uac00", "\ud7a3", _KOREAN),
)
_SCRIPT_SHARE = 0.5  # of the letters; the rest are names of products and of people
_LATIN_SHARE = 0.75
_FEWEST_SIGNS = 6  # of scripts that need few signs
_DENSE = frozenset({_HAN, _JAPANESE, _KOREAN})
_KANA_SHARE = 0.1  # Japanese has more kana, Chinese has none
_FEWEST_LETTERS = 20

# Letters that few languages of a script have; the first that holds decides.
_CYRILLIC_LETTERS = (
    ("ў", "be"),
    ("ѓќѕ", "mk"),
    ("ђјљњћџ", "sr"),
    ("ыэё", "ru"),
    ("іїєґ", "uk"),
)
_OTHER_CYRILLIC = "әөүқғңһұ"  # Kazakh, Tatar, Mongolian and others
_BULGARIAN = frozenset("да се ли това със мога ще съм защо какво".split())
_ARABIC_LETTERS = (("ٹڈڑے", "ur"), ("پچژگ", "fa"))


def language_of_script(text: str) -> str:
    """The language that the script tells, "" where it tells none, LATIN where words must."""
    letters = [letter for letter in text if letter.isalpha()]
    foreign = [letter for letter in letters if letter >= "\u0370"]
    if len(letters) - len(foreign) >= _LATIN_SHARE * len(letters):
        return LATIN
    if len(foreign) < _SCRIPT_SHARE * len(letters):
        return ""
    counts = Counter(map(_script_of, foreign))
    east_asian = counts[_JAPANESE] + counts[_HAN]
    if counts[_JAPANESE] > _KANA_SHARE * east_asian:
        counts[_JAPANESE] = east_asian
    script, count = counts.most_common(1)[0]
    if count < (_FEWEST_SIGNS if script in _DENSE else _FEWEST_LETTERS):
        return ""
    return _tell_apart(script, text.lower())


def _script_of(letter: str) -> str:
    return next((name for first, last, name in _SCRIPTS if first <= letter <= last), "")


def _tell_apart(script: str, text: str) -> str:
    """The language of a text in this script."""
    if script == _HAN:
        return "zh"
    if script == _ARABIC:
        return _first_held(text, _ARABIC_LETTERS) or "ar"
    if script != _CYRILLIC:
        return script
    if any(letter in text for letter in _OTHER_CYRILLIC):
        return ""
    language = _first_held(text, _CYRILLIC_LETTERS)
    if not language and not _BULGARIAN.isdisjoint(text.split()):
        return "bg"
    return language or ("ru" if "ь" in text else "")


def _first_held(text: str, table: tuple[tuple[str, str], ...]) -> str:
    return next((name for letters, name in table if any(sign in text for sign in letters)), "")
