"""A reader of pages that is as strict as a browser is not, and a browser."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

import pytest
from browsing import open_page, start_browser
from full_report import fill, make_meta
from made_health import make_health

from kbtool.health import Health
from kbtool.model import GapReport, Interval
from kbtool.render.html.page import render as render_html

VOID = {"meta", "br", "input", "link", "img", "hr"}


@dataclass
class Element:
    tag: str
    attributes: dict
    text: str = ""


@dataclass
class Page(HTMLParser):
    """Elements of a page in order; fails on markup that is not properly nested."""

    source: str
    elements: list = field(default_factory=list)
    text: str = ""
    _open: list = field(default_factory=list)

    def __post_init__(self):
        super().__init__(convert_charrefs=True)
        self.feed(self.source)
        self.close()
        assert not self._open

    def handle_starttag(self, tag, attrs):
        assert len(dict(attrs)) == len(attrs), attrs
        element = Element(tag, dict(attrs))
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag):
        assert self._open, tag
        assert self._open.pop().tag == tag

    def handle_data(self, data):
        for element in self._open:
            element.text += data
        self.text += data

    def all(self, *tags):
        return [element for element in self.elements if element.tag in tags]

    def values(self, name):
        return [e.attributes[name] for e in self.elements if name in e.attributes]

    @property
    def skeleton(self):
        """Tags and attribute names: everything of a page but its text, values and marked words."""
        elements = [element for element in self.elements if element.tag != "mark"]
        return [(element.tag, *sorted(element.attributes)) for element in elements]


@pytest.fixture
def read():
    return Page


@pytest.fixture(scope="session")
def browser():
    """Chromium without a window; the test is skipped where there is none."""
    with start_browser() as started:
        yield started


@pytest.fixture(scope="session")
def pages(tmp_path_factory):
    """Folder of pages that were written already."""
    return tmp_path_factory.mktemp("pages")


@pytest.fixture
def visit(browser, pages, enough):
    """Opens a page in which everything is filled with a text, or next to nothing is ("bare")."""
    opened = []

    def open_one(name, text="How do I change my card?", gaps=5, **view):
        path = pages / f"{name}.html"
        if not path.exists():
            health = fill(make_health(text, gaps=gaps, questions=14), text)
            if name == "bare":
                health = Health((), (), GapReport((), (), (), Interval(0, 0, 1), (), (), 0, ""), ())
            path.write_text(render_html(health, meta=make_meta(text)), encoding="utf-8")
        opened.append(open_page(browser, path, **view))
        return opened[-1]

    yield open_one
    for one in opened:
        one.page.context.close()
