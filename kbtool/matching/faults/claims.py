"""Articles -> sentences that state one quantity, with what they state it about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from kbtool.language.quantities import Quantity, find_quantities
from kbtool.matching.text.tokens import Token, Tokenizer
from kbtool.model import Article, Block, Claim, Fact
from kbtool.patterns import lazy_pattern

# Words of statements about time and numbers that do not say what these are about.
_GENERIC = frozenset(
    "take arriv reach receiv show appear come becom visibl usual normal typic general common "
    "alway approxim averag current account custom exact complet back money someth everi time "
    "hold offer accept total also includ".split()
)
_NOT = "not"  # stands among what a statement is about where a clause of it denies something
_STARTS = frozenset("after since following nach seit après depuis tras desde".split())
_PLACES = frozenset("to from for in at by via through with without on under per into using".split())
# Sentences that hold under a condition, deny, or speak of an example or the past.
_HEDGED = lazy_pattern(
    r"\b(?:if|unless|except|otherwise|instead|whichever|when|whenever|once|while|where|"
    r"for example|for instance|such as|e\.g\.|ago|not|no|never|cannot|can't|don't|doesn't|won't|"
    r"another|other|additional|extra|further|more|wenn|falls|außer|nicht|kein\w{0,2}|"
    r"si|sauf|pas|excepto|salvo)\b",
    re.IGNORECASE,
)
# "… to return what you do not like": it says which things are meant, not whether the time holds.
_DENIED_CLAUSE = lazy_pattern(
    r"\b(?:what|that|which|who)\s(?:[^\W\d_]+\s){0,3}?"
    r"(?:not|never|cannot|can't|don't|doesn't|didn't|isn't|aren't|won't)\b[^,;:()]*",
    re.IGNORECASE,
)


class _Place(Struct, frozen=True):
    title: str
    path: tuple[str, ...]
    order: int  # of the sentence in its article


class Statement(Struct, frozen=True):
    """A claim with its value and the stems of what it is about."""

    claim: Claim
    locale: str
    quantity: Quantity
    unit: str  # "h", a currency, "%", or the stem of what is counted
    about: frozenset[str]  # stems of the sentence, without words that say nothing of the matter
    places: frozenset[str]  # those of them that follow "to", "for", "in" …
    starts: frozenset[str]  # those of them that follow "after": from when time is counted
    names: frozenset[str]  # those of them that are written as names
    topic: frozenset[str]  # stems of the title
    heading: frozenset[str]  # stems of the headings over the sentence
    order: int  # of the sentence in its article

    @property
    def scope(self) -> frozenset[str]:
        """Stems of the sentence and of everything over it."""
        return self.about | self.topic | self.heading


def read_statements(article: Article, tokenizer: Tokenizer) -> Iterator[Statement]:
    """Statements of an article's prose.

    Left out are tables, sentences with two quantities of a kind, questions, and sentences that
    hold under a condition: what these are about cannot be told by their words alone.
    """
    title = article.title.text if article.title else article.id
    sentences = (
        (section.path, text)
        for section in article.sections
        for block in section.blocks
        for text in _sentences(block)
    )
    for order, (path, text) in enumerate(sentences):
        for quantity in _single(text, article.locale):
            clause = _DENIED_CLAUSE.search(_plain(text), quantity.end)
            kept = text[: clause.start()] + text[clause.end() :] if clause else text
            if not _HEDGED.search(_plain(kept)):
                place = _Place(title, path, order)
                own = _state(article, place, text, quantity, tokenizer)
                yield _deny(own) if clause else own


def _sentences(block: Block) -> Iterator[str]:
    if block.kind in ("cell", "heading"):
        return
    for sentence in block.sentences:
        text = block.prose.text[sentence.start : sentence.end]
        if "?" not in text:
            yield text


def _plain(text: str) -> str:
    """Text as long as it was, without "no more than", which denies nothing."""
    return text.replace("no more than", " " * len("no more than")).replace("’", "'")


def _deny(own: Statement) -> Statement:
    """A statement with a denied clause: what is not on sale is not what is on sale."""
    return replace(own, about=own.about | {_NOT}, places=own.places | {_NOT})


def _single(text: str, locale: str) -> list[Quantity]:
    """The quantity of a text that is the only one of its kind."""
    found = list(find_quantities(text, locale))
    return [
        own
        for own in found
        if sum(own.fact is other.fact for other in found) == 1 and not _numbers_a_name(text, own)
    ]


def _numbers_a_name(text: str, quantity: Quantity) -> bool:
    """Whether a count is part of the name before it: "Windows 11 runs"."""
    before = text[: quantity.start].split()[-1:]
    bare = quantity.fact is Fact.LIMIT and quantity.bound == "exactly"
    return bare and any(word[:1].isupper() for word in before)


def _state(
    article: Article, place: _Place, text: str, quantity: Quantity, tokenizer: Tokenizer
) -> Statement:
    counted = quantity.unit if quantity.fact is Fact.LIMIT else ""
    rest = f"{text[: quantity.start]} {text[quantity.end :]}"
    tokens = tokenizer.doc(f"{rest} {counted}").tokens
    about = frozenset(t.stem for t in tokens if t.content) - _GENERIC
    value = text[quantity.start : quantity.end].strip()
    return Statement(
        claim=Claim(article.id, place.title, place.path, text.strip(), value),
        locale=article.locale,
        quantity=quantity,
        unit=tokens[-1].stem if counted and tokens else quantity.unit,
        about=about,
        places=frozenset(_after(_PLACES, tokens)) & about,
        starts=frozenset(_after(_STARTS, tokens)) & about,
        names=frozenset(t.stem for t in tokens[1:] if t.surface[:1].isupper()) & about,
        topic=tokenizer.doc(place.title).stems,
        heading=tokenizer.doc(" ".join(place.path)).stems,
        order=place.order,
    )


def _after(words: frozenset[str], tokens: tuple[Token, ...]) -> Iterator[str]:
    """Stems of what stands right behind one of these words."""
    reach = 0
    for token in tokens:
        if reach and token.content:
            yield token.stem
        reach = 2 if token.folded in words else max(0, reach - 1)
