"""Laws of chunks that hold for any article: used by tests and by benchmarks/chunk_laws.py."""

import re
from collections import Counter

from kbtool.export import Chunk, ChunkOptions, chunk_article
from kbtool.model import Article, Section
from kbtool.parse.sentences import split_sentences
from kbtool.parse.words import count_words

WORD = re.compile(r"\w+")
NO_WORDS = re.compile(r"\{:?\s*(?:[.#][\w-]+\s*)+\}")  # attributes: [link](a.md){.button}


def words(text: str) -> list[str]:
    return WORD.findall(NO_WORDS.sub("", text).casefold())


def words_of_text(article: Article) -> Counter[str]:
    """Words that a reader of the page sees below the headings, code included."""
    texts = [block.prose.text for block in article.blocks if block.kind != "heading"]
    texts += [code.text for code in article.code if not code.inline]
    return Counter(word for text in texts for word in words(text))


def words_of_headings(article: Article) -> set[str]:
    """Words of headings with any words below them."""
    return {
        word
        for section in article.sections
        if section.heading and has_words(section, article)
        for heading in section.path
        for word in words(heading)
    }


def has_words(section: Section, article: Article) -> bool:
    code = (
        c.text for c in article.code if not c.inline and article.section_of(c.span.start) is section
    )
    return any(words(text) for text in (*(block.prose.text for block in section.blocks), *code))


def lost_words(article: Article, chunks: list[Chunk]) -> set[str]:
    """Words of the article that no chunk holds, or not as often."""
    texts = Counter(word for chunk in chunks for word in words(chunk.text))
    headings = {word for chunk in chunks for part in chunk.heading_path for word in words(part)}
    headings |= set(words(article.title.text)) if article.title and chunks else set()
    below = words_of_headings(article)
    return set(words_of_text(article) - texts) | (below - headings - set(texts))


def check_laws(article: Article, options: ChunkOptions | None = None) -> list[Chunk]:
    """The chunks; raises AssertionError where a law is broken."""
    options = options or ChunkOptions()
    chunks = chunk_article(article, options)
    assert not lost_words(article, chunks)
    assert len({chunk.id for chunk in chunks}) == len(chunks), "ids differ"
    for chunk in chunks:
        assert re.fullmatch(r"[A-Za-z0-9_-]+", chunk.id)
        assert chunk.text == chunk.text.strip("\n")
        assert chunk.text.strip()
        assert chunk.words <= options.max_words or cannot_be_cut(chunk.text), chunk
    return chunks


def cannot_be_cut(text: str) -> bool:
    """Whether a text is a single sentence or a single line of code."""
    if text.startswith("```") and "\n" in text:
        return sum(count_words(line) > 0 for line in text.split("\n")[1:-1]) == 1
    return len(split_sentences(text)) == 1
