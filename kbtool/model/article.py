"""An article as rules see it: small frozen parts, each with the span it stands at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Literal, NamedTuple

from msgspec import Struct

from kbtool.model.prose import Prose
from kbtool.model.running_text import RunningText
from kbtool.model.source import Source, Span

BlockKind = Literal["paragraph", "heading", "item", "cell"]
LinkKind = Literal["inline", "reference", "autolink", "bare", "html"]


class Sentence(NamedTuple):
    """A sentence of a block, as a range of its ``Prose.text``."""

    start: int
    end: int
    words: int  # code, a URL, a version or a UI path counts as one


class Block(Struct, frozen=True, dict=True):
    """A run of prose that is set as one: a paragraph, a heading, an item's text, a table cell."""

    kind: BlockKind  # "item" is any paragraph inside a list
    span: Span  # from the first to the last character of the content, markup included
    prose: Prose
    sentences: tuple[Sentence, ...]
    section: int  # index into Article.sections
    ordered: bool = False  # inside a numbered list, so very likely a step
    depth: int = 0  # how many lists it lies in
    quoted: bool = False  # inside a block quote

    @cached_property
    def words(self) -> int:
        """Number of words in all sentences."""
        return sum([sentence.words for sentence in self.sentences])

    def sentence_texts(self) -> Iterator[tuple[Sentence, str]]:
        """Each sentence with its text, masked where it is not prose."""
        for sentence in self.sentences:
            yield sentence, self.prose.masked[sentence.start : sentence.end]


class Heading(Struct, frozen=True):
    """A heading of the body."""

    level: int  # 1 to 6
    block: Block
    span: Span  # the whole line or lines, from the first marker
    marker: Span  # the leading #s; empty for an underlined or HTML heading
    anchor: str  # the id a link can point to

    @property
    def text(self) -> str:
        """Heading as a reader sees it."""
        return self.block.prose.text


