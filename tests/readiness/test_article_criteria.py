"""Each criterion of an article: a text that meets it, and one that does not or leaves it open."""

import re

import pytest
from measured import PATH, Selection, make_group, measure, measure_one

from kbtool.health.readiness.criteria import ARTICLE
from kbtool.linter import RuleFault
from kbtool.model import Action, Advice, Question

TITLE = "# Reset your passcode\n\nReset the passcode in the app.\n\n"
LONG = "Open the app and choose the card that you lost, then tell us where it went. " * 40
GERMAN = (
    "Öffnen Sie die App und wählen Sie die Karte aus, die Sie verloren haben. Dann sagen Sie uns, "
    "wo das war und wann Sie die Karte zuletzt benutzt haben. Wir sperren die Karte sofort und "
    "schicken Ihnen eine neue Karte mit der Post nach Hause, die Sie dann in der App aktivieren.\n"
)
MAIL = "Send an e-mail, email us, read emails, and email all: email.\n"
TROUBLE = (
    "---\ntype: troubleshooting\n---\n# Fix a card that does not work\n\nTry another shop.\n\n"
    "1. Open the app.\n2. Check the card.\n3. Clean the chip.\n"
)

CASES = [
    ("R01", "yes", TITLE, "names a task"),
    ("R01", "no", "# Passcodes\n\nA code of six digits.\n", "single word"),
    ("R03", "yes", TITLE, "take up the title"),
    ("R03", "no", "# Reset your passcode\n\nWelcome to our help, dear friend of ours.\n", "50"),
    ("R04", "yes", TITLE, "none skips"),
    ("R04", "no", TITLE + "#### Steps\n\nOpen the app.\n", "heading-skip"),
    ("R05", "yes", TITLE + "## Reset it in the app\n\nOpen it.\n", ""),
    ("R05", "no", TITLE + "## Overview\n\nOpen the app.\n", "generic-heading"),
    ("R06", "yes", TITLE + "## Lost phones\n\nA lost phone is no problem.\n", "0 of 1"),
    ("R06", "no", TITLE + "## Lost phones\n\nWrite to us at once.\n", "first “Lost phones”"),
    ("R06", "not measured", TITLE, "no section"),
    ("R06", "not measured", TITLE + "## ![](a.png)\n\nWrite to us at once.\n", "no section"),
    ("R07", "yes", TITLE, ""),
    ("R07", "no", TITLE + "## Next\n\nDo what is described above once more.\n", "described above"),
    ("R08", "yes", TITLE, ""),
    ("R08", "no", TITLE + "## Lost phones\n\nThis means that you need a new one.\n", "This means"),
    ("R09", "not measured", TITLE, "no product names are set"),
    ("R10", "yes", TITLE, ""),
    ("R10", "no", TITLE + "## Limits\n\n## Fees\n\nThere are no fees.\n", "empty-section"),
    ("R11", "yes", TITLE + "## Does it cost money?\n\nNo, a reset is free.\n", "1 question"),
    ("R11", "no", TITLE + "## Does it cost money?\n\nNo. Never.\n", "“No.” alone"),
    ("R12", "yes", TITLE + "You need:\n\n- a phone\n- a card\n", "follows as a list"),
    ("R12", "no", TITLE + "You need:\n\nA phone and a card.\n", "promised in line 5"),
    ("R12", "yes", TITLE + "You may see this message:\n\n`No card`\n", "follows"),
    ("R12", "yes", TITLE + "There are two ways:\n\n**In the app:**\n\nTap it.\n", "follows"),
    ("R12", "yes", TITLE + "**In the app:**\n\nTap the card and wait.\n", "follows"),
    ("R13", "yes", TITLE + "You need:\n\n- a phone\n- a card\n", "0 of 1"),
    ("R13", "no", TITLE + "## What you need\n\n- a phone\n- a card\n", "1 of 1 (line 7)"),
    ("R13", "yes", TITLE, "no lists"),
    ("R14", "yes", TITLE + "1. Open the app.\n2. Tap Reset. You see a new code.\n", "0 of 1"),
    ("R14", "yes", TITLE + "1. Open it.\n2. Tap Reset.\n\nIf nothing happens, write.\n", "0 of 1"),
    ("R14", "no", TITLE + "1. Open the app.\n2. Tap Reset.\n", "1 of 1"),
    ("R14", "yes", TITLE, "no numbered steps"),
    ("R15", "yes", TITLE + "It takes 2 days.\n", "no quantity"),
    ("R15", "no", TITLE + "It takes a few days.\n", "“a few days” leaves"),
    ("R15", "yes", TITLE + "It takes a few days, 5 at most.\n", ""),
    ("R16", "yes", TITLE, ""),
    ("R16", "no", TITLE + "The TPP tells you.\n", "TPP"),
    ("R17", "yes", "---\nplan: Business\n---\n" + TITLE, "`plan`"),
    ("R17", "yes", TITLE + "Only an admin can do that.\n", "first words name"),
    ("R17", "not measured", "# Reset your code\n\nDo it now.\n", "a person has to say"),
    ("R18", "yes", TITLE, "no limitation"),
    ("R18", "yes", TITLE + "You cannot do it twice. Contact us instead.\n", "instead"),
    ("R18", "no", TITLE + "You cannot do it twice.\n", "“You cannot” and not"),
    ("R19", "yes", TITLE + "![Where the button is](a.png)\n", ""),
    ("R19", "no", TITLE + "![](a.png)\n", "missing-alt"),
    ("R20", "yes", TITLE, ""),
    ("R20", "no", "# Reset your code\n\nSee [the guide](guide.pdf).\n", "guide.pdf"),
    ("R21", "yes", TITLE, "no tables"),
    ("R21", "yes", TITLE + "| Card | Fee |\n|---|---|\n| Visa | 2 |\n", "1 table"),
    ("R21", "no", TITLE + "|  |  |\n|---|---|\n| Visa | 2 |\n| Amex | 3 |\n", "table-no-header"),
    ("R22", "yes", TITLE, "about an error"),
    ("R22", "yes", "# Fix a login error\n\nThe app says “Wrong code, try again”.\n", "quotes"),
    ("R22", "yes", "# Fix Error: card was not found\n\nWrite to us.\n", "its heading"),
    ("R22", "no", "# Fix a login error\n\nThe app says something.\n", "no message or code"),
    ("R23", "yes", TITLE, ""),
    ("R23", "no", TITLE + MAIL, "inconsistent-variant"),
    ("R24", "yes", TITLE, ""),
    ("R24", "no", TITLE + LONG.replace(". ", ", "), "sentence-too-long"),
    ("R25", "yes", "---\nreviewed: 2026-11-12\n---\n" + TITLE, "10 days ago"),
    ("R25", "no", "---\nreviewed: 2020-11-12\n---\n" + TITLE, "review-overdue"),
    ("R25", "not measured", TITLE, "no date of review"),
    ("R26", "not measured", TITLE, "not looked at"),
    ("R27", "yes", TITLE + "Still stuck? [Contact us](contact.md).\n", "names a way"),
    ("R27", "no", TITLE, "no-human-route"),
    ("R28", "yes", TITLE, ""),
    (
        "R28", "no",
        TROUBLE,
        "no next step",
    ),
    ("R29", "yes", TITLE, ""),
    ("R29", "no", TITLE + "Click [here](https://example.com).\n", "vague-link-text"),
    ("R30", "yes", TITLE, "no summary"),
    ("R30", "no", TITLE + LONG, "no summary in the front matter"),
    ("R30", "yes", "---\nsummary: How to reset it.\n---\n" + TITLE + LONG, "in `summary`"),
    ("R31", "yes", TITLE, ""),
    ("R31", "no", TITLE + "TODO add a picture\n", "placeholder"),
    ("R31", "no", TITLE + "For internal use: tell nobody.\n", "meant for the team"),
    ("R32", "yes", TITLE + LONG, "1 section reads like “en”"),
    ("R32", "no", TITLE + GERMAN, "reads like “de”"),
    ("R32", "not measured", TITLE, "long enough"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "answer", "text", "part"), CASES)
