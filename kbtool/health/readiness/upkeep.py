"""Whether somebody looked after an article of late: R25."""

from __future__ import annotations

from kbtool.health.readiness.answers import Answer, count, unmeasured, yes
from kbtool.health.readiness.seen import Seen


def has_date(seen: Seen) -> Answer:
    """A date of review is known; rules judge how long ago it is."""
    keys = tuple(getattr(seen.basis.options("FRS001"), "keys", ())) or ("reviewed",)
    key = next((key for key in keys if seen.article.front_matter.values.get(key)), "")
    if seen.age is not None:
        return yes(f"it was reviewed {count(seen.age, 'day')} ago, and no word in it ages")
    if key:
        return yes(f"`{key}` is not long ago, and no word in it ages")
    return unmeasured("it has no date of review")
