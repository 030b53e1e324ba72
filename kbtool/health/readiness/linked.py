"""Which articles link to which, in any form that an address of theirs can have."""

from __future__ import annotations

from kbtool.health.readiness.basis import Basis
from kbtool.link_targets import LinkIndex, TargetOptions, link_index
from kbtool.model import KnowledgeBase, Outline


def index_links(kb: KnowledgeBase, basis: Basis) -> LinkIndex:
    """Index that finds the target of a link as broken-internal-link does."""
    options = basis.options("LNK003")
    chosen = options if isinstance(options, TargetOptions) else TargetOptions()
    return link_index(kb if kb.outlines else KnowledgeBase.of(kb.articles, kb.today), chosen)


def find_linked(kb: KnowledgeBase, basis: Basis) -> dict[str, frozenset[str]]:
    """Paths of the other articles that the article at each path links to."""
    index = index_links(kb, basis)
    linked = {}
    for article in kb.articles:
        outline = Outline.of(article)
        hrefs = {link.href for link in article.links}
        targets = filter(None, (index.find(href, outline) for href in hrefs))
        paths = {found.path for target in targets for found in target.articles}
        linked[article.path] = frozenset(paths - {article.path})
    return linked
