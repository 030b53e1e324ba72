"""Customers' words as a table: one row for each word of each article."""

from __future__ import annotations

from collections.abc import Sequence

from kbtool.export import WordOptions, WordsOfArticle
from kbtool.render.csv_cells import write_table

HEADER = ("article", "title", "word", "people", "of_people", "lift", "share", "labels")


def render(articles: Sequence[WordsOfArticle], options: WordOptions) -> str:  # noqa: ARG001 - every format is called alike
    """CSV whose texts no spreadsheet takes for formulas."""
    rows = (
        (
            found.article,
            found.title,
            word.word,
            word.people,
            found.people,
            word.lift,
            word.share,
            ", ".join(found.labels),
        )
        for found in articles
        for word in found.words
    )
    return write_table(HEADER, rows)
