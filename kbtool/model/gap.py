"""How questions meet articles, and where they find nothing."""

from __future__ import annotations

from typing import Literal, NamedTuple

from msgspec import Struct

from kbtool.model.action import Action, Need
from kbtool.model.fact import Fact


class Interval(NamedTuple):
    """An estimate with the bounds of its 95% interval."""

    value: float
    low: float
    high: float


class Match(Struct, frozen=True):
    """The best passage of one article for a question or a group of them."""

    article: str  # id
    title: str
    passage: tuple[str, ...]  # heading path inside the article, () for its opening
    score: float  # 0 to 1; comparable within one run only
    terms: tuple[str, ...] = ()  # words of the question that the passage holds
    missing: tuple[str, ...] = ()  # words that neither it nor what is over it holds, rarest first
    named: tuple[str, ...] = ()  # words that only the title or the headings over it hold


class Theme(Struct, frozen=True):
    """Questions inside a cluster that ask for one side of it."""

    label: str  # in customers' words
    questions: tuple[str, ...]  # ids, the most representative first
    asks: Fact | None = None  # the kind of fact that most of them ask for


class Trend(Struct, frozen=True):
    """How a group grows: its people in the later half of the log against the earlier one."""

    word: Literal["new", "rising", "steady", "falling"]
    series: tuple[int, ...]  # people in windows of equal length, the oldest first
    p: float  # chance of a change as large if nothing had changed, two-sided, 0 to 1


class Cluster(Struct, frozen=True):
    """Questions that ask for the same thing."""

    id: str  # stable while its most typical questions stay the same
    label: str  # in customers' words
    questions: tuple[str, ...]  # ids, the most representative first
    askers: int  # people; questions where no requester is known
    covered: Interval  # share of its questions that an article answers, 0 to 1
    nearest: Match | None  # None where the article that fits best shares no word with it
    runner_up: Match | None
    action: Action
    why: str  # one sentence for a support lead: evidence for the action
    answered: bool = False  # by its nearest article
    words: tuple[str, ...] = ()  # that its questions share, the most characteristic first
    need: Need = Need.ARTICLE
    themes: tuple[Theme, ...] = ()  # the largest first; empty where it is about one thing
    trend: Trend | None = None  # None where too few dates are known

    @property
    def doubtful(self) -> bool:
        """Whether it counts as answered while fewer than half of its questions may be, one by one.

        That is, the interval of the share that finds an answer reaches below one half.
        """
        return self.answered and self.covered.low < 0.5


class Gap(Struct, frozen=True):
    """A cluster that no article answers."""

    cluster: Cluster
    confidence: str  # how much speaks for it: "strong", "likely" or "weak"
    per_month: Interval | None  # askers per 30 days; None where too few dates are known
    probability: float = 1.0  # that no article answers it, 0 to 1
    cost: Interval | None = None
    """Money that answers would save in 30 days; None where no rate of contacts is known."""
    effort: Literal["none", "small", "large"] = "large"  # of writing
    effort_why: str = ""  # what there is to do, which the effort rests on; no full stop
    asks: tuple[Fact, ...] = ()
    """Kinds of fact that its text has to give, those that most people ask for first."""
    contacts: Interval | None = None  # people who wrote or called in 30 days; as ``cost``
    spared: float = 0.0  # share of them who would not have, had they found an answer, 0 to 1
    certain: str = ""  # why no score is needed to call it a gap: "the article has placeholders"
    doubt: str = ""  # why it is weak though its probability and its people would make it more

    @property
    def id(self) -> str:
        """Id of its cluster."""
        return self.cluster.id


class QuestionMatch(Struct, frozen=True):
    """What one question found."""

    question: str  # id
    best: Match | None
    answered: bool  # by the article, judged on the question's cluster where it has one
    cluster: str  # id, "" for questions that belong to no group
    waits: bool = False  # whether ``best`` would answer it, but still holds placeholders


class Unanswered(Struct, frozen=True):
    """An article that questions find by its words, and that lacks the kind of fact they ask for."""

    article: str  # id
    title: str
    passage: tuple[str, ...]  # heading path that most of the questions find
    asks: Fact
    questions: tuple[str, ...]  # ids, the best match first
    askers: int  # people; questions where no requester is known
    share: float  # of the questions that the article answers by its words, 0 to 1
    says: str = ""  # sentence that speaks of the fact without giving it, "" where there is none
    total: int = 0  # questions that the article answers by its words, which ``share`` is of


class Claim(Struct, frozen=True):
    """A sentence of an article that states a number, a duration or an amount."""

    article: str  # id
    title: str
    passage: tuple[str, ...]  # heading path
    sentence: str
    value: str  # as it stands in the sentence: "within 5 working days"


class Contradiction(Struct, frozen=True):
    """Two claims about the same thing that cannot both be true."""

    fact: Fact  # DURATION, AMOUNT or LIMIT
    about: tuple[str, ...]  # words that both sentences share
    claims: tuple[Claim, Claim]  # by id of the article, then by place
    questions: tuple[str, ...]  # ids of questions that find one of the two passages


