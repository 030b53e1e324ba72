"""Why a question had better be no test that kbtool writes by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from kbtool.language.asked_types import asks_whether, find_asked_type
from kbtool.language.asking_words import asking_words
from kbtool.language.pressing import empty_words
from kbtool.matching.faults.answering import JUDGED
from kbtool.matching.faults.holdings import Holdings, holds
from kbtool.matching.judging.survey import read_log
from kbtool.matching.search.passages import read_article
from kbtool.matching.text.misspelling import Spellings
from kbtool.matching.text.tokens import Tokenizer
from kbtool.model import Article, Cluster, Fact, GapReport, KnowledgeBase, Match, Question
from kbtool.patterns import lazy_pattern

# Each bar costs tests that would be right and keeps out wrong ones, so a file is short and sure: of
# 600 questions a set, right seeds with all bars and with none are 1.000 and .988 on stackfaq, .971
# and .941 on banking77, 1.000 and .964 on hwu64: `python -m benchmarks.cutoffs.seeds`,
# benchmarks/cutoffs.md. The first alone makes no difference there, where no article is missing.
_AGREED = 2 / 3  # share of a group's questions that must find its article
_HELD = 0.5  # share of a question's words above which the article must hold them
_JUDGED = JUDGED - {Fact.STEPS}  # how to do a thing is told in too many ways
_YEAR = lazy_pattern(r"(?<!\w)(?:19|20)\d\d(?!\w)")


class Doubt(StrEnum):
    """Why a question is no test; the words go on from the number of such questions."""

    BLOCKED = "of articles that are blocked or unfinished"
    OVERDUE = "of articles whose review is overdue or that name a day long past"
    YEAR = "of another year than the article is"
    MIXED = "of groups whose questions find different articles"
    FACT = "that ask for a fact which the article does not give"
    WORDS = "of whose words the article lacks half or more"
    MISSPELT = "with a misspelt word"
    UNSURE = "that a bot would answer, but is not sure enough of"


class _Read(Struct, frozen=True):
    """An article with its words."""

    article: Article
    stems: frozenset[str]
    years: frozenset[str]
    title_years: frozenset[str]


class Doubter:
    """Finds doubts about questions of one report. Keeps what it has read of articles."""

    def __init__(
        self,
        kb: KnowledgeBase,
        report: GapReport,
        questions: Sequence[Question],
        unfit: Mapping[str, Doubt],
    ) -> None:
        """Take the whole log, which tells slips from words, and articles that are unfit, by id."""
        self._kb, self._unfit = kb, unfit
        self._best = {match.question: match.best for match in report.matches}
        log = read_log(kb, questions, bare=True)
        self._tokenizer = log.tokenizer
        self._spellings = Spellings(
            log.asked, [log.tokenizer.doc(_text(article)) for article in kb.articles]
        )
        self._holdings = Holdings()
        self._tokenizers: dict[str, Tokenizer] = {}
        self._read: dict[str, _Read] = {}

    def is_mixed(self, cluster: Cluster) -> bool:
        """Whether too few questions of a group find the article that answers it."""
        nearest = cluster.nearest.article if cluster.nearest else ""
        found = [best.article if (best := self._best.get(q)) else "" for q in cluster.questions]
        return found.count(nearest) < _AGREED * len(found)

    def is_misspelt(self, text: str) -> bool:
        """Whether a text holds a slip."""
        return self._spellings.has_slip(self._tokenizer.doc(text))

    def doubt(self, question: Question, article: str, *, linked: bool) -> Doubt | None:
        """What speaks against a question as a test of an article, which agents may have linked."""
        if article in self._unfit:
            return self._unfit[article]
        read, text = self._take(article), question.text
        if self._is_of_another_year(read, text):
            return Doubt.YEAR
        if self.is_misspelt(text):
            return Doubt.MISSPELT
        if self._lacks_fact(read, text, self._best.get(question.id)):
            return Doubt.FACT
        return Doubt.WORDS if not linked and self._lacks_words(read, text) else None

    def stems(self, text: str, locale: str) -> frozenset[str]:
        """Stems of a text's content words."""
        if locale not in self._tokenizers:
            self._tokenizers[locale] = Tokenizer(locale)
        return self._tokenizers[locale].doc(text).stems

    def _take(self, name: str) -> _Read:
        if name not in self._read:
            article = self._kb.by_id[name][0]
            text = _text(article)
            title = article.title.text if article.title else ""
            self._read[name] = _Read(
                article, self.stems(text, article.locale), _years(text), _years(title)
            )
        return self._read[name]

    def _is_of_another_year(self, read: _Read, text: str) -> bool:
        """Whether one names a year that the other does not."""
        years = _years(text)
        return not years <= read.years or (bool(read.title_years) and not years & read.title_years)

    def _lacks_fact(self, read: _Read, text: str, found: Match | None) -> bool:
        """Whether a text asks for a kind of fact that no part of the article in question gives."""
        locale = read.article.locale
        asked = find_asked_type(text, locale)
        if not asked or asked not in _JUDGED or asks_whether(text, locale):
            return False
        own = found is not None and found.article == read.article.id
        paths = [found.passage] if found and own else []
        return not holds(self._holdings.find_relevant(read.article, [text], paths), asked)

    def _lacks_words(self, read: _Read, text: str) -> bool:
        """Whether the article lacks half or more of what a text is about."""
        locale = read.article.locale
        empty = self.stems(f"{asking_words(locale)} {' '.join(empty_words(locale))}", locale)
        words = self.stems(text, locale) - empty
        return len(words & read.stems) <= _HELD * len(words)


def _text(article: Article) -> str:
    read = read_article(article)
    texts = (read.title, read.headings, read.aliases, *(one.text for one in read.passages))
    return "\n".join(texts)


def _years(text: str) -> frozenset[str]:
    return frozenset(_YEAR.findall(text))
