"""Which sections of an article make one chunk.

Only the size of a section itself decides whether it stands alone, so a change elsewhere in the
article leaves the ids of its chunks as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from kbtool.export.values import ChunkOptions
from kbtool.export.wording import Wording
from kbtool.model import Article
from kbtool.parse.words import count_words


class Node(Struct):
    """A section and those below it."""

    section: int  # index into Article.sections
    level: int  # of its heading; 0: the opening
    path: tuple[str, ...]  # headings, without one that repeats the title
    words: int  # of its own text
    heading: str = ""
    size: int = 0  # words of text and heading
    children: list[Node] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        """This section and all below it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()


class Group(Struct):
    """Sections that make one chunk, or several where they are long."""

    owner: Node  # whose id and headings the chunk has
    members: list[Node]  # in order

    @property
    def words(self) -> int:
        """Words of all members, headings left out."""
        return sum(member.words for member in self.members)

    def named_members(self) -> Iterator[tuple[Node, bool]]:
        """Each member, and whether its heading has to stand in the text.

        The owner's headings are known from the chunk's path, unless other headings came between.
        """
        known = True
        for member in self.members:
            known = known and member.path == self.owner.path[: len(member.path)]
            yield member, not known


def make_outline(article: Article, words: Sequence[int]) -> Node:
    """Tree of sections; its root is what stands before the first heading."""
    wording = Wording(article)
    title = _fold(wording.read_title())
    root = Node(0, 0, (), words[0], size=words[0])
    open_ = [root]
    for number, section in enumerate(article.sections[1:], 1):
        level = section.heading.level if section.heading else 1
        while open_[-1].level >= level:
            open_.pop()
        above = open_[-1]
        heading = wording.read(section.heading.block) if section.heading else ""
        if above is root and _fold(heading) == title:
            heading = ""  # the title says it
        path = (*above.path, heading) if heading else above.path
        size = words[number] + count_words(heading)
        node = Node(number, level, path, words[number], heading, size)
        above.children.append(node)
        open_.append(node)
    return root


def _fold(text: str) -> str:
    return " ".join(text.casefold().split())


def group_sections(root: Node, options: ChunkOptions) -> list[Group]:
    """Groups of sections, in order.

    A tiny section joins what stands before it under the same parent, as far as there is room. A
    tiny opening joins the first section below it.
    """
    return [part for group in _join(root, options) for part in _make_room(group, options)]


def _join(root: Node, options: ChunkOptions) -> list[Group]:
    lead = last = Group(root, [root])
    done: list[Group] = []
    for child in root.children:
        groups = _join(child, options)
        if len(groups) == 1 and groups[0].words < options.min_words:
            last.members += groups[0].members
        else:
            done += groups
            last = groups[-1]
    if not done:
        return [lead]
    first = done[0]
    if lead.members == [root] and not root.words:
        return done  # its heading stands in the path of those below
    fits = lead.words + first.words <= options.max_words or first.words > options.max_words
    if lead.words < options.min_words and fits:
        first.members = lead.members + first.members
        return done
    return [lead, *done]


def _make_room(group: Group, options: ChunkOptions) -> Iterator[Group]:
    """The group, or the group and tiny sections that found no room beside a section before them.

    Those below the owner stay with it, since its headings are theirs as well.
    """
    at = next(n for n, member in enumerate(group.members) if member is group.owner) + 1
    size = sum(member.size for member in group.members[:at])
    part = Group(group.owner, group.members[:at])
    is_long = size > options.max_words
    for guest in group.members[at:]:
        is_below = guest.path[: len(part.owner.path)] == part.owner.path
        if is_below or is_long or size + guest.size <= options.max_words:
            part.members.append(guest)
            size += guest.size
        else:
            yield part
            part, size = Group(guest, [guest]), guest.size
    yield part
