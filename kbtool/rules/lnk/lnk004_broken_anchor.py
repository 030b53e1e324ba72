"""A link to a place in an article that is not there.

The browser opens the page and stays at its top, so the customer has to search for what the link
promised. Anchors break without a sign when somebody rewords a heading. Capitals count: `#Fees`
does not find `fees`; where nothing else differs, the fix writes the anchor as it is.

Anchors are the ids in the text, `{#ids}` of headings, and the ids that sites make of headings.
Because sites treat punctuation differently, `#fees-limits` and `#fees--limits` both find "Fees
& limits" unless `slugs` is set to `github`.

Source: the HTML standard, "Scrolling to a fragment"; markdownlint, MD051 (link fragments).

Bad:
    See [what it costs](#costs).

    ## Fees

Good:
    See [what it costs](#fees).

    ## Fees

Not flagged: `#` and `#top`, links to articles that are not there, which broken-internal-link
finds, text fragments (`#:~:text=`), fragments with a slash, which belong to scripts, and ids
that a help desk gives when it publishes (`h_01...`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Literal

from msgspec import Meta

from kbtool.model import Article, Change, Edit, Hit, KnowledgeBase, Link, Severity, Span
from kbtool.parse.anchors import slugify
from kbtool.rule import Rule
from kbtool.rules.lnk._targets import TargetOptions, link_index

_GENERATED = re.compile(r"h_[0-9A-Z]{20,30}")
_SEPARATORS = re.compile(r"[\W_]+")


class BrokenAnchorOptions(TargetOptions, frozen=True):
    """Options of broken-anchor."""

    slugs: Annotated[
        Literal["any", "github"],
        Meta(description="`github`: punctuation of anchors counts; `any`: it does not"),
    ] = "any"
    template_anchors: Annotated[
        tuple[str, ...],
        Meta(description="ids that every page has from the template of your site"),
    ] = ("top",)


def check(article: Article, kb: KnowledgeBase, options: BrokenAnchorOptions) -> Iterator[Hit]:
    """Links whose fragment is no anchor of their target."""
    index = link_index(kb, options)
    for link in article.links:
        if "#" not in link.href:
            continue
        target = index.find(link.href, article)
        if not target or not target.articles or _is_free(target.fragment, options):
            continue
        anchors = frozenset().union(*(_anchors(found) for found in target.articles))
        if not _is_known(target.fragment, anchors, options):
            place = "this article" if article in target.articles else f"`{target.place}`"
            yield _hit(link, article, target.fragment, anchors, place)


def _is_free(fragment: str, options: BrokenAnchorOptions) -> bool:
    """Whether a fragment means no heading or id of the text."""
    if not fragment or fragment.lower() == "top" or fragment in options.template_anchors:
        return True
    return "/" in fragment or fragment.startswith(":~:") or bool(_GENERATED.fullmatch(fragment))


def _anchors(article: Article) -> frozenset[str]:
    """Anchors of an article and of its title, which sites show as a heading."""
    title = article.title
    return article.anchors | {slugify(title.text)} if title else article.anchors


def _is_known(fragment: str, anchors: frozenset[str], options: BrokenAnchorOptions) -> bool:
    if fragment in anchors:
        return True
    if options.slugs == "github":
        return False
    bare = _SEPARATORS.sub("", fragment)
    return any(bare == _SEPARATORS.sub("", anchor) for anchor in anchors) if bare else False


def _hit(
    link: Link,
    article: Article,
    fragment: str,
    anchors: frozenset[str],
    place: str,
) -> Hit:
    same = sorted(anchor for anchor in anchors if anchor.casefold() == fragment.casefold())
    if not same:
        message = f"no heading or id in {place} has the anchor `#{fragment[:200]}`"
        return Hit(link.span, message, "Link to an anchor that exists")
    message = f"the anchor `#{fragment}` is spelled `#{same[0]}` in {place}"
    where = _find_fragment(link, article)
    change = (Change(where, same[0]),) if where else ()
    return Hit(
        link.span,
        message,
        f"Write `#{same[0]}`",
        Edit(change, safe=True) if change else None,
    )


def _find_fragment(link: Link, article: Article) -> Span | None:
    """Where the fragment stands in the source; None where that is not certain."""
    text = article.source.text
    start, end = link.span
    if link.kind == "inline":
        start = link.text_span.end
    elif link.kind == "html":
        end = link.text_span.start
    fragment = link.href.partition("#")[2]
    raw = text[start:end]
    if link.kind == "reference" or raw.count(f"#{fragment}") != 1:
        return None
    at = start + raw.index(f"#{fragment}") + 1
    return Span(at, at + len(fragment))


RULE = Rule(
    code="LNK004",
    name="broken-anchor",
    severity=Severity.WARNING,
    options=BrokenAnchorOptions,
    doc=__doc__,
    check=check,
    fix="safe",
    whole=True,
)
