"""What a question test asks for and what came of it, in sentences that several formats share."""

from __future__ import annotations

from collections.abc import Iterator

from kbtool.model import Decision, Match
from kbtool.questiontests.values import Case, Fault, Kind, Outcome, Result, Variant
from kbtool.render.answers.grounds import FAULTS, say_reason
from kbtool.render.terminal import count, one_line


def describe_case(case: Case) -> str:
    """What must come of the question."""
    if case.kind is Kind.HANDOFF:
        return "should be handed over to a person"
    if case.kind is Kind.MUST_NOT_ANSWER:
        who = f"`{one_line(case.article)}`" if case.article else "any article"
        return f"should not be answered by {who}"
    places = "" if case.within == 1 else f" among the first {case.within}"
    passage = f", at “{one_line(' > '.join(case.passage))}”" if case.passage else ""
    verb = "be answered with" if case.answered else "find"
    return f"should {verb} `{one_line(case.article)}`{places}{passage}"


def describe_fault(result: Result) -> Iterator[str]:
    """What came of it instead, in one to four lines; none for a test that passed."""
    if result.fault is Fault.NONE:
        return
    if result.case.problem:
        yield one_line(result.case.problem)
    if result.found is None:
        yield "finds nothing: no article holds a word of it"
        return
    yield f"{_opening(result)}{_name(result.found)}, {_sure(result)}"
    own = result.expected
    if result.fault is Fault.NOT_FOUND and own is None:
        yield "the right article is not among the first 10"
    elif result.fault is Fault.NOT_FOUND and own is not None:
        yield f"the right article comes {ordinal(result.place or 0)}{_lacks(own)}"
    elif result.fault is Fault.UNFILLED:
        yield "it is the right article, which still holds placeholders: it answers nobody yet"
    elif result.fault is Fault.NOT_ANSWERED and result.reason in FAULTS:
        yield f"it is the right article; handed over, as {say_reason(result.reason, result.lacks)}"
    elif result.fault is Fault.NOT_ANSWERED and own is not None and own.missing:
        yield f"it is the right article, and its passage lacks {_quote(own.missing)}"
    if result.found.terms:
        yield f"what was found shares {_quote(result.found.terms)}"


def describe_variant(variant: Variant) -> str:
    """What a question in other words found, and why that fails where it is the right article."""
    if not variant.found:
        return "finds nothing"
    found = f"finds `{one_line(variant.found)}`"
    if variant.fault is Fault.NOT_ANSWERED and variant.found == variant.case.article:
        asks_back = variant.decision is Decision.CLARIFY
        return f"{found}, but a bot would {'ask back' if asks_back else 'hand it over'}"
    return f"{found}, but at another passage" if variant.fault is Fault.OTHER_PASSAGE else found


def describe_unknown(outcome: Outcome) -> Iterator[str]:
    """That the baseline lacks tests, in a line; none where it lacks none."""
    if outcome.unknown:
        them = "it" if outcome.unknown == 1 else "them"
        tests = count(outcome.unknown, "test")
        yield f"It lacks {tests} and does not guard {them}: --write-baseline adds {them}."


def _opening(result: Result) -> str:
    asks_back = result.decision is Decision.CLARIFY
    if result.fault is Fault.NOT_ANSWERED and not asks_back:
        return "a bot would hand it over; it finds "
    if result.fault in (Fault.NOT_HANDED_OVER, Fault.NOT_ANSWERED) and asks_back:
        return "a bot would ask back, beginning with "
    if result.fault in (Fault.NOT_HANDED_OVER, Fault.ANSWERED):
        return "a bot would answer it with "
    return "finds "


def _name(match: Match) -> str:
    passage = f" > {one_line(match.passage[-1])}" if match.passage else ""
    return f"`{one_line(match.article)}`{passage}"


def _sure(result: Result) -> str:
    return (
        f"right with probability {result.probability:.2f} "
        f"(no article answers: {result.gap_probability:.2f})"
    )


def _lacks(match: Match) -> str:
    return f": its passage lacks {_quote(match.missing)}" if match.missing else ""


def _quote(words: tuple[str, ...]) -> str:
    return ", ".join(f"“{one_line(word)}”" for word in words)


def percent(share: float) -> str:
    """A share as a whole percentage; only all is 100% and only none is 0%."""
    rounded = min(99, max(1, round(100 * share))) if 0 < share < 1 else round(100 * share)
    return f"{rounded}%"


def ordinal(number: int) -> str:
    """``1st``, ``2nd``, ``3rd``, ``4th`` …, for small numbers."""
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number, 'th') }"
