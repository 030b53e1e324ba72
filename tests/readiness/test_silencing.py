"""Silencing a finding never raises a score: the same articles, findings silenced at random."""

from random import Random

import pytest
from measured import TODAY, make_group, make_report

from kbtool.health import Basis, assess, judge_readiness
from kbtool.linter import lint
from kbtool.model import KnowledgeBase
from kbtool.rule import configure
from kbtool.rules import all_rules
from kbtool.testing import parse

TEXTS = {
    "help/cards/reset.md": "# Reset your passcode\n\nClick [here](fees.md). TODO add a step.\n",
    "help/cards/order.md": "# Order a card\n\n## Overview\n\nAs described above, just do it.\n",
    "help/money/fees.md": "# Fees\n\n![](fees.png)\n\nIt takes a few days. Simply wait.\n",
    "help/money/pay.md": "# Pay a bill\n\nTap Pay, as [limits](limits.md) say.\n",
}
GROUPS = [make_group("fee", "fees", askers=7), make_group("pay", "pay", askers=4)]


@pytest.fixture(scope="module")
def linted():
    kb = KnowledgeBase.of([parse(text, path) for path, text in TEXTS.items()], TODAY)
    rules = configure(all_rules())
    found = lint(kb, kb.articles, rules)
    assert len(found.findings) > 8
    return kb, rules, found.findings


def judge(linted, silenced):
    kb, rules, findings = linted
    asked = [question for _, own in GROUPS for question in own]
    report = make_report([group for group, _ in GROUPS], asked)
    open_ = [finding for finding in findings if finding not in silenced]
    health = assess(kb, open_, report, asked, suppressed=silenced)
    health = judge_readiness(health, kb, Basis(rules))
    return [
        (one.path, one.band, one.blocked_by, one.seriousness, one.urgency, one.needs_mending,
         [criterion.answer for criterion in one.criteria])
        for one in health.articles
    ], [criterion.answer for criterion in health.criteria], [
        (advice.article, advice.action) for advice in health.gaps.advice
    ]  # fmt: skip


@pytest.mark.parametrize("seed", range(12))
def test_band_criteria_score_place_and_advice_stay_whatever_is_silenced(seed, linted):
    findings = linted[2]
    silenced = Random(seed).sample(findings, Random(-seed).randint(1, len(findings)))
    before = judge(linted, [])
    assert {place[1] for place in before[0]} == {"blocked", "risky"}
    assert before[2]
    assert judge(linted, silenced) == before
