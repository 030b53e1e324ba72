"""Criteria that rules stand for: no finding means yes, if the rules looked."""

from __future__ import annotations

from collections.abc import Callable

from kbtool.health.readiness.answers import Answer, count, no, unmeasured, yes
from kbtool.health.readiness.seen import Seen
from kbtool.model import Finding

Measure = Callable[[Seen], Answer]


def by_rules(*codes: str, clean: str, then: Measure | None = None) -> Measure:
    """Measure by the findings of rules; ``clean`` says what was seen where there are none.

    Where rules find nothing, ``then`` has the last word.
    """

    def measure(seen: Seen) -> Answer:
        found = [finding for code in codes for finding in seen.found(code)]
        if found:
            return no(_describe(found, seen))
        reasons = [seen.basis.why_silent(code, seen.article) for code in codes]
        missing = "; ".join(dict.fromkeys(filter(None, reasons)))
        if missing:
            return unmeasured(missing)
        return then(seen) if then else yes(clean)

    return measure


def _describe(found: list[Finding], seen: Seen) -> str:
    """The worst finding with its place, and how many there are besides."""
    first = max(found, key=lambda f: (f.severity, -f.line))
    silenced = ", silenced" if seen.is_silenced(first) else ""
    place = f"line {first.line}, {first.rule}{silenced}"
    more = f" and {count(len(found) - 1, 'more finding')}" if len(found) > 1 else ""
    return f"{first.message} ({place}){more}"
