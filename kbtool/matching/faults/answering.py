"""Articles that questions find by their words, and that lack the kind of fact they ask for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from kbtool.language.asked_types import find_asked_type
from kbtool.language.held_facts import held_by_blocks
from kbtool.language.quantities import find_quantities
from kbtool.language.vague_facts import find_vague
from kbtool.matching.text.asked import count_askers
from kbtool.matching.text.tokens import Tokenizer
from kbtool.model import (
    Article,
    Fact,
    KnowledgeBase,
    Match,
    Question,
    QuestionMatch,
    Section,
    Unanswered,
)

_LEAST_SHARE = 0.1  # of the questions that an article answers by its words
_COMMON = 1 / 3  # share of these questions that must hold a word for it to be what they ask about
# Money can be a limit, and who tells how to do a thing says that it can be done.
_ALSO = {Fact.LIMIT: {Fact.AMOUNT}, Fact.ANSWER: {Fact.STEPS}}

# A cause shows in too many ways for its lack to be sure: half of those reported were there.
_JUDGED = frozenset(Fact) - {Fact.CAUSE}


class _Found(Struct, frozen=True):
    """Questions that ask one article for one kind of fact, the best match first."""

    article: Article
    fact: Fact
    questions: Sequence[Question]
    paths: Sequence[tuple[str, ...]]  # heading path that each of them found


def find_unanswered(
    kb: KnowledgeBase,
    questions: Sequence[Question],
    matches: Sequence[QuestionMatch],
    threshold: float,
    least: int,
) -> tuple[Unanswered, ...]:
    """Articles that at least ``least`` people find and that lack what they ask; most people first.

    Only questions count that reach ``threshold`` when taken alone: on doubtful matches nothing
    can be built. Facts are looked for in the sections that the questions find, and in all
    others that share what the questions are about.
    """
    answered = [
        match
        for match in matches
        if match.answered and match.best and match.best.score >= threshold
    ]
    totals = Counter(match.best.article for match in answered if match.best)
    found = []
    for group in _gather(kb, questions, answered):
        askers = count_askers(group.questions)
        share = len(group.questions) / totals[group.article.id]
        if askers >= least and share >= _LEAST_SHARE:
            sections = _relevant_sections(group)
            if not _holds(group, sections):
                found.append(_describe(group, sections, askers, share))
    return tuple(sorted(found, key=lambda item: (-item.askers, item.article, item.asks)))


def _gather(
    kb: KnowledgeBase, questions: Sequence[Question], matches: Sequence[QuestionMatch]
) -> Iterator[_Found]:
    by_id = {question.id: question for question in questions}
    articles = {article.id: article for article in reversed(kb.articles)}
    groups: dict[tuple[str, Fact], list[QuestionMatch]] = defaultdict(list)
    names = _Names()
    for match in matches:
        if match.best and match.best.article in articles:
            locale = articles[match.best.article].locale
            text = by_id[match.question].text
            fact = find_asked_type(text, locale)
            if fact in _JUDGED and names.shared(text, match.best, locale):
                groups[match.best.article, fact].append(match)
    for (article, fact), group in sorted(groups.items()):
        group.sort(
            key=lambda match: (
                -(match.best.score if match.best else 0.0),
                match.question,
            )
        )
        yield _Found(
            articles[article],
            fact,
            [by_id[match.question] for match in group],
            [match.best.passage for match in group if match.best],
        )


class _Names:
    """Words of titles and headings, each cut once: many questions find the same."""

    def __init__(self) -> None:
        self._tokenizers: dict[str, Tokenizer] = {}
        self._stems: dict[tuple[str, ...], frozenset[str]] = {}

    def shared(self, text: str, match: Match, locale: str) -> bool:
        """Whether a question holds a word of the article's title or of the headings it found.

        Without one it may have found the article by chance: all that this took out of the sample
        had.
        """
        if locale not in self._tokenizers:
            self._tokenizers[locale] = Tokenizer(locale)
        tokenizer = self._tokenizers[locale]
        names = (locale, match.title, *match.passage)
        if names not in self._stems:
            self._stems[names] = tokenizer.doc(" ".join(names[1:])).stems
        return not tokenizer.doc(text).stems.isdisjoint(self._stems[names])


def _relevant_sections(group: _Found) -> list[Section]:
    """Sections that the questions found, and those that hold a word of what they are about."""
    tokenizer = Tokenizer(group.article.locale)
    counts = Counter(
        stem for question in group.questions for stem in tokenizer.doc(question.text).stems
    )
    main = {stem for stem, count in counts.items() if count >= _COMMON * len(group.questions)}
    title = group.article.title.text if group.article.title else ""
    # What the title says is what the whole article is about, and tells no section from another.
    main = main - tokenizer.doc(title).stems or main
    return [
        section
        for section in group.article.sections
        if section.path in group.paths
        or main & tokenizer.doc(" ".join([*section.path[-1:], *_texts(section)])).stems
    ]


def _texts(section: Section) -> list[str]:
    return [block.prose.text for block in section.blocks]


def _holds(group: _Found, sections: Sequence[Section]) -> bool:
    """Whether sections hold the fact: as a quantity, or else in words and not just vaguely."""
    locale, kinds = group.article.locale, {group.fact} | _ALSO.get(group.fact, set())
    texts = [text for section in sections for text in _texts(section)]
    stated = {quantity.fact for text in texts for quantity in find_quantities(text, locale)}
    if kinds & stated:
        return True
    if any(find_vague(text, group.fact, locale) for text in texts):
        return False
    return bool(kinds & held_by_blocks([b for s in sections for b in s.blocks], locale))


def _describe(group: _Found, sections: Sequence[Section], askers: int, share: float) -> Unanswered:
    article = group.article
    passage = Counter(group.paths).most_common(1)[0][0]
    return Unanswered(
        article=article.id,
        title=article.title.text if article.title else article.id,
        passage=passage,
        asks=group.fact,
        questions=tuple(question.id for question in group.questions),
        askers=askers,
        share=round(share, 4),
        says=_vague_sentence(group, sections),
    )


def _vague_sentence(group: _Found, sections: Sequence[Section]) -> str:
    for section in sorted(sections, key=lambda own: own.path not in group.paths):
        for block in section.blocks:
            for sentence in block.sentences:
                text = block.prose.text[sentence.start : sentence.end]
                if "?" not in text and find_vague(text, group.fact, group.article.locale):
                    return text.strip()
    return ""
