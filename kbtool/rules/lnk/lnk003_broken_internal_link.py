"""A link to an article, or a picture, that is not there.

Whoever follows it lands on an error page, often after the article has already sent them away
from where they were. Links break when articles are renamed, moved or deleted, and nobody notices.

A link is looked up as a path (with or without `.md`, from the article or, beginning with `/`,
from the root of the knowledge base), as the id of an article, and, once `own-urls` names your
site, by the number in a Zendesk or Intercom address. `redirects` names what your site redirects.
Nothing is fetched. Set the same options for broken-anchor.

Source: WCAG 2.2, success criterion 2.4.4; markdownlint and rumdl, MD057 (relative links).

Bad:
    Here is [how refunds work](refund.md).
    @@ refunds.md
    # Refunds

Good:
    Here is [how refunds work](refunds.md).
    @@ refunds.md
    # Refunds

Not flagged: other sites, e-mail addresses, templates such as `{{ url }}`, links that leave the
folder of the articles, folders that hold articles, addresses from the root (`/pricing`) that may
be pages of the site, and files of other kinds in folders that were not read.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import NamedTuple

from kbtool.link_targets import LinkIndex, TargetOptions, link_index, may_be_own
from kbtool.model import Article, Hit, KnowledgeBase, Outline, Severity, Span
from kbtool.rule import Rule


class BrokenInternalLinkOptions(TargetOptions, frozen=True):
    """Options of broken-internal-link."""


class Addresses(NamedTuple):
    """Addresses in an article that may lead to a file or an article, and where they stand."""

    links: tuple[tuple[str, Span], ...]
    images: tuple[tuple[str, Span], ...]


def survey(article: Article, options: BrokenInternalLinkOptions) -> Addresses | None:
    """Links and images, without those that lead to other sites for certain."""
    links = tuple((k.href, k.span) for k in article.links if may_be_own(k.href, options))
    images = tuple((i.src, i.span) for i in article.images if may_be_own(i.src, options))
    return Addresses(links, images) if links or images else None


def judge(own: Outline, kb: KnowledgeBase, options: BrokenInternalLinkOptions) -> Iterator[Hit]:
    """Links and images whose target is not in the knowledge base."""
    found: Addresses | None = kb.survey(RULE.code).get(own.path)
    if not found:
        return
    index = link_index(kb, options)
    for href, span in (*found.links, *(found.images if kb.files else ())):
        yield from _judge(href, span, own, index)


def _judge(href: str, span: Span, article: Outline, index: LinkIndex) -> Iterator[Hit]:
    target = index.find(href, article)
    if not target or target.articles:
        return
    similar = index.find_similar(target.place)
    if similar.lower() == target.place.lower():
        message = f"`{target.place}` is spelled `{similar}`; capitals matter on most sites"
    else:
        message = f"leads to `{target.place[:200]}`, which is not there"
    folder = posixpath.dirname(article.path)
    meant = posixpath.relpath(similar, folder) if similar and _are_alike(similar, folder) else ""
    advice = f"Link to `{meant}` if that is what you mean" if meant else "Mend or drop the link"
    yield Hit(span, message, advice)


def _are_alike(path: str, folder: str) -> bool:
    """Whether one can be told as seen from the other: both absolute or both not."""
    return path.startswith("/") == folder.startswith("/")


RULE = Rule(
    code="LNK003",
    name="broken-internal-link",
    severity=Severity.ERROR,
    options=BrokenInternalLinkOptions,
    doc=__doc__,
    survey=survey,
    facts=Addresses,
    judge=judge,
)
