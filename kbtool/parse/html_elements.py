"""What the elements of HTML are: text or block, and which end which."""

from __future__ import annotations

from kbtool.model import MarkKind


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


INLINE = _names("""
    a abbr acronym b bdi bdo big button cite code data del dfn em font i ins kbd label map mark
    meter nobr output picture progress q rb rp rt ruby s samp slot small span strike strong sub
    sup time tt u var
""")
"""Elements that stand inside a line; every other one begins and ends blocks."""

VOID = _names(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source "
    "track wbr",
)
"""Elements without content."""

UNREAD = _names("svg math select datalist video audio canvas textarea noscript template")
"""Elements whose content is no prose: it is drawn, offered for choice or shown to nobody."""

EMBEDDED = _names("iframe video audio object embed canvas svg math select textarea script")
"""Elements that are content though they are no prose. A script may well draw something."""

IN_LINE_OF_TEXT = UNREAD | EMBEDDED
"""Elements that a line of text goes around."""

MARKS: dict[str, MarkKind] = {
    "strong": "strong",
    "b": "strong",
    "em": "em",
    "i": "em",
    "kbd": "kbd",
    "code": "code",
    "samp": "code",
    "tt": "code",
}

HEADINGS = {f"h{level}": level for level in range(1, 7)}

LISTS = _names("ul ol menu dir")

ENDS_HEADING = _names("p pre blockquote table dl div section article") | LISTS | HEADINGS.keys()
"""Elements before which a heading ends that was never closed, once it has text."""

ENDS_PARAGRAPH = (
    _names("""
        address article aside blockquote center details dialog dd div dl dt fieldset figcaption
        figure footer form header hgroup hr li main nav p pre search section summary table
    """)
    | LISTS
    | HEADINGS.keys()
)
"""Elements before which a paragraph ends that is still open."""

ENDED_BY: dict[str, frozenset[str]] = {
    "li": _names("li"),
    "dt": _names("dt dd"),
    "dd": _names("dt dd"),
    "tr": _names("tr td th"),
    "td": _names("td th"),
    "th": _names("td th"),
    "thead": _names("thead tbody tfoot tr td th"),
    "tbody": _names("thead tbody tfoot tr td th"),
    "tfoot": _names("thead tbody tfoot tr td th"),
}
"""Elements that end where another of these begins in the same list or table."""

SCOPES: dict[str, frozenset[str]] = {
    "table": _names("table"),
    "li": LISTS | _names("td th caption table"),
    "dt": _names("dl td th caption table"),
    "dd": _names("dl td th caption table"),
    **dict.fromkeys(("tr", "td", "th", "thead", "tbody", "tfoot", "caption"), _names("table")),
}
"""Elements that keep a tag inside from ending anything outside; cells do so for all others."""

CELL_SCOPE = _names("td th caption")

CHROME = _names("nav header footer aside")
"""Parts of a page around the article."""

LANDMARKS = _names("main article")
"""Elements that say where the article of a page is."""

AREAS = {
    "banner": "header",
    "complementary": "aside",
    "contentinfo": "footer",
    "main": "main",
    "navigation": "nav",
    "search": "nav",
}
"""Roles that make any element what another one is by its name."""


def read_area(name: str, role: str) -> str:
    """Which part of a page an element is, as the name of the element for that; often its own."""
    return AREAS.get(role.strip().lower(), name)
