"""Text to model: one module per format; the only place where Markdown and HTML are parsed.

What parses is loaded when it is first called: a run of which all is in the cache needs none of it.
"""

from __future__ import annotations

from kbtool.model import Article, Source

__all__ = ["parse_html", "parse_markdown"]


def parse_markdown(source: Source, locale: str = "en") -> Article:
    """Article that a Markdown file holds; never raises.

    ``locale`` counts where the front matter names none.
    """
    from kbtool.parse.markdown import parse_markdown as parse  # noqa: PLC0415 - see above

    return parse(source, locale)


def parse_html(source: Source, locale: str = "en") -> Article:
    """Article that an HTML file holds, a whole page or a fragment; never raises.

    ``locale`` counts where neither the front matter nor ``lang`` names one.
    """
    from kbtool.parse.html import parse_html as parse  # noqa: PLC0415 - see above

    return parse(source, locale)
