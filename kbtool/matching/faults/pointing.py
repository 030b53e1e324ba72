"""Which passage of an article to quote where a question asks for a figure that another gives."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from kbtool.language.asked_types import find_asked_type
from kbtool.language.held_facts import find_held_facts
from kbtool.matching.faults.holdings import Holdings, Part, holds, kinds_for
from kbtool.model import Article, Fact

# Where something is, and whether it can be done, many sections say, each of something else.
_FIGURES = frozenset({Fact.DURATION, Fact.AMOUNT, Fact.LIMIT, Fact.TIME})


class Pointer:
    """Points out passages of articles."""

    def __init__(self, articles: Sequence[Article], holdings: Holdings) -> None:
        """Take articles, and what has been read of them."""
        self._articles, self._holdings = articles, holdings

    def find_line(self, text: str, at: int, line: int) -> int:
        """Line to quote for a text that found a line of an article, both by position.

        Steps hold the words of most questions, of "until when can I skip a week" as well. So where
        the heading of another section asks for the same kind of figure, the section gives it and
        holds no fewer words of the text, it is quoted; unless what stands over the line asks for
        that figure too. Seven answers to the sample's questions are another passage by this: six
        give what is asked, and one is as good as before. None of thunderbird's is.
        """
        article = self._articles[at]
        asked = find_asked_type(text, article.locale)
        if asked not in _FIGURES:
            return line
        parts = self._holdings.read(article)
        starts = [0, *accumulate(len(_list_lines(part)) for part in parts)]
        own = next((n for n, end in enumerate(starts[1:]) if line < end), None)
        if own is None or _is_about(parts[own], asked, article):
            return line
        words = self._holdings.stems_beside_title(text, article)
        held = [len(words & part.stems) for part in parts]
        likely = [
            number
            for number, part in enumerate(parts)
            if _has_own_heading(part, article)
            and held[number] >= held[own]
            and _is_about(part, asked, article)
        ]
        if not likely:
            return line
        best = max(likely, key=lambda number: held[number])
        return starts[best] + _find_fact(parts[best], asked)


def _has_own_heading(part: Part, article: Article) -> bool:
    path, title = part.section.path, article.title.text if article.title else ""
    return bool(path) and path[-1] != title


def _is_about(part: Part, asked: Fact, article: Article) -> bool:
    """Whether a section gives a fact and what stands over it, or its title, asks for that."""
    title = article.title.text if article.title else ""
    heading = part.section.path[-1] if part.section.path else title
    return find_asked_type(heading, article.locale) is asked and holds([part], asked)


def _find_fact(part: Part, asked: Fact) -> int:
    """The first line of a section that holds a fact."""
    kinds = kinds_for(asked)
    held = ({one.fact for one in find_held_facts(t, part.locale)} for t in _list_lines(part))
    return next((at for at, facts in enumerate(held) if facts & kinds), 0)


def _list_lines(part: Part) -> list[str]:
    """Texts of a section as they are matched: without headings and what holds no text."""
    blocks = (block for block in part.section.blocks if block.kind != "heading")
    return [block.prose.text for block in blocks if block.prose.text.strip()]
