"""Comments that silence findings: where each one holds, and what is said of useless ones."""

import re

import pytest

from kbtool.linter import lint
from kbtool.model import Hit, KnowledgeBase, Severity, Span
from kbtool.rule import ActiveRule, Options, Rule
from kbtool.rules import all_rules
from kbtool.suppress import read_suppressions
from kbtool.testing import TODAY, parse


def find_bad(article, kb, options):
    comments = [comment.span for comment in article.comments]
    for match in re.finditer(r"\bbad\d*\b(?!-)", article.source.text):
        if not any(start < match.start() < end for start, end in comments):
            yield Hit(Span(*match.span()), "bad word")


BAD = Rule("TST001", "bad-word", Severity.ERROR, Options, "Bad words.", find_bad)
OTHER = Rule("TST002", "other-word", Severity.ERROR, Options, "None.", lambda a, kb, o: iter(()))
UNUSED = next(rule for rule in all_rules() if rule.code == "HYG003")


def run(text, *rules):
    article = parse(text)
    active = [ActiveRule(rule, Options()) for rule in rules]
    return lint(KnowledgeBase.of([article], TODAY), [article], active)


def words_left(text):
    """Words that are still found, and words that are silenced."""
    result = run(text, BAD)
    slices = ([text[slice(*f.span)] for f in part] for part in (result.findings, result.suppressed))
    return tuple(" ".join(words) for words in slices)


