"""What an export is made of."""

from __future__ import annotations

from msgspec import Struct

MAX_WORDS = 300
"""Most words of a chunk, if nothing else is said.

Many models that turn passages into vectors were trained on 512 tokens, as BERT was (Devlin et al.
2019), and silently leave out what lies beyond. By OpenAI's rule of thumb 100 tokens are 75 words
of English, so 300 words are some 400 tokens, which leaves room for the title, the headings and for
words that make more tokens: names, code and numbers.
"""

MIN_WORDS = 20
"""Fewest words of a section that stands alone, as in the rule section-size."""


class ChunkOptions(Struct, frozen=True):
    """How articles are cut."""

    max_words: int = MAX_WORDS
    min_words: int = MIN_WORDS  # shorter sections join a neighbour; 0: none does


class Chunk(Struct, frozen=True):
    """A passage that a bot can find and quote alone; fields in the order in which they are written.

    ``id`` depends on the article's id and locale, the headings and the place in the section alone.
    """

    id: str  # ASCII letters, digits, "-" and "_"
    article: str  # id
    title: str
    heading_path: tuple[str, ...]  # below the title, () for the opening
    text: str  # without markup; blank lines part paragraphs
    locale: str
    url: str | None
    labels: tuple[str, ...]
    updated_at: str | None  # ISO 8601
    words: int  # of ``text``


class WordOptions(Struct, frozen=True):
    """Which of the customers' words become labels."""

    min_people: int = 3  # so that no word tells of a single person
    most: int = 10  # words of an article
    # Words that people use for anything say little, see ``CustomerWord``. This share gave search
    # as much as none did, with half as many words that lead elsewhere: benchmarks/labels.py.
    min_lift: float = 2.0
    min_share: float = 0.15


class CustomerWord(Struct, frozen=True):
    """A word that people use for what an article answers."""

    word: str  # in the form that most of them write
    people: int
    lift: float  # share of the article's people who use it over its share among all people
    share: float = 1.0  # of the people who use it, for whatever article


class WordsOfArticle(Struct, frozen=True):
    """The words that an article's title, headings and labels lack."""

    article: str  # id
    title: str
    labels: tuple[str, ...]  # that it has
    people: int  # whose question it answers
    words: tuple[CustomerWord, ...]  # those of most people first

    @property
    def all_labels(self) -> list[str]:
        """Labels that the article has, then the new ones."""
        return list(dict.fromkeys((*self.labels, *(word.word for word in self.words))))
