"""What a bot would say to a question, for people: the decision, the passage, the runner-up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kbtool.model import Answer, Candidate, Decision, Need, Quote, Reason, Reply
from kbtool.render.answers.grounds import careful, say_reason
from kbtool.render.terminal import clean, clean_path, one_line, paint, shorten

_RUNNER_UP = 160  # characters of the runner-up's passage
_TITLE = 90
_BY_ODDS = (Reason.NO_ARTICLE, Reason.MANY)  # for which the odds are a reason
_BEYOND = {
    Need.ACCOUNT: "It may take a look at this customer's account: offer a person as well.",
    Need.ACTION: "It asks somebody to act, which no text does: offer a person as well.",
}


def render(reply: Reply, *, color: bool = False) -> str:
    """A few lines: what it was asked, what it would do and why, and what that rests on."""
    lines = [f"“{shorten(one_line(reply.question), 400)}”", paint(_decide(reply), "bold", on=color)]
    lines += [f"   {line}" for line in _notes(reply.answer)]
    for rank, (candidate, quote) in enumerate(_worth_showing(reply)):
        lines.append("")
        lines += _candidate(reply, rank, candidate, quote)
    return "\n".join(lines) + "\n"


def _worth_showing(reply: Reply) -> Iterator[tuple[Candidate, Quote]]:
    """Candidates with their quotes; none that shares no word, where nothing is said anyway."""
    handed = reply.answer.decision is Decision.HANDOFF
    for candidate, quote in zip(reply.answer.candidates, reply.quotes, strict=False):
        if candidate.match.terms or candidate.match.named or not handed:
            yield candidate, quote


def ask_back(reply: Reply) -> str | None:
    """The question that tells the two best articles apart, None unless that is what to do."""
    if reply.answer.decision is not Decision.CLARIFY:
        return None
    first, second = (candidate.match.title for candidate in reply.answer.candidates[:2])
    return f"Do you mean “{first}” or “{second}”?"


def _decide(reply: Reply) -> str:
    gap = f"{reply.answer.gap_probability:.0%}"
    reason = reply.answer.reason
    if reason:
        why = say_reason(reason, reply.answer.lacks)
        why = f"found, but {why}" if reason is Reason.LACKS else why
        told = reason in _BY_ODDS and not reply.answer.by_default
        return f"-> hand over to a person: {why}{f'; {gap} that none answers' if told else ''}"
    doubt = f"{gap} that no article answers"
    if reply.answer.by_default:
        doubt = "no verdict: how sure this is cannot be told yet"
    back = ask_back(reply)
    return f"-> ask back: {one_line(back)} ({doubt})" if back else f"-> answer ({doubt})"


def _notes(answer: Answer) -> Iterator[str]:
    """What to know about a decision: who should be there as well, and what cannot be true."""
    if answer.warnings:
        yield careful(answer.warnings)
    if not answer.reason and answer.need in _BEYOND:
        yield _BEYOND[answer.need]
    for dispute in answer.disputes:
        yield f"Careful, these contradict each other ({dispute.fact.value}):"
        for claim in dispute.claims:
            title, sentence = (one_line(text) for text in (claim.title, claim.sentence))
            yield f"  {shorten(title, _TITLE)}: “{shorten(sentence, _RUNNER_UP)}”"


def _role(reply: Reply, rank: int) -> str:
    if reply.answer.decision is Decision.CLARIFY:
        return "Either" if rank == 0 else "Or"
    first = "Nearest" if reply.answer.decision is Decision.HANDOFF else "From"
    return first if rank == 0 else "Runner-up"


def _in_full(reply: Reply, rank: int) -> bool:
    return rank == 0 and reply.answer.decision is Decision.ANSWER


def _candidate(reply: Reply, rank: int, candidate: Candidate, quote: Quote) -> Iterator[str]:
    match, in_full = candidate.match, _in_full(reply, rank)
    path = [match.title, *(part for part in match.passage if part != match.title)]
    yield f"{_role(reply, rank)}: {' > '.join(shorten(one_line(part), _TITLE) for part in path)}"
    text = clean(quote.text) if in_full else shorten(one_line(quote.text), _RUNNER_UP)
    yield from (f"  | {line}" for line in text.splitlines())
    if in_full and quote.cut:
        yield "  | …"
    learned = f" (learned: {candidate.learned:.2f})" if candidate.learned >= 0.005 else ""
    sure = "" if reply.answer.by_default else f", probability {candidate.probability:.0%}"
    yield (
        f"  score {match.score:.2f}{learned}{sure}"
        + (f"; shares {_quote(match.terms)}" if match.terms else "")
        + (f"; headings hold {_quote(match.named)}" if match.named else "")
        + ("" if match.terms or match.named else "; shares no word")
        + (f"; lacks {_quote(match.missing)}" if match.missing else "")
    )
    yield f"  {one_line(quote.url) or clean_path(quote.path)}"


def _quote(words: Sequence[str]) -> str:
    return ", ".join(f"“{one_line(word)}”" for word in words)
