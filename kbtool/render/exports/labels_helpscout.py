"""Keywords as Help Scout's Docs API takes them: id and body of "Update Article" a line."""

from __future__ import annotations

from collections.abc import Sequence

from kbtool.export import WordOptions, WordsOfArticle
from kbtool.render.json_line import write_line


def render(articles: Sequence[WordsOfArticle], options: WordOptions) -> str:  # noqa: ARG001 - every format is called alike
    """JSON Lines; ``keywords`` takes the place of an article's keywords, so it names all."""
    return "".join(
        write_line({"id": found.article, "keywords": found.all_labels}) for found in articles
    )
