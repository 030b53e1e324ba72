"""Articles that answer nobody and that have another sign of not being needed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from kbtool.language.locales import language_of
from kbtool.matching.judging.survey import main_locale
from kbtool.matching.search.matcher import Matcher
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
    twins = _find_twins(idle[:_COMPARED], matcher)
    for article in idle:
        number = asked[language_of(article.locale)]
        signs = [*_signs(article, kb.today), *twins.get(article.id, ())]
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
    day = next((day for key in _DATES if (day := _read_day(values.get(key)))), None)
    if day and (today - day).days > _STALE and not (is_counted and views):
        yield f"nobody has looked after it since {day.isoformat()}"


def _read_day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, str):
        try:
            return date.fromisoformat(value.strip()[:10])
        except ValueError:
            return None
    return value if isinstance(value, date) else None


def _find_twins(articles: Sequence[Article], matcher: Matcher) -> dict[str, list[str]]:
    """By id, that another article says nearly the same, where one does."""
    places = {text.id: at for at, text in enumerate(matcher.texts)}
    own = [places[article.id] for article in articles if article.id in places]
    found: dict[str, list[str]] = {}
    for at, alike in zip(own, matcher.find_alike(own), strict=True):
        stems = matcher.docs[at].whole.stems
        for other in alike:
            theirs = matcher.docs[other].whole.stems
            if len(stems & theirs) >= _TWIN * len(stems | theirs) > 0:
                said = f"“{matcher.texts[other].title}” says nearly the same"
                found.setdefault(matcher.texts[at].id, [said])
    return found