# «…» stands for a comment that begins with "kbtool:".
ON_THE_LINE = [
    ("bad1 «ignore bad-word»\nbad2\n", "bad2", "bad1"),
    ("«ignore bad-word» bad1\n\nbad2\n", "bad2", "bad1"),
    ("bad1\nx «ignore TST001» bad2\nbad3", "bad1 bad3", "bad2"),
    ("bad1\nx «ignore tst001»", "bad1", ""),
    ("bad1 «ignore other-word»\n", "bad1", ""),
    ("bad1 «ignore other-word, bad-word»\n", "", "bad1"),
    ("bad1 «ignore other-word bad-word»\n", "", "bad1"),
    ("bad1 <!-- KBTOOL: ignore Bad-Word -->\n", "", "bad1"),
    ("bad1 <!--kbtool:ignore bad-word-->\n", "", "bad1"),
    ("bad1 «ignore bad-word -- it is a name»\n", "", "bad1"),
    ('bad1 «ignore bad-word -- a "quoted" reason»\n', "", "bad1"),
    ("bad1 «ignore bad-word-- tight»\n", "", "bad1"),
    ("| bad1 | «ignore bad-word» |\n|---|---|\n| bad2 | y |\n", "bad2", "bad1"),
]
EXACT_TEXT = [
    ('bad1 bad2\n\nbad1\n\n«ignore bad-word "bad1"»\n', "bad2", "bad1 bad1"),
    ('bad1 «ignore bad-word "bad"»\n', "bad1", ""),
    ('bad1 bad «ignore bad-word, other-word "bad"»\n', "bad1", "bad"),
    ('bad «ignore bad-word "bad" -- so "they" say»\n', "", "bad"),
    ('bad1 «ignore bad-word ""»\n', "bad1", ""),
]
NEXT_BLOCK = [
    ("«ignore-next bad-word»\nbad1\nbad2\n\nbad3\n", "bad3", "bad1 bad2"),
    ("«ignore-next bad-word»\n\n\nbad1\n\nbad2\n", "bad2", "bad1"),
    ("«ignore-next bad-word»\n\n# bad1\n\nbad2\n", "bad2", "bad1"),
    ("«ignore-next bad-word»\n\n- bad1\n- bad2\n\nbad3\n", "bad3", "bad1 bad2"),
    ("- bad0\n  «ignore-next bad-word»\n\n  bad1\n- bad2\n", "bad0 bad2", "bad1"),
    ("«ignore-next bad-word»\n\n| bad1 |\n|---|\n| bad2 |\n\nbad3\n", "bad3", "bad1 bad2"),
    ("«ignore-next bad-word»\n\nbad1 | x\n--|--\ny | bad2\n\nbad3\n", "bad3", "bad1 bad2"),
    ("«ignore-next bad-word»\n\n```\nbad1\nbad2\n```\n\nbad3\n", "bad3", "bad1 bad2"),
    ("«ignore-next bad-word»\n\n> bad1\n\nbad2\n", "bad2", "bad1"),
    ("«ignore-next bad-word»\n\n<p>bad1</p>\n\nbad2\n", "bad2", "bad1"),
    ("bad0\n\n<!--\nkbtool:\nignore-next\nbad-word\n-->\n\nbad1\n", "bad0", "bad1"),
    ("x\n\n«ignore-next bad-word»\n", "", ""),
    ('«ignore-next bad-word "bad1"»\nbad1 bad2\n\nbad1\n', "bad2 bad1", "bad1"),
]
START, END = "«ignore-start bad-word»", "«ignore-end bad-word»"
BETWEEN = [
    (f"bad1\n\n{START}\n\nbad2\n\nbad3\n\n{END}\n\nbad4\n", "bad1 bad4", "bad2 bad3"),
    (f"{START}\nbad1\n\n«ignore-end»\n\nbad2\n", "bad2", "bad1"),
    (f"{START}\nbad1\n\nbad2\n", "", "bad1 bad2"),
    (f"{START}\nbad1\n\n{START}\nbad2\n\n{END}\n\nbad3\n", "bad3", "bad1 bad2"),
    (f"{START}\nbad1\n\n«ignore-end other-word»\n\nbad2\n", "", "bad1 bad2"),
    (f"x {START} bad1 {END} bad2\n", "bad2", "bad1"),
    ('«ignore-start bad-word "bad1"»\nbad1 bad2\n\n«ignore-end»\n\nbad1\n', "bad2 bad1", "bad1"),
]
WHOLE_ARTICLE = [
    ("bad1\n\nbad2\n\n«ignore-file bad-word»\n", "", "bad1 bad2"),
    ('bad1\n\nbad2\n\n«ignore-file bad-word "bad2"»\n', "bad1", "bad2"),
    ("---\nkbtool: {ignore: [bad-word]}\n---\n\nbad1\n", "", "bad1"),
    ("---\nkbtool:\n  ignore: TST001\n---\n\nbad1\n", "", "bad1"),
]
NO_INSTRUCTION = [
    ("bad1 <!-- kbtool ignore bad-word -->\n", "bad1", ""),
    ("bad1 <!-- ignore bad-word -->\n", "bad1", ""),
    ("bad1 `«ignore bad-word»`\n", "bad1", ""),
    ("bad1 &lt;!-- kbtool: ignore bad-word -->\n", "bad1", ""),
]


def expand(text):
    return text.replace("«", "<!-- kbtool: ").replace("»", " -->")


@pytest.mark.parametrize(
    ("text", "left", "silenced"),
    ON_THE_LINE + EXACT_TEXT + NEXT_BLOCK + BETWEEN + WHOLE_ARTICLE + NO_INSTRUCTION,
)
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=ascii)
def test_comment_silences_exactly_what_it_says(text, left, silenced, ending):
    assert words_left(expand(text).replace("\n", ending)) == (left, silenced)


def complaints(text, *rules):
    findings = run(expand(text), UNUSED, *rules).findings
    return [(f.line, f.message, f.help) for f in findings if f.code == "HYG003"]


USELESS = "`bad-word` finds nothing here, so nothing needs silencing"
REMOVE_NAME = "Remove the rule from the comment"
NAMELESS = "names no rule, so it silences nothing"
NAME_IT = "Name the rules to silence, for example `sentence-too-long`"
VERBS = "Write one of ignore, ignore-end, ignore-file, ignore-next, ignore-start"
NO_START = "has no `ignore-start` before it"


