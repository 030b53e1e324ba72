"""Words that tell two articles apart."""

import pytest

from kbtool.matching.faults.telling import Teller, Telling, compare
from kbtool.matching.search.matcher import Matcher
from kbtool.matching.search.passages import read_article
from kbtool.matching.text.asked import gather
from kbtool.matching.text.tokens import Tokenizer
from kbtool.model import Question
from kbtool.testing import parse

TEXTS = {
    "brush.md": "# Brushes\n\nOrder a brush, a soft brush. Bristles are soft.\n\nBristles wear.\n",
    "paint.md": "# Paint\n\nOrder paint here. The paint comes in a tin.\n",
    "twin.md": "# Colour\n\nOrder colour here. The colour comes in a tin.\n",
}
COLOURS = "red blue green white black brown grey pink".split()
ASKED = [f"order {c} {what}" for what in ("brush with bristles", "paint tin") for c in COLOURS]
BRUSH, PAINT, TWIN = range(3)


@pytest.fixture
def teller():
    """Eight questions for the brush, eight for the paint, and the same eight for its twin."""
    articles = [read_article(parse(text, path)) for path, text in sorted(TEXTS.items())]
    tokenizer = Tokenizer("en")
    asked = gather([Question(f"q{at:02}", text) for at, text in enumerate(ASKED)], tokenizer)[0]
    own = {
        BRUSH: [at for at, one in enumerate(asked) if "brush" in one.text],
        PAINT: [at for at, one in enumerate(asked) if "paint" in one.text],
        TWIN: [at for at, one in enumerate(asked) if "paint" in one.text],
    }
    return Teller(Matcher(articles, asked, tokenizer), asked, own)


def test_words_are_of_text_and_questions_both_and_spelt_as_in_the_text(teller):
    assert teller.find(BRUSH, PAINT) == (Telling("Bristles", False), Telling("brush", True))
    assert set(teller.find(PAINT, BRUSH)) == {Telling("paint", True), Telling("tin", False)}


def test_a_word_that_only_questions_hold_is_not_shown(teller):
    shown = {
        telling.word for pair in ((BRUSH, PAINT), (PAINT, BRUSH)) for telling in teller.find(*pair)
    }
    assert not shown & set(COLOURS)


def test_where_no_word_is_surely_commoner_none_is_named(teller):
    assert teller.find(TWIN, PAINT) == ()


def test_odds_and_error_are_those_worked_out_by_hand():
    # (3 / 5) / (1 / 9) is 5.4; its log 1.6864. sqrt(1/3 + 1/1) is 1.1547.
    assert compare(3, 8, 1, 10) == pytest.approx((1.6864, 1.1547), abs=1e-4)
