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

from collections.abc import Iterator
from typing import Annotated, Literal, NamedTuple

from msgspec import Meta

from kbtool.link_targets import TargetOptions, link_index, may_be_own
from kbtool.model import Article, Change, Edit, Hit, KnowledgeBase, Link, Outline, Severity, Span
from kbtool.parse.anchors import slugify
from kbtool.patterns import lazy_pattern
from kbtool.rule import Rule

_GENERATED = lazy_pattern(r"h_[0-9A-Z]{20,30}")
_SEPARATORS = lazy_pattern(r"[\W_]+")


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


class AnchorLink(NamedTuple):
    """A link with a fragment."""

    href: str
    span: Span
    fragment: Span | None  # where it stands; None where that is not certain


class Anchors(NamedTuple):
    """Anchors of an article, and its links to anchors."""

    names: frozenset[str]
    links: tuple[AnchorLink, ...]


def survey(article: Article, options: BrokenAnchorOptions) -> Anchors:
    """Anchors of the article and of its title, which sites show as a heading, and its links."""
    title = {slugify(article.title.text)} if article.title else set()
    links = (
        AnchorLink(link.href, link.span, _find_fragment(link, article))
        for link in article.links
        if "#" in link.href and may_be_own(link.href, options)
    )
    return Anchors(article.anchors | title, tuple(links))


def judge(own: Outline, kb: KnowledgeBase, options: BrokenAnchorOptions) -> Iterator[Hit]:
    """Links whose fragment is no anchor of their target."""
    found: Anchors | None = kb.survey(RULE.code).get(own.path)
    for link in found.links if found else ():
        target = link_index(kb, options).find(link.href, own)
        if not target or not target.articles or _is_free(target.fragment, options):
            continue
        paths = [other.path for other in target.articles]
        names = [kb.once(_names_at, path) for path in paths]
        if not any(_is_known(target.fragment, each, options.slugs) for each in names):
            place = "this article" if own.path in paths else f"`{target.place}`"
            folded = target.fragment.casefold()
            similar = next((each.folded[folded] for each in names if folded in each.folded), "")
            yield _hit(link, target.fragment, similar, place)


def _is_free(fragment: str, options: BrokenAnchorOptions) -> bool:
    """Whether a fragment means no heading or id of the text."""
    if not fragment or fragment.lower() == "top" or fragment in options.template_anchors:
        return True
    return "/" in fragment or fragment.startswith(":~:") or bool(_GENERATED.fullmatch(fragment))


class _Names(NamedTuple):
    """Anchors of an article in the ways in which they are looked up."""

    exact: frozenset[str]
    bare: frozenset[str]  # without punctuation
    folded: dict[str, str]  # an anchor by its letters without capitals


def _names_at(kb: KnowledgeBase, path: str) -> _Names:
    found: Anchors | None = kb.survey(RULE.code).get(path)
    exact = found.names if found else frozenset()
    bare = frozenset(filter(None, (_SEPARATORS.sub("", anchor) for anchor in exact)))
    return _Names(exact, bare, {anchor.casefold(): anchor for anchor in sorted(exact)})


def _is_known(fragment: str, anchors: _Names, slugs: str) -> bool:
    if fragment in anchors.exact:
        return True
    return slugs == "any" and _SEPARATORS.sub("", fragment) in anchors.bare


def _hit(link: AnchorLink, fragment: str, anchor: str, place: str) -> Hit:
    """Hit on a link; ``anchor`` is the one that differs in capitals only, "" where none does."""
    if not anchor:
        message = f"no heading or id in {place} has the anchor `#{fragment[:200]}`"
        return Hit(link.span, message, "Link to an anchor that exists")
    message = f"the anchor `#{fragment}` is spelled `#{anchor}` in {place}"
    edit = Edit((Change(link.fragment, anchor),), safe=True) if link.fragment else None
    return Hit(link.span, message, f"Write `#{anchor}`", edit)


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
    fix="safe",
    survey=survey,
    facts=Anchors,
    judge=judge,
)
