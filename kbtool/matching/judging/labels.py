"""What a group is called and which words make it: in customers' words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from math import log1p, sqrt

from msgspec import Struct

from kbtool.language.pressing import empty_words
from kbtool.matching.judging.requests import rate_request
from kbtool.matching.text.asked import Asked
from kbtool.matching.text.misspelling import Spellings
from kbtool.matching.text.tokens import Doc, Tokenizer
from kbtool.patterns import lazy_pattern

_SENTENCE_END = lazy_pattern(r"(?<=[.?!。？！])(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\bz\.B\.)\s+|\n+")
_LONGEST_LABEL = 70  # characters; more does not fit a table
_SOURCES, _SENTENCES = 8, 6  # typical questions that a label is taken from, and of each
_SHORT = 9  # words that are read at a glance
_SLIP = 0.7  # of how a text reads, with a slip in it: another one about as typical comes first
_HEAD = 20  # typical wordings, and likely sentences, that are read for how they ask
# Share of a group's wordings that must hold a word for it to count as the group's, and the same of
# what its most characteristic word has: where all say "delete", a third says nothing of the topic.
# With less than .4, words name a group's topic worse on stackfaq, banking77, hwu64, thunderbird and
# the sample (F .02 to .05 lower at .3); no higher one is better beyond chance on more than one of
# the five: `python -m benchmarks.cutoffs.words`, benchmarks/cutoffs.md.
_LEAST_SHARE, _LEAST_OF_FIRST = 0.2, 0.4


class Profile(Struct, frozen=True):
    """What the wordings of a group have in common."""

    order: tuple[int, ...]  # positions of its wordings, the most typical first
    id: str
    label: str
    words: tuple[str, ...]  # as customers write them, the most characteristic first
    stems: tuple[str, ...]  # of these words
    shares: Mapping[str, float]  # stem -> share of wordings that hold it


def name_wording(wording: Asked) -> str:
    """Id of a group whose most typical wording this is."""
    return blake2b(wording.key.encode(), digest_size=5).hexdigest()


def count_stems(docs: Iterable[Doc]) -> Counter[str]:
    """In how many texts each content stem occurs."""
    return Counter(stem for doc in docs for stem in doc.stems)


def describe(
    group: Sequence[Asked],
    everywhere: Mapping[str, int],
    n_groups: int,
    tokenizer: Tokenizer,
    locale: str = "en",
    spellings: Spellings | None = None,
) -> Profile:
    """Profile of a group; ``everywhere`` counts stems over all ``n_groups`` groups.

    ``locale`` is that of questions that do not name theirs. The id is of the question nearest to
    the centre; first of the order comes the one of those near it that reads best as a request,
    with words that ``spellings`` take for slips counting against it.
    """
    counts = count_stems(wording.doc for wording in group)
    shares = {stem: count / len(group) for stem, count in counts.items()}
    typical = [_likeness(wording.doc, shares) for wording in group]
    order = sorted(range(len(group)), key=lambda at: (-typical[at], group[at].key))
    weights = _class_weights(counts, everywhere, n_groups)
    empty = _find_empty(group, locale)
    stems = sorted(
        (stem for stem, share in shares.items() if share >= _LEAST_SHARE and stem not in empty),
        key=lambda stem: (-weights[stem], stem),
    )
    least = _LEAST_OF_FIRST * shares[stems[0]] if stems else 0.0
    stems = [stem for stem in stems if shares[stem] >= least]
    reader = _Reader(tokenizer, locale, spellings)
    read = _put_requests_first(order, typical, group, reader)
    return Profile(
        order=read,
        id=name_wording(group[order[0]]),
        label=_label([group[at] for at in read[:_SOURCES]], shares, reader),
        words=tuple(_spellings(group, stems)),
        stems=tuple(stems),
        shares=shares,
    )


def _find_empty(group: Sequence[Asked], locale: str) -> frozenset[str]:
    """Stems of words that are no part of any topic.

    What is a function word in one question is none of the topic in another, whose language could
    not be told.
    """
    ignored = {token.folded for one in group for token in one.doc.tokens if not token.content}
    return frozenset(
        token.stem
        for one in group
        for token in one.doc.content
        if token.folded in empty_words(one.questions[0].locale or locale) or token.folded in ignored
    )


def _class_weights(
    counts: Mapping[str, int], everywhere: Mapping[str, int], n_groups: int
) -> dict[str, float]:
    """c-TF-IDF: tf · log(1 + A / f), A words per group on average, f uses of the word anywhere.

    M. Grootendorst, "BERTopic", 2022; tf counts wordings, so that one long text cannot dominate.
    """
    average = sum(everywhere.values()) / max(n_groups, 1)
    return {stem: count * log1p(average / everywhere[stem]) for stem, count in counts.items()}


def _likeness(doc: Doc, shares: Mapping[str, float]) -> float:
    """Cosine of a text's content words with those of its group, the group's length left out.

    Rarity in the whole log is left out too: a group keeps its most typical question, and with it
    its id, when questions are added elsewhere.
    """
    stems = doc.stems
    return sum(shares.get(stem, 0.0) for stem in sorted(stems)) / sqrt(len(stems) or 1)


class _Reader(Struct, frozen=True):
    """Tells how well texts read."""

    tokenizer: Tokenizer
    locale: str  # of questions that do not name theirs
    spellings: Spellings | None  # None where nothing is known of words

    def rate(self, text: str, doc: Doc, wording: Asked) -> float:
        """How well a text of a wording reads as a request, above 0 and at most 1."""
        rate = rate_request(text, wording.questions[0].locale or self.locale)
        return rate * (_SLIP if self.spellings and self.spellings.has_slip(doc) else 1.0)


def _put_requests_first(
    order: Sequence[int], typical: Sequence[float], group: Sequence[Asked], reader: _Reader
) -> tuple[int, ...]:
    """The order with the most typical wordings sorted by how they read, too."""
    head, tail = order[:_HEAD], order[_HEAD:]
    rates = {at: typical[at] * reader.rate(group[at].text, group[at].doc, group[at]) for at in head}
    return (*sorted(head, key=lambda at: (-rates[at], order.index(at))), *tail)


def _label(typical: Sequence[Asked], shares: Mapping[str, float], reader: _Reader) -> str:
    """The sentence that names a group best: typical, short, and a request."""
    sentences = {
        sentence.strip(): wording
        for wording in reversed(typical)
        for sentence in _SENTENCE_END.split(wording.text, _SENTENCES)[:_SENTENCES]
        if sentence.strip()
    }
    docs = {
        text: reader.tokenizer.doc(text, sentences[text].language) for text in reversed(sentences)
    }
    appeal = {text: _appeal(doc, shares) for text, doc in docs.items()}
    likely = sorted(appeal, key=lambda text: -appeal[text])[:_HEAD]
    rates = {text: reader.rate(text, docs[text], sentences[text]) for text in likely}
    return shorten(max(likely, key=lambda text: appeal[text] * rates[text]))


def _appeal(doc: Doc, shares: Mapping[str, float]) -> float:
    """How well a sentence names a group by its words and their number."""
    return _likeness(doc, shares) * min(1.0, _SHORT / max(len(doc.tokens), 1))


def shorten(text: str) -> str:
    """Text on one line, cut after a word where it is too long for a table."""
    line = " ".join(text.split())
    if len(line) <= _LONGEST_LABEL:
        return line
    cut = line[:_LONGEST_LABEL].rsplit(" ", 1)[0]
    return cut.rstrip(",;:-") + "…"


def _spellings(group: Sequence[Asked], stems: Iterable[str]) -> Iterable[str]:
    """The most frequent spelling of each stem; ties go to the first in the alphabet."""
    written: dict[str, Counter[str]] = {}
    for wording in group:
        for token in wording.doc.content:
            written.setdefault(token.stem, Counter())[token.surface] += 1
    for stem in stems:
        yield min(written[stem].items(), key=lambda item: (-item[1], item[0]))[0]
