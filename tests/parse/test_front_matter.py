"""Front matter: values as people meant them, and every key and value where it stands."""

from datetime import date

import pytest

from kbtool.parse.front_matter import read_front_matter
from kbtool.parse.full_yaml import MAX_CHARACTERS, MAX_DEPTH, MAX_EVENTS


def read(text):
    return read_front_matter(text).front_matter


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("Get a refund", "Get a refund"),
        ("2026-03-05", date(2026, 3, 5)),
        ("2026-02-30", "2026-02-30"),
        ("2026-3-5", "2026-3-5"),
        ("2026-03-05T10:00:00", "2026-03-05T10:00:00"),
        ("2026-03-05 10:00", "2026-03-05 10:00"),
        ("'2026-03-05'", "2026-03-05"),
        ("NO", "NO"),
        ("no", "no"),
        ("Yes", "Yes"),
        ("on", "on"),
        ("true", True),
        ("False", False),
        ("'true'", "true"),
        ("", None),
        ("~", None),
        ("null", None),
        ('""', ""),
        ("0", 0),
        ("12", 12),
        ("-4", -4),
        ("+4", 4),
        ("'12'", "12"),
        ("010", "010"),
        ("1.10", "1.10"),
        ("1e3", "1e3"),
        ("0x1f", "0x1f"),
        ("1_000", "1_000"),
        ("12:30:45", "12:30:45"),
        (".inf", ".inf"),
        ("9" * 18, int("9" * 18)),
        ("9" * 19, "9" * 19),
        ("'it''s'", "it's"),
        (r'"a \"b\" \t\x41\u00e9"', 'a "b" \tAé'),
        ("|\n  one\n  two", "one\ntwo\n"),
        (">\n  one\n  two", "one two\n"),
        ("one\n  two", "one two"),
        ("[a, 1, 2026-01-01, [no]]", ["a", 1, date(2026, 1, 1), ["no"]]),
        ("\n  - a\n  - b: c", ["a", {"b": "c"}]),
        ("{x: 1, y: {z: off}}", {"x": 1, "y": {"z": "off"}}),
        ("plain # comment", "plain"),
        ("&anchor text", "text"),
        ("!!int 7", 7),
        ("!!python/object/apply:os.system [ls]", ["ls"]),
    ],
)
def test_value_is_what_a_person_reads(written, value):
    values = read(f"---\nkey: {written}\n---\n").values
    assert values == {"key": value}
    assert type(values["key"]) is type(value)


@pytest.mark.parametrize(
    "key", ["id", "slug", "title", "summary", "version", "locale", "lang", "owner"]
)
@pytest.mark.parametrize("written", ["0042", "404", "true", "no", "1.10", "2026-03-05", "~"])
def test_value_of_some_keys_is_always_text(key, written):
    assert read(f"---\n{key}: {written}\n---\n").values == {key: written}


@pytest.mark.parametrize(
    ("written", "marked"),
    [
        ("text", "text"),
        ("  text   # comment", "text"),
        ("'it''s'", "it''s"),
        ('"a \\" b"', 'a \\" b'),
        ("[a, b]", "[a, b]"),
        ("", ""),
        ("é🎉", "é🎉"),
        ("one\n  two", "one\n  two"),
    ],
)
@pytest.mark.parametrize("before", ["", "é🎉漢: ü\n", "# ü\n\n", "x: |\n  ü\n"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=ascii)
def test_key_and_value_stand_where_they_are_marked(written, marked, before, ending):
    text = f"---\n{before}key: {written}\nlast: z\n---\nrest".replace("\n", ending)
    front_matter = read(text)
    for key, value in (("key", marked.replace("\n", ending)), ("last", "z")):
        entry = front_matter.entry(key)
        assert text[slice(*entry.key_span)] == key
        assert text[slice(*entry.value_span)] == value
    assert text[front_matter.span.end :] == "rest"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("---\na: b\n---\nrest", "rest"),
        ("---\na: b\n...\nrest", "rest"),
        ("--- \t\na: b\n---  \nrest", "rest"),
        ("---\n---\nrest", "rest"),
        ("---\n\n---\nrest", "rest"),
        ("---\na: b\n---", ""),
        ("---\na: |\n  ---\n---\nrest", "rest"),
    ],
)
def test_front_matter_ends_with_its_closing_line(text, rest):
    reading = read_front_matter(text)
    assert reading.problems == ()
    assert reading.front_matter.span == (0, len(text) - len(rest))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "text",
        "----\na: b\n---\n",
        "\n---\na: b\n---\n",
        " ---\na: b\n---\n",
        "---\n\nAfter a rule: text\n",
        "---\nA sentence\n",
        "--- a: b\n---\n",
        "+++\na = 1\n+++\n",
    ],
)
def test_text_without_front_matter_has_none(text):
    reading = read_front_matter(text)
    assert reading.front_matter.entries == ()
    assert reading.front_matter.span == (0, 0)
    assert reading.problems == ()


@pytest.mark.parametrize(
    ("text", "message", "marked"),
    [
        ("---\ntitle: x\n\ntext\n", "front matter is never closed by ---", "---"),
        ("---\na: b: c\n---\n", "not valid YAML: mapping values are not allowed", ":"),
        ("---\na: [\n---\n", "not valid YAML: did not find expected node content", "\n"),
        ("---\na: 'x\n---\n", "not valid YAML: found unexpected end of stream", "\n"),
        ("---\na: \tx\n\tb: c\n---\n", "not valid YAML", None),
        ("---\n- a\n- b\n---\n", "holds no `key: value` lines", "-"),
        ("---\nsome words\n---\n", "holds no `key: value` lines", "s"),
        ("---\na: 1\nb: 2\na: 3\n---\n", "key `a` stands twice; only the first one counts", "a"),
        ("---\na: &x 1\nb: *x\n---\n", "aliases (*name) are not supported", "---"),
        (
            "---\na: &x {k: 1}\nb:\n  <<: [*x, *x, *x]\n---\n",
            "aliases (*name) are not supported",
            "---",
        ),
        ("---\na: \x01\n---\n", "unacceptable character", "---"),
        ("---\n" + "[" * (MAX_DEPTH + 1) + "\n---\n", f"deeper than {MAX_DEPTH} levels", "---"),
        ("---\na: " + "[" * 60_000 + "\n---\n", f"deeper than {MAX_DEPTH} levels", "---"),
        ("---\na: " + "x" * MAX_CHARACTERS + "\n---\n", f"longer than {MAX_CHARACTERS:,}", "---"),
        ("---\na: [" + "x," * MAX_EVENTS + "]\n---\n", f"more than {MAX_EVENTS:,} parts", "---"),
    ],
)
def test_front_matter_that_cannot_be_read_is_a_problem_with_a_place(text, message, marked):
    (problem,) = read_front_matter(text).problems
    assert problem.kind == "front-matter"
    assert message in problem.message
    if marked is not None:
        assert text[slice(*problem.span)] == marked


def test_first_of_two_values_of_a_key_counts_and_the_rest_is_kept():
    assert read("---\na: 1\na: 2\nb: 3\n---\n").values == {"a": 1, "b": 3}


@pytest.mark.parametrize(
    ("written", "key"), [("1", "1"), ("true", "true"), ("'a b'", "a b"), ("? [a]\n", "?")]
)
def test_key_is_always_text(written, key):
    assert list(read(f"---\n{written}: x\n---\n").values) == [key]
