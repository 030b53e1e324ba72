"""Fill the templates and seal the page: one file, no requests, only its own script."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Literal

import jinja2
from markupsafe import Markup

from kbtool.health import Health
from kbtool.render import wording
from kbtool.render.counts import say_demand
from kbtool.render.html.page_view import Limits, build_view
from kbtool.render.html.pictures.spark import draw_spark
from kbtool.render.moves_words import say_came, say_gone, say_relabelled
from kbtool.render.views.anchors import MOST_CARDS
from kbtool.render.views.filters import values_of
from kbtool.render.views.meta import ReportMeta
from kbtool.render.views.visible import clip, make_visible

MAX_BYTES = 2_900_000
"""Size that a page stays below."""

_STYLES = ("colours", "page", "pictures", "tables", "cards", "small", "print")
_SCRIPTS = ("tables", "targets", "issues", "thresholds")

_LIMITS = (
    Limits(MOST_CARDS, 200, 40, 2000, 400, 40, 20, 400, 20),
    Limits(MOST_CARDS, 100, 30, 2000, 150, 20, 10, 300, 20),
    Limits(60, 60, 25, 1000, 150, 20, 10, 280, 20),
    Limits(30, 25, 15, 300, 50, 10, 5, 160, 10),
    Limits(15, 10, 5, 80, 20, 5, 3, 80, 5),
)
"""Tried in order until a page is small enough."""


def render(health: Health, meta: ReportMeta) -> str:
    """HTML page of a knowledge base; the same input gives the same text.

    Lists are cut, with a count of what is left out, until the page is below ``MAX_BYTES``.
    """
    style, script = _join("style", _STYLES), _join("script", _SCRIPTS)
    template = _make_environment().get_template("page.html")
    page = ""
    for limits in _LIMITS:
        page = template.render(
            v=build_view(health, limits, meta),
            meta=meta,
            style=Markup(style),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
            policy=_policy(style, script),
        )
        if len(page.encode()) <= MAX_BYTES:
            break
    return page


def _join(kind: Literal["style", "script"], names: Sequence[str]) -> str:
    """Files of a kind as one text."""
    folder = files("kbtool.render.html") / "templates" / kind
    ending = {"style": "css", "script": "js"}[kind]
    return "\n".join(folder.joinpath(f"{name}.{ending}").read_text("utf-8") for name in names)


@cache
def _make_environment() -> jinja2.Environment:
    # Compiling the templates takes 0.15 s, longer than filling them.
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("kbtool.render.html"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    words = (
        wording.count,
        wording.percent,
        wording.percent_bounds,
        wording.part_of,
        wording.rate,
        wording.rate_bounds,
        wording.day,
        wording.age,
        wording.amount,
        wording.amount_bounds,
        wording.period,
        wording.effort,
        wording.short_effort,
        wording.at_least_of_ten,
        wording.at_most_of_ten,
        say_demand,
        say_gone,
        say_came,
        say_relabelled,
        clip,
        draw_spark,
        values_of,
    )
    environment.filters.update({function.__name__: function for function in words})
    return environment


def _finalize(value: object) -> object:
    """Every text that a template prints, made visible; markup of our own is left alone."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return make_visible(value)
    return value


def _policy(style: str, script: str) -> str:
    """Content security policy that allows this page's style and script, and nothing else."""
    hashes = [b64encode(sha256(text.encode()).digest()).decode() for text in (style, script)]
    return (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
