"""Files of question tests, as people and as attackers write them."""

from pathlib import Path

import pytest

from kbtool.questiontests.reading import find_files, read_suite
from kbtool.questiontests.values import Kind


@pytest.fixture
def read(tmp_path, monkeypatch):
    """Reads one file of this text."""
    monkeypatch.chdir(tmp_path)

    def read_text(text):
        content = text if isinstance(text, bytes) else text.encode("utf-8")
        Path("tests.yaml").write_bytes(content)
        return read_suite([Path("tests.yaml")])

    return read_text


WHOLE = """\
within: 3
handoff: [I want to speak to a person]
must_not_answer:
  - Tell me a joke
tests:
  - article: pin
    passage: [Cards, See your PIN]
    within: 1
    seeded: true
    asks:
      - Where is my   PIN?
    must_not_answer:
      - "Reset: my PIN"
  - article: refunds
    asks: [yes, 12]
  - handoff:
      - Close my account
    seeded: yes
"""


def test_every_key_of_a_file_ends_up_in_its_cases(read):
    suite = read(WHOLE)
    assert suite.problems == ()
    rows = [
        (c.kind, c.article, c.question, c.passage, c.within, c.line, c.seeded) for c in suite.cases
    ]
    assert rows == [
        (Kind.HANDOFF, "", "I want to speak to a person", (), 1, 2, False),
        (Kind.MUST_NOT_ANSWER, "", "Tell me a joke", (), 1, 4, False),
        (Kind.ASKS, "pin", "Where is my PIN?", ("Cards", "See your PIN"), 1, 11, True),
        (Kind.MUST_NOT_ANSWER, "pin", "Reset: my PIN", (), 1, 13, True),
        (Kind.ASKS, "refunds", "yes", (), 3, 15, False),
        (Kind.ASKS, "refunds", "12", (), 3, 15, False),
        (Kind.HANDOFF, "", "Close my account", (), 1, 17, True),
    ]


@pytest.mark.parametrize(
    ("top", "entry", "demands"),
    [
        ("", "", (1, False)),
        ("", "answered: true", (1, True)),
        ("answered: true\n", "", (1, True)),
        ("answered: true\n", "answered: false", (1, False)),
        ("within: 3\n", "answered: true", (1, True)),
        ("answered: true\n", "within: 3", (3, False)),
        ("within: 3\nanswered: true\n", "", (1, True)),
        ("within: 3\nanswered: true\n", "answered: no", (3, False)),
    ],
)
def test_what_a_test_says_itself_counts_before_what_the_file_says(read, top, entry, demands):
    suite = read(f"{top}tests:\n  - article: a\n    asks: [w]\n    {entry}\n")
    assert suite.problems == ()
    (case,) = suite.cases
    assert (case.within, case.answered) == demands


def test_only_questions_that_ask_are_to_be_answered(read):
    text = "answered: true\nhandoff: [a b]\ntests:\n  - article: a\n    must_not_answer: [w]\n"
    assert [case.answered for case in read(text).cases] == [False, False]


def test_line_ends_and_a_byte_order_mark_change_nothing(read):
    plain = read(WHOLE).cases
    assert read(b"\xef\xbb\xbf" + WHOLE.replace("\n", "\r\n").encode()).cases == plain


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "tests:\n", "tests: []\nhandoff:\n"])
def test_an_empty_file_or_list_holds_no_case_and_is_no_mistake(read, text):
    assert (read(text).cases, read(text).problems) == ((), ())


