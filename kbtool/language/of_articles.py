"""The languages of a help centre, as its articles say and as their words tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, takewhile

from kbtool.language.detecting import detect_language
from kbtool.language.locales import language_of
from kbtool.model import Article

_LOOKED_AT = 800  # characters of an article
_MOST = 500  # articles whose words have a say


def languages_of(articles: Sequence[Article]) -> frozenset[str]:
    """Codes of all languages that articles are in.

    Where nobody set a locale articles count as English whatever they are in, so words have a say:
    else every question to a help centre in German would be in a language without articles.
    """
    found = {language_of(locale) for locale in {article.locale for article in articles}}
    return frozenset((found | set(map(_tell_language, _some(articles)))) - {""})


def find_unsaid(articles: Sequence[Article]) -> str:
    """Code of the language that most articles are in, if their locales say another; else ""."""
    told = Counter(
        language
        for article in _some(articles)
        if (language := _tell_language(article)) and language != language_of(article.locale)
    )
    language, number = max(told.items(), key=lambda one: (one[1], one[0]), default=("", 0))
    return language if number * 2 > len(_some(articles)) else ""


def _some(articles: Sequence[Article]) -> Sequence[Article]:
    return articles[:: 1 + len(articles) // _MOST]


def _tell_language(article: Article) -> str:
    """Code of the language that an article's own words tell; "" if unsure."""
    texts = [block.prose.masked for block in article.blocks]
    sizes = takewhile(lambda size: size < _LOOKED_AT, accumulate(map(len, texts), initial=0))
    return detect_language(" ".join(texts[: len(list(sizes))]))
