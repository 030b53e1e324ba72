"""A section that asks for more years of school than its readers may have.

The Flesch-Kincaid grade grows with the words in a sentence and the syllables in a word. It knows
nothing of meaning, so take it as a hint where to look: the longest sentences and the hardest words
are named.

Source: Microsoft Writing Style Guide, writing for bots ("the lower … the better"); WCAG 2.2,
success criterion 3.1.5 (lower secondary education, about grade 9); GOV.UK content design guidance
(reading age of nine). Formula: Kincaid and others, Research Branch Report 8-75, 1975.

Bad:
    Notwithstanding the aforementioned limitations, authorisation of international transactions
    necessitates additional verification procedures. Customers experiencing difficulties
    regarding authentication should immediately initiate communication with representatives.
    Discrepancies between anticipated and actual reimbursement amounts occasionally originate
    from fluctuations in international exchange rates. Documentation regarding previously
    submitted applications remains accessible throughout the administrative procedure. Applications
    containing insufficient information will unfortunately experience considerable processing
    delays. Supplementary documentation demonstrating residential circumstances may additionally
    be requested. Administrative representatives investigate irregularities individually and
    communicate determinations electronically. Reconsideration of unfavourable determinations
    necessitates comprehensive justification. Continued non-participation eventually precipitates
    irreversible termination of membership privileges and associated entitlements, including
    international assistance. Complaints receive individual consideration.

Good:
    Some payments abroad need one more check. If you cannot sign in, call us at once.

Other languages have an index of their own, named in the finding: Amstad for German, Szigriszt-Pazos
for Spanish, a Flesch fitted to French, Gulpease for Italian, LIX for the Nordic languages.

Not flagged: sections under 100 words or five sentences. Headings, tables, code, addresses, bold
labels, enumerations, names such as FQBN, words of your `vocabulary` and list items under four words
do not count.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

from msgspec import Meta, Struct, field

from kbtool.language.locales import language_of
from kbtool.model import MASK, Article, Block, Hit, KnowledgeBase, Section, Sentence, Severity, Span
from kbtool.patterns import lazy_pattern
from kbtool.readability import INDICES, Counts, count_syllables, flesch_kincaid_grade
from kbtool.rule import Options, Rule

# Letters with hyphens and apostrophes and no capital but the first: no codes, versions or names
# such as FQBN.
_WORD = lazy_pattern(
    rf"(?<![\w./@\\'’-])[^\W\d_{MASK}][^\W\d_{MASK}A-Z]*+(?:[-'’][^\W\d_{MASK}]++)*+(?![\w/@\\(=]|[.:]\w|[-'’]\w)",
)

INFO_LIMITS = {
    "de": 40, "es": 55, "fr": 60, "it": 45,
    "da": 48, "fi": 55, "nb": 48, "nn": 48, "no": 48, "sv": 48,
}  # fmt: skip
WARN_LIMITS = {
    "de": 27, "es": 40, "fr": 45, "it": 38,
    "da": 56, "fi": 63, "nb": 56, "nn": 56, "no": 56, "sv": 56,
}  # fmt: skip
_MOST_COMMAS = 10  # a sentence with more is a list of tags, codes or places
_SHOWN = 3  # sentences and words that a message names
_OPENING = 4  # words of a sentence that a message quotes


class SectionGradeOptions(Options, frozen=True):
    """Options of section-grade."""

    info_above: Annotated[
        int, Meta(description="whole Flesch-Kincaid grade above which it is worth a note", ge=0)
    ] = 9
    warn_above: Annotated[
        int, Meta(description="whole Flesch-Kincaid grade above which it is a warning", ge=0)
    ] = 12
    info_limits: Annotated[
        dict[str, int],
        Meta(description="scores beyond which articles in other languages are worth a note"),
    ] = field(default_factory=lambda: INFO_LIMITS)
    warn_limits: Annotated[
        dict[str, int],
        Meta(description="scores beyond which they are worth a warning, by language"),
    ] = field(default_factory=lambda: WARN_LIMITS)
    min_words: Annotated[
        int, Meta(description="words below which a section has no reliable grade", ge=1)
    ] = 100
    min_sentences: Annotated[
        int, Meta(description="sentences below which a section has no reliable grade", ge=1)
    ] = 5
    min_item_words: Annotated[
        int, Meta(description="words below which a list item is no sentence", ge=1)
    ] = 4
    vocabulary: Annotated[
        tuple[str, ...],
        Meta(description="words that your readers know, however long, in small letters"),
    ] = ()


class _Line(Struct, frozen=True):
    """A sentence as the formula sees it."""

    block: Block
    sentence: Sentence
    words: tuple[str, ...]  # without labels, code and vocabulary


def check(article: Article, kb: KnowledgeBase, options: SectionGradeOptions) -> Iterator[Hit]:
    """Sections above the limits."""
    vocabulary = frozenset(map(str.lower, options.vocabulary))
    language = language_of(article.locale)
    for section in article.sections:
        if section.words < options.min_words:
            continue
        lines = list(_read(section, options.min_item_words, vocabulary))
        words, sentences = _count(lines)
        if words >= options.min_words and sentences >= options.min_sentences:
            if language == "en":
                yield from _judge(section, lines, options)
            else:
                yield from _judge_index(section, lines, language, options)


def _read(section: Section, min_item_words: int, vocabulary: frozenset[str]) -> Iterator[_Line]:
    for block in section.blocks:
        if block.kind == "cell":
            continue
        text = _without_labels(block)
        for sentence in block.sentences:
            is_fragment = block.kind == "item" and sentence.words < min_item_words
            words = [] if is_fragment else _WORD.findall(text, sentence.start, sentence.end)
            if words and text.count(",", sentence.start, sentence.end) <= _MOST_COMMAS:
                kept = [w for w in words if w.lower() not in vocabulary] if vocabulary else words
                yield _Line(block, sentence, tuple(kept))


def _without_labels(block: Block) -> str:
    """Prose of a block with masked code and bold labels."""
    marks = block.prose.marked("strong")
    if not marks:
        return block.prose.masked
    characters = list(block.prose.masked)
    for mark in marks:
        characters[mark.start : mark.end] = MASK * (mark.end - mark.start)
    return "".join(characters)


def _count(lines: Sequence[_Line]) -> tuple[int, int]:
    """Words and sentences."""
    return sum(len(line.words) for line in lines), sum(1 for line in lines if line.words)


def _judge(section: Section, lines: Sequence[_Line], options: SectionGradeOptions) -> Iterator[Hit]:
    syllables = sum(count_syllables(word) for line in lines for word in line.words)
    counts = Counts(*_count(lines), syllables)  # much faster than counting all that it can hold
    grade = round(flesch_kincaid_grade(counts))  # its decimals feign a precision it has not
    is_warning = grade > options.warn_above
    limit = options.warn_above if is_warning else options.info_above
    if grade > limit:
        yield Hit(
            _place(section, lines[0]),
            f"section reads at grade {grade} (limit {limit}); "
            f"longest sentences: {', '.join(_longest(lines))}; "
            f"hardest words: {', '.join(_hardest(lines))}",
            "Split the longest sentences, and use plainer words for the hardest",
            severity=Severity.WARNING if is_warning else Severity.INFO,
        )


def _judge_index(
    section: Section, lines: Sequence[_Line], language: str, options: SectionGradeOptions
) -> Iterator[Hit]:
    index = INDICES[language]
    score = round(index.score([line.words for line in lines if line.words], language))
    sign = 1 if index.higher_is_easier else -1
    for severity, limits in (
        (Severity.WARNING, options.warn_limits),
        (Severity.INFO, options.info_limits),
    ):
        limit = limits.get(language)
        if limit is not None and sign * score < sign * limit:
            better = "higher" if index.higher_is_easier else "lower"
            yield Hit(
                _place(section, lines[0]),
                f"section scores {score} on the {index.name} (limit {limit}, {better} is easier); "
                f"longest sentences: {', '.join(_longest(lines))}",
                "Split the longest sentences, and use plainer words",
                severity=severity,
            )
            return


def _place(section: Section, line: _Line) -> Span:
    """The heading; the first sentence where there is none."""
    if section.heading:
        return section.heading.block.span
    return line.block.prose.span(line.sentence.start, line.sentence.end)


def _longest(lines: Sequence[_Line]) -> Iterator[str]:
    """Openings of the longest sentences, with their words; of equal ones the first."""
    for line in sorted(lines, key=lambda line: -len(line.words))[:_SHOWN]:
        words = line.block.prose.text[line.sentence.start : line.sentence.end].split()
        rest = " …" if len(words) > _OPENING else ""
        yield f'"{" ".join(words[:_OPENING])}{rest}" ({len(line.words)} words)'


def _hardest(lines: Sequence[_Line]) -> list[str]:
    """Words with the most syllables, longer ones first, then by alphabet."""
    words = {word.lower() for line in lines for word in line.words}
    return sorted(words, key=lambda word: (-count_syllables(word), -len(word), word))[:_SHOWN]


RULE = Rule(
    code="RDB001",
    name="section-grade",
    severity=Severity.INFO,
    options=SectionGradeOptions,
    doc=__doc__,
    check=check,
    languages=("en", *INDICES),
)
