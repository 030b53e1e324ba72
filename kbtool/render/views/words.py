"""Figures and places in words, as every text format of the report says them."""

from __future__ import annotations

from kbtool.health import Health
from kbtool.model import Action, Advised, Changes, CostBasis, Interval, Match
from kbtool.render import wording
from kbtool.render.terminal import count
from kbtool.render.wording import amount, change, join_place, whose_costs

_VERBS = {
    Action.WRITE: "Write an article",
    Action.IMPROVE: "Improve the article",
    Action.RETITLE: "Retitle the article",
    Action.DISAMBIGUATE: "Tell articles apart",
    Action.SPLIT: "Split the article",
    Action.SURFACE: "Show the article",
    Action.READINESS: "Make the article ready",
    Action.TRANSLATE: "Translate the article",
    Action.RETIRE: "Retire the article",
    Action.PRODUCT: "Mend the product",
    Action.HANDOFF: "Hand over to a person",
    Action.NONE: "Look at",
}


def say_ready(health: Health) -> str:
    """How many more articles are ready than before; "" without an earlier run."""
    if health.changes is None:
        return ""
    if not health.changes.before.bands:
        return "ready: not comparable: the run before did not check articles"
    before = health.changes.before.bands.get("ready", 0)
    return f"ready: {change(health.bands['ready'], before)}"


def say_same(changes: Changes) -> str:
    """Whether a comparison is about the same questions."""
    before = count(changes.before.questions, "question")
    return "the same questions" if changes.exact else f"{before} then, not all the same"


def say_advised(one: Advised) -> str:
    """What was advised for a gap before and is now, and what may be the reason."""
    return f"{one.label}: {one.now} (was: {one.before}); {one.why}"


def name_action(action: Action) -> str:
    """What to do, as the start of a title."""
    return _VERBS[action]


def name_place(match: Match | None) -> str:
    """Title and headings of a passage, "" where there is none."""
    return join_place(match.title, match.passage) if match else ""


def say_rate(rate: Interval | None) -> str:
    """People a month with bounds, "" where it is not known."""
    if rate is None:
        return ""
    value, low, high = map(wording.rate, rate)
    return f"{value} ({low} to {high})"


def say_cost(cost: Interval | None, basis: CostBasis | None) -> str:
    """A cost with its bounds and currency, "" where it is not known."""
    if cost is None:
        return ""
    value, low, high = (amount(part, basis.currency if basis else "") for part in cost)
    return f"{value} ({low} to {high})"


def say_whose_costs(basis: CostBasis | None) -> str:
    """Whose figures costs rest on, and where to put others; "" where nothing has a cost."""
    if basis is None or whose_costs(basis) == "your figures":
        return whose_costs(basis)
    return f"{whose_costs(basis)}; put your own under [costs] in kbtool.toml"
