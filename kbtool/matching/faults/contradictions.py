"""Passages that give different numbers, durations or amounts for the same thing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from kbtool.language.quantities import Quantity
from kbtool.matching.faults.claims import Statement, read_statements
from kbtool.matching.text.tokens import Tokenizer
from kbtool.model import Compared, Contradiction, KnowledgeBase, QuestionMatch

_TOLERANCE = 1.1  # a month and four weeks are not at odds
_MOST_SHARING = 60  # statements with a word in common that are compared in pairs
_ALIKE = 0.6  # share of two sentences' words that both hold, where one word differs
# What sets customers, plans and times apart: a title or heading that says so holds for all below.
_SCOPES = frozenset(
    "standard express premium plus pro basic free paid trial busi person privat compani team "
    "student child adult minor domest intern abroad foreign local weekday weekend holiday virtual "
    "physic spare debit credit month year annual daili mobil web".split()
)
# In a sentence also kinds of one thing and stages of one process: what is true of one is not true
# of the other.
_KINDS = _SCOPES | frozenset(
    "card cash chequ bank transfer app email phone chat first second third next last new old week "
    "minimum maximum big larg small short long urgent process review check send ship dispatch post "
    "answer repli prepar approv cancel reject open close expir remov delet return fail pend".split()
)
_SURE = 4  # words that both hold, so that only one has to say from when time is counted
_RARE = 3  # statements; a word that no more hold says by itself what they are about


class Weighed(Struct, frozen=True):
    """Claims that cannot both be true, and what was looked at."""

    contradictions: tuple[Contradiction, ...]  # first those that most questions find
    compared: Compared


def find_contradictions(
    kb: KnowledgeBase, matches: Sequence[QuestionMatch], *, everywhere: bool = False
) -> tuple[Contradiction, ...]:
    """Claims that cannot both be true; first those that most questions find."""
    return weigh_claims(kb, matches, everywhere=everywhere).contradictions


def weigh_claims(
    kb: KnowledgeBase, matches: Sequence[QuestionMatch], *, everywhere: bool = False
) -> Weighed:
    """Claims that cannot both be true, and how many could be compared at all.

    Where there are questions, only articles that one of them finds are read, unless ``everywhere``.
    """
    everywhere = everywhere or not matches
    asked = {match.best.article for match in matches if match.best}
    tokenizers = {locale: Tokenizer(locale) for locale in {a.locale for a in kb.articles}}
    statements = [
        statement
        for article in kb.articles
        if everywhere or article.id in asked
        for statement in read_statements(article, tokenizers[article.locale])
    ]
    clusters = _clusters_of(matches)
    places = _questions_at(matches)
    counts = Counter(stem for statement in statements for stem in statement.about)
    rare = frozenset(stem for stem, count in counts.items() if count <= _RARE)
    alike = [
        (at, with_)
        for at, with_ in _pairs(statements)
        if _mean_the_same(statements[at], statements[with_], clusters, rare)
    ]
    found = [
        _describe(statements[at], statements[with_], places)
        for at, with_ in alike
        if _are_at_odds(statements[at].quantity, statements[with_].quantity)
    ]
    return Weighed(
        tuple(sorted(found, key=lambda item: (-len(item.questions), _key(item)))),
        Compared(len(statements), len({at for pair in alike for at in pair})),
    )


def _pairs(statements: Sequence[Statement]) -> list[tuple[int, int]]:
    """Places of statements of the same kind that share a word, each pair once."""
    sharing: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, own in enumerate(statements):
        for stem in own.about:
            sharing[own.locale, own.quantity.fact, own.unit, stem].append(at)
    seen: set[tuple[int, int]] = set()
    for _, group in sorted(sharing.items()):
        if len(group) <= _MOST_SHARING:
            seen.update(combinations(group, 2))
    return sorted(seen)


def _are_at_odds(one: Quantity, other: Quantity) -> bool:
    """Whether no value agrees with both; two upper bounds, or two lower ones, must be the same."""
    low, high = sorted((one, other), key=lambda quantity: (quantity.low, quantity.high))
    if high.low <= low.high * _TOLERANCE:
        return False
    return not (low.bound == "at least" != high.bound or high.bound == "at most" != low.bound)


def _mean_the_same(
    one: Statement,
    other: Statement,
    clusters: Mapping[str, frozenset[str]],
    rare: frozenset[str],
) -> bool:
    """Whether two statements are about the same thing, under the same conditions."""
    shared, apart = one.about & other.about, one.about ^ other.about
    special = (one.places | one.names | other.places | other.names) & apart
    if len(shared) >= _SURE:
        special -= _only_start(one, other) | _only_start(other, one)
    if special or _KINDS & apart or _SCOPES & (one.scope ^ other.scope):
        return False
    only = apart - ((one.topic | one.heading) & (other.topic | other.heading))
    if len(shared) > 1:
        return not only or (len(only) == 1 and len(shared) >= _ALIKE * (len(shared) + 1))
    told = rare | one.topic | other.topic
    return not only and shared <= told and _serve_the_same(one, other, clusters)


def _only_start(one: Statement, other: Statement) -> frozenset[str]:
    """From when a statement counts time, if that is all that it says and the other does not."""
    return one.starts - one.names if one.about - other.about <= one.starts else frozenset()


def _serve_the_same(
    one: Statement, other: Statement, clusters: Mapping[str, frozenset[str]]
) -> bool:
    """Whether questions of one group find both articles, or the two have nearly the same title."""
    if one.claim.article == other.claim.article:
        return True
    none: frozenset[str] = frozenset()
    if clusters.get(one.claim.article, none) & clusters.get(other.claim.article, none):
        return True
    return 2 * len(one.topic & other.topic) >= len(one.topic | other.topic)


def _clusters_of(matches: Iterable[QuestionMatch]) -> dict[str, frozenset[str]]:
    """Groups of questions by the article that they find."""
    found: dict[str, set[str]] = defaultdict(set)
    for match in matches:
        if match.best and match.cluster:
            found[match.best.article].add(match.cluster)
    return {article: frozenset(groups) for article, groups in found.items()}


def _questions_at(matches: Iterable[QuestionMatch]) -> dict[tuple[str, tuple[str, ...]], list[str]]:
    """Questions by the passage that they find."""
    found: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    for match in matches:
        if match.best:
            found[match.best.article, match.best.passage].append(match.question)
    return found


def _describe(
    one: Statement,
    other: Statement,
    places: Mapping[tuple[str, tuple[str, ...]], Sequence[str]],
) -> Contradiction:
    first, second = sorted((one, other), key=lambda own: (own.claim.article, own.order))
    ids = dict.fromkeys(
        question
        for own in (first, second)
        for question in places.get((own.claim.article, own.claim.passage), ())
    )
    return Contradiction(
        one.quantity.fact,
        tuple(sorted(one.about & other.about)),
        (first.claim, second.claim),
        tuple(ids),
    )


def _key(item: Contradiction) -> tuple[str, ...]:
    one, other = item.claims
    return (one.article, other.article, one.sentence, other.sentence)
