"""Which article is a translation of which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from kbtool.language.locales import language_of, without_locale
from kbtool.model import Article, KnowledgeBase, Outline, Span


class Told(NamedTuple):
    """What an article tells of itself, whatever else a rule surveys."""

    key: str  # the same for all translations of an article
    span: Span  # where a finding on the whole article stands

    @property
    def told(self) -> Told:
        """Itself, as the facts of a rule that surveys nothing else have it."""
        return self


class Group(NamedTuple):
    """An article in several languages."""

    source: Outline
    translations: Mapping[str, Outline]  # by language


def tell(article: Article) -> Told:
    """Key and place of an article.

    The key is what ``translation_of`` in the front matter names, else the article's own id where
    the front matter sets one, else its path without its ending and the parts that name a locale.
    """
    values = article.front_matter.values
    given = values.get("translation_of") or values.get("id") or values.get("slug")
    path = without_locale(article.path.partition("#")[0])
    key = str(given) if given else path[: path.rfind(".")] if "." in path else path
    span = article.title.span if article.title else Span(article.body.start, article.body.start)
    return Told(key, span)


def group_all(kb: KnowledgeBase, code: str, source: str) -> dict[str, Group]:
    """Groups of translations by the path of each article in them.

    ``source`` is the language that articles are written in first; where no article has it, the
    language of most articles takes its place. What the rule with this code surveyed holds ``told``.
    Nothing is grouped where all articles have one language.
    """
    languages = Counter(language_of(outline.locale) for outline in kb.outlines)
    if len(languages) < 2:
        return {}
    commonest = min(languages, key=lambda name: (-languages[name], name))
    first = language_of(source) if language_of(source) in languages else commonest
    by_key: dict[str, dict[str, Outline]] = {}
    for path, facts in kb.survey(code).items():
        outline = kb.outlines_by_path[path]
        by_key.setdefault(facts.told.key, {}).setdefault(language_of(outline.locale), outline)
    groups: dict[str, Group] = {}
    for outlines in by_key.values():
        if first in outlines:
            others = {name: one for name, one in outlines.items() if name != first}
            group = Group(outlines[first], others)
            groups |= {outline.path: group for outline in outlines.values()}
    return groups
