"""An article that names no way to reach a person.

Some readers stay stuck whatever the article says. If neither the article nor the bot that quotes it
names the next step, they leave, or they call about something else. Articles for an `audience` that
you name must have it: there a missing way is an error.

Where fewer articles than the `customary` share name a way, the page around them probably
does, and one finding stands for all. Set `escape-hatch-in-template` if that is so.

Source: Microsoft Writing Style Guide, "Writing for chatbots" (tell how to get help from a person);
Nielsen Norman Group, heuristic 10 (help users).

Bad:
    # If your card does not arrive

    Wait for five working days, then order another one.

Good:
    # If your card does not arrive

    Wait for five working days, then [contact our team](../about/contact.md).

Not flagged: articles that link an e-mail address, a telephone number, a contact page or one of
your `urls`, that say "contact us" or the like, and the contact page itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, NamedTuple

from msgspec import Meta, field

from kbtool.language.contact_pages import is_contact_link, is_contact_page, linked_paths
from kbtool.language.contact_routes import ENGLISH, ENGLISH_PAGES, PAGES, PHRASES
from kbtool.language.locales import language_of
from kbtool.language.scanning import possible_phrases
from kbtool.model import Article, Hit, KnowledgeBase, Outline, Prose, Severity, Span
from kbtool.rule import Options, Rule


class NoHumanRouteOptions(Options, frozen=True):
    """Options of no-human-route."""

    audience: Annotated[
        tuple[str, ...],
        Meta(description="values of the front matter's `audience` for which it is an error"),
    ] = ()
    urls: Annotated[
        tuple[str, ...],
        Meta(description="beginnings of addresses at which a person is reached"),
    ] = ()
    escape_hatch_in_template: Annotated[
        bool,
        Meta(description="every page shows the way to a person anyway, so nothing is reported"),
    ] = False
    phrases: Annotated[
        tuple[str, ...],
        Meta(description="words that tell the reader to turn to a person, in lower case"),
    ] = ENGLISH
    contact_pages: Annotated[
        tuple[str, ...],
        Meta(description="last parts of addresses, and titles, of pages to reach a person by"),
    ] = ENGLISH_PAGES
    translated_phrases: Annotated[
        dict[str, tuple[str, ...]],
        Meta(description="phrases for articles in other languages, by language"),
    ] = field(default_factory=lambda: PHRASES)
    translated_pages: Annotated[
        dict[str, tuple[str, ...]],
        Meta(description="further contact pages of other languages, by language"),
    ] = field(default_factory=lambda: PAGES)
    customary: Annotated[
        float,
        Meta(ge=0, le=1, description="share of articles with a way from which each is reported"),
    ] = 0.5

    @cached_property
    def all_pages(self) -> tuple[str, ...]:
        """Contact pages of all languages: an article may link one in another."""
        translated = (page for pages in self.translated_pages.values() for page in pages)
        return (*self.contact_pages, *translated)


class Route(NamedTuple):
    """How an article leads to a person."""

    named: bool  # by itself
    targets: tuple[str, ...]  # paths of articles that it links, where it names none itself
    required: bool  # whether its audience must have one
    span: Span  # where to say that there is none


class _Total(NamedTuple):
    """Which articles of a knowledge base name no way to reach a person."""

    without: frozenset[str]  # paths
    first: str  # of these paths
    total: int  # articles that were judged


def survey(article: Article, options: NoHumanRouteOptions) -> Route | None:
    """How an article leads to a person; None where the page around it does."""
    if options.escape_hatch_in_template:
        return None
    named = _names_route(article, options)
    targets = () if named else linked_paths(article)
    span = article.title.span if article.title else Span(article.body.start, article.body.start)
    return Route(named, targets, _is_for(article, options.audience), span)


def judge(own: Outline, kb: KnowledgeBase, options: NoHumanRouteOptions) -> Iterator[Hit]:
    """Articles without a link or a phrase that leads to a person."""
    route: Route | None = kb.survey(RULE.code).get(own.path)
    found = kb.once(_sum_up, options.all_pages)
    if not route or own.path not in found.without:
        return
    required = route.required
    lacking, total = len(found.without), found.total
    is_custom = total - lacking >= options.customary * total
    if not required and not is_custom and own.path != found.first:
        return
    message = "the article names no way to reach a person"
    if not required and not is_custom and lacking > 1:
        message = f"{lacking} of {total} articles, this one first, name no way to reach a person"
    yield Hit(
        route.span,
        message,
        "Link your contact page, or set escape-hatch-in-template if every page shows it",
        severity=Severity.ERROR if required else None,
    )


def _is_for(article: Article, audience: tuple[str, ...]) -> bool:
    given = article.front_matter.values.get("audience", "")
    names = given if isinstance(given, list) else [given]
    return any(str(name) in audience for name in names)


def _sum_up(kb: KnowledgeBase, pages: tuple[str, ...]) -> _Total:
    contact = {o.path for o in kb.outlines if is_contact_page(o.path, o.title, pages)}
    routes: dict[str, Route] = dict(kb.survey(RULE.code))
    without = [
        path
        for path, route in routes.items()
        if not route.named and contact.isdisjoint(route.targets)
    ]
    return _Total(frozenset(without), min(without, default=""), len(routes))


def _names_route(article: Article, options: NoHumanRouteOptions) -> bool:
    pages = options.all_pages
    if is_contact_page(article.path, article.title.text if article.title else "", pages):
        return True
    for link in article.links:
        if link.href.startswith(options.urls) or is_contact_link(link.href, pages):
            return True
    if any(_holds_mail(block.prose) for block in article.blocks):
        return True
    language = language_of(article.locale)
    phrases = options.translated_phrases.get(language, ())
    possible = possible_phrases(article, options.phrases if language == "en" else phrases)
    if not possible:
        return False
    # Plain searches in one text take a tenth of the time of a pattern on every block.
    text = " ".join(article.running.folded.split())
    return any(_holds_words(text, phrase) for phrase in possible)


def _holds_mail(prose: Prose) -> bool:
    """Whether an e-mail address stands in the text."""
    return "@" in prose.text and any(
        "@" in prose.text[mark.start : mark.end] for mark in prose.marked("url")
    )


def _holds_words(text: str, phrase: str) -> bool:
    found = phrase in text
    return found and bool(re.search(rf"\b{re.escape(phrase)}\b", text))


RULE = Rule(
    code="ESC001",
    name="no-human-route",
    severity=Severity.INFO,
    options=NoHumanRouteOptions,
    doc=__doc__,
    languages=("en", *PHRASES),
    survey=survey,
    facts=Route,
    judge=judge,
)
