"""HTML to ``Article``: whole pages, and bodies as help desks export them."""

from __future__ import annotations

from pathlib import PurePosixPath

from kbtool.model import Article, Source, Span
from kbtool.parse.document import DocumentBuilder
from kbtool.parse.front_matter import read_front_matter
from kbtool.parse.html_page import Page, page_title, read_page
from kbtool.parse.html_reader import HtmlReader, keep_all
from kbtool.parse.markdown import (
    assemble,
    front_matter_locale,
    front_matter_text,
    front_matter_title,
    heading_title,
)
from kbtool.parse.offsets import OffsetMap
from kbtool.parse.tags import Event, read_events


def parse_html(source: Source, locale: str = "en") -> Article:
    """Article that an HTML file holds; never raises.

    ``locale`` counts where neither the front matter nor ``<html lang>`` names one.
    """
    reading = read_front_matter(source.text)
    front_matter = reading.front_matter
    body = Span(front_matter.span.end, len(source.text))
    html = source.text[body.start :]
    events = list(read_events(html))
    page = read_page(html, events, body.start)
    built = _read(html, events, page, body)
    if page.is_whole and not built.blocks:  # a page of nothing but headers and footers
        built = _read(html, events, Page(), body)
    title = front_matter_title(front_matter, source) or heading_title(built)
    if not title and page.title:
        start, end = page.title
        title = page_title(source, Span(body.start + start, body.start + end))
    return assemble(
        built,
        source,
        reading,
        identity=front_matter_text(front_matter, "id", "slug") or PurePosixPath(source.path).stem,
        title=title,
        locale=front_matter_locale(front_matter) or page.locale or locale,
        markup="html",
        canonical=page.canonical,
    )


def _read(html: str, events: list[Event], page: Page, body: Span) -> DocumentBuilder:
    built = DocumentBuilder(body, slugs=False)
    is_xml = html[:200].lstrip().startswith("<?xml")
    is_chrome = page.is_chrome if page.is_whole else keep_all
    reader = HtmlReader(built, is_chrome, xml=is_xml, only_main=page.only_main)
    reader.read(html, OffsetMap((0,), (body.start,)), events)
    reader.finish(body.end)
    return built
