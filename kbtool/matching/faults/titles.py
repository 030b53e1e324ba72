"""Titles of articles, by which a question may name another one than it found."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

from kbtool.model import Article

_Stems = Callable[[str, str], frozenset[str]]  # of a text, by its locale
_FEWEST = 2  # words of a title that a question must hold: one may be there by chance


class Titles:
    """Words of all titles, each kept by its rarest one."""

    def __init__(self, articles: Iterable[Article], stems: _Stems) -> None:
        """Read titles; ``stems`` gives the words of a text that say what it is about."""
        titles = {
            (article.locale, stems(article.title.text, article.locale))
            for article in articles
            if article.title
        }
        counts = Counter((locale, stem) for locale, own in titles for stem in own)
        self._by_rarest: dict[tuple[str, str], list[frozenset[str]]] = defaultdict(list)
        for locale, own in titles:
            if len(own) >= _FEWEST:
                rarest = min(own, key=lambda stem: (counts[locale, stem], stem))
                self._by_rarest[locale, rarest].append(own)

    def names_another(self, asked: frozenset[str], found: frozenset[str], locale: str) -> bool:
        """Whether a question holds the whole title of an article, and less of what it found.

        "How do I change the delivery day for good?" is for "Change your delivery day", wherever it
        was led. ``found`` are words of the title and headings that it found.
        """
        shared = len(asked & found)
        return any(
            len(title) > shared and title <= asked
            for stem in asked
            for title in self._by_rarest.get((locale, stem), ())
        )