def test_articles_meet_a_criterion_or_not(name, answer, text, part):
    criterion = measure_one(text)[name]
    assert (criterion.answer, part.lower() in criterion.evidence.lower()) == (answer, True), (
        criterion
    )


def test_every_criterion_is_listed_once_and_has_a_case_of_two_kinds():
    assert [one.id for one in ARTICLE] == [f"R{number:02}" for number in range(1, 33)]
    assert len({one.name for one in ARTICLE}) == 32
    kinds = {one.id: {case[1] for case in CASES if case[0] == one.id} for one in ARTICLE}
    elsewhere = {"R02", "R09", "R26"}  # below, as they rest on more than a text
    assert all(len(found) > 1 for name, found in kinds.items() if name not in elsewhere)


@pytest.mark.parametrize(("name", "answer", "text", "part"), CASES)
def test_silencing_all_that_rules_find_changes_no_answer(name, answer, text, part):
    health = measure({PATH: text})
    codes = {finding.rule for finding in health.articles[0].findings}
    comments = "".join(f"\n<!-- kbtool: ignore-file {code} -->\n" for code in sorted(codes))
    quiet = measure({PATH: text + comments}).articles[0]
    assert {finding.rule for finding in quiet.findings} <= {"unused-suppression"}
    before = {one.id: one.answer for one in health.articles[0].criteria}
    assert {one.id: one.answer for one in quiet.criteria} == before
    assert quiet.band == health.articles[0].band


@pytest.mark.parametrize("text", sorted({case[2] for case in CASES}))
def test_every_answer_comes_with_one_sentence(text):
    for one in measure_one(text).values():
        assert not re.search(r"\.[”\"]?\.|“”|  ", one.evidence)
        assert one.evidence.strip(".…")
        assert one.evidence.endswith((".", "…"))
        assert "\n" not in one.evidence


