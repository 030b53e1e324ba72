"""Health values to render, and a reader of pages that is as strict as a browser is not."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from html.parser import HTMLParser

import pytest
from browsing import open_page, start_browser
from full_report import fill, make_meta
from health_parts import (
    COVERAGE,
    fall_short,
    make_article,
    make_cluster,
    make_finding,
    make_log,
    match_all,
)

from kbtool.health import Health
from kbtool.model import Action, Gap, GapReport, Interval, Question
from kbtool.render.html.page import render as render_html
from kbtool.render.views.meta import ReportMeta

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


def make_health(text="export", gaps=1, questions=1, dated=True, known=True):
    """Health in which every text is ``text`` and every list holds something."""
    when = datetime(2026, 8, 1, 12, tzinfo=UTC) if dated else None
    missing, log = [], []

    def ask(name, number):
        asker = f"secret {number}" if known else ""
        wording = text if number == 0 else f"{text} {number}"
        log.append(Question(f"{name}{number}{text}", wording, when, text, 1.0, asker))
        return log[-1].id

    for rank in range(gaps):
        ids = tuple(ask(f"g{rank}-", number) for number in range(questions))
        action = list(Action)[rank % len(Action)]
        cluster = make_cluster(f"{rank}{text}", text, ids, action)
        missing.append(Gap(cluster, "likely", Interval(2.0, 1.0, 4.0) if dated else None))
    ids = tuple(ask("a", number) for number in range(questions))
    answered = make_cluster(text, text, ids, Action.NONE, runner_up=False)
    clusters = (answered, *(gap.cluster for gap in missing))
    report = GapReport(
        tuple(missing), clusters, match_all(clusters, [answered]), COVERAGE, (), (), 0.3, text,
        (text, text), **fall_short(text, ids),
    )  # fmt: skip
    article = make_article(text, [make_finding(text)], questions, ids, 12)
    return Health((article,), (make_finding(text),), report, tuple(log), make_log(text, log))


@pytest.fixture
def meta():
    return ReportMeta("Acme", date(2026, 11, 3), (("kbtool", "1.0"),), ("articles/",), ("Links.",))


@pytest.fixture
def build():
    return make_health


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
def visit(browser, pages):
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
