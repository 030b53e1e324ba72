"""Article -> chunks: sections, long ones cut at paragraphs, tiny ones joined with a neighbour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b

from msgspec import Struct

from kbtool.articles.publishing import find_change, find_labels, find_url
from kbtool.export.outlining import Group, group_sections, make_outline
from kbtool.export.parts import Part, Run, join_parts, make_part, pack, split_runs
from kbtool.export.reading import SectionReader
from kbtool.export.values import Chunk, ChunkOptions
from kbtool.export.wording import Wording
from kbtool.model import Article
from kbtool.parse.words import count_words
from kbtool.patterns import lazy_pattern

_UNSAFE = lazy_pattern(r"[^A-Za-z0-9_-]+")
_DIGEST = 6  # bytes: among a million ids two are the same in one of 500 cases
_LONGEST = 60  # characters of the article's id that are shown in the chunk's


def chunk_articles(
    articles: Iterable[Article], options: ChunkOptions | None = None
) -> Iterator[Chunk]:
    """Chunks of all articles, whose ids all differ even where those of articles do not."""
    seen: Counter[tuple[str, str]] = Counter()
    for article in articles:
        seen[article.id, article.locale] += 1
        again = seen[article.id, article.locale] > 1
        yield from chunk_article(article, options, apart=article.path if again else "")


def chunk_article(
    article: Article, options: ChunkOptions | None = None, *, apart: str = ""
) -> list[Chunk]:
    """Chunks of an article, in order; none where it has no text.

    ``apart`` tells its ids from those of another article with its id and locale.
    """
    options = options or ChunkOptions()
    reader = SectionReader(article)
    parts = [tuple(reader.read(section)) for section in article.sections]
    outline = make_outline(article, [sum(part.words for part in own) for own in parts])
    about = _About.of(article, apart)
    repeats: Counter[tuple[str, ...]] = Counter()
    names = {}
    for node in outline.walk():
        repeats[node.path] += 1
        names[node.section] = about.name(node.path, repeats[node.path])
    chunks = []
    for group in group_sections(outline, options):
        runs = list(_runs(group, parts, options.max_words))
        if not any(part.text for member in group.members for part in parts[member.section]):
            continue  # headings with nothing below them
        for ordinal, packed in enumerate(pack(runs, options.max_words), 1):
            text = join_parts(part for run in packed for part in run.parts)
            chunk_id = f"{names[group.owner.section]}-{ordinal}"
            chunks.append(about.chunk(chunk_id, group.owner.path, text))
    return chunks


def _runs(group: Group, parts: Sequence[Sequence[Part]], most: int) -> Iterator[Run]:
    """What must stay together: sections that are short enough, else their paragraphs."""
    for node, is_named in group.named_members():
        own = list(parts[node.section])
        if is_named and node.heading:
            after = [_close_up(own[0])] if own else []
            own = [make_part(node.heading), *after, *own[1:]]
        whole = Run(tuple(own))
        if whole.words <= most:
            yield from (whole,) if own else ()
        else:
            yield from split_runs(own, most)


def _close_up(part: Part) -> Part:
    """The part, right below its heading."""
    return Part(part.text, part.words, "\n", leans=True, code=part.code)


class _About(Struct, frozen=True):
    """What all chunks of an article have in common."""

    article: Article
    key: str
    shown: str
    title: str
    url: str | None
    labels: tuple[str, ...]
    updated_at: str | None

    @classmethod
    def of(cls, article: Article, apart: str) -> _About:
        title = Wording(article).read_title()
        return cls(
            article=article,
            key="\0".join((article.id, article.locale, apart)),
            shown=_UNSAFE.sub("-", article.id)[:_LONGEST].strip("-") or "article",
            title=title or article.id,
            url=find_url(article),
            labels=find_labels(article),
            updated_at=find_change(article),
        )

    def name(self, path: Sequence[str], time: int) -> str:
        """Name of a section, which its text does not change."""
        text = "\0".join((self.key, *path, str(time)))
        digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_DIGEST)
        return f"{self.shown}-{digest.hexdigest()}"

    def chunk(self, chunk_id: str, path: tuple[str, ...], text: str) -> Chunk:
        return Chunk(
            id=chunk_id,
            article=self.article.id,
            title=self.title,
            heading_path=path,
            text=text,
            locale=self.article.locale,
            url=self.url,
            labels=self.labels,
            updated_at=self.updated_at,
            words=count_words(text),
        )