ENTRY = "tests:\n  - article: a\n"
MISTAKES = [
    ("test:\n  - article: a\n", 1, "unknown key `test`", "Did you mean `tests`?"),
    ("hand-off: [x]\n", 1, "unknown key `hand-off`", "Did you mean `handoff`?"),
    (f"{ENTRY}    ask: [Why]\n", 3, "unknown key `ask`", "Did you mean `asks`?"),
    (f"{ENTRY}    zzz: [Why]\n    asks: [w]", 3, "unknown key `zzz`", "Known: `article`"),
    (ENTRY, 2, "the test asks nothing", "`asks`"),
    ("tests:\n  - asks: [Why]\n", 2, "`asks` needs an `article`", "article: ID"),
    (f"{ENTRY}    asks: Why\n", 3, "`asks` must be a list", "- "),
    (f"{ENTRY}    asks:\n      - Why: this\n", 4, "each question of `asks` must be", "quotes"),
    (f"{ENTRY}    asks:\n      - #1 top\n", 4, "a question of `asks` holds no word", "quotes"),
    (f"{ENTRY}    asks: ['?!']\n", 3, "a question of `asks` holds no word", "quotes"),
    (f"{ENTRY}    asks: [{'x' * 2001}]\n", 3, "longer than 2,000 characters", "Cut"),
    (f"{ENTRY}    asks: [w]\n    within: 0\n", 4, "`within` must be a number from 1 to 10", "3"),
    (f"{ENTRY}    asks: [w]\n    within: ²\n", 4, "`within` must be a number from 1 to 10", "3"),
    (f"{ENTRY}    asks: [w]\n    within: [1]\n", 4, "`within` must be", ""),
    (f"{ENTRY}    asks: [w]\n    seeded: maybe\n", 4, "`seeded` must be true or false", "once"),
    (f"{ENTRY}    asks: [w]\n    answered: soon\n", 4, "`answered` must be true or", "`true`"),
    (f"{ENTRY}    asks: [w]\n    answered: true\n    within: 2\n", 5, "contradict", "first"),
    (f"{ENTRY}    asks: [w]\n    passage: []\n", 4, "`passage` names no heading", "leave it out"),
    (f"{ENTRY}    asks: [w]\n    passage: {{a: b}}\n", 4, "`passage` must be a list", ""),
    ("tests:\n  - article: [a]\n    asks: [w]\n", 2, "`article` must be a text", "quotes"),
    ("tests:\n  - Why\n", 2, "a test must hold keys", "- article: ID"),
    ("tests: Why\n", 1, "`tests` must be a list", ""),
    ("- Why\n", 1, "must hold keys", "`tests`"),
    ("Why\n", 1, "must hold keys", "`tests`"),
    (f"{ENTRY}    asks: [w, w]\n", 3, "“w” stands twice, first in line 3", "Take one out"),
    (
        f"{ENTRY}    asks: [w]\n  - article: b\n    asks: [w]\n",
        5,
        "is asked of two articles, first in line 3",
        "within: 3",
    ),
    (f"{ENTRY}    asks: [w]\n    asks: [v]\n", 4, "key `asks` stands twice, first in line 3", ""),
    ("? [a]\n: b\n", 1, "a key must be a word", ""),
    ("tests:\n  - article: a: b\n", 2, "is not valid YAML", "quotes"),
    ("tests: [\n", 2, "is not valid YAML", ""),
    ("a: b\n---\nc: d\n", 2, "is not valid YAML", ""),
    ("tests:\n- a\x07\n", 2, "is not valid YAML", ""),
    ("a: &x [lol]\nb: [*x, *x]\n", 0, "aliases (*name) are not supported", ""),
]


@pytest.mark.parametrize(("text", "line", "message", "remedy"), MISTAKES)
def test_a_mistake_is_told_with_its_line_and_what_was_meant(read, text, line, message, remedy):
    problem = read(text).problems[0]
    assert (problem.path, problem.line) == ("tests.yaml", line)
    assert message in problem.message
    assert remedy in problem.remedy


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("handoff: " + "[" * 100_000, "nests"),
        ("handoff: " + "{a: " * 5_000, "nests"),
        ("\n".join(f"{' ' * at}a:" for at in range(500)), "nests deeper"),
        ("handoff: [" + "a, " * 200_000 + "]", "holds more than"),
        ("# " + "x" * 3_000_000, "is longer than"),
        ("a: &a [x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nhandoff: [*c,*c]", "aliases"),
        ("x: &x {a: b}\ny:\n  <<: *x\n", "aliases"),
    ],
)
def test_files_made_to_harm_are_refused(read, text, message):
    (problem,) = read(text).problems
    assert message in problem.message


def test_tags_make_no_objects(read):
    suite = read("handoff:\n  - !!python/object/apply:os.getcwd []\n  - !!int twelve\n")
    assert [case.question for case in suite.cases] == ["twelve"]
    assert [problem.line for problem in suite.problems] == [2]


def test_a_merge_key_is_just_an_unknown_key(read):
    (problem,) = read("<<: {handoff: [x]}\n").problems
    assert "unknown key `<<`" in problem.message


def test_all_mistakes_of_a_file_are_found_and_the_rest_is_read(read):
    suite = read(f"{ENTRY}    ask: [w]\n    asks: [v]\n    within: 99\n")
    assert [problem.line for problem in suite.problems] == [3, 5]
    assert [case.question for case in suite.cases] == ["v"]


def test_a_file_that_is_not_utf8_or_not_there_is_told(read, tmp_path):
    assert "not UTF-8" in read(b"handoff: [\xff]").problems[0].message
    (problem,) = read_suite([tmp_path / "gone.yaml"]).problems
    assert "cannot be read" in problem.message


def test_a_folder_stands_for_its_yaml_files(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("b.yml", "a.yaml", "notes.txt", "deep/c.yaml"):
        target = Path("tests", name)
        target.parent.mkdir(exist_ok=True, parents=True)
        target.write_text("handoff: [x]")
    found = find_files([Path("tests"), Path("tests/a.yaml")])
    assert [path.as_posix() for path in found] == [
        "tests/a.yaml", "tests/b.yml", "tests/deep/c.yaml",
    ]  # fmt: skip
    assert "first in tests/a.yaml:1" in read_suite(found).problems[0].message
