"""What a customer asked at the beginning of a conversation.

Chats begin with "Hi" and "Are you there?", and say in the third message what it is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice, pairwise
from typing import Any, NamedTuple

from kbtool.patterns import lazy_pattern
from kbtool.questions.cleaning import clean_text
from kbtool.questions.cleaning.content import count_content
from kbtool.questions.cleaning.request_words import HOW
from kbtool.questions.cleaning.subject import says_nothing
from kbtool.questions.noise.contacts import is_contact_only
from kbtool.questions.rows import JOINED
from kbtool.questions.talks.threads import Message
from kbtool.questions.talks.transcripts import split_transcript

_MOST = 30  # messages that are looked at
_LONG = 1_000  # characters of a message that surely says what it is about
_ENOUGH = 2  # words that say what a message is about: "parcel", "arrived"
_ASKING_BACK = 7  # words of an answer that ends with a question and answers all the same
_NAME = 3  # words that a name has at most
_ASKS_NAME = lazy_pattern(r"\b(?:name|names|namen|nom|nombre|nome|naam)\b", re.IGNORECASE)


class _Opening(NamedTuple):
    """What was taken of the customer's messages."""

    text: str
    joined: bool = False  # whether it is more, or other, than the first message

    def as_values(self) -> dict[str, Any]:
        """Values of a row besides its text."""
        return {JOINED: True} if self.joined else {}


def open_question(messages: Iterable[Message], subject: str = "") -> _Opening:
    """The customer's first messages, up to the one that says what is wanted.

    Those that say nothing are left out, unless all do. Once something is said, in a subject or a
    message, the first real answer of a person ends the reading.
    """
    said: dict[str, str] = {}  # by their words: a text may stand there as HTML once more
    first: Message | None = None
    before = asked = ""  # what others said last, and a question even where it says little
    for message in islice(messages, _MOST):
        if not message.public or not message.text.strip():
            continue
        if message.by != "customer":
            told = said or (not says_nothing(subject) and count_content(subject))
            if message.by == "agent" and told and _is_answer(message.text):
                break
            before = message.text
            continue
        first = first or message
        if not asked and HOW.search(message.text[:_LONG].lower()):
            asked = message.text
        content = _measure(message.text, before)
        if content:
            said.setdefault(clean_text(message.text[:_LONG]), message.text)
        if content >= _ENOUGH:
            break
    if first is None:
        return _Opening("")
    text = _join(list(said.items())) or asked or first.text
    return _Opening(text, first.in_transcript or text != first.text)


def _join(said: list[tuple[str, str]]) -> str:
    """Messages, each with its words, in one text; where a sentence begins, one ended."""
    lines = []
    for (words, _), (following, _) in pairwise(said):
        new = words[-1:].isalnum() and following[:1].isupper()
        lines.append(words + ("." if new else ""))
    return "\n".join((*lines, *(text for _, text in said[-1:])))


def open_transcript(text: str) -> str:
    """The customer's first messages of a talk in one text; the text where it is none."""
    return open_question(split_transcript(text)).text or text


def _measure(text: str, before: str) -> int:
    """How much a customer's message says; addresses, and a name that was asked for, are nothing."""
    if len(text) > _LONG:
        return _ENOUGH
    plain = clean_text(text)
    named = len(plain.split()) <= _NAME and _ASKS_NAME.search(before[:_LONG])
    if named or says_nothing(plain) or is_contact_only(plain):
        return 0
    content = count_content(plain)
    asks = content and plain.endswith("?") and HOW.search(plain.lower())
    return _ENOUGH if asks else content


def _is_answer(text: str) -> bool:
    """Whether a person answers; "Sure, what is the matter?" and "One moment" are no answers."""
    content = count_content(text)
    asks = clean_text(text[-200:]).rstrip().endswith("?")
    return content > (_ASKING_BACK if asks else 1)