class Confusable(Struct, frozen=True):
    """Two articles that take questions from each other."""

    articles: tuple[str, str]  # ids, in the order of the alphabet
    titles: tuple[str, str]
    questions: tuple[str, ...]  # ids of those that fit both about as well, or found the wrong one
    askers: int  # people; questions where no requester is known
    words: tuple[tuple[str, ...], tuple[str, ...]]  # those of ``telling`` that each title lacks
    telling: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """Words of each one's text and questions that set it apart, the surest first."""
    copied: float = 0.0
    """Share of the words of the one that stand in the other in the same order; 0 below two thirds,
    and where each is about a thing with a name of its own."""


class Compared(Struct, frozen=True):
    """How many sentences with a number could be compared with another one."""

    statements: int  # that give one number, duration or amount for something
    alike: int  # of these, that give it for the same thing as another


class Copy(Struct, frozen=True):
    """An article most of whose words stand in another one, in the same order."""

    articles: tuple[str, str]  # ids, first that of the copy
    titles: tuple[str, str]
    share: float  # of the words of the first


class Advice(Struct, frozen=True):
    """What to do about an article, where that concerns no single group."""

    article: str  # id
    title: str
    action: Action
    why: str  # one sentence with the evidence
    questions: tuple[str, ...] = ()  # ids that speak for it


class Unserved(Struct, frozen=True):
    """Questions in a language that no article is written in."""

    language: str  # code
    name: str  # in English
    questions: int  # rows of the log
    share: float  # of all questions, these languages included, 0 to 1
    action: Action = Action.TRANSLATE


class CostBasis(Struct, frozen=True):
    """What costs of gaps rest on."""

    currency: str  # sign or code, put before an amount
    per_contact: float  # what a contact with a person costs
    self_service: float  # what it costs when people find the answer themselves
    own: bool  # whether any figure is the user's
    text: str  # "your figures" or "default figures (source)", for the report


class Calibration(Struct, frozen=True):
    """How often verdicts err, from articles that were left out of the user's own."""

    false_gaps: float
    """Share of groups that are called gaps with all articles in place, 0 to 1: an upper bound, as
    some of them are gaps."""
    missed_gaps: float
    """Share of groups that are called answered without the article that fits them best, 0 to 1: an
    upper bound, as another one may answer them too."""
    groups: int  # that both rest on
    scores: tuple[tuple[float, float, float], ...] = ()
    """Thresholds from 0 to 1 with the false and the missed gaps that each would give."""


class Controls(Struct, frozen=True):
    """Shares of questions that would be called answered by articles that cannot answer them."""

    shuffled: Interval | None  # sentences and titles dealt out anew; None where not measured
    foreign: Interval | None  # texts about something else; None where not measured
    questions: int  # that both rest on
    reasons: tuple[str, ...] = ()  # why one of them was not measured


class ScoreBin(Struct, frozen=True):
    """Questions whose scores lie between two bounds, the lower one included."""

    low: float
    high: float
    answered: int
    open: int


class Cut(Struct, frozen=True):
    """What a threshold would give.

    Precision and recall are of a trial with as many groups that have their article as groups whose
    article was taken away, and lower bounds: of the former some are gaps all the same, and for some
    of the latter another article answers.
    """

    threshold: float
    answered: int  # questions
    open: int  # questions
    gaps: int
    precision: float | None
    """Share of groups called gaps that are gaps, 0 to 1; None where not tried or without any."""
    recall: float | None  # share of gaps that are called so, 0 to 1; None where not tried


class Scores(Struct, frozen=True):
    """How sure it is that articles answer questions, and what other thresholds would give."""

    bins: tuple[ScoreBin, ...]  # from 0 to 1
    cuts: tuple[Cut, ...]  # by threshold; the one in use is among them


class GapReport(Struct, frozen=True):
    """Everything that ``find_gaps`` found out."""

    gaps: tuple[Gap, ...]  # those that leave the most people without an answer first
    clusters: tuple[Cluster, ...]  # all groups, the answered ones too
    matches: tuple[QuestionMatch, ...]  # one per question, in the order of the input
    coverage: Interval  # share of all times asked that an article answers, 0 to 1
    ungrouped: tuple[str, ...]  # ids of questions too unlike all others to be grouped
    unmatchable: tuple[str, ...]  # ids of questions without a single word to match
    threshold: float  # score from which a match counts as an answer
    threshold_basis: str  # how the threshold was found, for the report
    warnings: tuple[str, ...] = ()  # why the figures should be read with care
    unanswered: tuple[Unanswered, ...] = ()  # found, but not answered; most people first
    contradictions: tuple[Contradiction, ...] = ()  # those first that most questions find
    confusable: tuple[Confusable, ...] = ()  # most people first
    compared: Compared | None = None  # None where nothing was compared
    copies: tuple[Copy, ...] = ()  # largest share first
    advice: tuple[Advice, ...] = ()  # most questions first
    calibration: Calibration | None = None  # None below the data that it needs
    controls: Controls | None = None  # None where switched off or nothing was matched
    cost_basis: CostBasis | None = None  # None where nothing was matched
    scores: Scores | None = None  # None where nothing was matched
    unquoted: tuple[str, ...] = ()  # ids of groups that too few people asked to be quoted
    min_askers: int = 3  # people who must ask before a group is a gap
