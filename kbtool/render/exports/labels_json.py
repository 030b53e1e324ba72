"""Customers' words as JSON, schema ``kbtool.labels/1``: fields may be added, none changes."""

from __future__ import annotations

import json
from collections.abc import Sequence

from kbtool.export import WordOptions, WordsOfArticle

SCHEMA = "kbtool.labels/1"


def render(articles: Sequence[WordsOfArticle], options: WordOptions) -> str:
    """One object: how words were chosen, and the words of each article with their evidence."""
    document = {
        "schema": SCHEMA,
        "min_people": options.min_people,
        "min_lift": options.min_lift,
        "min_share": options.min_share,
        "articles": [
            {
                "id": found.article,
                "title": found.title,
                "labels": list(found.labels),
                "people": found.people,
                "words": [
                    {
                        "word": word.word,
                        "people": word.people,
                        "lift": word.lift,
                        "share": word.share,
                    }
                    for word in found.words
                ],
            }
            for found in articles
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
