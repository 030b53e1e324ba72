"""Words of a text and their number, as a reader would count them."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from kbtool.parse.abbreviations import PATH_VERBS
from kbtool.parse.characters import CURRENCY, HAN_AND_KANA, MARKS, PATH_SIGNS, is_plain
from kbtool.patterns import lazy_pattern

_SIGN = lazy_pattern(f"[{PATH_SIGNS}]")

_LONGEST_PART = 4  # words in one part of a path
_WIDEST_SIGN = 8  # characters between two parts, white space included


def find_words(text: str) -> list[tuple[int, int]]:
    """Half-open offsets of the words of a text, in order.

    One word each: a masked run, an address, a version, a file name or path, "e-mail", "don't",
    "$1,000.50", "10:30", "Ctrl+C", and a whole path through a user interface such as
    "Profile > Security". Every Han or Kana character is a word, so is every run between spaces in
    scripts like Thai. Images, emoji and punctuation are not words; the full stop of an
    abbreviation lies outside of its word.
    """
    words = [match.span() for match in _pattern_for(text).finditer(text)]
    return _join_paths(text, words) if _SIGN.search(text) else words


def count_words(text: str) -> int:
    """Number of words: the length of ``find_words(text)``, found faster."""
    return len(find_words(text) if _SIGN.search(text) else _pattern_for(text).findall(text))


def count_each(text: str, ranges: Iterable[tuple[int, int]]) -> list[int]:
    """Number of words in each range of a text."""
    if _SIGN.search(text):
        return [count_words(text[start:end]) for start, end in ranges]
    find = _pattern_for(text).findall
    return [len(find(text, start, end)) for start, end in ranges]


def _pattern_for(text: str) -> re.Pattern[str]:
    return _plain_word_pattern() if is_plain(text) else _word_pattern()


def _join_paths(text: str, words: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The words, with those of one path through a user interface made into one."""
    joined: list[tuple[int, int]] = []
    done = 0
    for first, last in _find_paths(text, words):
        joined += words[done:first]
        joined.append((words[first][0], words[last][1]))
        done = last + 1
    return joined + words[done:]


def _find_paths(text: str, words: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """First and last index into ``words`` of each path.

    Words at both ends of a path must be capitalised to belong to it; between two signs, as in
    "Settings > Privacy and security > Cookies", any few words make a part.
    """
    path: tuple[int, int] | None = None
    part = 0  # first word after the sign before
    for sign in _words_before_signs(text, words):
        if path and sign - part < _LONGEST_PART and _is_unbroken(text, words[part : sign + 1]):
            path = (path[0], _last_capitalised(text, words, sign + 1))
        elif _is_name(text[words[sign][0]]):
            floor = path[1] + 1 if path else 0
            if path:
                yield path
            first = _first_capitalised(text, words, sign, floor)
            path = (first, _last_capitalised(text, words, sign + 1))
        part = sign + 1
    if path:
        yield path


def _words_before_signs(text: str, words: list[tuple[int, int]]) -> Iterator[int]:
    """Index of each word that a path sign alone parts from the next, which is capitalised."""
    for sign in _SIGN.finditer(text):
        after = bisect(words, (sign.start(), 0))
        if 0 < after < len(words) and _is_name(text[words[after][0]]):
            end, start = words[after - 1][1], words[after][0]
            if start - end <= _WIDEST_SIGN and text[end:start].strip() == sign[0]:
                yield after - 1


def _is_name(character: str) -> bool:
    return character.isalpha() and not character.islower()


def _is_unbroken(text: str, words: list[tuple[int, int]]) -> bool:
    """Whether nothing but single spaces stands between the words."""
    return all(text[end:start] in ("", " ") for (_, end), (start, _) in pairwise(words))


def _first_capitalised(text: str, words: list[tuple[int, int]], last: int, floor: int) -> int:
    first = last
    while first > max(floor, last - _LONGEST_PART + 1):
        start, end = words[first - 1]
        if not _is_name(text[start]) or not _is_unbroken(text, words[first - 1 : first + 1]):
            break
        if text[start:end] in PATH_VERBS:
            break
        first -= 1
    return first


def _last_capitalised(text: str, words: list[tuple[int, int]], first: int) -> int:
    last = first
    while last + 1 < min(len(words), first + _LONGEST_PART):
        if not _is_name(text[words[last + 1][0]]) or not _is_unbroken(text, words[last : last + 2]):
            break
        last += 1
    return last


# What ``_word_pattern`` comes to for plain text. It compiles in a tenth of the time.
@cache
def _plain_word_pattern() -> re.Pattern[str]:
    joiners = r"['’.\-&@+/\\$](?=\w)|:\\(?=\w)|[,:](?<=\d.)(?=\d)"
    return re.compile(
        r"(?=[\w$])(?:(?:https?://|ftp://|mailto:|www\.)(?>(?:[^\s\w/]*+[\w/]++)+)"
        rf"|\$?[^\W_]\w*+(?>(?:(?:{joiners})\w*+)*)[%$]?)"
    )


# Compiled at the first use: the character classes take some milliseconds. Every unbounded repeat
# is possessive, so no text makes a search go back over it again and again.
@cache
def _word_pattern() -> re.Pattern[str]:
    letter = rf"[^\W{HAN_AND_KANA}]"
    joiners = (
        rf"[{MARKS}]++"
        # don't, e-mail, v2.2.1, Q&A, a+b@example.com, docs/setup.exe, 20°C, US$5
        rf"|['’.\-‐‑·&@+/\\°{CURRENCY}](?={letter})"
        r"|:\\(?=\w)"  # C:\Users
        r"|[,:–](?<=\d.)(?=\d)"  # 1,000 and 10:30, but not "a,b"
    )
    number_sign = rf"[%‰°{CURRENCY}]"
    return re.compile(
        rf"(?=[\w{CURRENCY}])(?:"  # white space, the most frequent miss, costs one look
        # The last character of an address is never punctuation: "see https://example.com."
        r"(?:https?://|ftp://|mailto:|www\.)(?>(?:[^\s\w/]*+[\w/]++)+)"
        rf"|[{CURRENCY}]?[^\W_{HAN_AND_KANA}]{letter}*+(?>(?:(?:{joiners}){letter}*+)*){number_sign}?"
        rf"|[{HAN_AND_KANA}][{MARKS}]*+)"
    )
