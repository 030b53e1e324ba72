"""An article that lacks a language in which most others exist.

A customer who reads German gets this one in English, or not at all, and a bot that answers in
German has nothing to quote.

Set `languages` to those that each article must have. Without it a language counts in which at least
the `customary` share of all articles exists; one finding then says so for each article that lacks
it. Articles belong together by `translation_of` or `id` in their front matter, or by paths that
differ in the name of a locale alone (`en/refund.md` and `de/refund.md`, `refund.de.md`).

Source: Zendesk and Intercom keep a state for each translation of an article; W3C
internationalisation (serve readers in their language).

Bad:
    Ask for a refund in the app.
    @@ de/card.md
    Die Karte kommt per Post.
    @@ card.md
    The card comes by post.

Good:
    Ask for a refund in the app.
    @@ de/article.md
    Den Betrag bekommen Sie in der App zurück.

Not flagged: knowledge bases in one language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from kbtool.language.locales import language_of
from kbtool.model import Article, Hit, KnowledgeBase, Outline, Severity
from kbtool.rule import Options, Rule
from kbtool.rules.loc._pairing import Told, group_all, tell


class MissingTranslationOptions(Options, frozen=True):
    """Options of missing-translation."""

    source: Annotated[
        str,
        Meta(description="language that articles are written in first; else that of most articles"),
    ] = "en"
    languages: Annotated[
        tuple[str, ...], Meta(description="languages that each article must have; none: customary")
    ] = ()
    customary: Annotated[
        float,
        Meta(ge=0, le=1, description="share of articles from which a language is expected of all"),
    ] = 0.5


def survey(article: Article, options: MissingTranslationOptions) -> Told:
    """What tells which articles belong together."""
    return tell(article)


def judge(own: Outline, kb: KnowledgeBase, options: MissingTranslationOptions) -> Iterator[Hit]:
    """Articles in the source language that lack another."""
    group = kb.once(group_all, RULE.code, options.source).get(own.path)
    if not group or group.source.path != own.path:
        return
    wanted = kb.once(_wanted, options.source, options.languages, options.customary)
    missing = [name for name in wanted if name not in group.translations]
    if missing:
        told: Told = kb.survey(RULE.code)[own.path]
        names = ", ".join(missing)
        advice = f"Translate it into {names}, or say in `languages` which ones are needed"
        yield Hit(told.span, f"the article is missing in {names}", advice)


def _wanted(
    kb: KnowledgeBase, source: str, languages: tuple[str, ...], customary: float
) -> tuple[str, ...]:
    """Languages that each article should have."""
    groups = kb.once(group_all, RULE.code, source)
    sources = [path for path, group in groups.items() if group.source.path == path]
    if languages:
        first = language_of(groups[sources[0]].source.locale) if sources else ""
        return tuple(name for name in map(language_of, languages) if name != first)
    counts = Counter(name for path in sources for name in groups[path].translations)
    return tuple(sorted(name for name, n in counts.items() if n >= customary * len(sources)))


RULE = Rule(
    code="LOC001",
    name="missing-translation",
    severity=Severity.INFO,
    options=MissingTranslationOptions,
    doc=__doc__,
    survey=survey,
    facts=Told,
    judge=judge,
)
