"""What the templates show, cut to a size that a browser opens at once."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from msgspec import Struct

from kbtool.health import Criterion, Health
from kbtool.health.figures import sum_cost
from kbtool.health.people import count_gap_people, rate_gap_people
from kbtool.model import Contradiction, Gap, Interval, Note, Severity
from kbtool.questions.masking import count_masked
from kbtool.render.gaps.controls_words import list_controls
from kbtool.render.html.pictures.bands import Segment, draw_bands
from kbtool.render.html.pictures.calibration import CalibrationView, show_calibration
from kbtool.render.html.pictures.confusion import Confusion, draw_confusion
from kbtool.render.html.pictures.flow import FlowPicture, draw_flow
from kbtool.render.html.pictures.pareto import Pareto, draw_costs, draw_people
from kbtool.render.html.pictures.scatter import Scatter, draw_scatter
from kbtool.render.html.pictures.thresholds import ThresholdView, draw_thresholds
from kbtool.render.html.pictures.weeks import Weeks, draw_weeks
from kbtool.render.parts import Part
from kbtool.render.safe_text import markdown
from kbtool.render.views.answered import Answers, show_answered, show_doubtful
from kbtool.render.views.apart import Apart, find_apart
from kbtool.render.views.articles import (
    SAMPLES,
    AdviceView,
    ArticleView,
    ConfusableView,
    Met,
    UnansweredView,
    count_met,
    make_article_filters,
    sort_criteria,
    view_articles,
)
from kbtool.render.views.changes import Delta, Movement, compare, find_movement
from kbtool.render.views.facets import find_places
from kbtool.render.views.filters import Filter, make_filters
from kbtool.render.views.flow import FlowView, view_flow
from kbtool.render.views.gaps import GapView, GapViewer, split_gaps
from kbtool.render.views.headline import write_headline
from kbtool.render.views.issues import make_issues
from kbtool.render.views.ledger import Ledger, keep_ledger
from kbtool.render.views.library import make_library
from kbtool.render.views.meta import ReportMeta
from kbtool.render.views.periods import divide_time
from kbtool.render.views.quotes import Quoter
from kbtool.render.views.sharing import (
    CoverageBy,
    Hands,
    divide_coverage,
    sort_by_hands,
)
from kbtool.render.views.told import Told
from kbtool.render.wording import whose_costs

_OPEN_CARDS = 10
_STEPS = 3  # gaps on the first screen
_FIX_FIRST = 5  # articles on the first screen


class Limits(Struct, frozen=True):
    """How much of everything a page holds."""

    gaps: int
    questions: int  # of each gap
    answered: int  # groups that an article answers
    articles: int
    details: int  # articles with their findings and questions
    findings: int  # of each article
    matched: int  # questions of each article
    characters: int  # of each text
    short: int  # findings of a kind about articles that fall short


class Short(Struct, frozen=True):
    """Articles that fall short of their questions."""

    unanswered: tuple[UnansweredView, ...]
    contradictions: tuple[Contradiction, ...]
    confusable: tuple[ConfusableView, ...]
    confusion: Confusion | None
    advice: tuple[AdviceView, ...]
    hidden: int  # of all of them

    def __bool__(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.unanswered or self.contradictions or self.confusable or self.advice)


class PageView(Told, frozen=True):
    """Everything that the page template needs of the health of a knowledge base."""

    headline: tuple[Part, ...]
    delta: Delta
    currency: str
    dismissed: tuple[tuple[Gap, Note], ...]
    steps: tuple[GapView, ...]  # gaps to close first
    gap_people: int  # in all gaps, each counted once
    gap_rate: Interval | None  # the same people in 30 days
    cost: Interval | None  # of all gaps in a month
    people: Pareto
    costs: Pareto | None
    bands: tuple[Segment, ...]
    scatter: Scatter
    gaps: tuple[GapView, ...]
    hidden_gaps: int
    gap_ranks: Mapping[str, int]  # of gaps that have a card
    filters: tuple[Filter, ...]
    doubtful: Answers
    answered: Answers
    short: Short
    hands: tuple[Hands, ...]
    coverage_by: tuple[CoverageBy, ...]
    weeks: Weeks | None
    movement: Movement
    flow: FlowView | None
    apart: Apart
    articles: tuple[ArticleView, ...]
    hidden_articles: int
    fix_first: tuple[ArticleView, ...]
    ranks: Mapping[str, int]  # rank of the article with an id, for links inside the page
    criteria: tuple[Criterion, ...]  # of the knowledge base
    met: Met | None
    calibration: CalibrationView | None
    open_cards: int  # gaps that show without a click
    masked: Mapping[str, int]  # places with personal data in questions, by what they were
    knows_people: bool  # whether the log says who asked
    severities: tuple[tuple[Severity, str], ...] = (
        (Severity.ERROR, "Errors"),
        (Severity.WARNING, "Warnings"),
        (Severity.INFO, "Notes"),
    )

    @property
    def whose_costs(self) -> str:
        """Figures that costs rest on: "default figures"."""
        return whose_costs(self.health.gaps.cost_basis)

    @property
    def flow_picture(self) -> FlowPicture | None:
        """How gaps opened and closed; None where no two reports can be compared."""
        return draw_flow(self.flow)

    @property
    def thresholds(self) -> ThresholdView | None:
        """The threshold in use among others."""
        return draw_thresholds(self.health)

    @property
    def threshold_origin(self) -> str:
        """How the threshold was found, without the rates that stand above it."""
        return self.health.gaps.threshold_basis.partition(":")[0]

    @property
    def issues(self) -> tuple[str, ...]:
        """Each of ``gaps`` for a tracker: title and body in Markdown."""
        issues = islice(make_issues(self.health, markdown), len(self.gaps))
        return tuple(f"# {markdown(issue.title)}\n\n{issue.text}" for issue in issues)

    @property
    def ledger(self) -> Ledger | None:
        """How the rows of the log add up."""
        return keep_ledger(self.health)

    @property
    def controls(self) -> tuple[str, ...]:
        """What verdicts say of articles that cannot answer."""
        return list_controls(self.health.gaps, little=bool(self.lack))

    @property
    def article_filters(self) -> tuple[Filter, ...]:
        """What the table of articles can be filtered by, besides bands."""
        return make_article_filters(self.articles)

    @property
    def has_uses(self) -> bool:
        """Whether views or votes of any article are known."""
        shelves = [view.shelf for view in self.articles if view.shelf]
        return any(shelf.views is not None or shelf.votes for shelf in shelves)


def build_view(health: Health, limits: Limits, meta: ReportMeta) -> PageView:
    """View of a knowledge base within limits."""
    library, to_mend = make_library(meta.kb), health.to_mend[:_FIX_FIRST]
    currency = health.gaps.cost_basis.currency if health.gaps.cost_basis else ""
    quoter = Quoter.of(health, limits.characters)
    open_gaps, dismissed = split_gaps(health)
    viewer = GapViewer(health, library, quoter, limits.questions, find_places(meta.kb))
    gaps = tuple(viewer.view(rank, gap) for rank, gap in enumerate(open_gaps[: limits.gaps], 1))
    gap_ranks = {view.gap.id: view.rank for view in gaps}
    details = (limits.details, limits.findings, limits.matched)
    articles = tuple(view_articles(health, library, quoter, limits.articles, details))
    return PageView(
        health=health,
        headline=write_headline(health),
        steps=tuple(sorted(gaps, key=lambda view: health.is_in_hand(view.gap))[:_STEPS]),
        gap_people=count_gap_people(health),
        gap_rate=rate_gap_people(health),
        delta=compare(health),
        currency=currency,
        open_gaps=open_gaps,
        dismissed=dismissed,
        cost=sum_cost(health.gaps.gaps),
        people=draw_people(open_gaps),
        costs=draw_costs(open_gaps, currency, whose_costs(health.gaps.cost_basis)),
        bands=draw_bands(health),
        scatter=draw_scatter(health.articles),
        gaps=gaps,
        hidden_gaps=max(0, len(open_gaps) - limits.gaps),
        gap_ranks=gap_ranks,
        filters=make_filters(gaps),
        doubtful=show_doubtful(health, quoter, limits.answered),
        answered=show_answered(health, quoter, limits.answered),
        short=_fall_short(health, quoter, limits.short),
        hands=sort_by_hands(health),
        coverage_by=divide_coverage(health, library),
        weeks=draw_weeks(divide_time(health, meta.releases)),
        flow=view_flow(health, meta.releases),
        movement=find_movement(health, gap_ranks),
        apart=find_apart(health, quoter, limits.questions),
        articles=articles,
        hidden_articles=len(health.articles) - len(articles),
        fix_first=tuple(view for view in articles if view.article in to_mend),
        ranks={view.article.id: view.rank for view in reversed(articles)},
        criteria=sort_criteria(health.criteria),
        met=count_met(health.criteria),
        calibration=show_calibration(health),
        open_cards=_OPEN_CARDS,
        masked=count_masked(health.log.masked if health.log else {}),
        knows_people=any(question.requester for question in health.questions),
    )


def _fall_short(health: Health, quoter: Quoter, most: int) -> Short:
    found = health.gaps
    kinds = (found.unanswered, found.contradictions, found.confusable, found.advice)
    return Short(
        tuple(
            UnansweredView(item, quoter.quote(item.questions, SAMPLES))
            for item in found.unanswered[:most]
        ),
        found.contradictions[:most],
        tuple(
            ConfusableView(item, quoter.quote(item.questions, SAMPLES))
            for item in found.confusable[:most]
        ),
        draw_confusion(found.confusable[:most]),
        tuple(
            AdviceView(item, quoter.quote(item.questions, SAMPLES)) for item in found.advice[:most]
        ),
        sum(max(0, len(items) - most) for items in kinds),
    )
