"""The same word twice in a row.

Readers skip over a doubled word, above all at the end of a line or beside a link; so do writers.
Screen readers and voice bots say it twice.

Source: the "lexical illusions" of prose linters such as proselint and Vale.

Bad:
    Your card is sent to the
    the address that you gave us.

Good:
    Your card is sent to the address that you gave us. We knew that that had had no effect.

The fix is safe only for words that never rightly stand twice, such as "the", "and" or "your".
A sentence such as "what you do do matters" is right, so all else is cut only on request.

Not flagged: "had had", "that that", "have have" and "will will", names ("Bora Bora"), numbers and
codes, a button's label after the same word (Select **select**), verbs with a preposition ("log in
in the app", "turn it on on your phone"), words on two lines of their own, and in block quotes,
which often show messages, all but small words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import compress, islice
from operator import eq
from typing import Annotated

from msgspec import Meta

from kbtool.language.rewording import is_plain
from kbtool.language.scanning import blocks_with
from kbtool.model import MASK, Article, Block, Change, Edit, Hit, KnowledgeBase, Severity, Source
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule

_EXCEPTIONS = (
    "had", "have", "will", "that", "her", "long", "bora", "walla", "wagga", "duran", "pago", "sing",
    "baden", "bye", "ha", "knock", "blah", "chop", "plus", "template",
)  # fmt: skip

_SMALL_WORDS = frozenset(
    "a an the of to and or but nor for with without in on at by from into as if than then so be "
    "is are was were been have has do does will would can could should may might must not no it "
    "its this these those you your we our they their he his she i my me us them".split(),
)

_NEVER_TWICE = frozenset("the a an of and your our my its".split())
"""Words of which one can go without a look at the sentence."""

_MAYBE_TWO_CLAUSES = frozenset("it you we they he she them us me this is are was do does".split())
"""Words between which a comma or "that" may be missing: "when you use it it stops"."""

_PARTICLES = frozenset("in on up out off to down over by through".split())
_PHRASAL_VERBS = lazy_pattern(
    r"\b(?:log|sign|check|opt|plug|zoom|turn|switch|mov|move|build|built|set|type|get|go|be|hand|"
    r"drop|pass|com|come|carry|carri|keep|hold|send|sent|refer|subscribe|subscrib|belong|link|"
    r"listen|speak|talk|connect|look|rel|rely|reli|depend|count|leave|left|put|work)"
    r"(?:s|ed|g?ged|ping|ged|ging|ped|ning|ting|ing|in|es)?\s+"
    r"(?:(?:up|forward|back)\s+)?$",
    re.IGNORECASE,
)

_VERB_AND_OBJECT = lazy_pattern(
    r"\b(?:turn|switch|plug|put|leave|keep|check|sign|log|move|set|try|hand|bring|take)\w{0,4}\s+"
    r"(?:(?:the|your|a|an|this|that)\s+\w+|it|them|this|that|these|those)\s+$",
    re.IGNORECASE,
)
_MONEY_TO = lazy_pattern(
    r"\b(?:send|sent|pay|paid|transfer|give|gave|assign|forward|ship|lend|lent|owe|writ|look)\w{0,4}"
    r"\s+(?!(?:it|them|us|me|him|her|you)\s)\w+\s+$",
    re.IGNORECASE,
)
_WHAT_IT = lazy_pattern(r"\b(?:what|it|this|that|there|he|she)\s+$", re.IGNORECASE)
_OF_COURSE = lazy_pattern(r"\s+(?:course|late)\b", re.IGNORECASE)

# A repeat that is possessive gives nothing back, so no text is read again and again.
_TWICE = lazy_pattern(
    rf"(?<![\w'’./@#-])([^\W\d_{MASK}]++)(\s++)(\1)(?![\w'’=]|[-/.@]\w)",
    re.IGNORECASE,
)
_LETTER_BEFORE = lazy_pattern(r"\b\w\s+$")
_LETTER_AFTER = lazy_pattern(r"\s+\w\b")
_HARD_BREAK = lazy_pattern(r"<br|\\\r?\n|  \r?\n", re.IGNORECASE)


class RepeatedWordOptions(Options, frozen=True):
    """Options of repeated-word."""

    exceptions: Annotated[
        tuple[str, ...],
        Meta(description="words, in small letters, that may stand twice in a row"),
    ] = _EXCEPTIONS


def check(article: Article, kb: KnowledgeBase, options: RepeatedWordOptions) -> Iterator[Hit]:
    """Words that stand twice with nothing but white space and markup between them."""
    exceptions = frozenset(options.exceptions)
    for block in blocks_with(article, _repeated(article.running.every_word, exceptions)):
        for match in _TWICE.finditer(block.prose.masked):
            word = match[1].lower()
            if word not in exceptions and _is_slip(article.source, block, match):
                yield Hit(
                    block.prose.span(*match.span()),
                    f'"{word}" stands twice',
                    "Delete one of the two",
                    _deletion(article.source, block, match),
                )


def _repeated(words: Sequence[str], exceptions: frozenset[str]) -> tuple[str, ...]:
    """Words that stand twice in a row; most articles have none and need no pattern."""
    repeated = set(compress(words, map(eq, words, islice(words, 1, None)))) - exceptions
    return tuple(word for word in repeated if MASK not in word and not word.isdecimal())


def _is_slip(source: Source, block: Block, match: re.Match[str]) -> bool:
    first, second = match[1], match[3]
    text = block.prose.masked
    before = text[max(0, match.start() - 30) : match.start()]
    if len(first) == 1 and not _is_article(before, text, match):
        return False
    apart = not is_plain(source, block.prose, match.end(1) - 1, match.start(3) + 1)
    if first.lower() not in _SMALL_WORDS and (second[0].isupper() or block.quoted or apart):
        return False
    if first != second and (
        apart or second[0].isupper() or not _opens_sentence(block, match.start())
    ):
        return False
    if _ends_one_clause(first.lower(), before):
        return False
    gap = source.slice(block.prose.span(match.start(), match.end()))
    return not _HARD_BREAK.search(gap)


def _ends_one_clause(word: str, before: str) -> bool:
    """Whether the first of two words belongs to a verb before it and the second does not."""
    if word == "is":
        return bool(_WHAT_IT.search(before))
    if word == "to" and _MONEY_TO.search(before):
        return True
    if word not in _PARTICLES:
        return False
    return bool(_PHRASAL_VERBS.search(before) or (word != "to" and _VERB_AND_OBJECT.search(before)))


def _is_article(before: str, text: str, match: re.Match[str]) -> bool:
    """Whether two single letters are the word "a" and not two of a row of letters."""
    is_row = _LETTER_BEFORE.search(before) or _LETTER_AFTER.match(text, match.end())
    return match[1] in "aA" and match[3] == "a" and not is_row


def _opens_sentence(block: Block, at: int) -> bool:
    """Whether a sentence begins at an offset, opening quotes and brackets aside."""
    index = bisect_right(block.sentences, at, key=lambda sentence: sentence.start) - 1
    before = block.prose.text[max(block.sentences[index].start, at - 5) : at] if index >= 0 else ""
    return not before.strip("\"'“‘( ")


def _deletion(source: Source, block: Block, match: re.Match[str]) -> Edit | None:
    """Deletion of the second word, or of the first where markup begins between them."""
    word = match[1].lower()
    if word in _MAYBE_TWO_CLAUSES:
        return None
    # "The The" may be a name; "consists of of course" only lacks its commas.
    safe = word in _NEVER_TWICE and match[3].islower()
    if word == "of" and _OF_COURSE.match(block.prose.masked, match.end()):
        safe = False
    for start, end in ((match.start(2), match.end()), (match.start(), match.end(2))):
        if is_plain(source, block.prose, start, end):
            return Edit((Change(block.prose.span(start, end), ""),), safe=safe)
    return None


RULE = Rule(
    code="CLR011",
    name="repeated-word",
    severity=Severity.WARNING,
    options=RepeatedWordOptions,
    doc=__doc__,
    check=check,
    fix="mixed",
    languages=("en",),
)