@pytest.mark.parametrize(
    ("comment", "message", "advice"),
    [
        ("«ignore bad-word»", USELESS, REMOVE_NAME),
        ("«ignore-next bad-word»", USELESS, REMOVE_NAME),
        ("«ignore-start bad-word»", USELESS, REMOVE_NAME),
        ("«ignore-file bad-word»", USELESS, REMOVE_NAME),
        ('«ignore bad-word "badly"»', USELESS, REMOVE_NAME),
        ("«ignore zzzzz»", "no rule is called `zzzzz`", "Remove the comment"),
        (
            "«ignore vague-link-txt»",
            "no rule is called `vague-link-txt`",
            "Did you mean `vague-link-text`?",
        ),
        ("«ignore»", f"`ignore` {NAMELESS}", NAME_IT),
        ("«ignore-file -- all»", f"`ignore-file` {NAMELESS}", NAME_IT),
        ("«disable bad-word»", "kbtool comment with unknown instruction `disable`", VERBS),
        ("«»", "kbtool comment with unknown instruction ``", VERBS),
        ("«ignore-end bad-word»", f"`ignore-end bad-word` {NO_START}", "Remove the comment"),
        ("«ignore-end»", f"`ignore-end` {NO_START}", "Remove the comment"),
        (
            '«ignore bad-word "never ends»',
            "the quoted text of the comment never ends",
            'Put a " behind the text as well',
        ),
    ],
)
def test_comment_that_silences_nothing_is_reported_with_advice(comment, message, advice):
    assert complaints(f"x {comment}\n", BAD) == [(1, message, advice)]


@pytest.mark.parametrize(
    "value",
    [
        "",
        "5",
        "true",
        "ignore",
        "[TST001]",
        "{ignore: 5}",
        "{ignore: true}",
        "{ignore: 2026-01-01}",
        "{ignore: {TST001: 1}}",
        "{ignores: [TST001]}",
        "{ignore: [TST001], why: x}",
    ],
)
def test_front_matter_that_cannot_be_understood_is_reported_and_silences_nothing(value):
    text = f"---\nkbtool: {value}\n---\n\nbad1\n"
    assert words_left(text) == ("bad1", "")
    message = "`kbtool` in the front matter cannot be understood"
    assert complaints(text, BAD) == [(2, message, "Write `kbtool: {ignore: [RULE]}`")]


def test_unused_name_in_the_front_matter_is_reported_at_its_key():
    text = "---\nkbtool: {ignore: [TST001, 7]}\n---\n\nfine\n"
    assert [message for _, message, _ in complaints(text, BAD)] == [
        "`TST001` finds nothing here, so nothing needs silencing",
        "no rule is called `7`",
    ]


def test_comment_about_a_rule_that_does_not_run_now_is_left_alone():
    assert complaints("x «ignore vague-link-text»", BAD) == []


def test_only_the_useless_name_of_a_comment_is_reported():
    text = "bad <!-- kbtool: ignore bad-word, other-word -->\n"
    assert [message for _, message, _ in complaints(text, BAD, OTHER)] == [
        "`other-word` finds nothing here, so nothing needs silencing"
    ]


def test_complaint_itself_can_be_silenced():
    text = "x <!-- kbtool: ignore bad-word, unused-suppression -->\n"
    result = run(text, UNUSED, BAD)
    assert result.findings == ()
    assert {finding.code for finding in result.suppressed} == {"HYG003"}


def test_complaint_stands_at_the_comment():
    text = "Text.\n\n  <!-- kbtool: ignore bad-word -->\n"
    (finding,) = run(text, UNUSED, BAD).findings
    assert text[slice(*finding.span)] == "<!-- kbtool: ignore bad-word -->"


def test_every_entry_keeps_the_place_of_its_comment():
    text = "a <!-- kbtool: ignore x, y -->\n\n<!-- kbtool: ignore-start z -->\n"
    entries = read_suppressions(parse(text)).entries
    assert [entry.name for entry in entries] == ["x", "y", "z"]
    assert all(text[slice(*entry.span)].startswith("<!-- kbtool:") for entry in entries)
