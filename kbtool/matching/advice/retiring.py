"""Articles that answer nobody and that have another sign of not being needed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from kbtool.language.locales import language_of
from kbtool.matching.judging.survey import main_locale
from kbtool.matching.search.index import ArticleDocs
from kbtool.matching.search.matcher import Matcher
from kbtool.matching.text.tokens import Doc
from kbtool.model import Action, Advice, Article, KnowledgeBase, Question, QuestionMatch

_FEWEST = 100  # questions in an article's language; fewer say nothing of what nobody asks
_STALE = 365  # days since anybody looked after it
_DATES = ("reviewed", "last_reviewed", "updated_at", "edited_at")
_COMPARED = 1000  # articles that are compared with all others, 1 ms each
_TWIN = 0.7  # share of two articles' words that both hold, from which one would do


def find_retirable(
    kb: KnowledgeBase,
    matcher: Matcher,
    questions: Sequence[Question],
    matches: Sequence[QuestionMatch],
) -> Iterator[Advice]:
    """Articles that answer no question, and that nobody views, looks after or needs beside a twin.

    Views and dates are those of the front matter, where it has them: views that are known and not
    0 keep an old article.
    """
    main = main_locale(kb)
    asked = Counter(language_of(one.locale or main) for one in questions)
    found = {match.best.article for match in matches if match.best and match.answered}
    found |= {article for question in questions for article in question.resolved_by}
    idle = [
        article
        for article in sorted(kb.articles, key=lambda one: (one.id, one.path))
        if article.id not in found and asked[language_of(article.locale)] >= _FEWEST
    ]
    own = {article.id: list(_signs(article, kb.today)) for article in idle}
    nearest = Counter(match.best.article for match in matches if match.best)
    idle_first = sorted(idle, key=lambda one: (nearest[one.id], _last_day(one) or date.max, one.id))
    gone = {article for article, signs in own.items() if signs}
    twins = _keep_one(_find_twins(idle_first[:_COMPARED], matcher), gone)
    for article in idle:
        number = asked[language_of(article.locale)]
        signs = [*own[article.id], *_say_twin(twins.get(article.id))]
        if signs:
            why = f"It answers none of {number:,} questions; {', '.join(signs)}."
            title = article.title.text if article.title else article.id
            yield Advice(article.id, title, Action.RETIRE, why)


def _signs(article: Article, today: date) -> Iterator[str]:
    values = article.front_matter.values
    views = values.get("views")
    is_counted = isinstance(views, int) and not isinstance(views, bool)
    if is_counted and views == 0:
        yield "nobody viewed it"
    day = _last_day(article)
    if day and (today - day).days > _STALE and not (is_counted and views):
        yield f"nobody has looked after it since {day.isoformat()}"


def _last_day(article: Article) -> date | None:
    """When somebody last looked after it, None where its front matter does not say."""
    values = article.front_matter.values
    return next((day for key in _DATES if (day := _read_day(values.get(key)))), None)


def _read_day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, str):
        try:
            return date.fromisoformat(value.strip()[:10])
        except ValueError:
            return None
    return value if isinstance(value, date) else None


class _Twin(NamedTuple):
    """An article that says nearly the same as another."""

    id: str
    title: str


def _say_twin(twin: _Twin | None) -> Iterator[str]:
    if twin:
        yield f"“{twin.title}” says nearly the same"


def _keep_one(twins: Mapping[str, Sequence[_Twin]], gone: Collection[str]) -> dict[str, _Twin]:
    """The twin that stays in place of each article; of articles like each other the last stays.

    An article that is ``gone`` for another reason takes the place of none.
    """
    found: dict[str, _Twin] = {}
    kept: set[str] = set()
    for article, near in twins.items():
        staying = (twin for twin in near if twin.id not in gone and twin.id not in found)
        if article not in kept and (twin := next(staying, None)):
            found[article] = twin
            kept.add(twin.id)
    return found


def _find_twins(articles: Sequence[Article], matcher: Matcher) -> dict[str, list[_Twin]]:
    """By id, in order, the other articles that say nearly the same."""
    places = {text.id: at for at, text in enumerate(matcher.texts)}
    own = [places[article.id] for article in articles if article.id in places]
    return {
        matcher.texts[at].id: [
            _Twin(matcher.texts[other].id, matcher.texts[other].title)
            for other in alike
            if _are_twins(matcher.docs[at], matcher.docs[other])
        ]
        for at, alike in zip(own, matcher.find_alike(own), strict=True)
    }


def _are_twins(one: ArticleDocs, other: ArticleDocs) -> bool:
    """Whether two articles hold nearly the same words, and not each a name of its own."""
    both, all_ = one.whole.stems & other.whole.stems, one.whole.stems | other.whole.stems
    if not len(both) >= _TWIN * len(all_) > 0:
        return False
    names, theirs = _telling(one.name), _telling(other.name)
    return names <= theirs or theirs <= names


def _telling(title: Doc) -> set[str]:
    """Content words and numbers: what tells two products or releases apart."""
    return {one.stem for one in title.tokens if one.content or one.folded[0].isdecimal()}
