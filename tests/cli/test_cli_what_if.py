"""`kbtool gaps --what-if`: what a draft would close, and what it would take."""

import json

import pytest
from small_help_centre import CLOSING, FILES, OTHERS, make_log

from kbtool.model import Draft, Interval, Tried, WhatIf

CLOSE = "# Close your account\n\n## How to close it\n\nTo close your account, tap Close account.\n"


@pytest.fixture
def what_if(kbtool, write):
    """What drafts would change, as JSON."""
    write(FILES)

    def run(drafts, *options):
        write(drafts)
        named = [part for path in drafts for part in ("--what-if", path)]
        ran = kbtool("gaps", *named, "--format", "json", *options)
        found = json.loads(ran.out)
        assert ran.code == bool(found["refused"]), ran.err
        return found

    return run


def test_a_draft_closes_its_gap_under_the_id_of_the_run_without_it(kbtool, what_if):
    found = what_if({"drafts/close.md": CLOSE})
    gaps = {gap["id"]: gap for gap in json.loads(kbtool("gaps", "--format", "json").out)["gaps"]}
    (gap,) = found["gaps"]
    assert (found["schema"], found["closed"], gap["closed"]) == ("kbtool.what-if/1", 1, True)
    assert {one["id"] for one in gap["questions"]} == set(gaps[gap["id"]]["questions"])
    assert gap["answered"]["low"] < gap["answered"]["value"] == gap["of"] == len(CLOSING)
    assert gap["before"] < 0.5 <= gap["after"]
    assert found["drafts"][0]["replaces"] is None


@pytest.mark.parametrize("text", ["# Your name\n\nChange your name in the app.\n", "# Zyx\n"])
def test_a_draft_about_something_else_closes_nothing(what_if, text):
    found = what_if({"drafts/other.md": text})
    assert (found["closed"], found["gaps"], found["untouched"]) == (0, [], 1)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("drafts/r.md", "---\nid: refunds\n---\n# New\n\nNothing.\n"),
        ("articles/refunds.md", "# New\n\nNothing.\n"),
        ("drafts/x.md", "# Get a refund\n\nNothing.\n"),
    ],
)
def test_a_draft_takes_the_place_of_the_article_with_its_id_path_or_title(what_if, path, text):
    assert what_if({path: text})["drafts"][0]["replaces"] == "refunds"


def test_a_draft_that_answers_what_an_article_answers_steals(what_if):
    text = "# Get a refund please\n\nHow to get a refund: refund please.\n"
    (steal,) = what_if({"drafts/money.md": text})["steals"]
    assert (steal["article"], steal["draft"]) == ("refunds", "money")
    assert {one["id"] for one in steal["questions"]} == {"q4", "q5"}


def test_a_new_version_that_says_less_loses_questions(what_if):
    text = "---\nid: refunds\n---\n# Zyx\n\nZyx wvu.\n"
    lost = [one for one in what_if({"drafts/r.md": text})["steals"] if one["draft"] is None]
    assert [one["article"] for one in lost] == ["refunds"]


def test_several_drafts_are_tried_together(what_if):
    found = what_if({"drafts/close.md": CLOSE, "drafts/zyx.md": "# Zyx\n\nZyx wvu.\n"})
    assert (len(found["drafts"]), found["closed"]) == (2, 1)


@pytest.mark.parametrize("again", ["drafts/close.md", "drafts", "link.md"])
def test_a_draft_that_is_named_twice_is_tried_once(kbtool, help_centre, write, folder, again):
    write({"drafts/close.md": CLOSE})
    (folder / "link.md").symlink_to(folder / "drafts" / "close.md")
    once = kbtool("gaps", "--what-if", "drafts/close.md", "--format", "json")
    twice = kbtool("gaps", "--what-if", "drafts/close.md", "--what-if", again, "--format", "json")
    assert (twice.code, twice.out) == (0, once.out)


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        ("---\nid: close\n---\n# Closing\n\nIn the app.\n", "id, `close`,"),
        (CLOSE, "title"),
        ("---\nid: refunds\n---\n# Refunds\n\nIn the app.\n", "place, that of `refunds`,"),
    ],
)
def test_two_drafts_of_which_one_takes_the_others_place_are_refused(
    kbtool, help_centre, write, draft, words
):
    first = "# Get a refund\n\nIn the app.\n" if "refunds" in draft else CLOSE
    write({"close.md": first, "drafts/other.md": draft})
    ran = kbtool("gaps", "--what-if", "close.md", "--what-if", "drafts")
    assert ran.code == 2
    assert f"drafts/other.md: this draft has the same {words} as close.md" in ran.err


