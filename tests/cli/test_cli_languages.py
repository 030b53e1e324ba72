"""Help centres whose language nobody named, and questions in languages without articles."""

import json
from pathlib import Path

from kbtool.matching.trust import minimums

CARD = (
    "# Karte sperren\n\nÖffnen Sie die App und wählen Sie die Karte, die gesperrt werden soll. "
    "Danach bestätigen Sie mit Ihrem Passwort.\n"
)
RECEIPT = (
    "# Rechnung finden\n\nDie Rechnung finden Sie im Konto unter Belege. Dort können Sie sie auch "
    "herunterladen und an uns weiterleiten.\n"
)
LOG = (
    "id,text\n1,Wie kann ich meine Karte sperren lassen?\n2,Wo finde ich meine letzte Rechnung?\n"
    "3,Wie kann ich die Karte wieder entsperren?\n"
)
GERMAN = {"kb/karte.md": CARD, "kb/beleg.md": RECEIPT, "q.csv": LOG}
ENGLISH = {
    "kb/card.md": "# Block a card\n\nOpen the app, choose the card that you want to block and "
    "select Block. You can unblock it in the same place.\n",
    "q.csv": LOG,
}


def test_questions_to_articles_whose_language_nobody_named_are_kept(write, kbtool):
    write(GERMAN)
    ran = kbtool("gaps", "--articles", "kb", "q.csv", "--format", "json")
    assert ran.code == 0, ran.err
    assert len(json.loads(ran.out)["questions"]) == 3
    assert 'locale = "de" in kbtool.toml' in ran.err


def test_no_language_is_guessed_where_articles_say_theirs(write, kbtool):
    write({**GERMAN, "kbtool.toml": 'articles = ["kb"]\nlocale = "de"\nquestions = ["q.csv"]\n'})
    assert "note:" not in kbtool("gaps").err


def test_questions_in_no_language_of_the_articles_go_to_a_person(write, kbtool):
    """One word in common, such as German "finde", is no answer."""
    write(ENGLISH)
    ran = kbtool("gaps", "--articles", "kb", "q.csv")
    assert ran.code == 2
    assert 'other-languages = "keep"' in ran.err
    answers = kbtool("match", "--articles", "kb", "-q", "q.csv").out.splitlines()
    told = [(row["decision"], row["reason"]) for row in map(json.loads, answers)]
    assert told == [("handoff", "language")] * 3


MIXED = LOG + "".join(f"{n},How can I block the card in the app?\n" for n in range(4, 10))


def test_demand_in_languages_without_articles_is_told_with_count_share_and_action(
    write, kbtool, monkeypatch
):
    monkeypatch.setattr(minimums, "FEW_QUESTIONS", 0)
    monkeypatch.setattr(minimums, "FEWEST_ARTICLES", 0)
    write({**ENGLISH, "q.csv": MIXED, "kbtool.toml": 'articles = ["kb"]\nquestions = ["q.csv"]\n'})
    text = kbtool("gaps").out
    assert "In languages without articles\n   German: 3 questions, 33% of all\n" in text
    assert "-> translate: no article is written in these languages" in text
    (german,) = json.loads(kbtool("gaps", "--format", "json").out)["other_languages"]
    assert german == {"language": "de", "name": "German", "questions": 3, "share": 0.333333,
                      "action": "translate"}  # fmt: skip
    report = ["report", "--no-history"]
    page = kbtool(*report, "--output", "page.html").out
    assert "In languages without articles: German: 3 questions, 33% of all -> translate." in page
    assert "3 questions in a language without articles" in Path("page.html").read_text()
    assert json.loads(kbtool(*report, "--format", "json").out)["other_languages"] == [german]
    markdown = kbtool(*report, "--format", "markdown").out
    assert "### In languages without articles\n\n- German: 3 questions, 33% of all\n" in markdown
    assert "- What to do: translate" in markdown


def test_nothing_is_said_of_languages_where_all_questions_are_in_those_of_articles(write, kbtool):
    write(GERMAN)
    ran = kbtool("gaps", "--articles", "kb", "q.csv")
    assert "without articles" not in ran.out
