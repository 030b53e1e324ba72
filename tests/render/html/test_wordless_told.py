"""Questions without a word to match are neither answered nor left without an answer."""

import pytest
from headlines import told
from msgspec.structs import replace

from kbtool.render import load_renderer
from kbtool.render.html.page import render as render_html


def without_words(health, number):
    """The same, in which the last questions hold no word to match and nothing else is open."""
    matches = health.gaps.matches
    names = tuple(match.question for match in matches[len(matches) - number :])
    matches = tuple(
        replace(one, best=None, answered=False, cluster="") if one.question in names else one
        for one in matches
    )
    return replace(health, gaps=replace(health.gaps, matches=matches, unmatchable=names))


@pytest.mark.parametrize(
    ("questions", "wordless", "split", "sentence"),
    [
        (3, 3, "0 find an answer in an article, 0 do not, 3 hold no word to match",
         "Of 3 questions 3 hold no word to match; nothing can be said about gaps."),
        (4, 1, "3 find an answer in an article, 0 do not, 1 holds no word to match",
         "Of 4 questions 1 holds no word to match; no other is left without an answer."),
    ],
)  # fmt: skip
def test_questions_without_a_word_to_match_are_told(
    build, meta, read, questions, wordless, split, sentence
):
    health = without_words(build(gaps=0, questions=questions), wordless)
    health = replace(health, gaps=replace(health.gaps, unanswered=()))
    for name, text in told(health, meta, read).items():
        assert split in text, name
    page = read(render_html(health, meta=meta))
    assert page.text.count(sentence) == 3  # tile, first things, gaps
    assert "no question is left without an answer" not in page.text
    tile = " ".join(page.all("dl")[0].text.split())
    assert f"{questions - wordless} of {questions} questions find an answer, {wordless} " in tile
    row = f"| {questions - wordless} of {questions} questions; {wordless} hold"
    assert row in load_renderer("report", "markdown")(health, meta)
