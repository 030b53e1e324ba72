"""What each format says first."""

import json

from kbtool.render import load_renderer
from kbtool.render.gaps.table import headline as terminal_headline
from kbtool.render.html.page import render as render_html


def told(health, meta, read):
    """Texts in which each format tells its headline."""
    page = read(render_html(health, meta=meta))
    articles = type("Articles", (), {"articles": health.articles})
    return {
        "page": page.all("h1")[0].text,
        "markdown": load_renderer("report", "markdown")(health, meta).split("\n\n")[1],
        "json": json.loads(load_renderer("report", "json")(health, meta))["summary"]["headline"],
        "terminal": terminal_headline(health.gaps, health.log, articles),
    }
