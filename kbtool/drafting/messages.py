"""Questions -> error messages and codes that customers repeat in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kbtool.drafting.values import QuotedMessage
from kbtool.matching.text.asked import count_askers
from kbtool.model import Question
from kbtool.patterns import lazy_pattern

_SHOWN = 8
_READ = 1_500  # characters of a question
_QUOTED = lazy_pattern(r"[\"“„«]([^\"“”„«»]{3,80})[\"”“»]|(?<!\w)['‘]([^'‘’]{3,80})['’](?!\w)")
_TELLS = lazy_pattern(
    r"(?i)\b(?:error|message|says?|said|saying|shows?|showing|displays?|get|getting|code|fail\w{0,4}|"
    r"fehler|meldung|erreur|message|mensaje)\b"
)
_CODE = lazy_pattern(
    r"(?i:\berror\s(?:code\s|number\s)?#?)([A-Za-z]{0,6}[-_]?\d{1,6})\b|\b([A-Z]{2,8}[-_]\d{2,6})\b"
)


def find_messages(questions: Iterable[Question]) -> tuple[QuotedMessage, ...]:
    """Messages in quotation marks and codes of errors, those of most people first."""
    found: dict[str, list[Question]] = defaultdict(list)
    spelled: dict[str, str] = {}
    for question in questions:
        for text in dict.fromkeys(_find(question.text[:_READ])):
            spelled.setdefault(text.casefold(), text)
            found[text.casefold()].append(question)
    counted = [QuotedMessage(spelled[key], count_askers(asked)) for key, asked in found.items()]
    return tuple(sorted(counted, key=lambda one: (-one.people, one.text))[:_SHOWN])


def _find(text: str) -> Iterator[str]:
    if _TELLS.search(text):
        for match in _QUOTED.finditer(text):
            yield " ".join((match[1] or match[2]).split()).rstrip(".,")
    for match in _CODE.finditer(text):
        yield match[1] or match[2]
