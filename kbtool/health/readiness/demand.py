"""What questions show about all articles: K01, K02, K04, K05, K06, K08, K12."""

from __future__ import annotations

import posixpath
from collections import defaultdict

from kbtool.health.readiness.answers import Answer, agree, count, no, quote, unmeasured, yes
from kbtool.health.readiness.lexicon import CODE, ERROR
from kbtool.health.readiness.seen import Seen, SeenAll
from kbtool.matching.text.asked import count_askers
from kbtool.matching.trust.minimums import find_lack
from kbtool.model import Article, Compared, Confusable, Question, count_askings

_COVERED = 0.8
_STALE = 365  # days
_MOST_ASKED = 10  # articles
_CATEGORY_KEYS = ("section", "category", "collection")
_CODES = 5
_LITTLE = "too little for a share"
_NO_QUESTIONS = "there are no questions"


def covers_questions(seen: SeenAll) -> Answer:
    """Articles answer four fifths of the questions, the interval beyond doubt."""
    if not seen.questions:
        return unmeasured(_NO_QUESTIONS)
    if find_lack(len(seen.questions), len(seen.articles)):
        known = [one for one in seen.report.matches if one.question not in seen.report.unmatchable]
        number = sum(one.answered for one in known)
        return unmeasured(f"{number:,} of {count(len(known), 'question')} are answered: {_LITTLE}")
    share = seen.report.coverage
    what = "questions" if count_askings(seen.questions) is None else "askings"
    said = f"{share.value:.0%} of {what} ({share.low:.0%} to {share.high:.0%}) are answered"
    if share.low >= _COVERED:
        return yes(f"{said}, at least {_COVERED:.0%}")
    if share.high < _COVERED:
        return no(f"{said}, fewer than {_COVERED:.0%}")
    return unmeasured(f"{said}: too few questions to tell whether {_COVERED:.0%} are")


def answers_what_is_found(seen: SeenAll) -> Answer:
    """No article that questions find lacks the kind of fact that they ask for."""
    if not seen.questions:
        return unmeasured(_NO_QUESTIONS)
    lacking = seen.report.unanswered
    if not lacking:
        return yes("no article that is found lacks what its questions ask for")
    first = lacking[0]
    people = sum(item.askers for item in lacking)
    return no(
        f"{count(people, 'person', 'people')} found an article without what they asked; "
        f"first {quote(first.title)}: {first.asks.lack}"
    )


def has_no_contradictions(seen: SeenAll) -> Answer:
    """No two sentences of the articles give different values for one thing."""
    if not seen.articles:
        return unmeasured("there are no articles")
    if not seen.questions:
        return unmeasured(_NO_QUESTIONS)
    found = seen.report.contradictions
    if not found:
        return _tell_of_compared(seen.report.compared)
    one, other = found[0].claims
    return no(
        f"{count(len(found), 'contradiction')}; first {quote(one.title)} says {quote(one.value)} "
        f"and {quote(other.title)} says {quote(other.value)}"
    )


def _tell_of_compared(compared: Compared | None) -> Answer:
    """Nothing at odds: says little where few sentences have the like, and nothing without any."""
    if compared is None:
        return unmeasured("no sentences were compared")
    if not compared.statements:
        return unmeasured("no sentence that could be compared gives a number")
    read = f"{count(compared.statements, 'sentence')} with a number in articles that are found"
    if not compared.alike:
        return unmeasured(f"of {read}, none could be seen to be about the same thing as another")
    verb = agree(compared.alike, "is", "are")
    return yes(f"of {read}, {compared.alike} {verb} about the same thing as another, and all agree")


def tells_articles_apart(seen: SeenAll) -> Answer:
    """No two articles take questions from each other."""
    if not seen.questions:
        return unmeasured(_NO_QUESTIONS)
    pairs = seen.report.confusable
    if not pairs:
        return yes("no two articles take questions from each other")
    verb = agree(len(pairs), "shares", "share")
    return no(f"{count(len(pairs), 'pair')} of articles {verb} questions; first {_name(pairs[0])}")


def keeps_categories_apart(seen: SeenAll) -> Answer:
    """No two articles that take questions from each other lie in different categories."""
    if not seen.questions:
        return unmeasured(_NO_QUESTIONS)
    categories = {s.article.id: _category(s.article) for s in seen.articles.values()}
    if len(set(categories.values())) < 2:
        return unmeasured("the articles lie in one category")
    apart = [
        pair
        for pair in seen.report.confusable
        if len({categories.get(name) for name in pair.articles}) > 1
    ]
    if not apart:
        return yes(f"no questions lie between the {len(set(categories.values()))} categories")
    verb = agree(len(apart), "shares", "share")
    names = " and ".join(quote(categories.get(name, "")) for name in apart[0].articles)
    return no(
        f"{count(len(apart), 'pair')} of articles {verb} questions across categories; "
        f"first {names}: {_name(apart[0])}"
    )


def is_fresh_where_asked(seen: SeenAll) -> Answer:
    """None of the articles that most people ask for was last reviewed over a year ago."""
    asked = sorted(
        (one for one in seen.articles.values() if one.demand),
        key=lambda one: (-one.demand, one.article.path),
    )[:_MOST_ASKED]
    dated = [one for one in asked if one.age is not None]
    if not dated:
        return unmeasured("no article that people ask for has a date of review")
    stale = [one for one in dated if one.age is not None and one.age > _STALE]
    if stale:
        return no(
            f"reviewed more than a year ago: {len(stale)} of the {count(len(asked), 'article')} "
            f"most asked for; first {_ask(stale[0])}"
        )
    if len(dated) < len(asked):
        missing = len(asked) - len(dated)
        return unmeasured(f"{missing} of the {len(asked)} articles most asked for have no date")
    return yes(f"the {count(len(asked), 'article')} most asked for were reviewed within a year")


def covers_error_codes(seen: SeenAll) -> Answer:
    """Every code of an error that enough people wrote stands in an article."""
    shown = [question for question in seen.questions if question.text]
    if not shown:
        return unmeasured("no question may be quoted" if seen.questions else _NO_QUESTIONS)
    asked: dict[str, list[Question]] = defaultdict(list)
    for question in shown:
        if any(words.search(question.text) for words in ERROR.values()):
            for match in CODE.finditer(question.text):
                asked[(match[1] or match[0]).casefold()].append(question)
    least = seen.basis.min_people
    codes = {code for code, group in asked.items() if count_askers(group) >= least}
    if not codes:
        return unmeasured(f"no code of an error was asked by {least} people or more")
    missing = sorted(code for code in codes if not _is_held(code, seen))
    if missing:
        verb = agree(len(missing), "stands", "stand")
        first = ", ".join(quote(code) for code in missing[:_CODES])
        return no(f"{len(missing)} of {count(len(codes), 'code')} {verb} in no article: {first}")
    return yes(f"each of {count(len(codes), 'code')} that people write stands in an article")


def _is_held(code: str, seen: SeenAll) -> bool:
    return any(code in one.article.source.text.casefold() for one in seen.articles.values())


def _name(pair: Confusable) -> str:
    return f"{quote(pair.titles[0])} and {quote(pair.titles[1])}"


def _ask(one: Seen) -> str:
    return f"{quote(one.title)} ({count(one.demand, 'person', 'people')}, {one.age:,} days)"


def _category(article: Article) -> str:
    """Category that the front matter names, else the folder."""
    values = article.front_matter.values
    named = next((str(values[key]) for key in _CATEGORY_KEYS if values.get(key)), "")
    return named or posixpath.basename(posixpath.dirname(article.path))
