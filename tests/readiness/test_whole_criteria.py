"""Each criterion of all articles together, met and not met, and without the data to tell."""

from datetime import date

import pytest
from measured import make_group, measure, measure_all
from msgspec.structs import replace

from kbtool.health import QuestionTests
from kbtool.health.readiness.criteria import WHOLE
from kbtool.model import (
    Claim,
    Compared,
    Confusable,
    Contradiction,
    Copy,
    Fact,
    Question,
    Unanswered,
)

ONE = "# Reset your passcode\n\nReset the passcode in the app, as [fees](../money/fees.md) say.\n"
TWO = "# Pay the fees\n\nPay the fees as [passcodes](../cards/reset.md) say.\n"
TEXTS = {"help/cards/reset.md": ONE, "help/money/fees.md": TWO}
LOG = tuple(Question(f"q{number}", "how do I pay") for number in range(4))
PAIR = Confusable(("fees", "reset"), ("Pay the fees", "Reset"), ("q1",), 3, ((), ()))
SENTENCES = " ".join(f"Word{number} stands in a long text about cards." for number in range(5))


def answer(name, texts=TEXTS, **rest):
    criterion = measure_all(texts, **{"questions": LOG, **rest})[name]
    return criterion.answer, criterion.evidence


def reviewed(day, text):
    return f"---\nreviewed: {day}\n---\n{text}"


def test_every_criterion_is_listed_once():
    assert [one.id for one in WHOLE] == [f"K{number:02}" for number in range(1, 13)]
    assert len({one.name for one in WHOLE}) == 12


@pytest.mark.parametrize(
    ("coverage", "expected"),
    [((0.9, 0.85, 0.95), "yes"), ((0.6, 0.5, 0.7), "no"), ((0.8, 0.7, 0.9), "not measured")],
)
@pytest.mark.usefixtures("enough")
def test_coverage_is_judged_by_its_interval(coverage, expected):
    assert answer("K01", coverage=coverage)[0] == expected


def test_coverage_of_little_data_is_told_in_numbers_and_not_judged():
    found, evidence = answer("K01", coverage=(0.9, 0.85, 0.95))
    assert found == "not measured"
    assert evidence.endswith("are answered: too little for a share.")
    assert "%" not in evidence


@pytest.mark.usefixtures("enough")
def test_coverage_is_told_in_askings_where_the_log_counts_them():
    counted = tuple(replace(question, weight=9.0) for question in LOG)
    share = (0.6, 0.5, 0.7)
    assert answer("K01", coverage=share, questions=counted)[1].startswith("60% of askings")
    assert answer("K01", coverage=share)[1].startswith("60% of questions")


@pytest.mark.parametrize("name", ["K01", "K02", "K04", "K05", "K06", "K07", "K12"])
def test_without_questions_nothing_is_known_of_demand(name):
    assert answer(name, questions=())[0] == "not measured"


def test_articles_that_are_found_and_do_not_answer_count():
    lacking = Unanswered("fees", "Pay the fees", (), Fact.AMOUNT, ("q1",), 5, 0.4)
    assert answer("K02")[0] == "yes"
    found, evidence = answer("K02", unanswered=(lacking,))
    assert found == "no"
    assert evidence.startswith("5 people found an article without what they asked")
    assert evidence.endswith(f"first “Pay the fees”: {Fact.AMOUNT.lack}.")


def test_articles_that_repeat_others_are_duplicates():
    first, second = f"# Lose a card\n\n{SENTENCES}\n", f"# Stolen\n\n{SENTENCES}\n\nMore.\n"
    assert answer("K03")[0] == "yes"
    found, evidence = answer("K03", {"a.md": first, "b.md": second})
    assert found == "no"
    assert "word for word" in evidence
    twins = {"a.md": "# Pay the fees\n\nPay.\n", "b.md": "# Pay the fees\n\nNow.\n"}
    assert "the same as" in answer("K03", twins)[1]


def test_near_copies_are_duplicates():
    pairs = (("b", "a"), ("c", "a"))
    copies = [Copy(pair, (f"Article {pair[0]}", f"Article {pair[1]}"), 0.82) for pair in pairs]
    assert answer("K03", copies=tuple(copies[:1])) == (
        "no",
        "82% of the words of “Article b” stand in “Article a” too, in the same order.",
    )
    assert answer("K03", copies=tuple(copies))[1].endswith("in the same order; and 1 more pair.")


def test_notice_that_every_article_carries_makes_no_duplicates():
    texts = {f"{name}.md": f"# Reset {name} cards\n\n{SENTENCES}\n" for name in "abcdef"}
    assert answer("K03", texts)[0] == "yes"


def test_contradictions_name_both_values():
    claims = (
        Claim("fees", "Pay the fees", (), "It takes 2 days.", "2 days"),
        Claim("reset", "Reset", (), "It takes 5 days.", "5 days"),
    )
    found, evidence = answer("K04", contradictions=(Contradiction(Fact.DURATION, (), claims, ()),))
    assert found == "no"
    assert "“2 days” and “Reset” says “5 days”" in evidence


