"""What is kept of a run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from msgspec import Struct

from kbtool.history.fingerprints import digest, mark, mark_all
from kbtool.history.values import Page, Record, Topic
from kbtool.model import (
    Article,
    Cluster,
    Figures,
    Gap,
    GapReport,
    KnowledgeBase,
    QuestionLog,
)


class Circumstances(Struct, frozen=True):
    """What a run rests on beside articles and questions."""

    versions: Mapping[str, str]
    config: str  # all settings, as text
    bands: Mapping[str, int] = {}  # articles in each band, where they were checked
    figures: Figures | None = None


class Seen(Struct, frozen=True):
    """What a run found."""

    kb: KnowledgeBase
    report: GapReport  # with labels and words that may be kept
    log: QuestionLog  # with all texts, of which only digests are kept


def make_record(seen: Seen, circumstances: Circumstances, key: bytes) -> Record:
    """Record of a run; fingerprints are made under ``key``."""
    kb, report, log = seen.kb, seen.report, seen.log
    pages = tuple(_make_page(article) for article in kb.articles)
    settings = digest(circumstances.config)
    content = digest(settings, *_tell_log(log), *(f"{p.id}\0{p.title}\0{p.digest}" for p in pages))
    versions = [f"{name} {version}" for name, version in circumstances.versions.items()]
    return Record(
        day=kb.today,
        inputs=digest(kb.today.isoformat(), content, *versions),
        content=content,
        config=settings,
        log=digest(*sorted(mark(question.text, key) for question in log.questions)),
        questions=len(log.questions),
        excluded=log.left_out,
        coverage=report.coverage if log.questions else None,
        bands=dict(circumstances.bands),
        versions=dict(circumstances.versions),
        topics=tuple(_topics(seen, key)),
        articles=pages,
        ungrouped=_mark_rest(seen, key),
        wordless=len(report.unmatchable),
        figures=circumstances.figures,
        answered=sum(match.answered for match in report.matches),
        found=_mark_found(seen, key),
    )


def _tell_log(log: QuestionLog) -> list[str]:
    """All that tells one log from another, whatever its order and the ids in it."""
    return sorted(f"{q.text}\0{q.asked_at}\0{q.requester}\0{q.weight}" for q in log.questions)


def _topics(seen: Seen, key: bytes) -> Iterator[Topic]:
    texts = {question.id: question.text for question in seen.log.questions}
    gaps = {gap.id: gap for gap in seen.report.gaps}
    found = Counter(
        (match.cluster, match.best.article)
        for match in seen.report.matches
        if match.answered and match.best
    )
    for cluster in seen.report.clusters:
        wordings = mark_all((texts[name] for name in cluster.questions if name in texts), key)
        yield _make_topic(cluster, gaps.get(cluster.id), wordings, found)


def _mark_rest(seen: Seen, key: bytes) -> bytes:
    """Fingerprints of questions that are in no group."""
    grouped = {name for cluster in seen.report.clusters for name in cluster.questions}
    return mark_all((q.text for q in seen.log.questions if q.id not in grouped), key)


def _mark_found(seen: Seen, key: bytes) -> dict[str, bytes]:
    """Fingerprints of the wordings that each article answers."""
    texts = {question.id: question.text for question in seen.log.questions}
    found: dict[str, list[str]] = {}
    for match in seen.report.matches:
        if match.answered and match.best and match.question in texts:
            found.setdefault(match.best.article, []).append(texts[match.question])
    return {article: mark_all(own, key) for article, own in sorted(found.items())}


def _make_topic(
    cluster: Cluster, gap: Gap | None, wordings: bytes, found: Counter[tuple[str, str]]
) -> Topic:
    nearest = cluster.nearest
    return Topic(
        id=cluster.id,
        label=cluster.label,
        askers=cluster.askers,
        questions=len(cluster.questions),
        wordings=wordings,
        words=cluster.words,
        gap=gap is not None,
        answered=cluster.answered,
        article=nearest.article if nearest else "",
        title=nearest.title if nearest else "",
        second=cluster.runner_up.article if cluster.runner_up else "",
        answers=found[cluster.id, nearest.article] if nearest else 0,
        found=cluster.covered,
        action=cluster.action.value,
        per_month=gap.per_month if gap else None,
    )


def _make_page(article: Article) -> Page:
    title = article.title.text.strip() if article.title else ""
    return Page(article.id, title or article.id, digest(article.source.text))
