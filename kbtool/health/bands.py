"""Bands of readiness: which findings block an article, and which merely put it at risk.

Severities of rules say how sure a finding is to be a fault, and teams set them as they like. A
band asks for something else: would a bot answer falsely or not at all, or a reader be stuck?
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Literal

from kbtool.model import Finding, Severity
from kbtool.rules import all_rules

Band = Literal["blocked", "risky", "ready"]

BANDS: tuple[Band, ...] = ("blocked", "risky", "ready")
"""All bands, the worst first."""

BLOCKING = {
    "FRS005": "a bot quotes the placeholder as if it were the answer",
    "HYG004": "part of the text cannot be read, by a bot neither",
    "IMG004": "a step or a section is a picture, of which a bot knows nothing",
    "LNK003": "whoever follows the link is stuck",
    "LNK008": "a link without an address opens nothing",
    "MET005": "title, language and id are lost, and sites may print the block as text",
    "STR001": "without a title neither a search nor a bot finds the article",
}
"""Codes of built-in rules whose findings block an article, and why; rules may except some."""

_HEAVY, _MIDDLE, _LIGHT = 10, 3, 1


def blocks(finding: Finding) -> bool:
    """Whether a finding alone keeps readers or bots from the answer.

    Those of ``BLOCKING`` do unless a team rates them lower than kbtool. Of rules that a team wrote
    itself, errors do.
    """
    own = _severities().get(finding.code)
    if own is None:
        return finding.severity is Severity.ERROR
    return finding.code in BLOCKING and finding.may_block and finding.severity >= own


def band_of(findings: Iterable[Finding]) -> Band:
    """Band that these findings, silenced ones included, put an article in."""
    weight = max(map(weigh, findings), default=_LIGHT)
    if weight == _HEAVY:
        return "blocked"
    return "risky" if weight == _MIDDLE else "ready"


def weigh(finding: Finding) -> int:
    """How bad a finding is: 10 where it blocks, 3 for other errors and warnings, 1 for a note."""
    if blocks(finding):
        return _HEAVY
    return _LIGHT if finding.severity is Severity.INFO else _MIDDLE


@cache
def _severities() -> dict[str, Severity]:
    """Severities of built-in rules by their codes."""
    return {rule.code: rule.severity for rule in all_rules()}
