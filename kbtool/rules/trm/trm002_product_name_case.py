"""A name of a product with capitals in the wrong places.

"Github" beside "GitHub" looks careless, and a search that minds capitals misses half of the places.
The list is yours and empty at first: set `names = ["GitHub", "iPhone"]`.

Source: markdownlint, MD044 (proper names should have the correct capitalisation).

Bad:
    Open Github on your Iphone.

Good:
    Open GitHub on your iPhone.

Not flagged: code, addresses, file names, handles and tags (`@github`, `#github`), words in
quotation marks, names all in capitals in a text that is, and parts of longer words.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Annotated

from msgspec import Meta

from kbtool.language.accepted import is_accepted
from kbtool.language.phrases import find_phrases, fold, is_quoted
from kbtool.language.rewording import is_plain
from kbtool.model import Article, Change, Edit, Hit, KnowledgeBase, Prose, Severity
from kbtool.rule import Options, Rule
from kbtool.rules.trm._terms import find_in_blocks

_POSSESSIVE = "'s"


class ProductNameCaseOptions(Options, frozen=True):
    """Options of product-name-case."""

    names: Annotated[
        tuple[str, ...],
        Meta(description='names as they are to be written: ["GitHub", "iPhone"]'),
    ] = ()
    exceptions: Annotated[
        tuple[str, ...],
        Meta(description="longer phrases in which the word is no name, such as browser windows"),
    ] = ()
    common: Annotated[
        tuple[str, ...],
        Meta(description="names that are words too, left alone in small letters, such as Teams"),
    ] = ()


def check(article: Article, kb: KnowledgeBase, options: ProductNameCaseOptions) -> Iterator[Hit]:
    """Names of the list in other capitals."""
    if not options.names and not options.common:
        return
    spelled = _spellings(options.names + options.common)
    for prose, phrase, start, stop in _find(article, tuple(spelled)):
        name = spelled[phrase]
        end = stop - len(_POSSESSIVE) if phrase.endswith(_POSSESSIVE) else stop
        said = prose.text[start:end]
        if _is_fine(said, name, prose, start) or (name in options.common and said.islower()):
            continue
        if not is_accepted(prose.masked, start, end, options.exceptions):
            yield _hit(article, prose, start, end, name)


@cache
def _spellings(names: tuple[str, ...]) -> dict[str, str]:
    """Name by what to look for, the name and its possessive, in small letters."""
    pairs = {" ".join(fold(name).split()): name for name in names if name.strip()}
    owned = {f"{key}{_POSSESSIVE}": name for key, name in pairs.items()}
    return owned | pairs


def _find(article: Article, phrases: tuple[str, ...]) -> Iterator[tuple[Prose, str, int, int]]:
    title = article.title
    if title and title.origin == "front-matter":
        for found in find_phrases(title.prose.masked, phrases):
            yield title.prose, *found
    for block, phrase, start, end in find_in_blocks(article, phrases):
        yield block.prose, phrase, start, end


def _is_fine(said: str, name: str, prose: Prose, start: int) -> bool:
    """Whether a name is written right, is a handle, or stands among capitals or in quotes."""
    if " ".join(said.split()) == name or prose.text[max(0, start - 1) : start] in ("@", "#"):
        return True
    if said.isupper() and _is_shouted(prose.text, start, start + len(said)):
        return True
    return is_quoted(prose.masked, start, start + len(said))


def _is_shouted(text: str, start: int, end: int) -> bool:
    """Whether the words beside it are in capitals too."""
    around = (text[max(0, start - 30) : start] + text[end : end + 30]).strip()
    return around.isupper() and sum(map(str.isalpha, around)) > 1


def _hit(article: Article, prose: Prose, start: int, end: int, name: str) -> Hit:
    edit = None
    if is_plain(article.source, prose, start, end):
        edit = Edit((Change(prose.span(start, end), name),), safe=True)
    said = " ".join(prose.text[start:end].split())
    return Hit(prose.span(start, end), f'"{said}" is written {name}', f"Write {name}", edit)


RULE = Rule(
    code="TRM002",
    name="product-name-case",
    severity=Severity.WARNING,
    options=ProductNameCaseOptions,
    doc=__doc__,
    check=check,
    fix="safe",
)
