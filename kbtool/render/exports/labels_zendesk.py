"""Labels as Zendesk's Help Center API takes them: one body of "Update Article" a line."""

from __future__ import annotations

from collections.abc import Sequence

from kbtool.export import WordOptions, WordsOfArticle
from kbtool.render.json_line import write_line

_DIGITS = 18  # of an id that is a number


def render(articles: Sequence[WordsOfArticle], options: WordOptions) -> str:  # noqa: ARG001 - every format is called alike
    """JSON Lines; ``label_names`` takes the place of an article's labels, so it names all."""
    return "".join(
        write_line({"article": {"id": _id(found.article), "label_names": found.all_labels}})
        for found in articles
    )


def _id(article: str) -> int | str:
    """A number where it is one, as all ids of Zendesk are."""
    is_number = article.isascii() and article.isdecimal() and len(article) <= _DIGITS
    return int(article) if is_number else article