def test_what_a_rule_did_not_judge_is_not_measured():
    off = measure_one(TITLE, rules=Selection(ignore=["FND001"]))
    assert (off["R01"].answer, off["R01"].evidence) == (
        "not measured", "Rule FND001 is switched off.",
    )  # fmt: skip
    fault = (RuleFault("vague-link-text", PATH, "boom"),)
    assert "failed" in measure_one(TITLE, faults=fault)["R29"].evidence
    foreign = measure_one("---\nlocale: pt\n---\n# Mudar o código\n\nMude o código.\n")
    assert foreign["R15"].evidence == "The words that would tell are not known in “pt”."
    assert "does not know the language “pt”" in foreign["R07"].evidence


def test_products_of_the_list_are_looked_for_in_long_sections():
    rules = Selection(options={"TRM002": {"names": ["Brackenby"]}})
    words = "Open the app and look for the card that you lost in the list there. " * 4
    text = f"# Find a card\n\n{words}\n\n## Lost cards\n\n{words}\n"
    assert measure_one(text, rules=rules)["R09"].answer == "no"
    named = text.replace("the app", "the Brackenby app")
    assert measure_one(named, rules=rules)["R09"].answer == "yes"
    assert measure_one(TITLE, rules=rules)["R09"].answer == "not measured"


def test_groups_of_questions_about_different_things_speak_for_two_articles():
    fees = make_group("fee", "article", "What it costs", ["fee", "price"])
    lost = make_group("lost", "article", "Lost phones", ["phone", "stolen"])
    near = make_group("phones", "article", "What it costs", ["phone"])
    assert measure_one(TITLE)["R02"].answer == "not measured"
    assert measure_one(TITLE, groups=[fees])["R02"].answer == "yes"
    assert measure_one(TITLE, groups=[lost, near])["R02"].answer == "yes"
    apart = measure_one(TITLE, groups=[fees, lost])["R02"]
    assert apart.answer == "no"
    assert "“fee” in “What it costs” and “lost” in “Lost phones”" in apart.evidence


def test_advice_to_split_an_article_is_taken():
    advice = (Advice("article", "x", Action.SPLIT, "two topics share it"),)
    assert measure_one(TITLE, advice=advice)["R02"].evidence == "Two topics share it."


def test_a_quoted_sentence_at_the_end_has_one_full_stop():
    asked = make_group("gone", "article", label="My money is gone from the app.", words=["money"])
    found = measure_one(TITLE, groups=[asked])["R02"].evidence
    assert found.endswith("“My money is gone from the app”.")


@pytest.mark.parametrize(
    ("link", "answer"),
    [("b.md", "not measured"), ("https://a.example/hc/en-us/articles/360018628960", "not measured"),
     ("https://b.example/", "no")],
)  # fmt: skip
def test_an_article_that_links_to_another_may_lead_to_a_person_there(link, answer):
    other = "---\nid: 360018628960\n---\n# Pay a bill\n\nPay it.\n"
    bare = {f"help/cards/{n}.md": f"# Reset code {n}\n\nReset it.\n" for n in "acdefgh"}
    texts = {PATH: f"{TITLE}Then [pay the bill]({link}).\n", "help/cards/b.md": other, **bare}
    found = {one.path: one for one in measure(texts).articles}[PATH].criteria[26]
    assert (found.id, found.answer) == ("R27", answer)


def test_words_that_the_article_lacks_are_named_with_their_people():
    asked = [make_group("code", "article")]
    lacking = measure_one(TITLE, groups=asked, words={"article": (("PIN", 7), ("secret", 4))})
    assert lacking["R26"].answer == "no"
    assert "“PIN” (7), “secret” (4)" in lacking["R26"].evidence
    assert measure_one(TITLE, groups=asked, words={})["R26"].answer == "yes"
    few = [Question("1", "code")]
    assert measure_one(TITLE, questions=few, words={})["R26"].answer == "not measured"


def test_blocked_article_that_people_need_gets_advice():
    bad = TITLE + "TODO add the steps.\n"
    groups = [make_group("code", "article", askers=4), make_group("pin", "article", askers=3)]
    (advice,) = measure({PATH: bad}, groups=groups).gaps.advice
    assert (advice.article, advice.action) == ("article", Action.READINESS)
    assert "7 people ask what it answers, and it is blocked by placeholder" in advice.why
    assert "nothing internal or unfinished (R31)" in advice.why
    assert len(advice.questions) == 7
    assert measure({PATH: TITLE}, groups=groups).gaps.advice == ()
    assert measure({PATH: bad}).gaps.advice == ()


@pytest.mark.parametrize(("answered", "told"), [(4, "4 people ask"), (1, "1 person asks")])
def test_advice_counts_the_people_that_the_article_is_listed_with(answered, told):
    bad = TITLE + "TODO add the steps.\n"
    groups = [make_group("code", "article", askers=6)]
    health = measure({PATH: bad}, groups=groups, answered=answered)
    (advice,), (article,) = health.gaps.advice, health.articles
    assert advice.why.startswith(f"{told} what it answers")
    assert (article.demand, advice.questions) == (answered, article.questions)


def test_advice_is_given_where_somebody_is_answered():
    bad = TITLE + "TODO add the steps.\n"
    groups = [make_group("code", "article", askers=6)]
    assert measure({PATH: bad}, groups=groups, answered=0).gaps.advice == ()
