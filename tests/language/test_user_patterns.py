"""Patterns of the configuration: what they find, and that none of them can hang a run."""

import time
from pathlib import Path

import pytest

from kbtool.errors import ConfigError, SlowPatternError
from kbtool.language import user_patterns
from kbtool.language.user_patterns import compile_pattern
from kbtool.testing import parse

HERE = Path(__file__).parent
EVIL = [line.split("\t") for line in (HERE / "evil_patterns.txt").read_text().splitlines()]
SIZES = (2_000, 4_000, 8_000)


def find(pattern, text):
    return [text[match.start : match.end] for match in compile_pattern(pattern).find(text)]


def find_in_blocks(pattern, markdown):
    found = compile_pattern(pattern).find_in_blocks(parse(markdown))
    return [block.prose.text[match.start : match.end] for block, match in found]


@pytest.fixture
def quick(monkeypatch):
    """Gives up after a hundredth of a second."""
    monkeypatch.setattr(user_patterns, "SECONDS", 0.01)
    monkeypatch.setattr(user_patterns, "SECONDS_PER_CHARACTER", 0)


def outcome(pattern, text):
    try:
        return len(compile_pattern(pattern).find(text))
    except SlowPatternError:
        return "slow"


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (r"re:\bcolou?r", "color, colour, Color", ["color", "colour"]),
        (r"(?i)color", "color, Color", ["color", "Color"]),
        (r"^b$", "a\nb\nc", ["b"]),
        (r"x*", "axxb", ["xx"]),
        (r"(?<=a)b", "ab cb", ["b"]),
        (r"\w+", "naïve über", ["naïve", "über"]),
    ],
)
def test_pattern_finds_what_it_says(pattern, text, found):
    assert find(pattern, text) == found


def test_groups_are_kept():
    (found,) = compile_pattern(r"(a)|(b)").find("b")
    assert found.groups == (None, "b")


@pytest.mark.parametrize("pattern", [r'"[^"]+"', r'"[^"]++"', r'(?s)".+?"', r'(?!x)"[^"]*"'])
def test_each_block_is_a_text_of_its_own(pattern):
    markdown = 'An inch (").\n\nPress "Save" now.\n\n- Or "Send".\n'
    assert find_in_blocks(pattern, markdown) == ['"Save"', '"Send"']


@pytest.mark.parametrize(
    ("pattern", "found"),
    [(r"\AOne", ["One"]), (r"two\Z", ["two"]), (r"^Three", ["Three"]), (r"code", [])],
)
def test_ends_of_a_block_are_ends_of_a_text_and_code_is_none(pattern, found):
    assert find_in_blocks(pattern, "One, two\n\nThree `code` four\n") == found


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("(", "missing"),
        ("(?R)?a", "calls itself"),
        ("(a(?1)?b)", "calls itself"),
        ("((a{1000}){1000}){1000}", "multiply"),
        (r"(?:[^]{}()]{900}){900}", "multiply"),
        ("(" * 5_000, "recursion"),
        ("*a", "nothing to repeat"),
    ],
)
def test_pattern_that_cannot_be_used_is_refused(pattern, why):
    with pytest.raises(ConfigError, match=why):
        compile_pattern(pattern)


@pytest.mark.parametrize("pattern", [r"\{9{3}", r"[(]{3}", r"a{,}", r"\d{1,2}\.\d{4}"])
def test_pattern_with_small_repeats_is_taken(pattern):
    assert compile_pattern(pattern).find("nothing") == []


@pytest.mark.parametrize(("pattern", "unit", "end"), EVIL, ids=[row[0] for row in EVIL])
def test_search_for_an_evil_pattern_ends_at_any_length(pattern, unit, end, quick):
    begun = time.process_time()
    for size in SIZES:
        outcome(pattern, unit * (size // len(unit)) + end)
    # A hundred times what is allowed: only a search without a limit takes that long.
    assert time.process_time() - begun < len(SIZES) * 1.0


def test_most_evil_patterns_meet_the_limit(quick):
    """The others are seen through by the package, for a letter that they need is missing."""
    assert len(EVIL) >= 20
    texts = [(pattern, unit * (SIZES[-1] // len(unit)) + end) for pattern, unit, end in EVIL]
    assert [outcome(*pair) for pair in texts].count("slow") >= len(EVIL) / 2


def test_time_counts_for_all_blocks_of_an_article_together(monkeypatch):
    ticks = iter(range(100))
    monkeypatch.setattr(user_patterns.time, "process_time", lambda: next(ticks) * 0.2)
    with pytest.raises(SlowPatternError, match=r"`\\Ax` takes too long"):
        compile_pattern(r"\Ax").find_in_blocks(parse("one\n\ntwo\n\nthree\n\nfour\n"))


def test_long_pattern_is_cut_where_it_is_named(quick):
    with pytest.raises(SlowPatternError, match=r"`\(a\+\)\+.{54}…`"):
        compile_pattern("(a+)+" + "b?" * 40 + "$").find("a" * 3_000 + "!")
