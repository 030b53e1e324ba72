"""What one article tells by itself: the step that needs its full text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from typing import Any

from kbtool.errors import SlowPatternError
from kbtool.linter.rule_set import RuleSet
from kbtool.linter.stamping import Desk
from kbtool.linter.values import Draft
from kbtool.model import Article, Hit, KnowledgeBase, Outline
from kbtool.rule import ActiveRule
from kbtool.suppress import read_suppressions


def draft_article(
    article: Article,
    kb: KnowledgeBase,
    rules: Sequence[ActiveRule],
    stopped: dict[str, str],
) -> Draft:
    """Findings of the rules that look at one article, and the surveys of those that look at all.

    Of ``kb`` only the day and the root are used. ``stopped`` tells of rules, by their names, why
    they are off for the rest of the run; those that have to be stopped here are added.
    """
    desk = Desk(article.path, lambda: article.source, read_suppressions(article))
    surveys: dict[str, Any] = {}
    speaking = RuleSet.of(rules).for_locale(article.locale)
    for active in speaking.needed(article):
        rule = active.rule
        if rule.name in stopped:
            desk.note_stopped(active, stopped[rule.name])
            continue
        if rule.check:
            desk.take(active, partial(rule.check, article, kb, active.options))
        if rule.survey:
            desk.take(active, partial(_survey, active, article, surveys))
    stopped |= {fault.rule: fault.error for fault in desk.faults if fault.stopped}
    return Draft(
        outline=Outline.of(article),
        findings=tuple(desk.findings),
        suppressed=tuple(desk.suppressed),
        faults=tuple(desk.faults),
        unspoken=len(speaking.rules) < len(rules),
        suppressions=desk.suppressions,
        used=tuple(sorted(desk.used, key=lambda one: (one.span, one.name, one.text or ""))),
        surveys=surveys,
    )


def survey_article(article: Article, rules: Sequence[ActiveRule]) -> dict[str, Any]:
    """What the rules that look at all articles need to know of this one, by their codes.

    A rule whose pattern takes too long learns nothing; drafting the article says so.
    """
    surveys: dict[str, Any] = {}
    for active in RuleSet.of(rules).for_locale(article.locale).needed(article):
        with suppress(SlowPatternError):
            list(_survey(active, article, surveys))
    return surveys


def _survey(active: ActiveRule, article: Article, surveys: dict[str, Any]) -> Iterator[Hit]:
    """No hits; adds what a rule surveyed to ``surveys``."""
    facts = active.rule.survey(article, active.options) if active.rule.survey else None
    if facts is not None:
        surveys[active.rule.code] = facts
    yield from ()
