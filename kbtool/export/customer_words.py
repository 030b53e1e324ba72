"""The words that customers ask in, by the article that answers them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import islice
from typing import NamedTuple

from kbtool.articles.publishing import find_labels
from kbtool.export.values import CustomerWord, WordOptions, WordsOfArticle
from kbtool.export.wording import Wording
from kbtool.language.locales import language_of
from kbtool.language.stopwords import stop_words
from kbtool.matching.text.asked import count_askers
from kbtool.matching.text.tokens import Tokenizer
from kbtool.model import Article, GapReport, KnowledgeBase, Question
from kbtool.parse.addresses import find_emails, find_urls
from kbtool.patterns import lazy_pattern

_WORD = lazy_pattern(r"[^\W_]+(?:'[^\W\d_]{1,3})?")
_LETTERS = lazy_pattern(r"[^\W\d_]{2}")
_MASK = lazy_pattern(
    r"[\[<{][A-Za-z][A-Za-z0-9 _-]{1,29}[\]>}]"
)  # what stands for personal data: [email]
# Words of a moment and of telling: benchmarks/labels.py lost nothing without those in English.
# "new" and "work" are none of them: without "new", search lost what "activate your new card" adds.
_PASSING = {
    "en": """ago currently later mean means meant next notice noticed recently said says saying
        soon today tomorrow tonight yesterday""",
    "de": """bald derzeit gestern heute kürzlich momentan morgen nächste nächsten nächster neulich
        sagt später""",
    "fr": "actuellement aujourd'hui bientôt demain dit hier prochain prochaine récemment",
    "es": "actualmente ayer dice hoy mañana próxima próximo pronto recientemente",
}
_SHORTEST = 3  # characters, unless the script needs fewer
_LONGEST = 40


class Asking(NamedTuple):
    """A question that an article answers, and its telling words."""

    article: str  # id
    question: Question
    words: frozenset[str]


def read_askings(
    report: GapReport, questions: Iterable[Question], kb: KnowledgeBase
) -> Iterator[Asking]:
    """Every answered question with its article, in the order of the report.

    Function words, numbers, addresses and what stands for masked data are no telling words.
    """
    by_id = {question.id: question for question in questions}
    for match in report.matches:
        question = by_id.get(match.question)
        if match.answered and match.best and question:
            article = match.best.article
            yield Asking(article, question, _telling_words(question.text, _locale(article, kb)))


def find_customer_words(
    report: GapReport,
    questions: Iterable[Question],
    kb: KnowledgeBase,
    options: WordOptions | None = None,
) -> tuple[WordsOfArticle, ...]:
    """Words that articles lack in title, headings and labels, in order of the articles' ids.

    Articles that lack none are left out. A word counts once for each person, in all its forms.
    """
    options = options or WordOptions()
    tokenizers = {locale: Tokenizer(locale) for locale in {a.locale for a in kb.articles}}
    uses = _Uses()
    for asking in read_askings(report, questions, kb):
        uses.add(asking, tokenizers[_locale(asking.article, kb)])
    found = (
        _lacking(kb.by_id[article], uses, tokenizers, options)
        for article in sorted(uses.of_article)
    )
    return tuple(words for words in found if words.words)


class _Uses:
    """Who used which word for which article."""

    def __init__(self) -> None:
        self.of_article: dict[str, list[Question]] = defaultdict(list)
        self.of_word: dict[str, list[Question]] = defaultdict(list)
        self.of_both: dict[str, dict[str, list[Question]]] = defaultdict(lambda: defaultdict(list))
        self.forms: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)

    def add(self, asking: Asking, tokenizer: Tokenizer) -> None:
        """Add a question; forms of one word in it count once."""
        self.of_article[asking.article].append(asking.question)
        forms = defaultdict(list)
        for word in sorted(asking.words):
            forms[_stem(word, tokenizer)].append(word)
        for stem, words in forms.items():
            self.of_word[stem].append(asking.question)
            self.of_both[asking.article][stem].append(asking.question)
            self.forms[asking.article, stem].update(words)

    @cached_property
    def people(self) -> int:
        """People whose question an article answers."""
        return count_askers(question for group in self.of_article.values() for question in group)

    @cached_property
    def users(self) -> dict[str, int]:
        """People who use each word, for whatever article."""
        return {stem: count_askers(group) for stem, group in self.of_word.items()}

    def words_for(self, article: str, present: Container[str], least: int) -> list[CustomerWord]:
        """Words of at least ``least`` people that are not ``present``, those of most first."""
        people = count_askers(self.of_article[article])
        words = []
        for stem, questions in self.of_both[article].items():
            users = count_askers(questions)
            if stem not in present and users >= least:
                lift = users / people / (self.users[stem] / self.people)
                form = _commonest(self.forms[article, stem])
                share = users / self.users[stem]
                words.append(CustomerWord(form, users, round(lift, 2), round(share, 3)))
        return sorted(words, key=lambda word: (-word.people, -word.lift, word.word))


def _lacking(
    versions: Sequence[Article],
    uses: _Uses,
    tokenizers: Mapping[str, Tokenizer],
    options: WordOptions,
) -> WordsOfArticle:
    """Words for one article, whose versions in several languages count together."""
    present = {stem for one in versions for stem in _present(one, tokenizers[one.locale])}
    first = versions[0]
    words = uses.words_for(first.id, present, options.min_people)
    told = (
        word for word in words if word.lift >= options.min_lift and word.share >= options.min_share
    )
    title = Wording(first).read_title()
    return WordsOfArticle(
        article=first.id,
        title=title or first.id,
        labels=tuple(dict.fromkeys(label for one in versions for label in find_labels(one))),
        people=count_askers(uses.of_article[first.id]),
        words=tuple(islice(told, options.most)),
    )


def _present(article: Article, tokenizer: Tokenizer) -> Iterator[str]:
    """Stems of what a search looks at first."""
    texts = [heading.text for heading in article.headings]
    texts += [article.title.text] if article.title else []
    for text in (*texts, *find_labels(article)):
        for word in _WORD.findall(_fold(text)):
            yield _stem(word, tokenizer)


def _telling_words(text: str, locale: str) -> frozenset[str]:
    plain = _fold(_without_addresses(text))
    ignored = stop_words(language_of(locale)) | _passing_words(language_of(locale))
    return frozenset(word for word in _WORD.findall(plain) if _is_telling(word)) - ignored


@cache
def _passing_words(language: str) -> frozenset[str]:
    return frozenset(_PASSING.get(language, "").split())


def _is_telling(word: str) -> bool:
    """Whether it is a word and not a number, an id or a single letter."""
    letters = sum(sign.isalpha() for sign in word)
    short = len(word) < _SHORTEST and word.isascii()
    fits = not short and len(word) <= _LONGEST
    return fits and bool(_LETTERS.search(word)) and 2 * letters > len(word)


def _without_addresses(text: str) -> str:
    """The text with a space for each address and mask."""
    pieces, at = [], 0
    for start, end in sorted((*find_emails(text), *find_urls(text))):
        pieces.append(text[at : max(at, start)])
        at = max(at, end)
    return _MASK.sub(" ", " ".join((*pieces, text[at:])))


def _fold(text: str) -> str:
    return text.casefold().replace("’", "'")


def _stem(word: str, tokenizer: Tokenizer) -> str:
    """What a word is compared by; several pieces in scripts without spaces."""
    return " ".join(token.stem for token in tokenizer.doc(word).tokens)


def _commonest(forms: Counter[str]) -> str:
    return min(forms, key=lambda form: (-forms[form], len(form), form))


def _locale(article: str, kb: KnowledgeBase) -> str:
    versions = kb.by_id.get(article)
    return versions[0].locale if versions else "en"
