"""A section that begins with a word that leans on the text before it.

Search results, bots and people who jump to a heading start to read right there. "This means that
it failed" or "Otherwise, order another one" leave them to guess what "this" is. Name the thing,
even if the heading names it too.

Source: guidance on cutting documents into passages for retrieval (a passage has to stand alone).

Bad:
    ## Pending payments

    This means that the shop has not collected the money yet.

Good:
    ## Pending payments

    "Pending" means that the shop has not collected the money yet.

Not flagged: "this" and "these" before a noun ("This error means"), "it" that stands for nothing
("It is possible to", "It takes a day to"), and "These are the" before what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated

from msgspec import Meta

from kbtool.model import Article, Hit, KnowledgeBase, Severity
from kbtool.rule import Options, Rule

_VERBS = tuple(
    "is are was were isn't aren't wasn't weren't will won't can can't cannot could "
    "couldn't may might must should shouldn't would wouldn't has have had hasn't "
    "haven't does do did doesn't don't didn't means mean meant happens happen "
    "happened works worked lets allows allowed helps makes make made takes take took "
    "gives give gave includes include applies apply requires require needs shows "
    "ensures ensure causes caused results depends prevents prevent affects affect "
    "explains indicates indicate occurs occur enables enable usually also only often "
    "sometimes normally typically always never probably generally all both either".split(),
)
_CONNECTIVES = (
    "also,", "then", "however,", "therefore", "otherwise", "instead,", "thus", "hence",
    "consequently", "afterwards", "afterward", "after that", "after this", "once done,",
    "when done,", "if so,", "if not,", "in that case", "in this case", "doing so", "this way",
    "that way", "for this reason", "because of this", "as a result", "in addition,",
    "additionally,", "furthermore,", "moreover,", "likewise", "similarly,", "nevertheless",
    "neither of them", "both of them", "the former", "the latter", "as such",
)  # fmt: skip
_EXPLETIVES = tuple(
    "possible impossible important necessary recommended advisable best better easy easier hard "
    "difficult helpful useful useless essential worth likely unlikely common normal usual natural "
    "unclear clear true obvious good great safe unsafe wise required optional enough time crucial "
    "vital critical strongly highly fine okay common rare unusual understandable frustrating "
    "annoying up always".split(),
)


class DanglingOpeningOptions(Options, frozen=True):
    """Options of dangling-opening."""

    demonstratives: Annotated[
        tuple[str, ...],
        Meta(description="words that dangle only before one of the verbs"),
    ] = ("this", "that", "these", "those")
    pronouns: Annotated[
        tuple[str, ...],
        Meta(description="words that dangle at the start of a section"),
    ] = ("it", "they", "he", "she")
    connectives: Annotated[
        tuple[str, ...],
        Meta(description="openings that continue another text, in lower case"),
    ] = _CONNECTIVES
    verbs: Annotated[
        tuple[str, ...],
        Meta(description="words after which a demonstrative has no noun"),
    ] = _VERBS
    expletives: Annotated[
        tuple[str, ...],
        Meta(description='words after "it is" that need no noun, as in "it is possible to"'),
    ] = _EXPLETIVES


def check(article: Article, kb: KnowledgeBase, options: DanglingOpeningOptions) -> Iterator[Hit]:
    """First sentences of sections that lean on what stands before."""
    pattern = _pattern(options.demonstratives, options.pronouns, options.connectives, options.verbs)
    for section in article.sections:
        block = section.blocks[0] if section.blocks else None
        if not block or block.kind != "paragraph" or not block.sentences:
            continue
        text = block.prose.masked
        match = pattern.match(text)
        if match and not _is_expletive(text[: block.sentences[0].end], options.expletives):
            shown = " ".join(match[1].split())
            part = "section" if section.heading else "article"
            yield Hit(
                block.prose.span(*match.span(1)),
                f'the {part} opens with "{shown}" and does not say what that refers to',
                "Begin with the thing itself, as if nothing stood before",
            )


def _is_expletive(sentence: str, words: tuple[str, ...]) -> bool:
    """Whether "it" or "these" stands for what comes later in the sentence."""
    return bool(_expletive(words).match(" ".join(sentence.replace("’", "'").split())))


@cache
def _expletive(words: tuple[str, ...]) -> re.Pattern[str]:
    some = "|".join(map(re.escape, words)) or "(?!)"
    be = r"(?:'s|\s(?:is|was|isn't)|\s(?:can|could|may|might|will|would|should|must)(?:\s\w+)?\sbe)"
    adverbs = r"(?:\s(?:\w+ly|also|not|very|an?|only|more|most|often|no)){0,3}"
    not_of_it = r"(?!able|about|going|similar|equal|identical|due|ready|there|here)[\w-]+"
    return re.compile(
        rf"\W*it{be}{adverbs}\s(?:{some}|\w+(?=\sthat\b)|{not_of_it}(?<!ed)(?=\sto\b))\b"
        r"|\W*it\s(?:\w+\s){0,2}(?:takes?|costs?|helps?|pays)\b"
        r".{0,200}\b(?:to|before|until|for|if)\b"
        r"|\W*it\s(?:looks|seems|appears|turns|depends)\b"
        r"|\W*(?:this|that)\sis\s(?:the|our|how|what|where|an?)\b.*:\Z"
        r"|\W*(?:these|those)\sare\s(?:some|a few|the|our)\b",
        re.IGNORECASE,
    )


@cache
def _pattern(
    demonstratives: tuple[str, ...],
    pronouns: tuple[str, ...],
    connectives: tuple[str, ...],
    verbs: tuple[str, ...],
) -> re.Pattern[str]:
    def some(words: tuple[str, ...]) -> str:
        parts = "|".join(re.escape(word).replace("'", "['’]") for word in words)
        return f"(?:{parts})" if parts else "(?!)"

    return re.compile(
        rf"[^\w\"“„«'‘]*(?:and\s+|but\s+|so\s+)?({some(demonstratives)}\s+{some(verbs)}(?![\w'’])"
        rf"|(?:that|this)['’]s\b|{some(pronouns)}(?:['’](?:s|ll|re|ve|d))?(?=\s)"
        rf"|{some(connectives)}(?=\W))",
        re.IGNORECASE,
    )


RULE = Rule(
    code="BOT002",
    name="dangling-opening",
    severity=Severity.INFO,
    options=DanglingOpeningOptions,
    doc=__doc__,
    check=check,
    languages=("en",),
)
