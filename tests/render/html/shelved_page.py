"""A page about articles that differ in all that a table can be sorted or filtered by."""

from datetime import date

from full_report import fill, make_meta
from health_parts import make_article, make_finding
from msgspec.structs import replace

from kbtool.health import Criterion
from kbtool.model import KnowledgeBase, Severity, Source
from kbtool.parse import parse_markdown

TEXT = "How do I change my card?"

# title: people, age in days, views, votes up and down, section, locale, severity, criteria met
ARTICLES = {
    "Change a card": (9, 400, 4200, 80, 20, "Cards", "en", Severity.ERROR, 1),
    "Order a card": (2, 30, 900, 5, 0, "Cards", "en", Severity.WARNING, 3),
    "Pay a bill": (40, None, 12000, None, None, "Payments", "en", Severity.INFO, 2),
    "Karte ändern": (0, 5, None, 1, 9, "Cards", "de", Severity.WARNING, 0),
}


def make_shelved(health):
    """The same health with these articles, and the meta of their knowledge base."""
    full, meta = fill(health, TEXT), make_meta(TEXT)
    articles, parsed = [], []
    for at, (title, row) in enumerate(ARTICLES.items()):
        people, age, views, up, down, section, locale, severity, met = row
        path = f"help/{at}.md"
        fields = {"title": title, "section": section, "locale": locale, "views": views}
        fields |= {"votes_up": up, "votes_down": down}
        head = "".join(f"{key}: {value}\n" for key, value in fields.items() if value is not None)
        parsed.append(parse_markdown(Source(path, f"---\n{head}---\nTap {title}.\n")))
        finding = replace(make_finding(TEXT, severity), path=path)
        criteria = tuple(
            Criterion(f"R{n:02}", TEXT, "yes" if n < met else "no", TEXT) for n in range(4)
        )
        article = make_article(title, [finding], people, (), age, criteria=criteria)
        articles.append(replace(article, id=parsed[-1].id, path=path))
    kb = KnowledgeBase.of(parsed, date(2026, 11, 3))
    return replace(full, articles=tuple(articles)), replace(meta, kb=kb)
