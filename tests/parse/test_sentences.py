"""Where sentences end: a bar stands between the sentences of each text."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from types import FrameType

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kbtool.model import IMAGE, MASK
from kbtool.parse.characters import is_plain
from kbtool.parse.sentences import _plain_stop_pattern, _stop_pattern, split_sentences
from kbtool.parse.words import _word_pattern, count_words

CODE = MASK * 9

HELP_CENTRE = [
    "Open the billing page. | Then download the invoice.",
    "Can't sign in? | Reset your password! | It takes a minute.",
    "Update to v2.3.1. | Then restart.",
    "The limit is 2.5 GB. | Larger files fail.",
    "You pay $9.99. | Nothing else is due.",
    "Visit https://help.example.com/start. | Sign in there.",
    "Write to billing@example.com. | We reply within a day.",
    "Open config.json. | Add your key.",
    "Files in .csv, .xlsx and .ods format work.",
    "Go to Profile > Security > Devices. | Remove the old phone.",
    "Select Save as... and close the window. | The copy opens.",
    "Loading… | Please wait.",
    f"Run {CODE}. | Then open {CODE}. | {CODE} shows the log.",
    f"Enter {MASK}. | Then wait. | {MASK}. | Anything else is refused.",
    f"Click {IMAGE}. | The menu opens.",
    "Use it on a tablet. | iPhone and iPad work too. | macOS does not.",
    "Click save. | then close the tab.",
    "Released in 2019. | Since then it has grown.",
    "You need Windows 11. | Older versions fail.",
]

ABBREVIATIONS = [
    "Use a browser, e.g. Firefox. | Restart it.",
    "Use a code name, i.e. a short word.",
    "It takes approx. 5 minutes. | Do not wait.",
    "Read article No. 5 first. | No. | It is too long.",
    "See Fig. 3 on p. 12. | It shows the plug.",
    "See Fig. 3. | Then go on.",
    "We open at 9 a.m. and close at 5 p.m. | Call us.",
    "We open at 9 a.m. Monday to Friday.",
    "By 6 p.m. Mrs. Lee had left. | The shop closed at 7 p.m. | Mrs. Lee came back.",
    "Ask Dr. J. R. Lee at Lamps Inc. | She knows.",
    "Lamps Inc. sells lamps, sockets, etc. to shops.",
    "Shops in the U.S. | You may not ship there.",
    "The U.S. Treasury wrote to St. Mary Ltd. about it.",
    "P.S. You can also call.",
    "Choose plan B. | Nobody needs plan A. | Press q. | Anything else is kept.",
    "It holds at 30 C. | Higher values break it.",
    "Wait 5 min. | Enter min. 8 and max. 20 letters, incl. digits.",
    "Nutzen Sie z. B. Firefox, d. h. keinen alten Browser usw. | Starten Sie neu.",
    "Die Frist endet am 3. Mai. | Danach ist es zu spät.",
    "Pregunte a la Sra. Gil. | Ella lo sabe.",
]

QUOTES_AND_BRACKETS = [
    'The "Are you sure?" dialog opens. | Click "Yes." | Then wait.',
    "It says “Done.” | Close it. | (You may skip this.) | Go on (if you like). | Fine.",
    'She said "no." and left.',
    "Press Yes (or No.) and wait.",
    "The text [...] was cut. | We kept the rest.",
    "Ask Yahoo! for the old address. | They have it at Yahoo! | Then wait.",
    "It is safe.[2] | Read on.",
    "Stop!! | Why?! | I never knew.... | Now you do.",
    "Saved! 🎉 | Go on. | All done. 👍",
    "Saved! ✅",
    "Il a dit « Oui. » | Elle rit. | Elle a écrit « Oui. » deux fois.",
]

LISTS = [
    "1. Open the app. | 2. Select Save.",
    "1. Open the app | 2. Select Save | 3. Close it",
    "1) open the app | 2) save",
    "a. Open the app | b. Save",
    "Follow these steps: | 1. Open the app | 2. Select Save.",
    "Do this: 1. Open the app. | Then rest.",
    "It holds: | • lamps | • sockets",
    "• lamps | • sockets",
    "Home • Lamps • Sockets",
    "7. Enter a number below 8. | Then save.",
    "1. Pick a number less than 2. | Save it.",
    "Step 1. Open the app. | Step 2. Save.",
    "2.4. Overview",
]

OTHER_SCRIPTS = [
    "これは本です。|それは何ですか？|《良い！本》です。",
    "هل نجح الأمر؟ | نعم. | حسنا.",
    "यह पहला है। | यह दूसरा है।",
]


@pytest.mark.parametrize(
    "case", HELP_CENTRE + ABBREVIATIONS + QUOTES_AND_BRACKETS + LISTS + OTHER_SCRIPTS
)
def test_a_text_is_split_where_the_bars_stand(case: str) -> None:
    expected = re.split(r" ?\| ?", case)
    text = case.replace(" | ", " ").replace("|", "")

    assert [text[start:end] for start, end in split_sentences(text)] == expected


@pytest.mark.parametrize("text", ["", " ", "\n\t \u2003"])
def test_white_space_holds_no_sentence(text: str) -> None:
    assert split_sentences(text) == []


@pytest.mark.parametrize("text", ["Hello", "...", "?!", "🎉", "1.", IMAGE, "A list:"])
def test_text_without_an_inner_stop_is_one_sentence(text: str) -> None:
    assert split_sentences(f" {text}\n") == [(1, 1 + len(text))]


def test_a_line_end_counts_as_a_space() -> None:
    text = "First line.\nSecond\nline.\r\n  Third."

    assert [text[start:end] for start, end in split_sentences(text)] == [
        "First line.",
        "Second\nline.",
        "Third.",
    ]


FRAGMENTS = st.lists(
    st.sampled_from([".", "!", "?", "…", "。", "।", " ", "\n", "\u00a0", ")", "(", '"', "»", ":"])
    | st.sampled_from(
        ["a", "B", "1", "2.", "e.g.", "U.S.", "《", "》", "•", "[1]", "🎉", "The", "Mr"]
    )
    | st.sampled_from([MASK, IMAGE])
).map("".join)


@given(st.text() | FRAGMENTS)
@example("a.’ b![1] c . . d")
def test_stops_of_plain_text_are_those_that_the_whole_pattern_finds(text: str) -> None:
    plain = "".join(char for char in text if is_plain(char))
    patterns = (_plain_stop_pattern(), _stop_pattern())

    quick, slow = ([(m.span(), m.groups()) for m in p.finditer(plain)] for p in patterns)

    assert quick == slow


@given(st.text() | FRAGMENTS)
@example("A: 1. B 2. C")
@example("\ud800. \udfff")
def test_sentences_are_in_order_and_cover_every_character_once(text: str) -> None:
    sentences = split_sentences(text)

    covered = [offset for start, end in sentences for offset in range(start, end)]
    assert covered == sorted(set(covered))
    assert all(0 <= start < end <= len(text) for start, end in sentences)
    assert all(text[start:end] == text[start:end].strip() for start, end in sentences)
    missed = set(range(len(text))) - set(covered)
    assert all(text[offset].isspace() for offset in missed)


HOSTILE = [
    "a. ",
    "1. A 2. B ",
    "(((((",
    "......",
    ". ",
    ". . .#",
    "《a",
    "a.m. ",
    "x.     ",
    "e.g. ",
    "A > ",
    "A > b c ",
]


def _count_calls(function: Callable[[str], object], text: str) -> int:
    """Number of calls, of Python and of built-in functions, that a function makes for a text."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    function("Warm up > first. Then count.")  # compiles what is compiled once
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        function(text)
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("function", [split_sentences, count_words])
@pytest.mark.parametrize("unit", [*HOSTILE, "An ordinary sentence, no more than that. "])
def test_twice_the_text_takes_at_most_twice_the_calls(
    function: Callable[[str], object], unit: str
) -> None:
    once, twice = unit * 300, unit * 600

    assert _count_calls(function, twice) <= 2 * _count_calls(function, once) + 100


@pytest.mark.parametrize("pattern", [_stop_pattern(), _word_pattern()])
def test_no_pattern_goes_back_over_what_an_unbounded_repeat_took(pattern: re.Pattern[str]) -> None:
    without_classes = re.sub(r"\[(?:\\.|[^\]])*\]", "C", pattern.pattern, flags=re.DOTALL)
    without_escapes = re.sub(r"\\.", "E", without_classes)
    groups = r"\)[*+?]\)"  # repeated groups end so where nothing goes back into them: (?>(?:…)*)

    assert re.search(r"[CE]\*\+", without_escapes), "the check sees repeats"
    assert len(re.findall(groups, without_escapes)) == without_escapes.count("(?>(?:")
    assert not re.search(r"(?<![*+?}])[*+](?!\+)", re.sub(groups, "))", without_escapes))


@pytest.mark.parametrize("unit", ["a. ", "(((((", "......", "《", "a.b", ' "." '])
def test_a_megabyte_of_nonsense_is_covered_to_its_last_character(unit: str) -> None:
    text = (unit * (1_000_000 // len(unit))).rstrip()

    assert split_sentences(text)[-1][1] == len(text)
