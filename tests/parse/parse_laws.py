"""Laws of positions that hold for any text: used by tests and by benchmarks/parse_laws.py."""

from kbtool.model import IMAGE, Article
from kbtool.testing import parse

# Characters of prose that stand for something longer in the source.
STAND_INS = {" ", "\n", IMAGE, "\ufffd"}


def check_laws(text: str) -> Article:
    """Article of ``text``; raises AssertionError where a position is not true."""
    return check_article(parse(text))


def check_article(article: Article) -> Article:
    """The article; raises AssertionError where a position is not true."""
    text = article.source.text
    for block in article.blocks:
        check_block(block, text)
    for link in article.links:
        outer, inner = link.span, link.text_span
        assert 0 <= outer.start <= inner.start <= inner.end <= outer.end <= len(text), link
    for image in article.images:
        assert text[image.span.start] in "!<", image
    for heading in article.headings:
        marker = article.source.slice(heading.marker)
        assert marker in ("", "#" * heading.level), heading
    for part in article.lists:
        for item in part.items:
            assert article.source.slice(item.marker)[-1:] in {"", *"-*+.)"}, item
    for comment in article.comments:
        assert article.source.slice(comment.span).startswith("<!--"), comment
    for entry in article.front_matter.entries:
        assert 0 <= entry.key_span.start <= entry.value_span.end <= len(text), entry
    check_sections(article)
    return article


def check_block(block, text):
    prose = block.prose
    assert 0 <= block.span.start <= block.span.end <= len(text), block
    last = -1
    for offset, character in enumerate(prose.text):
        span = prose.span(offset, offset + 1)
        source = text[span.start : span.end]
        assert 0 <= span.start < span.end <= len(text), (character, span)
        assert span.start >= last, "characters of prose stand in the order of the source"
        stands_for_itself = source == character or character in STAND_INS
        assert stands_for_itself or source[0] in "&\\", (character, source)
        last = span.start
    assert len(prose.masked) == len(prose.text)
    for sentence in block.sentences:
        assert 0 <= sentence.start < sentence.end <= len(prose.text)


def check_sections(article):
    at = article.body.start
    for section in article.sections:
        assert section.span.start >= at, "sections follow each other"
        at = section.span.end
    assert at == article.body.end
    for block in article.blocks:
        section = article.sections[block.section]
        assert section.span.start <= block.span.start <= section.span.end, block
