"""An image without alternative text.

Whoever does not see the image, a screen reader or a bot, learns nothing of it: the step or the
message that it shows is simply missing. In HTML a missing `alt` is an error, since screen readers
then read the file name; `alt=""` says that the image is decoration, which is fine unless the
image is all that a link consists of. Markdown has no way to say so and gets a warning; write
`<img alt="">`, or `{decorative}` after the image, for decoration.

Source: WCAG 2.2, success criterion 1.1.1 (non-text content) and technique H30; markdownlint, MD045.

Bad:
    ![](settings.png)

    <p><img src="menu.png"></p>

Good:
    ![The Settings page with Two-step login switched on](settings.png)

    <p><img src="line.png" alt=""></p>

Not flagged: images that are hidden (`aria-hidden`, `role="presentation"`, `hidden`, one pixel in
size), and those named by `aria-label` or `aria-labelledby`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from kbtool.model import Article, Hit, Image, KnowledgeBase, Severity
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule
from kbtool.rules.img._tags import read_attributes

_ATTRIBUTE_LIST = lazy_pattern(r"\{[^{}\r\n]{0,200}\}")
_DECORATIVE = lazy_pattern(r"decorative|\balt\s*=|aria-hidden|presentation", re.IGNORECASE)
_NAMING = ("aria-label", "aria-labelledby")
_NO_SIZE = ("0", "1", "0px", "1px")


class MissingAltOptions(Options, frozen=True):
    """Options of missing-alt."""


def check(article: Article, kb: KnowledgeBase, options: MissingAltOptions) -> Iterator[Hit]:
    """Images that have no alternative text and need one."""
    for image in article.images:
        if image.hidden or (image.alt or "").strip():
            continue
        yield from _judge_html(image, article) if image.html else _judge_markdown(image, article)


def _judge_html(image: Image, article: Article) -> Iterator[Hit]:
    attributes = read_attributes(image, article)
    if any(attributes.get(name, "").strip() for name in _NAMING) or _is_invisible(attributes):
        return
    if image.alt is None:
        advice = 'Say in alt what the image shows, or write alt="" if it is decoration'
        yield Hit(image.span, "image has no alt attribute", advice)
    elif image.in_link and _is_all_of_link(image, article):
        message = "link has no text: its only content is an image with an empty alt"
        yield Hit(image.span, message, "Say in alt where the link leads")


def _is_invisible(attributes: dict[str, str]) -> bool:
    sizes = (attributes.get("width", ""), attributes.get("height", ""))
    return "hidden" in attributes or all(size in _NO_SIZE for size in sizes)


def _is_all_of_link(image: Image, article: Article) -> bool:
    """Whether the link around an image has no text and no other image with one."""
    start, end = image.span
    count = bisect_right(article.links, start, key=lambda link: link.span.start)
    for index in range(count - 1, -1, -1):
        link = article.links[index]
        if link.span.end >= end:
            return not link.text.strip()
    return False


def _judge_markdown(image: Image, article: Article) -> Iterator[Hit]:
    after = _ATTRIBUTE_LIST.match(article.source.text, image.span.end)
    if not after or not _DECORATIVE.search(after[0]):
        what = "image in a link" if image.in_link else "image"
        advice = "Say between the square brackets what the image shows"
        yield Hit(image.span, f"{what} has no alternative text", advice, None, Severity.WARNING)


RULE = Rule(
    code="IMG001",
    name="missing-alt",
    severity=Severity.ERROR,
    options=MissingAltOptions,
    doc=__doc__,
    check=check,
)
