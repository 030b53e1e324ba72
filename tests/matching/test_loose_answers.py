"""What shares hardly a word with a question is not said where an answer is doubtful."""

from datetime import date

import pytest

from kbtool.matching.handing import Handing
from kbtool.matching.search.matcher import Matcher
from kbtool.matching.search.passages import read_article
from kbtool.matching.text.tokens import Tokenizer
from kbtool.model import Answer, Candidate, Decision, KnowledgeBase, Match, Reason
from kbtool.testing import parse

HANDING = Handing(KnowledgeBase.of([], date(2026, 1, 1)), None, ())
ANSWER, CLARIFY = Decision.ANSWER, Decision.CLARIFY


def match(terms="", missing="", named="", title="Exchange rates"):
    words = (tuple(own.split()) for own in (terms, missing, named))
    return Match("a", title, ("Why rates change",), 0.2, *words)


ONE, TWO = match("sell", "bitcoin"), match("sell buy", "bitcoin")


@pytest.mark.parametrize(
    ("found", "gap", "decision", "reason"),
    [
        ([ONE, ONE], 0.4, ANSWER, Reason.LOOSE),
        ([ONE, ONE], 0.4, CLARIFY, Reason.LOOSE),
        ([ONE, ONE], 0.2, ANSWER, None),
        ([TWO, ONE], 0.4, ANSWER, None),
        ([ONE, TWO], 0.4, CLARIFY, None),
        ([ONE, TWO], 0.4, ANSWER, Reason.LOOSE),
        ([match("sell", "bitcoin", "buy")], 0.4, ANSWER, None),
        ([match("sell")], 0.4, ANSWER, None),
        ([match("", "CEO")], 0.45, ANSWER, Reason.LOOSE),
        ([match("", "CEO")], 0.05, ANSWER, Reason.LOOSE),
        ([match()], 0.45, ANSWER, None),
        ([match("", "Kontol\xf6schung", title="Konto l\xf6schen")], 0.45, ANSWER, None),
        ([match("transfer", "long")], 0.4, ANSWER, None),
    ],
)
def test_loose_answers_are_handed_over(found, gap, decision, reason):
    answer = Answer("q", tuple(Candidate(one, 0.4) for one in found), gap, decision)
    assert HANDING._find_doubt(answer, "a text", Tokenizer("en").doc("a text"), ()) is reason


KB = KnowledgeBase.of(
    [
        parse(
            "---\ntitle: Money matters\ntags: [reimbursement]\n---\n\nAsk for a refund.\n",
            "a.md",
        )
    ],
    date(2026, 1, 1),
)
TEXTS = Matcher([read_article(KB.articles[0])], [], Tokenizer("en"))


@pytest.mark.parametrize(
    ("missing", "reason"),
    [
        ("nurse", Reason.LOOSE),
        ("long", Reason.LOOSE),  # asks how long, and nothing said is about it
        ("refnud", None),
        ("refunded", None),
        ("reimbursement", None),
        ("Nachtruhe", Reason.LOOSE),
    ],
)
def test_no_word_at_all_is_loose_but_for_slips_parts_and_tags(missing, reason):
    own = Match("a", "Money matters nach", (), 0.2, (), (missing,))
    answer = Answer("q", (Candidate(own, 0.9),), 0.05, ANSWER)
    handing = Handing(KB, TEXTS, ())
    doc = Tokenizer("en").doc("a text")
    assert handing._find_doubt(answer, "a text", doc, [(0, 0)]) is reason
