"""Line breaks that a reader sees."""

from itertools import pairwise

import pytest

from kbtool.language.line_breaks import find_line_breaks
from kbtool.model import Source
from kbtool.parse import parse_markdown


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("One two\nthree", ["One two three"]),
        ("One two\\\nthree", ["One two", "three"]),
        ("One two  \nthree", ["One two", "three"]),
        ("One two  \r\nthree", ["One two", "three"]),
        ("One two<br>three<BR/>four", ["One two", "three", "four"]),
        ("> One  \n> two", ["One", "two"]),
        ("One  two", ["One  two"]),
        ("One \\\\ two", ["One \\ two"]),
    ],
)
def test_lines_of_a_paragraph_are_those_that_a_reader_sees(text, lines):
    source = Source("a.md", text)
    prose = parse_markdown(source).blocks[0].prose
    breaks = find_line_breaks(source, prose, 0, len(prose.text))
    edges = [0, *breaks, len(prose.text)]
    assert [prose.text[a:b].strip() for a, b in pairwise(edges)] == lines


def test_only_breaks_inside_the_range_count():
    source = Source("a.md", "One<br>two<br>three")
    prose = parse_markdown(source).blocks[0].prose
    assert find_line_breaks(source, prose, 4, 8) == [7]