class Section(Struct, frozen=True, dict=True):
    """A heading with what stands under it, up to the next heading of any level.

    The first section has no heading: it is what stands before the first one.
    """

    heading: Heading | None
    path: tuple[str, ...]  # headings from the outermost to this one
    span: Span
    blocks: tuple[Block, ...]  # prose under the heading, the heading itself left out
    other: int  # content that is not prose: blocks of code, embedded players, unread HTML

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all stands under the heading."""
        return not self.blocks and not self.other

    @cached_property
    def words(self) -> int:
        """Words of prose, lists and tables under the heading."""
        return sum(block.words for block in self.blocks)


class Item(Struct, frozen=True):
    """One entry of a list."""

    span: Span
    marker: Span  # "-", "*", "+", "1." or "1)"
    blocks: tuple[Block, ...]  # its own prose; that of nested lists is left out


class ListPart(Struct, frozen=True):
    """A bulleted or numbered list."""

    span: Span
    ordered: bool
    depth: int  # 1 for a list that lies in no other
    items: tuple[Item, ...]
    section: int


class Table(Struct, frozen=True):
    """A table; cells are also in ``Article.blocks``."""

    span: Span
    header: tuple[Block, ...]
    rows: tuple[tuple[Block, ...], ...]
    section: int
    merged: int = 0  # cells that span several rows or columns


class Link(Struct, frozen=True):
    """A link, however it is written."""

    span: Span
    text_span: Span  # the visible text; equals ``span`` for a bare address
    href: str  # decoded, as a browser would follow it
    text: str  # what a reader sees (an aria-label wins); alt text for an image
    kind: LinkKind
    block: Block | None  # where it stands; None inside embedded HTML without prose


class Image(Struct, frozen=True):
    """An image."""

    span: Span
    alt_span: Span  # the alternative text, empty where there is none
    src: str
    alt: str | None  # None: the attribute is missing; "" in HTML means decoration
    html: bool  # written as an <img> tag
    in_link: bool = False
    hidden: bool = False  # aria-hidden or role="presentation"


class Code(Struct, frozen=True):
    """A block of code, or code inside prose."""

    span: Span
    text: str
    info: str = ""  # language named after the opening fence
    inline: bool = False


class Comment(Struct, frozen=True):
    """An HTML comment: nobody reads it, but it can carry instructions for kbtool."""

    span: Span
    text: str  # between <!-- and -->, stripped


class Ignore(Struct, frozen=True):
    """An element with the attribute ``data-kbtool-ignore``."""

    text: str  # value of the attribute: rules, parted by commas
    span: Span  # of the value
    region: Span  # the whole element


class Problem(Struct, frozen=True):
    """Something in the file that could not be read as it was meant."""

    span: Span
    kind: Literal["front-matter", "nesting"]
    message: str


class Entry(Struct, frozen=True):
    """One top-level key of the front matter."""

    key: str
    value: Any  # str, int, float, bool, date, None, or lists and dicts of them
    key_span: Span
    value_span: Span  # without quotes


class FrontMatter(Struct, frozen=True, dict=True):
    """The YAML block before an article."""

    span: Span  # both fences included; empty where there is none
    entries: tuple[Entry, ...] = ()

    @cached_property
    def values(self) -> Mapping[str, Any]:
        """Key to value."""
        return {entry.key: entry.value for entry in self.entries}

    def entry(self, key: str) -> Entry | None:
        """Entry of a key, or None."""
        return next((entry for entry in self.entries if entry.key == key), None)


class Title(Struct, frozen=True):
    """What the article is called, and where it says so."""

    text: str
    prose: Prose
    origin: Literal["front-matter", "heading", "page"]  # page: the <title> of an HTML file

    @property
    def span(self) -> Span:
        """Where the title stands."""
        return self.prose.span(0, len(self.prose.text))


ADDRESS_KEYS = (
    "url",
    "html_url",
    "permalink",
    "canonical_url",
    "canonical",
    "web_url",
    "public_url",
)
"""Keys of front matter that hold the address of a published article, the surest first."""


class Article(Struct, frozen=True, dict=True):
    """One article, parsed."""

    source: Source
    id: str  # front matter ``id`` or ``slug``, else the file's name without its ending
    title: Title | None
    front_matter: FrontMatter
    locale: str  # "en", "de-AT" ...
    blocks: tuple[Block, ...]  # all prose, headings and cells included, in order
    headings: tuple[Heading, ...] = ()
    sections: tuple[Section, ...] = ()  # at least one
    lists: tuple[ListPart, ...] = ()
    tables: tuple[Table, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    code: tuple[Code, ...] = ()
    comments: tuple[Comment, ...] = ()
    ignores: tuple[Ignore, ...] = ()  # in order of their attributes
    anchors: frozenset[str] = frozenset()  # every id a link can point to, heading slugs included
    problems: tuple[Problem, ...] = ()
    body: Span = Span(0, 0)  # the text after the front matter
    markup: Literal["markdown", "html"] = "markdown"
    canonical: str = ""  # address that a page says it is published at

    @property
    def url(self) -> str:
        """Address of the published article, as its front matter or its page says; "" if unsaid."""
        values = (self.front_matter.values.get(key) for key in ADDRESS_KEYS)
        named = (value.strip() for value in values if isinstance(value, str))
        return next(filter(None, named), self.canonical)

    @property
    def path(self) -> str:
        """Path as shown to the user."""
        return self.source.path

    @property
    def paragraphs(self) -> Iterator[Block]:
        """Plain paragraphs: no headings, list items or cells."""
        return (block for block in self.blocks if block.kind == "paragraph")

    @cached_property
    def running(self) -> RunningText:
        """Prose of all blocks as one text, in order of ``blocks``."""
        return RunningText.of([block.prose.masked for block in self.blocks])

    def section_of(self, offset: int) -> Section:
        """Section that an offset of the source lies in."""
        found = self.sections[0]
        for section in self.sections:
            if section.span.start > offset:
                break
            found = section
        return found
