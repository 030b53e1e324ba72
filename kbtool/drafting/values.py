"""The parts of an outline."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

from kbtool.model import Fact


class AskedFact(NamedTuple):
    """A kind of fact that people ask for."""

    fact: Fact
    people: int


class Quote(NamedTuple):
    """A sentence that agents wrote."""

    text: str
    tickets: int  # in which it or one like it was written


class QuotedMessage(NamedTuple):
    """An error message or code that customers repeat."""

    text: str
    people: int


class Related(NamedTuple):
    """An article to link."""

    article: str  # id
    title: str
    path: str  # of its file, or the address of the published one; "" where there is neither


class Section(Struct, frozen=True):
    """One side of what people ask."""

    heading: str  # in customers' words
    people: int
    customers: tuple[str, ...]  # what some of them wrote
    facts: tuple[AskedFact, ...]  # that must be filled in, those of most people first


class Outline(Struct, frozen=True):
    """What is known for an article that is to be written, or why none should be yet."""

    gap: str  # id
    title: str  # "" where nothing may be quoted
    labels: tuple[str, ...]  # customers' words
    locale: str
    people: int
    sections: tuple[Section, ...]
    agents: tuple[Quote, ...] = ()
    messages: tuple[QuotedMessage, ...] = ()
    contact: Related | None = None  # page by which a person is reached
    related: tuple[Related, ...] = ()
    improves: Related | None = None  # article to add to, where no new one is needed
    unfilled: tuple[int, ...] = ()  # lines of it whose placeholders keep it from answering
    refusal: str = ""  # why no draft is made, "" where one is
    interview: tuple[str, ...] = ()  # questions for somebody who knows, where none is made
