"""An article that asks for more years of school than its readers may have.

The Flesch-Kincaid grade of the whole article, measured as section-grade does. It says little about
one article: formulas differ by several grades and know nothing of meaning, lists and tables upset
them. So it is off until you switch it on to compare articles or to watch one over time;
section-grade says where to begin.

Source: Microsoft Writing Style Guide, writing for bots ("the lower … the better"); WCAG 2.2,
success criterion 3.1.5. On the limits of formulas: Redish and Selzer, "The Place of Readability
Formulas in Technical Communication", 1985.

Bad:
    # Transactions

    Notwithstanding the aforementioned limitations, authorisation of international transactions
    necessitates additional verification procedures. Customers experiencing difficulties
    regarding authentication should immediately initiate communication with representatives.
    Discrepancies between anticipated and actual reimbursement amounts occasionally originate
    from fluctuations in international exchange rates. Documentation regarding previously
    submitted applications remains accessible throughout the administrative procedure. Applications
    containing insufficient information will unfortunately experience considerable processing
    delays. Supplementary documentation demonstrating residential circumstances may additionally
    be requested.

    ## Complaints

    Administrative representatives investigate irregularities individually and
    communicate determinations electronically. Reconsideration of unfavourable determinations
    necessitates comprehensive justification. Continued non-participation eventually precipitates
    irreversible termination of membership privileges and associated entitlements, including
    international assistance. Complaints receive individual consideration. Correspondence
    concerning unresolved disagreements demands identification, explanatory documentation and
    contemporary photographs. Representatives subsequently determine whether supplementary
    verification procedures remain necessary, and communicate determinations electronically
    following internal consultation. Exceptional circumstances occasionally necessitate immediate
    intervention, notwithstanding administrative regulations. Individual representatives
    independently authorise extraordinary reimbursements, whenever documentation demonstrates
    unavoidable difficulties.

Good:
    # Payments

    Some payments abroad need one more check. If you cannot sign in, call us at once.

Not flagged: articles under 150 words or five sentences. What does not count in section-grade does
not count here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from kbtool.model import Article, Hit, KnowledgeBase, Severity, Span
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


class ArticleGradeOptions(LineOptions, frozen=True):
    """Options of article-grade."""

    limit: Annotated[int, Meta(description="highest whole Flesch-Kincaid grade", ge=0)] = 9
    min_words: Annotated[
        int, Meta(description="words below which an article has no reliable grade", ge=1)
    ] = 150
    min_sentences: Annotated[
        int, Meta(description="sentences below which an article has no reliable grade", ge=1)
    ] = 5


def check(article: Article, kb: KnowledgeBase, options: ArticleGradeOptions) -> Iterator[Hit]:
    """The article, where it is above the limit."""
    if sum(section.words for section in article.sections) < options.min_words:
        return
    vocabulary = frozenset(map(str.lower, options.vocabulary))
    lines = [
        line
        for section in article.sections
        for line in read_lines(section, options.min_item_words, vocabulary)
    ]
    words, sentences = count_lines(lines)
    if words < options.min_words or sentences < options.min_sentences:
        return
    grade = grade_of(lines)
    if grade > options.limit:
        yield Hit(
            _place(article, lines[0]),
            f"article reads at grade {grade} (limit {options.limit}); "
            f"longest sentences: {', '.join(longest(lines))}; "
            f"hardest words: {', '.join(hardest(lines))}",
            "Split the longest sentences, and use plainer words for the hardest",
        )


def _place(article: Article, line: Line) -> Span:
    """The title; the first sentence where there is none."""
    if article.title:
        return article.title.span
    return line.block.prose.span(line.sentence.start, line.sentence.end)


RULE = Rule(
    code="RDB002",
    name="article-grade",
    severity=Severity.INFO,
    options=ArticleGradeOptions,
    doc=__doc__,
    check=check,
    default=False,
    languages=("en",),
)
