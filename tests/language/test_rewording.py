"""Edits that replace or delete words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbtool.fixer import apply_edits
from kbtool.language.rewording import delete_words, is_plain, replace_words
from kbtool.model import Source
from kbtool.parse import parse_markdown


def first_block(text):
    return parse_markdown(Source("a.md", text)).blocks[0]


def edited(text, words, replacement=None):
    """Text after the words are replaced, or deleted; None where there is no edit."""
    block = first_block(text)
    start = block.prose.text.index(words)
    place = (Source("a.md", text), block.prose, start, start + len(words))
    if replacement is None:
        edit = delete_words(*place, safe=True)
    else:
        edit = replace_words(*place, replacement, safe=True)
    return apply_edits(text, [edit]) if edit else None


@pytest.mark.parametrize(
    ("text", "words", "result"),
    [
        ("Simply click it.", "Simply", "Click it."),
        ("You can simply click it.", "simply", "You can click it."),
        ("Of course, you can.", "Of course", "You can."),
        ("You can, of course, click it.", "of course", "You can click it."),
        ("You can click it, of course.", "of course", "You can click it."),
        ("If so, simply click it.", "simply", "If so, click it."),
        ("You can do it easily.", "easily", "You can do it."),
        ("You can do it easily", "easily", "You can do it"),
        ("> You can\n> simply click it.", "simply", "> You can\n> click it."),
        ("You can simply\r\nclick it.", "simply", "You can\r\nclick it."),
        ("> You can simply\n> click it.", "simply", "> You can\n> click it."),
        ("> You can\n> simply\n> click it.", "simply", "> You can\n> click it."),
        ("> Simply\n> click it.", "Simply", "> Click it."),
    ],
)
def test_deleting_words_takes_their_space_and_commas_and_hands_on_the_capital(text, words, result):
    assert edited(text, words) == result


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Of course!", "Of course"),
        ("Wait. Obviously.", "Obviously"),
        ("Simply **click** it.", "Simply"),
        ("You can *sim*ply click it.", "simply"),
        ("You can sim&#112;ly click it.", "simply"),
    ],
)
def test_nothing_is_deleted_across_markup_or_where_nothing_would_be_left(text, words):
    assert edited(text, words) is None


@pytest.mark.parametrize(
    ("text", "words", "replacement", "result"),
    [
        ("In order to pay", "In order to", "to", "To pay"),
        ("Please note that fees apply", "Please note that", "", "Fees apply"),
        ("> Pay in\n> order to go", "in order to", "to", "> Pay to go"),
        ("Pay in **order** to go", "in order to", "to", None),
    ],
)
def test_replacing_words_keeps_capitals_and_markup(text, words, replacement, result):
    assert edited(text, words, replacement) == result


@given(st.text(alphabet="ab ,.*_&>\n\\`[](Simply", max_size=60))
def test_an_edit_removes_nothing_but_the_words_and_what_is_between(noise):
    text = f"{noise} simply x"
    for block in parse_markdown(Source("a.md", text)).blocks:
        start = block.prose.text.find("simply")
        if start >= 0:
            edit = delete_words(Source("a.md", text), block.prose, start, start + 6, safe=True)
            for change in edit.changes if edit else ():
                removed = text[change.span.start : change.span.end]
                assert set(removed) <= set("simply ,>\n\tx") | {change.text.lower()}


@given(st.text(max_size=40))
def test_a_plain_place_reads_in_the_source_as_in_the_prose(text):
    source = Source("a.md", text)
    for block in parse_markdown(source).blocks:
        prose = block.prose
        if is_plain(source, prose, 0, len(prose.text)):
            assert "".join(source.slice(prose.span(0, len(prose.text))).split()).replace(
                ">", ""
            ) == "".join(prose.text.split()).replace(">", "")
