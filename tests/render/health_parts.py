"""Values that health is made of, each filled with one text."""

from kbtool.health import ArticleHealth, band_of
from kbtool.model import (
    Claim,
    Cluster,
    Confusable,
    Contradiction,
    Excluded,
    Fact,
    Finding,
    Interval,
    Match,
    QuestionLog,
    QuestionMatch,
    Severity,
    Span,
    Unanswered,
)

COVERED = Interval(0.1, 0.05, 0.2)
COVERAGE = Interval(0.7, 0.69, 0.74)


def make_finding(text, severity=Severity.ERROR, line=3):
    """What a rule found."""
    span = Span(line, line + 1)
    return Finding(text, span, line, 1, line, 2, text, text, severity, text, text)


def make_article(text, findings=(), demand=0, questions=(), age=None, **rest):
    """An article in the band of its findings."""
    parts = {"suppressed": (), "words": 120, **rest}
    return ArticleHealth(
        id=text,
        path=text,
        title=text,
        findings=tuple(findings),
        demand=demand,
        questions=tuple(questions),
        age=age,
        band=band_of(findings),
        **parts,
    )


def make_match(text):
    """A passage that comes near."""
    return Match(text, text, (text,), 0.2, (text,), (text,))


def make_cluster(id_, text, ids, action, runner_up=True, **rest):
    """A group near one passage."""
    near = make_match(text)
    other = near if runner_up else None
    return Cluster(id_, text, ids, len(ids), COVERED, near, other, action, text, **rest)


def fall_short(text, ids):
    """One article of each kind that falls short."""
    claim = Claim(text, text, (text,), text, text)
    return {
        "unanswered": (Unanswered(text, text, (text,), Fact.LIMIT, ids, 1, 0.5, text),),
        "contradictions": (Contradiction(Fact.LIMIT, (text,), (claim, claim), ids),),
        "confusable": (Confusable((text, text), (text, text), ids, 1, ((text,), (text,))),),
    }


def match_all(clusters, answered=()):
    """Every question of some groups, matched with what its group is near."""
    return tuple(
        QuestionMatch(id_, cluster.nearest, cluster in answered, cluster.id)
        for cluster in clusters
        for id_ in cluster.questions
    )


def make_log(text, questions):
    """A log of which one row was left out and some were changed."""
    left_out = (Excluded(text, text, 1, text),)
    return QuestionLog(tuple(questions), left_out, steps={text: 3}, masked={text: 2})
