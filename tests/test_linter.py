"""Rules on articles: findings in order, faults apart, languages respected."""

import pytest

from kbtool.linter import lint, stamp
from kbtool.model import Hit, KnowledgeBase, Severity, Span
from kbtool.rule import ActiveRule, Options, Rule
from kbtool.testing import TODAY, parse


def make_rule(code, check, **parts):
    name = parts.pop("name", f"rule-{code.lower()}")
    return Rule(code, name, Severity.WARNING, Options, "A rule.", check, **parts)


def at(*spans, message="found"):
    return lambda article, kb, options: (Hit(Span(*span), message) for span in spans)


def run(texts, *rules, progress=None):
    articles = [parse(text, path) for path, text in texts.items()]
    active = [ActiveRule(rule, Options()) for rule in rules]
    return lint(KnowledgeBase.of(articles, TODAY), articles, active, progress)


def test_findings_come_in_order_of_path_place_and_code():
    one, two = make_rule("TST001", at((4, 5), (0, 1))), make_rule("TST002", at((4, 5), (4, 4)))
    result = run({"b.md": "a b c d", "a.md": "a b c d"}, two, one)
    assert [(f.path, f.span.start, f.span.end, f.code) for f in result.findings] == [
        (path, *rest)
        for path in ("a.md", "b.md")
        for rest in ((0, 1, "TST001"), (4, 4, "TST002"), (4, 5, "TST001"), (4, 5, "TST002"))
    ]


def test_order_of_articles_and_rules_changes_nothing():
    rules = [make_rule("TST001", at((0, 1))), make_rule("TST002", at((2, 3)))]
    texts = {"a.md": "x y", "b.md": "x y"}
    turned = dict(reversed(texts.items()))
    assert run(texts, *rules).findings == run(turned, *reversed(rules)).findings


def test_finding_tells_lines_and_columns_of_both_ends():
    rule = make_rule("TST001", at((4, 10)))
    (finding,) = run({"a.md": "one\r\ntwo\nthree"}, rule).findings
    assert (finding.line, finding.column, finding.end_line, finding.end_column) == (1, 5, 3, 2)


@pytest.mark.parametrize(
    ("given", "kept"),
    [((-5, 2), (0, 2)), ((2, 99), (2, 5)), ((99, 100), (5, 5)), ((4, 2), (4, 4)), ((0, 5), (0, 5))],
)
def test_place_outside_the_text_is_moved_into_it(given, kept):
    rule = ActiveRule(make_rule("TST001", None), Options())
    assert stamp(Hit(Span(*given), "found"), rule, parse("hello").source).span == kept


@pytest.mark.parametrize(
    ("of_user", "of_hit", "severity"),
    [
        (None, None, Severity.WARNING),
        (None, Severity.INFO, Severity.INFO),
        (Severity.ERROR, None, Severity.ERROR),
        (Severity.ERROR, Severity.INFO, Severity.ERROR),
    ],
)
def test_severity_is_what_the_user_says_then_the_hit_then_the_rule(of_user, of_hit, severity):
    active = ActiveRule(make_rule("TST001", None), Options(), of_user)
    hit = Hit(Span(0, 1), "x", severity=of_hit)
    assert stamp(hit, active, parse("x").source).severity is severity


def test_rule_that_raises_is_a_fault_for_its_article_alone():
    def fail_on_b(article, kb, options):
        yield Hit(Span(0, 1), "found")
        if article.path == "b.md":
            raise KeyError("x")
        yield Hit(Span(1, 2), "found")

    good = make_rule("TST002", at((0, 1)))
    result = run({"a.md": "aa", "b.md": "bb"}, make_rule("TST001", fail_on_b), good)
    assert [(f.rule, f.path, f.error) for f in result.faults] == [
        ("rule-tst001", "b.md", "KeyError: 'x'")
    ]
    assert [(f.path, f.code) for f in result.findings] == [
        ("a.md", "TST001"),
        ("a.md", "TST002"),
        ("a.md", "TST001"),
        ("b.md", "TST001"),
        ("b.md", "TST002"),
    ]


def test_rule_that_raises_at_once_is_a_fault_as_well():
    result = run({"a.md": "x"}, make_rule("TST001", lambda article, kb, options: 1 / 0))
    assert result.faults[0].error == "ZeroDivisionError: division by zero"


def test_interrupt_is_no_fault_of_the_rule():
    def interrupt(article, kb, options):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run({"a.md": "x"}, make_rule("TST001", interrupt))


@pytest.mark.parametrize(
    ("languages", "locale", "runs"),
    [
        ((), "de", True),
        (("en",), "en", True),
        (("en",), "en-GB", True),
        (("en",), "EN_us", True),
        (("en",), "de", False),
        (("en", "de"), "de-AT", True),
        (("en",), "enx", False),
    ],
)
def test_rule_about_words_keeps_to_its_languages(languages, locale, runs):
    rule = make_rule("TST001", at((0, 1)), languages=languages)
    result = run({"a.md": f"---\nlocale: {locale}\n---\nx"}, rule)
    assert bool(result.findings) == runs
    assert result.skipped_languages == (() if runs else ((locale, 1),))


def test_articles_in_unknown_languages_are_counted_once_each():
    rules = [make_rule(f"TST00{n}", at((0, 1)), languages=("en",)) for n in (1, 2)]
    texts = {f"{n}.md": f"---\nlang: {lang}\n---\nx" for n, lang in enumerate(("fr", "de", "de"))}
    assert run(texts, *rules).skipped_languages == (("de", 2), ("fr", 1))


def name_all(own, kb, options):
    yield Hit(Span(0, 1), " ".join(f"{k}={v}" for k, v in sorted(kb.survey("TST001").items())))


def test_rules_that_look_at_all_articles_report_on_what_was_asked():
    articles = [parse("x", path) for path in ("b.md", "a.md")]
    rule = make_rule("TST001", None, survey=lambda article, options: article.id, judge=name_all)
    active = ActiveRule(rule, Options())
    result = lint(KnowledgeBase.of(articles, TODAY), articles[:1], [active])
    assert [(f.path, f.message) for f in result.findings] == [("b.md", "a.md=a b.md=b")]


@pytest.mark.parametrize("step", ["survey", "judge"])
def test_step_of_a_rule_that_raises_is_a_fault_for_each_article_alone(step):
    def fail(article, *_):
        if article.path == "b.md":
            raise KeyError("x")
        return ()

    steps = {"survey": lambda *_: 1, "judge": lambda *_: iter(())} | {step: fail}
    result = run({"a.md": "aa", "b.md": "bb"}, make_rule("TST001", None, **steps))
    assert [(f.rule, f.path, f.error) for f in result.faults] == [
        ("rule-tst001", "b.md", "KeyError: 'x'")
    ]


def test_knowledge_base_of_a_run_holds_no_article_in_full():
    seen = []

    def note(own, kb, options):
        seen.append((kb.articles, [outline.path for outline in kb.outlines]))
        yield from ()

    run({"a.md": "x", "b.md": "y"}, make_rule("TST001", None, survey=lambda *_: 1, judge=note))
    assert seen == [((), ["a.md", "b.md"])] * 2


def test_progress_is_told_after_each_article():
    seen = []
    run({"a.md": "x", "b.md": "y"}, progress=seen.append)
    assert seen == [1, 2]


def test_no_rules_and_no_articles_find_nothing():
    assert run({"a.md": "x"}).findings == ()
    assert run({}, make_rule("TST001", at((0, 1)))).findings == ()