def test_translations_of_one_draft_are_tried_together(kbtool, help_centre, write):
    german = "---\nid: close\nlocale: de\n---\n# Konto\n\nTippe auf Schließen.\n"
    write({"close.md": CLOSE, "de/close.md": german})
    assert kbtool("gaps", "--what-if", "close.md", "--what-if", "de/close.md").code == 0


def test_a_translation_takes_the_place_of_its_own_language(what_if, write):
    german = "---\nlocale: de\n---\n# Geld\n\nIn der App.\n"
    write({"articles/de/cards.md": german, "articles/fr/cards.md": german.replace("de", "fr", 1)})
    drafts = ["articles/cards.md", "articles/de/cards.md"]
    found = what_if({drafts[0]: "# Order it\n\nIn the app.\n", drafts[1]: german})
    assert [draft["replaces"] for draft in found["drafts"]] == ["cards", "cards"]


def test_text_says_how_many_with_an_interval_and_quotes(kbtool, help_centre, write):
    write({"close.md": CLOSE})
    out = kbtool("gaps", "--what-if", "close.md").out
    assert "The draft would close 1 gap: 4 of 4 questions (2 to 4), matched by words" in out
    assert CLOSING[0] in out
    assert "No question would leave its article for a draft." in out
    assert "4 -> 8 of 8 answered, 1 -> 0 gaps." in out


@pytest.mark.parametrize(
    "draft", [CLOSE, "---\nid: refunds\n---\n# Zyx\n\nZyx wvu.\n", "# Zyx\n\nZyx.\n"]
)
def test_what_is_said_of_the_next_report_is_what_it_says(kbtool, what_if, write, folder, draft):
    then = what_if({"draft.md": draft})["published"]
    before = json.loads(kbtool("gaps", "--format", "json").out)
    (folder / "articles" / ("refunds.md" if "refunds" in draft else "new.md")).write_text(draft)
    after = json.loads(kbtool("gaps", "--format", "json").out)
    answered = [{m["id"] for m in one["questions"] if m["answered"]} for one in (before, after)]
    gained = then["gained"] + then["gained_elsewhere"]
    assert then["answered"] == dict(zip(("before", "after"), map(len, answered), strict=True))
    assert then["gaps"] == {"before": len(before["gaps"]), "after": len(after["gaps"])}
    assert {one["id"] for one in gained} == answered[1] - answered[0]
    assert {one["id"] for one in then["lost"]} == answered[0] - answered[1]


@pytest.mark.parametrize(
    ("after", "bounds"),
    [
        ((0.9,), (1, 1)),
        ((0.55,), (0, 1)),
        ((0.45,), (0, 1)),
        ((0.3,), (0, 0)),
        ((0.9, 0.55, 0.45, 0.3), (1, 3)),
        ((), (0, 0)),
    ],
)
def test_verdicts_near_even_make_a_range_of_gaps_that_close(after, bounds):
    some = Interval(3.0, 2.0, 4.0)
    tried = tuple(Tried("g", "d", p >= 0.5, ("q",), 4, some, 0.1, p) for p in after)
    found = WhatIf((Draft("d.md", "d", "Close it", ""),), tried, 0, (), (), learned=True)
    assert found.closed_range == bounds


def test_a_verdict_that_a_draft_does_not_move_is_none_of_its_close_ones():
    some = Interval(3.0, 2.0, 4.0)
    close = [
        Tried("g", "d", False, ("q",), 4, some, before, 0.42).is_close for before in (0.42, 0.3)
    ]
    assert close == [False, True]


