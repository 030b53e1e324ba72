"""Which languages an article is there in, and which one the people of a group write."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from msgspec import Struct

from kbtool.language.locales import language_of, without_locale
from kbtool.language.names import name_language
from kbtool.language.of_articles import find_unsaid
from kbtool.model import KnowledgeBase, Question

_MOST = 0.6  # share of a group's questions that must be in one language


class Translations(Struct, frozen=True):
    """Languages of the articles of a knowledge base."""

    of_id: dict[str, frozenset[str]]  # of an article's translations, itself included

    @classmethod
    def of(cls, kb: KnowledgeBase) -> Translations:
        """Languages of articles; those of one id, or of one path but for its locale, are one.

        Where most articles are in another language than their locale says, all count for that too:
        nobody set it.
        """
        unsaid = {find_unsaid(kb.articles)} - {""}
        by_path: dict[str, set[str]] = defaultdict(set)
        by_id: dict[str, set[str]] = defaultdict(set)
        for article in kb.articles:
            by_path[without_locale(article.path)].add(language_of(article.locale))
        for article in kb.articles:
            by_id[article.id] |= by_path[without_locale(article.path)] | unsaid
            by_id[article.id].add(language_of(article.locale))
        return cls({name: frozenset(languages) for name, languages in by_id.items()})

    def lacking(self, article: str, questions: Sequence[Question]) -> str:
        """Name of the language of most questions, if the article is not there in it; else ""."""
        language = find_language(questions)
        if not language or language in self.of_id.get(article, {language}):
            return ""
        return name_language(language)


def find_language(questions: Sequence[Question]) -> str:
    """Language of most questions, "" where none is or too few are known."""
    counts = Counter(language_of(question.locale) for question in questions)
    language, count = min(counts.items(), key=lambda item: (-item[1], item[0]), default=("", 0))
    return language if count >= _MOST * len(questions) else ""
