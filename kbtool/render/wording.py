"""Numbers, dates and shares in words, the same on every machine."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import ceil, floor, log10

from kbtool.model import Action, CostBasis, Gap, Interval
from kbtool.render.rounding import round_amount, round_rate

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_ENDS = tuple(".?!…。？！")

_SHARES = (
    (1 / 5, "a fifth"),
    (1 / 4, "a quarter"),
    (1 / 3, "a third"),
    (1 / 2, "half"),
    (2 / 3, "two thirds"),
    (3 / 4, "three quarters"),
)

_SHORT_ACTIONS = (
    (Action.WRITE, "write"),
    (Action.IMPROVE, "improve"),
    (Action.RETITLE, "retitle"),
    (Action.DISAMBIGUATE, "tell apart"),
    (Action.SPLIT, "split"),
    (Action.SURFACE, "surface"),
    (Action.READINESS, "make ready"),
    (Action.TRANSLATE, "translate"),
    (Action.RETIRE, "retire"),
    (Action.PRODUCT, "product"),
    (Action.HANDOFF, "hand over"),
    (Action.NONE, ""),
)


def end_sentence(text: str) -> str:
    """Text with a full stop, unless it ends as a sentence does, in quotes or not."""
    return text if text.rstrip("”\"’')»").endswith(_ENDS) else f"{text}."


def count(number: int, singular: str = "", plural: str = "") -> str:
    """Number with thousands set apart, then the noun where one is given: ``1,512 questions``."""
    figure = f"{number:,}"
    if not singular:
        return figure
    return f"{figure} {singular if number == 1 else plural or singular + 's'}"


def percent(share: float) -> str:
    """Share from 0 to 1 as a whole percentage."""
    return f"{100 * share:.0f}%"


def part_of(share: float, total: int) -> str:
    """Share from 0 to 1 of a number of things, counted: ``9 of 20``."""
    return f"{round(share * total):,} of {total:,}"


def percent_bounds(interval: Interval) -> str:
    """Bounds of an interval of shares: ``69–74``, in percent."""
    return f"{100 * interval.low:.0f}–{100 * interval.high:.0f}"


def rate(number: float) -> str:
    """Number with one decimal below 1, whole from there."""
    return f"{round_rate(number):,}"


def rate_bounds(interval: Interval) -> str:
    """Bounds of an interval of numbers: ``8–17``."""
    return f"{rate(interval.low)}–{rate(interval.high)}"


def day(when: date) -> str:
    """Date as ``1 Aug 2026``."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def period(first: date, last: date) -> str:
    """Two days with what they share said once: ``1 Aug – 31 Oct 2026``."""
    if first == last:
        return day(first)
    start = f"{first.day} {_MONTHS[first.month - 1]}"
    return f"{start if first.year == last.year else day(first)} – {day(last)}"


def age(days: int | None) -> str:
    """How long ago something was, in days, months or years."""
    if days is None:
        return "no date"
    if days < 60:
        return count(days, "day")
    return count(days // 30, "month") if days < 730 else f"{days / 365.25:.1f} years"


def share(part: float) -> str:
    """Share from 0 to 1 in words where a plain one is near (within 2 points), else in percent."""
    if part >= 0.995:
        return "all"
    name = next((name for value, name in _SHARES if abs(part - value) <= 0.02), "")
    return f"about {name}" if name else percent(part)


def join_place(title: str, headings: Sequence[str]) -> str:
    """An article's title and the headings inside it; its own heading is not said again."""
    return " > ".join((title, *(heading for heading in headings if heading != title)))


def listing(words: Sequence[str]) -> str:
    """Words joined as in a sentence: ``a, b and c``."""
    return " and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def short_action(action: Action) -> str:
    """An action in a word or two."""
    return dict(_SHORT_ACTIONS)[action]


def confidence(gap: Gap) -> str:
    """How sure a gap is and why: "certain: the article has placeholders", "weak: …"."""
    if gap.certain:
        return f"certain: {gap.certain}"
    why = f": {gap.doubt}" if gap.doubt else ""
    return f"{gap.confidence}{why} (probability of a gap {gap.probability:.0%})"


def short_confidence(gap: Gap) -> str:
    """How sure a gap is, in a word or two; where it is certain, with what the evidence is."""
    if not gap.certain:
        return gap.confidence
    return f"certain, {gap.confidence} evidence"


def effort(gap: Gap) -> str:
    """How much work a gap makes and what that rests on: "large effort: a new article with …"."""
    why = gap.effort_why
    if gap.effort == "none":
        return why or short_effort(gap)
    return f"{short_effort(gap)}: {why}" if why else short_effort(gap)


def short_effort(gap: Gap) -> str:
    """How much work a gap makes, in two words or three."""
    return "nothing to write" if gap.effort == "none" else f"{gap.effort} effort"


def amount(number: float, currency: str) -> str:
    """Money, rounded to two figures from a thousand: ``$1,200``, ``CHF 140``."""
    gap = " " if currency[-1:].isalpha() else ""
    return f"{currency}{gap}{round_amount(number):,}"


def amount_bounds(interval: Interval, currency: str) -> str:
    """Bounds of an amount of money: ``$120–480``."""
    return f"{amount(interval.low, currency)}–{amount(interval.high, '')}"


def figures(number: float) -> str:
    """Number with three figures, for sums that people work out again: ``7.83``, ``0.618``."""
    if number <= 0:
        return "0"
    return f"{number:,.{max(0, 2 - floor(log10(number)))}f}"


def price(number: float, currency: str) -> str:
    """Money to the cent: ``$8.01``."""
    space = " " if currency[-1:].isalpha() else ""
    return f"{currency}{space}{number:,.2f}"


def say_cost_sum(gap: Gap, basis: CostBasis | None) -> str:
    """How the cost of a gap comes about, for whoever works it out again; "" without a cost."""
    if gap.cost is None or gap.contacts is None or basis is None:
        return ""
    contact, own = (price(cost, basis.currency) for cost in (basis.per_contact, basis.self_service))
    return (
        f"{figures(gap.contacts.value)} people a month who wrote or called × "
        f"{figures(gap.probability)} (how sure it is that no article answers) × "
        f"{gap.spared:g} (share who would not write if they found an answer) × "
        f"({contact} a contact − {own} self-service) = {amount(gap.cost.value, basis.currency)}"
    )


def at_least_of_ten(share: float) -> int:
    """Of ten, how many there are at least: rounded down."""
    return floor(round(10 * share, 9))  # 10 * 0.7 is 7, whatever floating point makes of it


def at_most_of_ten(share: float) -> int:
    """Of ten, how many there are at most: rounded up."""
    return ceil(round(10 * share, 9))


def whose_costs(basis: CostBasis | None) -> str:
    """Whose figures a cost rests on, in two words; "" where nothing has a cost."""
    if basis is None:
        return ""
    if not basis.own:
        return "default figures"
    return "your figures" if basis.text == "your figures" else "partly default figures"


def change(now: float, before: float, unit: str = "") -> str:
    """How a number moved: ``3 up``, ``2 points down``, ``as before``."""
    step = round(now - before)
    if not step:
        return "as before"
    noun = f" {unit}{'s' if abs(step) != 1 else ''}" if unit else ""
    return f"{abs(step):,}{noun} {'up' if step > 0 else 'down'}"