UNFILLED = CLOSE + "\n1. [insert the first step]\n\nTODO: ask the team.\n"


def test_a_draft_with_placeholders_answers_nothing_and_names_their_lines(kbtool, write, what_if):
    found = what_if({"drafts/close.md": UNFILLED})
    assert (found["closed"], found["gaps"], found["untouched"]) == (0, [], 1)
    assert found["drafts"][0]["unfilled"] == [7, 9]
    assert (found["refused"], found["drafts"][0]["refused"]) == (1, "it holds placeholders")
    out = kbtool("gaps", "--what-if", "drafts/close.md").out
    assert "The draft answers nothing yet" in out
    assert "placeholders in lines 7, 9" in out
    assert "would" not in out


def test_what_is_filled_in_is_tried_beside_what_is_not(kbtool, what_if):
    drafts = {"drafts/close.md": CLOSE, "drafts/more.md": "# Zyx\n\nTODO\n"}
    found = what_if(drafts)
    assert found["closed"] == 1
    assert [bool(draft["unfilled"]) for draft in found["drafts"]] == [False, True]
    assert [draft["refused"] for draft in found["drafts"]] == [None, "it holds placeholders"]
    ran = kbtool("gaps", "--what-if", "drafts/close.md", "--what-if", "drafts/more.md")
    assert ran.out.startswith("1 of 2 drafts, those filled in, would close 1 gap")
    assert ran.code == 1


def test_people_who_ask_alike_twice_narrow_no_interval(what_if, write):
    header, *lines = make_log(CLOSING + OTHERS).splitlines()
    low = []
    for people in ("abcdefgh", "aabcdefg"):
        rows = [f"{line},{name}" for line, name in zip(lines, people, strict=True)]
        write({"log.csv": "\n".join([f"{header},requester", *rows])})
        (gap,) = what_if({"drafts/close.md": CLOSE})["gaps"]
        low.append(gap["answered"]["low"])
    assert low[1] < low[0]


def test_a_placeholder_that_a_comment_silences_is_one_all_the_same(what_if):
    silenced = UNFILLED.replace("# Close", "<!-- kbtool: ignore-file placeholder -->\n\n# Close", 1)
    found = what_if({"drafts/close.md": silenced})
    assert (found["closed"], found["drafts"][0]["unfilled"]) == (0, [9, 11])


@pytest.mark.parametrize("form", ["table", "json"])
def test_no_question_is_quoted_where_none_may_be(kbtool, help_centre, write, form):
    write({"close.md": CLOSE})
    out = kbtool("gaps", "--what-if", "close.md", "--format", form, "--no-quotes").out
    assert "close" in out
    assert not any(question in out for question in CLOSING + OTHERS)


def test_questions_of_too_few_people_are_not_quoted(kbtool, help_centre, write):
    header, *lines = make_log(CLOSING + OTHERS).splitlines()
    rows = "\n".join([f"{header},requester", *(f"{line},ann" for line in lines)])
    write({"log.csv": rows, "close.md": CLOSE, "kbtool.toml": FILES["kbtool.toml"]
           + "[gaps]\nmin-askers = 1\n"})  # fmt: skip
    out = kbtool("gaps", "--what-if", "close.md").out
    assert "would close 1 gap" in out
    assert not any(question in out for question in CLOSING)


@pytest.mark.parametrize(
    ("options", "word"),
    [
        (("--what-if", "missing.md"), "missing.md"),
        (("--what-if", "empty"), "no article"),
        (("--what-if", "close.md", "--format", "words"), "words"),
    ],
)
def test_what_cannot_be_tried_is_told(kbtool, help_centre, write, folder, options, word):
    write({"close.md": CLOSE})
    (folder / "empty").mkdir()
    ran = kbtool("gaps", *options)
    assert ran.code == 2
    assert word in ran.err


def test_titles_of_drafts_steer_no_terminal(kbtool, help_centre, write):
    write({"close.md": CLOSE.replace("your", "\x1b[2Jyour\u202e", 1)})
    assert not set(kbtool("gaps", "--what-if", "close.md").out) & set("\x1b\u202e")