READ = "Of 14 sentences with a number in articles that are found,"
ALONE = f"{READ} none could be seen to be about the same thing as another."
AGREED = f"{READ} 3 are about the same thing as another, and all agree."


@pytest.mark.parametrize(
    ("compared", "expected"),
    [
        (None, ("not measured", "No sentences were compared.")),
        (Compared(0, 0), ("not measured", "No sentence that could be compared gives a number.")),
        (Compared(14, 0), ("not measured", ALONE)),
        (Compared(14, 3), ("yes", AGREED)),
    ],
)
def test_no_contradiction_means_little_where_little_was_compared(compared, expected):
    assert answer("K04", compared=compared) == expected


def test_articles_that_take_questions_from_each_other_count_once_more_across_categories():
    assert (answer("K05")[0], answer("K06")[0]) == ("yes", "yes")
    assert answer("K06", confusable=(PAIR,))[0] == "no"
    found, evidence = answer("K05", confusable=(PAIR,))
    assert found == "no"
    assert "first “money” and “cards”" in evidence
    near = {path.replace("money", "cards"): text for path, text in TEXTS.items()}
    assert answer("K05", near, confusable=(PAIR,))[0] == "not measured"


def test_articles_that_many_ask_for_must_be_fresh():
    asked = [make_group("code", "reset"), make_group("fee", "fees")]
    today = date(2026, 11, 22)
    fresh = {path: reviewed("2026-10-01", text) for path, text in TEXTS.items()}
    stale = {**fresh, "help/money/fees.md": reviewed("2024-10-01", TWO)}
    undated = {**fresh, "help/money/fees.md": TWO}
    for texts, expected in ((fresh, "yes"), (stale, "no"), (undated, "not measured")):
        assert answer("K08", texts, groups=asked, today=today)[0] == expected
    assert answer("K08", fresh)[0] == "not measured"


def test_translations_are_judged_where_there_are_some():
    assert answer("K09") == ("yes", "All articles are in one language.")
    german = "---\nid: reset\nlocale: de\n---\n# Code ändern\n\nÄndern Sie ihn.\n"
    english = "---\nid: reset\nlocale: en\n---\n# Reset your passcode\n\nReset it.\n"
    texts = {"en/reset.md": english, "de/reset.md": german}
    assert answer("K09", texts)[0] == "yes"
    assert answer("K09", texts)[1] == (
        "1 translation has the same parts as its source, and none is behind."
    )
    drifted = {**texts, "de/reset.md": german + "\n## Mehr\n\nText.\n\n## Noch mehr\n\nText.\n"}
    assert answer("K09", drifted)[0] == "no"


def test_articles_in_two_languages_that_are_no_known_pairs_are_not_compared():
    german = "---\nlocale: de\n---\n# Code ändern\n\nÄndern Sie ihn.\n"
    found, evidence = answer("K09", {**TEXTS, "de/code.md": german})
    assert found == "not measured"
    assert evidence.startswith(
        "3 articles in 2 languages, and none is known as another's translation: name its source in "
        "`translation_of`"
    )
    english = {f"en/{name}.md": f"# Pay the {name}\n\nPay.\n" for name in ("fee", "tax", "bill")}
    paired = {**english, "de/fee.md": "---\nlocale: de\n---\n# Gebühr\n\nZahlen.\n"}
    assert answer("K09", paired)[0] == "yes"
    found, evidence = answer("K09", {**paired, "de/code.md": german})
    assert found == "not measured"
    assert evidence.startswith("Of 1 of 2 translations the source is not known, first “Code")


def test_question_tests_answer_for_scope_and_for_themselves():
    assert (answer("K10")[0], answer("K11")[0]) == ("not measured", "not measured")
    for tests, scope, passing in (
        (QuestionTests(9, 9, 2), "yes", "yes"),
        (QuestionTests(9, 8, 0), "no", "no"),
        (QuestionTests(9, None, 1), "yes", "not measured"),
    ):
        found = (answer("K10", tests=tests)[0], answer("K11", tests=tests)[0])
        assert found == (scope, passing)


def test_codes_of_errors_must_stand_in_an_article():
    asked = tuple(Question(str(number), "I get error E-1042 all day") for number in range(3))
    assert answer("K12")[0] == "not measured"
    assert answer("K12", questions=asked[:2])[0] == "not measured"
    found, evidence = answer("K12", questions=asked)
    assert (found, "1 of 1 code stand" in evidence or "“e-1042”" in evidence) == ("no", True)
    held = {**TEXTS, "help/errors.md": "# Fix error E-1042\n\nRestart the app.\n"}
    assert answer("K12", held, questions=asked)[0] == "yes"
    hidden = tuple(Question(str(number), "") for number in range(3))
    assert answer("K12", questions=hidden)[1] == "No question may be quoted."


def test_article_that_most_leave_without_a_way_to_a_person_is_no_exception():
    texts = {f"help/{n}.md": f"# Reset code {n}\n\nReset it in the app.\n" for n in range(8)}
    answers = {a.path: a.criteria[26].answer for a in measure(texts).articles}
    assert set(answers.values()) == {"no"}
