"""A section that is too long to be one passage, or too short to answer anything.

Bots cut articles at headings. A section of more than 400 words, about 520 tokens, is cut again at
a place that nobody chose, and its passage is about several things at once. A section of a few
words is found by its heading and then answers nothing. If your bot cuts passages of another
size, set `maximum` to it.

Source: public guidance on cutting documents into passages (256 to 512 tokens, at headings);
kbtool's own figures for the lower limit, because most sections of 10 to 20 words are good answers.

Bad:
    # Troubleshooting

    Restart the app first, then do the rest.

    ## Your screen stays black

    See [Screens](screens.md).

Good:
    # Troubleshooting

    Restart the app first, then do the rest.

    ## Your screen stays black

    Hold the power button for ten seconds until the logo appears. If nothing happens, charge it.

Not flagged: what tables and code add to the length, short sections with a list, a table, an image,
code or sub-headings, and short sections that only lead on, such as "Further reading" or
"Contact", or that fill a field of a form: their heading stands in many articles. Headings with
nothing below them are empty-section's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from kbtool.model import Article, Block, Hit, KnowledgeBase, Section, Severity, Span
from kbtool.rule import Options, Rule

_SHOWN = 40  # characters of a block that are enough to find it


class SectionSizeOptions(Options, frozen=True):
    """Options of section-size."""

    maximum: Annotated[
        int,
        Meta(ge=1, description="most words in a section, not counting tables and code"),
    ] = 400
    minimum: Annotated[
        int,
        Meta(ge=0, description="fewest words in a section that is plain text"),
    ] = 10
    template_articles: Annotated[
        int,
        Meta(ge=2, description="articles with the same heading from which it is a form's field"),
    ] = 5
    short_headings: Annotated[
        tuple[str, ...],
        Meta(description="words, in lower case, in headings of sections that may be short"),
    ] = (
        "further reading", "see also", "related", "next step", "learn more", "more information",
        "additional information", "reference", "resources", "contact", "help", "support", "links",
        "before you begin", "prerequisite", "summary", "note",
    )  # fmt: skip


def check(article: Article, kb: KnowledgeBase, options: SectionSizeOptions) -> Iterator[Hit]:
    """Sections with more or fewer words than the limits."""
    for number, section in enumerate(article.sections):
        words = sum(block.words for block in section.blocks if block.kind != "cell")
        if words > options.maximum:
            yield Hit(
                _place(section, article),
                f"the section has {words} words (limit {options.maximum})",
                _advise_split(section, words),
            )
        elif (
            0 < words < options.minimum
            and _is_bare(section, number, article, options)
            and kb.once(_count_headings)[_fold(section)] < options.template_articles
        ):
            yield Hit(
                _place(section, article),
                f"the section has only {words} {'words' if words > 1 else 'word'}"
                f" (at least {options.minimum})",
                "Answer in full what the heading promises, or join it with another section",
                severity=Severity.INFO,
            )


def _count_headings(kb: KnowledgeBase) -> Counter[str]:
    """In how many articles each heading stands."""
    return Counter(
        heading for article in kb.articles for heading in {_fold(s) for s in article.sections}
    )


def _fold(section: Section) -> str:
    return " ".join(section.heading.text.lower().split()) if section.heading else ""


def _place(section: Section, article: Article) -> Span:
    """The heading; for what stands before the first one the title, or else the first block."""
    if section.heading:
        return section.heading.block.span
    return article.title.span if article.title else section.blocks[0].span


def _advise_split(section: Section, words: int) -> str:
    """Where a new heading would cut the section into halves."""
    best: Block | None = None
    done, distance = 0, words
    for block in section.blocks:
        apart = abs(words - 2 * done)
        if block.kind == "paragraph" and done and apart < distance:
            best, distance = block, apart
        done += block.words if block.kind != "cell" else 0
    if best is None:
        return "Split it and give each part a heading of its own"
    start = " ".join(best.prose.text.split())
    shown = start if len(start) <= _SHOWN else start[:_SHOWN].rsplit(" ", 1)[0] + " …"
    return f'Split it with a heading, for example before "{shown}"'


def _is_bare(section: Section, number: int, article: Article, options: SectionSizeOptions) -> bool:
    """Whether plain text is all there is below a heading, and the heading promises more."""
    heading = section.heading
    if not heading or section.other or any(b.kind != "paragraph" for b in section.blocks):
        return False
    if any(section.span.start <= i.span.start < section.span.end for i in article.images):
        return False
    following = article.sections[number + 1 : number + 2]
    if following and following[0].heading and following[0].heading.level > heading.level:
        return False
    title = heading.text.lower()
    return not any(words in title for words in options.short_headings)


RULE = Rule(
    code="BOT003",
    name="section-size",
    severity=Severity.WARNING,
    options=SectionSizeOptions,
    doc=__doc__,
    check=check,
    whole=True,
)
