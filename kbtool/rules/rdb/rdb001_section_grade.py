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

from msgspec import Meta, field

from kbtool.language.locales import language_of
from kbtool.model import Article, Hit, KnowledgeBase, Section, Severity, Span
from kbtool.readability import INDICES
from kbtool.rule import Rule
from kbtool.rules.rdb._grade import (
    Line,
    LineOptions,
    count_lines,
    grade_of,
    hardest,
    longest,
    read_lines,
)

INFO_LIMITS = {
    "de": 35, "es": 55, "fr": 60, "it": 45,
    "da": 48, "fi": 55, "nb": 48, "nn": 48, "no": 48, "sv": 48,
}  # fmt: skip
WARN_LIMITS = {
    "de": 27, "es": 40, "fr": 45, "it": 38,
    "da": 56, "fi": 63, "nb": 56, "nn": 56, "no": 56, "sv": 56,
}  # fmt: skip

_SHORTEST_MEAN = 6
"""Words of a sentence below which a section is an index or a list of sources, on average."""


class SectionGradeOptions(LineOptions, frozen=True):
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


def check(article: Article, kb: KnowledgeBase, options: SectionGradeOptions) -> Iterator[Hit]:
    """Sections above the limits."""
    vocabulary = frozenset(map(str.lower, options.vocabulary))
    language = language_of(article.locale)
    for section in article.sections:
        if section.words < options.min_words:
            continue
        lines = list(read_lines(section, options.min_item_words, vocabulary))
        words, sentences = count_lines(lines)
        if words >= options.min_words and sentences >= options.min_sentences:
            if language == "en":
                yield from _judge(section, lines, options)
            elif words >= _SHORTEST_MEAN * sentences:
                yield from _judge_index(section, lines, language, options)


def _judge(section: Section, lines: Sequence[Line], options: SectionGradeOptions) -> Iterator[Hit]:
    grade = grade_of(lines)
    is_warning = grade > options.warn_above
    limit = options.warn_above if is_warning else options.info_above
    if grade > limit:
        yield Hit(
            _place(section, lines[0]),
            f"section reads at grade {grade} (limit {limit}); "
            f"longest sentences: {', '.join(longest(lines))}; "
            f"hardest words: {', '.join(hardest(lines))}",
            "Split the longest sentences, and use plainer words for the hardest",
            severity=Severity.WARNING if is_warning else Severity.INFO,
        )


def _judge_index(
    section: Section, lines: Sequence[Line], language: str, options: SectionGradeOptions
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
                f"longest sentences: {', '.join(longest(lines))}",
                "Split the longest sentences, and use plainer words",
                severity=severity,
            )
            return


def _place(section: Section, line: Line) -> Span:
    """The heading; the first sentence where there is none."""
    if section.heading:
        return section.heading.block.span
    return line.block.prose.span(line.sentence.start, line.sentence.end)


RULE = Rule(
    code="RDB001",
    name="section-grade",
    severity=Severity.INFO,
    options=SectionGradeOptions,
    doc=__doc__,
    check=check,
    languages=("en", *INDICES),
)
