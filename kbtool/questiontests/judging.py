"""Cases -> results, by the matcher of ``kbtool match``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from kbtool.matching import GapOptions, answer_questions
from kbtool.matching.judging.survey import read_log
from kbtool.matching.search.unfinished import find_unfilled
from kbtool.model import Answer, Candidate, Decision, KnowledgeBase, Match, Question
from kbtool.questions.cleaning import clean_question
from kbtool.questiontests.naming import stands_below
from kbtool.questiontests.values import Case, Fault, Kind, Result

_ROUNDS = 3
"""Rounds at most: each costs as much as a whole run of ``kbtool match``."""
_TOP = 10


class Bench(Struct, frozen=True):
    """What questions are tested with."""

    kb: KnowledgeBase
    log: tuple[Question, ...]  # what customers asked: helps to understand, as in `kbtool match`
    teachers: tuple[Question, ...]  # questions that agents resolved
    options: GapOptions


def judge(
    bench: Bench,
    cases: Sequence[Case],
    texts: Sequence[str] = (),
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Result, ...]:
    """One result a case, in the order of the input.

    ``texts`` are asked in place of the cases' own questions. Questions of one article are asked in
    different rounds, lest they help one another as questions of a log do, and the log and the
    teachers are without the questions that are asked and tested: none teaches itself.
    """
    asked = list(texts) or [case.question for case in cases]
    bench = _leave_out(bench, {*asked, *(case.question for case in cases)})
    rounds = _deal(cases)
    answers: dict[int, Answer] = {}
    for done, places in enumerate(rounds):
        if progress:
            progress(done, len(rounds))
        answers |= _ask(bench, {at: asked[at] for at in places})
    unfilled = _find_unfilled(bench.kb, {case.article for case in cases})
    return tuple(
        _result(case, answers[at], unfilled=case.article in unfilled)
        for at, case in enumerate(cases)
    )


def _find_unfilled(kb: KnowledgeBase, names: Iterable[str]) -> frozenset[str]:
    """Ids of articles that hold placeholders: they answer nobody yet."""
    return frozenset(
        name
        for name in names
        if any(find_unfilled(article, kb) for article in kb.by_id.get(name, ()))
    )


def _leave_out(bench: Bench, texts: Iterable[str]) -> Bench:
    """The bench without questions of the same words as these."""
    tested = [Question(str(at), _clean(text)) for at, text in enumerate(sorted(texts))]
    own = {wording.key for wording in read_log(bench.kb, tested, bare=True).asked}

    def others(questions: Sequence[Question]) -> tuple[Question, ...]:
        wordings = read_log(bench.kb, questions, bare=True).asked
        return tuple(q for one in wordings if one.key not in own for q in one.questions)

    return Bench(bench.kb, others(bench.log), others(bench.teachers), bench.options)


def _clean(text: str) -> str:
    return clean_question(text).text


def _deal(cases: Sequence[Case]) -> list[list[int]]:
    """Positions of cases by round, the same in whatever order the cases stand."""
    groups: dict[str, list[int]] = defaultdict(list)
    for at, case in enumerate(cases):
        groups[case.article].append(at)
    rounds: list[list[int]] = [[] for _ in range(_ROUNDS)]
    for group in groups.values():
        group.sort(key=lambda at: (cases[at].question, cases[at].kind))
        for turn, at in enumerate(group):
            rounds[turn % _ROUNDS].append(at)
    return [places for places in rounds if places]


def _ask(bench: Bench, asked: dict[int, str]) -> dict[int, Answer]:
    # No log can hold these ids: they begin with a control character.
    own = [Question(f"\0{at:06}", _clean(text)) for at, text in sorted(asked.items())]
    answers = answer_questions(
        bench.kb, [*own, *bench.log], bench.options, bench.teachers, top=_TOP
    )
    return dict(zip(sorted(asked), answers[: len(own)], strict=True))


def _result(case: Case, answer: Answer, *, unfilled: bool) -> Result:
    ranked = [candidate.match.article for candidate in answer.candidates]
    place = ranked.index(case.article) + 1 if case.article in ranked else None
    best = answer.candidates[0] if answer.candidates else None
    own = answer.candidates[place - 1].match if place else None
    fault = Fault.UNKNOWN if case.problem else _find_fault(case, answer, best, place, own)
    if fault in (Fault.NONE, Fault.NOT_ANSWERED) and unfilled and case.kind is Kind.ASKS:
        fault = Fault.UNFILLED
    return Result(
        case=case,
        fault=fault,
        decision=answer.decision,
        place=place,
        found=best.match if best else None,
        expected=own,
        probability=best.probability if best else 0.0,
        gap_probability=answer.gap_probability,
        reason=answer.reason,
        need=answer.need,
        lacks=answer.lacks,
    )


def _find_fault(
    case: Case, answer: Answer, best: Candidate | None, place: int | None, own: Match | None
) -> Fault:
    if case.kind is Kind.HANDOFF:
        handed = answer.decision is Decision.HANDOFF
        return Fault.NONE if handed else Fault.NOT_HANDED_OVER
    if case.kind is Kind.MUST_NOT_ANSWER:
        answered = answer.decision is Decision.ANSWER and best is not None
        wrong = answered and (not case.article or place == 1)
        return Fault.ANSWERED if wrong else Fault.NONE
    if place is None or place > case.within or own is None:
        return Fault.NOT_FOUND
    if case.passage and not stands_below(own.passage, case.passage):
        return Fault.OTHER_PASSAGE
    if case.answered and (answer.decision is not Decision.ANSWER or place != 1):
        return Fault.NOT_ANSWERED
    return Fault.NONE
