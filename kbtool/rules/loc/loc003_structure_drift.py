"""A translation that is built otherwise than the article it was made from.

Two steps fewer, a picture or a link that is not there: whatever the words say, something was added
to one of the two and never to the other.

Compared are headings, steps of numbered lists, images, tables, links and blocks of code, and how
many placeholders such as `{{name}}` there are. Articles belong together as for missing-translation.

Source: checks of translations that help centres run by hand: same steps, same pictures, same links.

Bad:
    ---
    locale: de
    id: refund
    ---
    1. Öffnen Sie die App.
    @@ refund.md
    ---
    id: refund
    ---
    1. Open the app.
    2. Choose the payment.

Good:
    ---
    locale: de
    id: refund
    ---
    1. Öffnen Sie die App.
    2. Wählen Sie die Zahlung.
    @@ refund.md
    ---
    id: refund
    ---
    1. Open the app.
    2. Choose the payment.

Not flagged: other words, longer or shorter paragraphs, bullets and sentences.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, NamedTuple

from msgspec import Meta

from kbtool.model import Article, Hit, KnowledgeBase, Outline, Severity
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule
from kbtool.rules.loc._pairing import Told, group_all, tell

_PLACEHOLDER = lazy_pattern(r"\{\{[^{}]{1,80}\}\}|\{%[^{}]{1,80}%\}")
PARTS = ("headings", "steps", "images", "tables", "links", "blocks of code", "placeholders")


class StructureDriftOptions(Options, frozen=True):
    """Options of structure-drift."""

    source: Annotated[
        str,
        Meta(description="language that articles are written in first; else that of most articles"),
    ] = "en"
    parts: Annotated[tuple[str, ...], Meta(description="what to compare")] = PARTS
    tolerance: Annotated[
        int, Meta(ge=0, description="difference in the number of a part that is let pass")
    ] = 0


class Built(NamedTuple):
    """What an article is built of."""

    told: Told
    parts: tuple[int, ...]  # as PARTS names them


def survey(article: Article, options: StructureDriftOptions) -> Built:
    """Numbers of an article's parts."""
    counts = (
        len(article.headings),
        sum(len(part.items) for part in article.lists if part.ordered),
        len(article.images),
        len(article.tables),
        sum(1 for link in article.links if link.kind != "bare" and not link.href.startswith("#")),
        sum(1 for code in article.code if not code.inline),
        len(_PLACEHOLDER.findall(article.source.text, article.body.start)),
    )
    return Built(tell(article), counts)


def judge(own: Outline, kb: KnowledgeBase, options: StructureDriftOptions) -> Iterator[Hit]:
    """Translations whose parts differ in number from those of their source."""
    group = kb.once(group_all, RULE.code, options.source).get(own.path)
    if not group or group.source.path == own.path:
        return
    mine: Built = kb.survey(RULE.code)[own.path]
    source: Built = kb.survey(RULE.code)[group.source.path]
    compared = zip(PARTS, mine.parts, source.parts, strict=True)
    differences = [
        f"{part} {here} instead of {there}"
        for part, here, there in compared
        if part in options.parts and abs(here - there) > options.tolerance
    ]
    if differences:
        yield Hit(
            mine.told.span,
            f"differs from its source {group.source.path}: {', '.join(differences)}",
            "Compare the two, and add what one of them lacks",
        )


RULE = Rule(
    code="LOC003",
    name="structure-drift",
    severity=Severity.WARNING,
    options=StructureDriftOptions,
    doc=__doc__,
    survey=survey,
    facts=Built,
    judge=judge,
)
