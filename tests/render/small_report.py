"""Reports with findings in hostile and in ordinary text."""

from kbtool.articles import Skipped
from kbtool.linter import RuleFault, stamp
from kbtool.model import Change, Edit, Hit, Outline, Severity, Span
from kbtool.rule import ActiveRule, Options, Rule
from kbtool.runner.values import LintReport
from kbtool.testing import parse

RULE = Rule("TST001", "test-thing", Severity.WARNING, Options, "Things.\n\nWhy.", None)
TEXT = "# 😀 Title\n\n- 😀 here.\n- 😀 here.\n"
HOSTILE = 'a]]><x> & "q" \x1b[2J\x00 ::error::x%0A\nb | c <script>alert(1)</script>'


def finding(article, at, length, severity=Severity.WARNING, message="bad thing", **parts):
    """A finding at an offset of an article."""
    hit = Hit(Span(at, at + length), message, severity=severity, **parts)
    return stamp(hit, ActiveRule(RULE, Options()), article.source)


def make_report(path="a b/ü.md", message="bad thing", **parts):
    """Two findings in equal items, the second with a fix."""
    article = parse(TEXT, path)
    first = TEXT.index("here")
    second = TEXT.rindex("here")
    edit = Edit((Change(Span(second, second + 4), "there"),), safe=True)
    found = (
        finding(article, first, 4, Severity.ERROR, message, help="Say where"),
        finding(article, second, 4, Severity.INFO, message, edit=edit),
    )
    outlines = (Outline.of(article), Outline("fine.md", "fine", "Fine", "en", "Ann"))
    return LintReport(found, outlines, {path: article.source}, (RULE,), **parts)


def make_hostile():
    """Findings whose path and message try to be something else."""
    skip = Skipped(HOSTILE, HOSTILE, fault=True)
    fault = RuleFault("test-thing", "a.md", HOSTILE)
    return make_report("x,y:z%0A::error::.md", HOSTILE, skipped=(skip,), faults=(fault,))


def make_many(number, severity):
    """A report with many findings of one severity."""
    article = parse("x\n" * number, "a.md")
    found = tuple(finding(article, 2 * line, 1, severity) for line in range(number))
    return LintReport(found, (Outline.of(article),), {"a.md": article.source}, (RULE,))
