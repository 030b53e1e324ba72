"""Questions, with those of the same words taken together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from kbtool.matching.text.tokens import Doc, Tokenizer
from kbtool.model import Question
from kbtool.questions.foreign import find_language


class Asked(Struct, frozen=True):
    """One wording and everybody who used it."""

    text: str  # as the question with the first id has it
    doc: Doc
    questions: tuple[Question, ...]
    language: str = ""  # code, "" where that is not known

    @property
    def is_resolved(self) -> bool:
        """Whether an agent resolved one of these questions with an article."""
        return any(question.resolved_by for question in self.questions)

    @property
    def key(self) -> str:
        """What tells wordings apart: their words without case and punctuation."""
        return key_of(self.doc)


def key_of(doc: Doc) -> str:
    """What tells the wordings of texts apart."""
    return " ".join(token.folded for token in doc.tokens)


def gather(
    questions: Iterable[Question],
    tokenizer: Tokenizer,
    *,
    bare: bool = False,
    detect: bool = False,
) -> tuple[tuple[Asked, ...], tuple[Question, ...]]:
    """Distinct wordings by their words, and questions without a word to match.

    ``bare`` takes function words for words to match by, as in "how are you". ``detect`` tells the
    language of questions that do not name theirs by their words.

    Sorted, so that the order in which a log was written changes nothing downstream.
    """
    firsts: dict[str, tuple[str, Doc, str]] = {}  # id, words and language of the first question
    groups: dict[str, list[Question]] = {}
    unmatchable = []
    for question in questions:
        language = find_language(question.locale, question.text if detect else "")
        doc = tokenizer.doc(question.text, language)
        if not (doc.tokens if bare else any(doc.content)):
            unmatchable.append(question)
            continue
        key = key_of(doc)
        if key not in firsts or question.id < firsts[key][0]:
            firsts[key] = question.id, doc, language
        groups.setdefault(key, []).append(question)
    wordings = []
    for key, group in sorted(groups.items()):
        group.sort(key=lambda question: question.id)
        wordings.append(Asked(group[0].text, firsts[key][1], tuple(group), firsts[key][2]))
    return tuple(wordings), tuple(unmatchable)


def count_askers(questions: Iterable[Question]) -> int:
    """Number of people: requesters, plus the weights of questions without one."""
    people = set()
    unknown = 0.0
    for question in questions:
        if question.requester:
            people.add(question.requester)
        else:
            unknown += max(question.weight, 0.0)
    return len(people) + round(unknown)


def questions_of(asked: Sequence[Asked]) -> tuple[Question, ...]:
    """All questions of these wordings."""
    return tuple(question for wording in asked for question in wording.questions)
