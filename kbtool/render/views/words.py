"""Figures and places in words, as every text format of the report says them."""

from __future__ import annotations

from kbtool.health import Health
from kbtool.model import Action, Advised, Changes, CostBasis, Interval, Match
from kbtool.render import wording
from kbtool.render.counts import (
    count_answers,
    lack_of,
    say_lack,
    say_lacking,
    say_rest,
    say_rough,
    say_split,
)
from kbtool.render.terminal import count
from kbtool.render.wording import amount, change, join_place, share, whose_costs

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


def say_headline(health: Health) -> str:
    """What was read, how much of it is answered and how many gaps there are, in one sentence."""
    covered = health.coverage
    if covered is None:
        return f"{count(len(health.articles), 'article')} and no questions."
    days = f" ({health.window[0]} to {health.window[1]})" if health.window else ""
    times, of = "", ""
    if health.askings is not None:
        times, of = f", {count(health.askings, 'asking')}", " of askings"
    read = f"{count(len(health.questions), 'question')}{times}{days}"
    counts = count_answers(health.gaps)
    lacking = f", {say_lacking(counts)}" if counts.lacking else ""
    if lack := lack_of(health.gaps, len(health.articles)):
        return f"{read}: {say_split(counts)}; {say_rest(counts)}. {say_lack(lack)}"
    rough = say_rough(len(health.articles))
    return (
        f"{read}: {rough}{covered.value:.0%}{of} are answered by an article "
        f"(between {covered.low:.0%} and {covered.high:.0%}){lacking}; {say_gaps(health)}."
    )


def say_gaps(health: Health) -> str:
    """How many gaps there are and what part of the unanswered questions lies in them."""
    gaps = len(health.gaps.gaps)
    if not gaps:
        counts = count_answers(health.gaps)
        if not counts.unanswered:
            return say_rest(counts)
        have = "has" if counts.unanswered == 1 else "have"
        return f"{counts.unanswered:,} {have} no answer, and {say_rest(counts)}"
    part = share(health.gap_share) if health.gap_share is not None else "none"
    return f"{count(gaps, 'gap')} {'makes' if gaps == 1 else 'make'} up {part} of the rest"


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
