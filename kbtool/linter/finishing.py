"""What all articles together tell: the step after every article was read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import partial
from typing import Any

from msgspec.structs import replace

from kbtool.linter.rule_set import RuleSet
from kbtool.linter.stamping import Desk
from kbtool.linter.values import Draft, LintResult
from kbtool.model import Finding, Hit, KnowledgeBase, Outline, Source
from kbtool.rule import ActiveRule, Rule
from kbtool.rules import all_rules

UNUSED = "unused-suppression"
"""The one rule that only the linter can check: it has to know what all others found."""


def gather(
    kb: KnowledgeBase,
    surveyed: Iterable[tuple[Outline, Mapping[str, Any]]],
) -> KnowledgeBase:
    """The knowledge base with these outlines and surveys by code, and no article in full."""
    surveys: dict[str, dict[str, Any]] = {}
    outlines: list[Outline] = []
    for outline, found in sorted(surveyed, key=lambda pair: pair[0].path):
        outlines.append(outline)
        for code, facts in found.items():
            surveys.setdefault(code, {})[outline.path] = facts
    return replace(kb, articles=(), outlines=tuple(outlines), surveys=surveys)


def finish_article(
    draft: Draft,
    kb: KnowledgeBase,
    rules: Sequence[ActiveRule],
    source: Callable[[], Source],
    known: Callable[[], Sequence[Rule[Any]]] = all_rules,
) -> LintResult:
    """All that was found in one article, now that ``kb`` knows every other.

    ``source`` is called only where the text is needed again, ``known`` where an article silences
    a rule that did not run.
    """
    desk = Desk(draft.outline.path, source, draft.suppressions, draft.used)
    rules = RuleSet.of(rules)
    for active in rules.for_locale(draft.outline.locale).judges:
        if active.rule.judge:
            desk.take(active, partial(active.rule.judge, draft.outline, kb, active.options))
    if unused := rules.by_name.get(UNUSED):
        desk.take(unused, partial(_find_unused, desk, rules, known))
    alone = close_draft(draft)
    return LintResult(
        (*alone.findings, *desk.findings),
        (*alone.suppressed, *desk.suppressed),
        (*alone.faults, *desk.faults),
        alone.skipped_languages,
    )


def close_draft(draft: Draft) -> LintResult:
    """What one article alone tells, where nothing is known of the others."""
    languages = ((draft.outline.locale, 1),) if draft.unspoken else ()
    return LintResult(draft.findings, draft.suppressed, draft.faults, languages)


def join(results: Iterable[LintResult]) -> LintResult:
    """Results of several articles as one, in order of path, place and code."""
    parts = list(results)
    locales: dict[str, int] = {}
    for part in parts:
        for locale, number in part.skipped_languages:
            locales[locale] = locales.get(locale, 0) + number
    return LintResult(
        tuple(sorted((f for part in parts for f in part.findings), key=_order)),
        tuple(sorted((f for part in parts for f in part.suppressed), key=_order)),
        tuple(sorted((f for part in parts for f in part.faults), key=lambda f: (f.path, f.rule))),
        tuple(sorted(locales.items())),
    )


def _order(finding: Finding) -> tuple[Any, ...]:
    return (finding.path, finding.span, finding.code, finding.message)


def _find_unused(
    desk: Desk,
    rules: RuleSet,
    known: Callable[[], Sequence[Rule[Any]]],
) -> Iterator[Hit]:
    yield from desk.suppressions.problems
    for entry in desk.suppressions.entries:
        shown = entry.name.upper() if entry.name[-1:].isdigit() else entry.name  # a code
        if entry.name not in rules.by_name:
            names = {name for rule in known() for name in rule.names}
            if entry.name not in names:
                near = get_close_matches(entry.name, sorted(names), 1)
                hint = f"Did you mean `{near[0]}`?" if near else "Remove the comment"
                yield Hit(entry.span, f"no rule is called `{shown}`", hint)
        elif entry not in desk.used:
            message = f"`{shown}` finds nothing here, so nothing needs silencing"
            yield Hit(entry.span, message, "Remove the rule from the comment")
