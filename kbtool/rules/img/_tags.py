"""Attributes of <img> tags, where the model leaves them in the source."""

from __future__ import annotations

from kbtool.model import Article, Image, Span
from kbtool.parse.tags import read_tag
from kbtool.patterns import lazy_pattern

# Quoted values are taken whole, so that "alt=" inside a title is not mistaken for the attribute.
_ATTRIBUTE = lazy_pattern(
    r"""\s([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))""",
)


def read_attributes(image: Image, article: Article) -> dict[str, str]:
    """Attributes of an image that is written as a tag, {} for any other; names in lower case."""
    tag = read_tag(article.source.slice(image.span)) if image.html else None
    return tag.attributes if tag else {}


def find_alt(image: Image, article: Article) -> Span | None:
    """Where the alternative text stands in the source, without quotes; None where it has none."""
    if not image.html:
        return image.alt_span if image.alt_span.end > image.alt_span.start else None
    for match in _ATTRIBUTE.finditer(article.source.slice(image.span)):
        if match[1].lower() == "alt":
            group = next((n for n in (2, 3, 4) if match[n]), None)
            if group is None:
                return None
            return Span(image.span.start + match.start(group), image.span.start + match.end(group))
    return None
