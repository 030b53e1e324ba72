"""Articles that a draft should link: near ones, and the page by which a person is reached."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from kbtool.articles.publishing import find_url
from kbtool.drafting.values import Related
from kbtool.language.contact_pages import is_contact_page, linked_paths
from kbtool.language.contact_routes import ENGLISH_PAGES, PAGES
from kbtool.model import Article, Cluster, GapReport, KnowledgeBase

_SHOWN = 3
_ALL_PAGES = (*ENGLISH_PAGES, *(page for pages in PAGES.values() for page in pages))


def find_contact(kb: KnowledgeBase, locale: str) -> Related | None:
    """The contact page that most other articles link; one in the right language before others."""
    pages = [one for one in kb.articles if is_contact_page(one.path, _title(one), _ALL_PAGES)]
    links = Counter(path for article in kb.articles for path in set(linked_paths(article)))
    ordered = sorted(
        pages, key=lambda one: (one.locale != locale, -links[one.path], len(one.path), one.path)
    )
    return describe(ordered[0]) if ordered else None


def find_related(
    cluster: Cluster, report: GapReport, kb: KnowledgeBase, left_out: Collection[str]
) -> tuple[Related, ...]:
    """Articles nearest to a group, then those that most of its questions find."""
    own = frozenset(cluster.questions)
    best = Counter(
        one.best.article for one in report.matches if one.question in own and one.best is not None
    )
    nearest = [match.article for match in (cluster.nearest, cluster.runner_up) if match]
    names = [*nearest, *sorted(best, key=lambda name: (-best[name], name))]
    found = (kb.by_id[name][0] for name in dict.fromkeys(names) if name in kb.by_id)
    return tuple(describe(article) for article in found if article.id not in left_out)[:_SHOWN]


def describe(article: Article) -> Related:
    """What a link to an article needs."""
    return Related(article.id, _title(article) or article.id, find_url(article) or article.path)


def _title(article: Article) -> str:
    return " ".join(article.title.text.split()) if article.title else ""
