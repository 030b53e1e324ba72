"""What makes a finding the same finding in another version of its article.

Lines move whenever somebody writes above them, so a finding is known by its rule and by the text
of the block it stands in; of several alike in one article, by which of them it is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from typing import NamedTuple

from kbtool.model import Finding, Source
from kbtool.patterns import lazy_pattern

_BOUNDARY = lazy_pattern(
    r"(?:\r\n|\r|\n)(?=[ \t]*(?:[\r\n]|(?:[-*+>|#]|\d{1,9}[.)])(?=[ \t#|>])|\Z))"
    r"|(?=<(?:p|li|h[1-6]|div|t[dhr]|[uo]l|table|blockquote|section|article|pre|dd|dt)[ \t\r\n>/])",
    re.IGNORECASE,
)
"""Where a block may begin: a blank line, a mark of Markdown, an element of HTML."""

_FRONT_MATTER = lazy_pattern(
    r"---[ \t]*(?:\r\n|\r|\n)(?>(?:(?!---[ \t]*(?:[\r\n]|\Z))[^\r\n]*[\r\n]+)*)"
)
_LINE = lazy_pattern(r"[\r\n]+")


class Identity(NamedTuple):
    """A finding within its article."""

    code: str
    text: str  # of its block, white space as one blank
    ordinal: int  # from 0, among those with the same code and text

    @property
    def digest(self) -> str:
        """The text as 16 hexadecimal digits."""
        return digest_text(self.text)


def digest_text(text: str) -> str:
    """A text as 16 hexadecimal digits."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def identify(
    findings: Iterable[Finding],
    sources: Mapping[str, Source],
) -> Iterator[tuple[Finding, Identity]]:
    """Each finding with its identity; ``findings`` hold those of an article in order of place."""
    path, seen, starts = "", Counter[tuple[str, str]](), [0]
    text = ""
    for finding in findings:
        if finding.path != path or not text:
            path, text = finding.path, sources[finding.path].text
            seen = Counter()
            starts = _find_blocks(text)
        index = bisect_right(starts, finding.span.start) - 1
        end = starts[index + 1] if index + 1 < len(starts) else len(text)
        block = " ".join(text[starts[index] : end].split())
        yield finding, Identity(finding.code, block, seen[finding.code, block])
        seen[finding.code, block] += 1


def _find_blocks(text: str) -> list[int]:
    """Offsets at which blocks begin; each line of front matter is one."""
    front = _FRONT_MATTER.match(text)
    body = front.end() if front else 0
    lines = (match.end() for match in _LINE.finditer(text, 0, body))
    return [0, *lines, *(match.start() for match in _BOUNDARY.finditer(text, body))]
