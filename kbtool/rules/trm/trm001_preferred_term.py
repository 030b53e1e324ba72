"""A term other than the one that your style guide prefers.

One word for one thing: customers search for the word that they saw last, and take a second word
for a second thing. The list is yours, and empty at first: set `pairs = { "e-mail" = "email" }`.
Where there is more to say of a term, set
`terms = [{ wrong = ["log into"], right = "log in to", reason = "it is two words", fix = true }]`.
A term may also name `exceptions` (longer phrases in which the word is right), `scope` (`title`,
`heading`, `paragraph`, `item`, `cell`), and `case = true` if its capitals count. With `fix = true`
the fix is safe, with `fix = false` there is none. Every entry is plain text; begin it with `re:` to
write a pattern, whose groups the right term can repeat as `$1`.

Source: US federal plain language guidelines ("Use the same terms consistently"); Microsoft Writing
Style Guide (word choice: one term for one concept).

Bad:
    Enter your e-mail address. Log into the app.

Good:
    Enter your email address. Log in to the app.

Not flagged: code, addresses, labels in bold, which have to match the product, words in quotation
marks, and parts of longer words. A preferred term that differs from the wrong one by its capitals
alone may have a capital where a sentence begins.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta, field

from kbtool.language.accepted import is_accepted
from kbtool.language.labels import Labels
from kbtool.language.phrases import fold, is_quoted
from kbtool.language.rewording import is_plain, replace_words
from kbtool.language.right_spelling import is_same_term
from kbtool.language.user_patterns import PREFIX, compile_pattern
from kbtool.model import Article, Change, Edit, Hit, KnowledgeBase, Severity
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule
from kbtool.rules.trm._terms import (
    Place,
    Term,
    build_vocabulary,
    find_places,
)

_YAML_SIGNS = lazy_pattern(r"[^\w\s.-]")


class PreferredTermOptions(Options, frozen=True):
    """Options of preferred-term."""

    pairs: Annotated[
        dict[str, str],
        Meta(description='wrong and preferred terms: { "e-mail" = "email" }'),
    ] = field(default_factory=dict)
    terms: Annotated[
        tuple[Term, ...],
        Meta(
            description="terms of which there is more to say, tables of `wrong`, `right`, `reason`,"
            " `exceptions`, `scope`, `case` and `fix`",
        ),
    ] = ()
    label_words: Annotated[
        int,
        Meta(ge=0, description="bold text of up to so many words is a label, which may be wrong"),
    ] = 6

    def __post_init__(self) -> None:
        """Refuse patterns that are none, before any article is read."""
        entries = [text for term in self.terms for text in (*term.wrongs, *term.exceptions)]
        for entry in (*self.pairs, *entries):
            if entry.startswith(PREFIX):
                compile_pattern(entry)


def check(article: Article, kb: KnowledgeBase, options: PreferredTermOptions) -> Iterator[Hit]:
    """Terms of the list that are not preferred."""
    if not options.pairs and not options.terms:
        return
    vocabulary = build_vocabulary(tuple(options.pairs.items()), options.terms)
    labels = Labels(options.label_words)
    for place in find_places(article, vocabulary):
        term = next((term for term in place.terms if _is_meant(term, place)), None)
        if not term or is_quoted(place.prose.masked, place.start, place.end):
            continue
        if not labels.hold(place.prose, place.start, place.end):
            yield _hit(article, place, term)


def _is_meant(term: Term, place: Place) -> bool:
    """Whether what stands there is wrong by this term."""
    text, start, end = place.prose.masked, place.start, place.end
    said = _one_line(text[start:end])
    if term.scope and place.scope not in term.scope:
        return False
    if term.case and not place.match and said not in map(_one_line, term.wrongs):
        return False
    if any(is_same_term(said, right, text, start) for right in term.rights):
        return False
    return not is_accepted(text, start, end, term.accepted)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _hit(article: Article, place: Place, term: Term) -> Hit:
    said = _one_line(place.prose.text[place.start : place.end])
    match = place.match
    rights = [match.fill(right) if match else right for right in term.rights]
    choice = " or ".join(f'"{right}"' for right in rights)
    message = f'"{said}" is not the preferred term'
    if term.reason.strip():
        message += f": {term.reason.strip().rstrip('.')}"
    return Hit(
        place.prose.span(place.start, place.end),
        message,
        f"Write {choice}" if rights else "Leave it out, or say it in other words",
        _edit(article, place, term, rights),
    )


def _edit(article: Article, place: Place, term: Term, rights: list[str]) -> Edit | None:
    if term.fix is False or len(rights) > 1:
        return None
    right = rights[0] if rights else ""
    prose, start, end = place.prose, place.start, place.end
    safe = term.fix is True and not place.match
    if place.scope == "title" and not _is_plain_in_yaml(right):
        return None
    if fold(prose.text[start:end]) != fold(right):
        return replace_words(article.source, prose, start, end, right, safe=safe)
    if not is_plain(article.source, prose, start, end):
        return None
    return Edit((Change(prose.span(start, end), right),), safe=safe)


def _is_plain_in_yaml(text: str) -> bool:
    return not _YAML_SIGNS.search(text)


RULE = Rule(
    code="TRM001",
    name="preferred-term",
    severity=Severity.WARNING,
    options=PreferredTermOptions,
    doc=__doc__,
    check=check,
    fix="mixed",
)
