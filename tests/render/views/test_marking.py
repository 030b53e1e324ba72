"""Words of a text that an article has or lacks."""

import pytest

from kbtool.render.views.marking import mark


@pytest.mark.parametrize(
    ("text", "has", "lacks", "expected"),
    [
        ("reset my code", ["code"], ["reset"], "<lacks:reset> my <has:code>"),
        ("Cards, cards", ["card"], [], "<has:Cards>, <has:cards>"),
        ("card", ["car"], [], "card"),  # too short to be a form of it
        ("code", ["code"], ["code"], "<has:code>"),
        ("<b>&", ["b"], [], "<<has:b>>&"),
        ("nothing", [], [], "nothing"),
        ("", ["a"], [], ""),
    ],
)
def test_words_are_marked_and_the_text_stays(text, has, lacks, expected):
    runs = mark(text, has, lacks)
    assert "".join(run.text for run in runs) == text
    told = (f"<{run.kind}:{run.text}>" if run.kind else run.text for run in runs)
    assert "".join(told) == expected
