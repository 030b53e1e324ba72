"""How an article is built: R03, R06, R12, R13, R21, R30."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from kbtool.health.readiness.answers import Answer, count, no, quote, unmeasured, yes
from kbtool.health.readiness.seen import Seen
from kbtool.model import Block, Section

_OPENING = 50  # words
_LONG = 500  # words from which an article needs a summary
_SUMMARIES = ("summary", "description", "excerpt", "intro", "tldr")


def says_what_it_is_for(seen: Seen) -> Answer:
    """The first 50 words share a word with the title."""
    if not seen.title:
        return unmeasured("it has no title")
    opening: list[str] = []
    for block in seen.article.blocks:
        if block.kind == "heading" and not opening:
            continue
        if block.kind == "heading" or len(opening) >= _OPENING:
            break
        opening += block.prose.masked.split()
    if not opening:
        return no("nothing stands before the first section")
    if seen.shares_word(seen.title, " ".join(opening[:_OPENING])):
        return yes("the first words take up the title")
    return no(f"the first {_OPENING} words hold no word of the title {quote(seen.title)}")


def restates_headings(seen: Seen) -> Answer:
    """Sections begin with a sentence that shares a word with their heading."""
    sections = [section for section in seen.parts if _first_sentence(section)]
    if not sections:
        return unmeasured("no section has a heading and a sentence below it")
    apart = [s for s in sections if not seen.shares_word(_heading(s), _first_sentence(s))]
    said = f"sections that begin without a word of their heading: {len(apart)} of {len(sections)}"
    if 2 * len(apart) > len(sections):
        return no(f"{said}, first {quote(_heading(apart[0]))}")
    return yes(said)


def follows_colons_with_lists(seen: Seen) -> Answer:
    """No paragraph that ends with a colon is followed by another paragraph."""
    starts = sorted(
        part.span.start
        for parts in (seen.article.lists, seen.article.tables, seen.article.code)
        for part in parts
    )
    for block, following in pairwise(seen.article.blocks):
        if block.kind == "paragraph" and _promises(block, seen) and _is_prose(following):
            at = bisect_left(starts, block.span.end)
            if at == len(starts) or starts[at] >= following.span.start:
                line = seen.article.source.position(block.span.start).line
                return no(f"a list is promised in line {line} and does not follow")
    return yes("steps are numbered, and what is promised with a colon follows as a list")


def introduces_lists(seen: Seen) -> Answer:
    """No list or table stands right below a heading."""
    article = seen.article
    blocks = article.blocks
    places = [block.span.start for block in blocks]
    lists = [part.span.start for part in article.lists if part.depth == 1]
    starts = [*lists, *(table.span.start for table in article.tables)]
    if not starts:
        return yes("it has no lists and no tables")
    bare = []
    for start in starts:
        at = bisect_left(places, start)
        if at == 0 or blocks[at - 1].kind == "heading":
            bare.append(start)
    said = f"lists and tables right below a heading: {len(bare)} of {len(starts)}"
    if not bare:
        return yes(said)
    return no(f"{said} (line {article.source.position(bare[0]).line})")


def has_simple_tables(seen: Seen) -> Answer:
    """No table has merged cells; rules look at headers."""
    tables = seen.article.tables
    if not tables:
        return yes("it has no tables")
    merged = next((table for table in tables if table.merged), None)
    if merged:
        line = seen.article.source.position(merged.span.start).line
        return no(f"the table in line {line} has {count(merged.merged, 'merged cell')}")
    return yes(f"{count(len(tables), 'table')} with a header and no merged cells")


def sums_up(seen: Seen) -> Answer:
    """A long article has a summary in its front matter."""
    if seen.words <= _LONG:
        return yes(f"{count(seen.words, 'word')} need no summary (long from {_LONG})")
    values = seen.article.front_matter.values
    key = next((key for key in _SUMMARIES if str(values.get(key) or "").strip()), "")
    if key:
        return yes(f"{count(seen.words, 'word')}, summed up in `{key}`")
    return no(f"{count(seen.words, 'word')} and no summary in the front matter")


def _heading(section: Section) -> str:
    return section.heading.text if section.heading else ""


def _first_sentence(section: Section) -> str:
    block = section.blocks[0]
    return next((text for _, text in block.sentence_texts()), "") if block.kind != "cell" else ""


def _is_prose(block: Block) -> bool:
    """Whether it is a paragraph of the article's own; links below each other are a list as well."""
    return (
        block.kind == "paragraph"
        and not block.quoted
        and not any(block.prose.marked("link"))
        and not _is_shown(block)
    )


def _is_shown(block: Block) -> bool:
    """Whether it is what a colon announces, though no list: a message, a label, a sub-promise."""
    text = block.prose.text.rstrip()
    marks = (*block.prose.marked("code"), *block.prose.marked("strong"))
    return text.endswith(":") or any(mark.start == 0 for mark in marks)


def _promises(block: Block, seen: Seen) -> bool:
    text = block.prose.text.rstrip()
    if not text.endswith(":") or any(
        mark.start == 0 and mark.end >= len(text) - 1 for mark in block.prose.marked("strong")
    ):
        return False  # in bold from end to end it is a heading
    return not any(  # an image after the colon is what is promised
        block.span.end <= image.span.start and image.span.start - block.span.end < 400
        for image in seen.article.images
    )
