"""What counts as one word."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kbtool.model import IMAGE, MASK
from kbtool.parse.characters import is_plain
from kbtool.parse.words import _plain_word_pattern, _word_pattern, count_words, find_words


def _words(text: str) -> list[str]:
    return [text[start:end] for start, end in find_words(text)]


@pytest.mark.parametrize(
    "word",
    [
        "lamp",
        "e-mail",
        "state‑of‑the‑art",
        "don't",
        "don’t",
        "2.2.1",
        "v3.5",
        "setup.exe",
        "docs/setup.exe",
        r"C:\Users\lee",
        "snake_case",
        "https://help.example.com/a?b=c&d=%20#e",
        "www.example.com/",
        "mailto:lee@example.com",
        "first.last+tag@help.example.com",
        "$1,000.50",
        "1.000,50€",
        "50%",
        "20°C",
        "10:30",
        "12/31/2024",
        "5–10",
        "Ctrl+Alt+Del",
        "Q&A",
        "and/or",
        MASK * 12,
        f"{MASK * 4}'s",
        "हिन्दी",
        "ภาษาไทย",
        "मुख्य",
        "cafe\u0301",
        "Donau\u00addampf",
        "привет",
        "العربية",
    ],
)
def test_this_is_one_word_in_any_company(word: str) -> None:
    for text in (word, f"see {word}.", f"(“{word}”, 7)", f"{word}! no?", f"a\n{word}\nb"):
        assert word in _words(text)
    assert count_words(word) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("... – — ? !! ( ) • 🎉 ✅", []),
        (IMAGE, []),
        ("____", []),
        (f"Click{IMAGE}now", ["Click", "now"]),
        ("Use Chrome, e.g. at p. 5.", ["Use", "Chrome", "e.g", "at", "p", "5"]),
        ("one,two;three:four", ["one", "two", "three", "four"]),
        ("word—word -- it's 'quoted'", ["word", "word", "it's", "quoted"]),
        ("漢字とkana", ["漢", "字", "と", "kana"]),
        ("See (https://example.com/a).", ["See", "https://example.com/a"]),
        ("the users’ lamps", ["the", "users", "lamps"]),
    ],
)
def test_words_are_found_without_the_punctuation_around_them(text: str, words: list[str]) -> None:
    assert _words(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Go to Profile > Security > Devices now",
            ["Go", "to", "Profile > Security > Devices", "now"],
        ),
        ("Open Settings › Save As › PDF Files", ["Open", "Settings › Save As › PDF Files"]),
        ("A → B", ["A → B"]),
        ("File>New", ["File>New"]),
        (
            "Select Tools > Privacy and security > Cookies to go on",
            ["Select", "Tools > Privacy and security > Cookies", "to", "go", "on"],
        ),
        (f"Tap {MASK * 3} > {MASK * 5}.", ["Tap", f"{MASK * 3} > {MASK * 5}"]),
        ("One Two Three Four Five > Six", ["One", "Two Three Four Five > Six"]),
        ("File > New. Edit > Copy", ["File > New", "Edit > Copy"]),
        ("File > New Edit > Copy", ["File > New Edit > Copy"]),
        ("when a > b or x -> Y", ["when", "a", "b", "or", "x", "Y"]),
        ("> Quoted text > ", ["Quoted", "text"]),
    ],
)
def test_a_path_through_the_interface_is_one_word(text: str, words: list[str]) -> None:
    assert _words(text) == words


TEXTS = st.text() | st.lists(
    st.sampled_from(["A", "b", "Go", " ", " > ", "→", "1", ".", ",", ":", "-", "'", "@", "$", "%"])
    | st.sampled_from(["\\", "\n", "http://", "www.", MASK, IMAGE, "漢", "\u0301", "_", "é", "/"])
).map("".join)


@given(TEXTS)
@example("A > B > c d e > F > g > H I > J")
@example("http://_\ud800")
def test_words_lie_in_the_text_in_order_and_apart(text: str) -> None:
    words = find_words(text)

    offsets = [offset for word in words for offset in word]
    assert offsets == sorted(offsets)
    assert all(0 <= start < end <= len(text) for start, end in words)
    assert len(words) == count_words(text)


@given(TEXTS)
def test_words_of_plain_text_are_those_that_the_whole_pattern_finds(text: str) -> None:
    plain = "".join(char for char in text if is_plain(char))
    patterns = (_plain_word_pattern(), _word_pattern())

    quick, slow = ([m.span() for m in pattern.finditer(plain)] for pattern in patterns)

    assert quick == slow


@given(TEXTS)
def test_every_letter_and_digit_lies_in_a_word(text: str) -> None:
    covered = {offset for start, end in find_words(text) for offset in range(start, end)}

    assert all(offset in covered for offset, char in enumerate(text) if char.isalnum())


def test_no_combining_mark_of_a_living_script_parts_a_word() -> None:
    basic = map(chr, range(0x10000))
    marks = [character for character in basic if unicodedata.category(character).startswith("M")]

    assert [mark for mark in marks if count_words(f"a{mark}b") != 1] == []


@pytest.mark.parametrize("unit", ["a. ", "(((((", "......", "www.!", "a-", "$", "\u0301", "1,"])
def test_a_megabyte_of_nonsense_is_counted_like_its_pieces(unit: str) -> None:
    repeats = 1_000_000 // len(unit)

    counted = count_words(unit * repeats)

    assert counted == len(find_words(unit * repeats))
    assert counted <= repeats
