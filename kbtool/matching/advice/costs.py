"""What answers to a gap would save in a month, from what a contact costs."""

from __future__ import annotations

from collections.abc import Sequence

from kbtool.config.tables import CostsTable
from kbtool.matching.intervals import poisson
from kbtool.matching.text.asked import count_askers
from kbtool.model import CostBasis, Interval, Need, Question

# Shares of people who would not write if they found an answer: guesses, as nobody publishes any by
# need. 40% of live contacts is what analysts hold possible over all kinds.
_DEFLECTABLE = {
    Need.QUICK: 0.4,
    Need.ARTICLE: 0.4,
    Need.PRODUCT: 0.1,
    Need.ACCOUNT: 0.05,
    Need.ACTION: 0.05,
    Need.PERSON: 0.0,
}
_DOUBT = 0.5  # by which a guessed share may be wrong, up and down
_SOURCE = "Gartner, 2019: $8.01 a live contact, $0.10 in self-service"
_MONTH = 30  # days


def find_cost(
    questions: Sequence[Question],
    days: float,
    probability: float,
    need: Need,
    costs: CostsTable,
) -> Interval | None:
    """Money that answers would save in 30 days; None where nobody of the group made contact.

    v = m p d (c - s): m people who made contact in 30 days, p the probability of the gap, d the
    share of them who would have found the answer, c the cost of a contact, s of self-service. The
    bounds are those of m and, where it is a guess, of d. Searches cost nobody's time.
    """
    month = count_contacts(questions, days)
    if month is None:
        return None
    share = find_spared(need, costs)
    saved = max(0.0, costs.per_contact - costs.self_service) * probability
    value, low, high = (m * d * saved for m, d in zip(month, share, strict=True))
    return Interval(value, low, high)


def count_contacts(questions: Sequence[Question], days: float) -> Interval | None:
    """People who made contact in 30 days; None where nobody did."""
    contacts = [q for q in questions if q.asked_at is not None and not is_search(q)]
    return poisson(count_askers(contacts), _MONTH / days) if contacts else None


def is_search(question: Question) -> bool:
    """Whether a question was typed into a search box."""
    return question.results is not None or "search" in question.channel.lower()


def is_contact(question: Question) -> bool:
    """Whether somebody is known to have written or called, by the channel or by a reply."""
    if is_search(question):
        return False
    replied = bool(question.replies or question.agent_reply or question.resolved_by)
    return bool(question.channel) or replied


def describe_costs(costs: CostsTable) -> CostBasis:
    """What costs rest on, for reports."""
    default = CostsTable()
    own = tuple(name for name in _FIGURES if getattr(costs, name) != getattr(default, name))
    if not own:
        text = f"default figures ({_SOURCE}), set yours under [costs] in kbtool.toml"
    elif {"per_contact", "self_service"} <= set(own):
        text = "your figures"
    else:
        text = f"your figures for {_names(own)}, else default figures ({_SOURCE})"
    # The default is in dollars, whatever sign the user puts before amounts.
    sign = costs.currency if "per_contact" in own else default.currency
    return CostBasis(sign, costs.per_contact, costs.self_service, bool(own), text)


_FIGURES = ("per_contact", "self_service", "deflectable")


def _names(own: Sequence[str]) -> str:
    return " and ".join(name.replace("_", "-") for name in own)


def find_spared(need: Need, costs: CostsTable) -> Interval:
    """Share of people who would not make contact if they found an answer."""
    own = getattr(costs.deflectable, need.name.lower())
    if own is not None:
        return Interval(own, own, own)
    share = _DEFLECTABLE[need]
    return Interval(share, share * (1 - _DOUBT), share * (1 + _DOUBT))
