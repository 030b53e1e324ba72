"""An outline as JSON, schema ``kbtool.outline/1``: fields are only added."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kbtool.drafting import Outline, Related
from kbtool.render.drafts.outline_markdown import address

SCHEMA = "kbtool.outline/1"


def render(outline: Outline, folder: Path) -> str:
    """One object; texts of customers and agents as they stand."""

    def link(article: Related | None) -> dict[str, Any] | None:
        if article is None:
            return None
        href = address(article, folder) or None
        return {"article": article.article, "title": article.title, "href": href}

    document = {
        "schema": SCHEMA,
        "gap": outline.gap,
        "title": outline.title or None,
        "labels": list(outline.labels),
        "locale": outline.locale,
        "people": outline.people,
        "refused": outline.refusal or None,
        "interview": list(outline.interview),
        "improves": link(outline.improves),
        "sections": [
            {
                "heading": section.heading or None,
                "people": section.people,
                "customers": list(section.customers),
                "facts": [{"asks": fact.value, "people": people} for fact, people in section.facts],
            }
            for section in outline.sections
        ],
        "agents": [{"text": said.text, "tickets": said.tickets} for said in outline.agents],
        "messages": [{"text": one.text, "people": one.people} for one in outline.messages],
        "contact": link(outline.contact),
        "related": [link(article) for article in outline.related],
    }
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
