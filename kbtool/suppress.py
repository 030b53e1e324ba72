"""Comments that silence findings.

One grammar: ``<!-- kbtool: VERB RULE[, RULE] ["exact text"] [-- reason] -->`` where VERB is

- ``ignore``: on this line, or with an exact text wherever the finding marks that text
- ``ignore-next``: in the block that follows
- ``ignore-start`` and ``ignore-end``: between the two
- ``ignore-file``: in the whole article; front matter ``kbtool: {ignore: [RULE]}`` does the same

A rule is always named: a comment that silenced everything would also silence what is found
tomorrow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kbtool.model import Article, Comment, Hit, Span

_PREFIX = "kbtool:"
_VERBS = ("ignore-next", "ignore-start", "ignore-end", "ignore-file", "ignore")
_EXACT = re.compile(r'"([^"]*)"')


@dataclass(frozen=True)
class Suppression:
    """One rule silenced in one place."""

    name: str  # code or name, lower case, as the user wrote it
    span: Span  # of the comment
    region: Span  # where findings are silenced
    text: str | None = None  # only findings that mark exactly this

    def silences(self, codes: frozenset[str], span: Span, marked: str) -> bool:
        """Whether it silences a finding of a rule with this code and name (lower case)."""
        if self.name not in codes:
            return False
        if self.text is not None:
            return marked == self.text
        return self.region.start <= span.start < max(self.region.end, self.region.start + 1)


@dataclass(frozen=True)
class Suppressions:
    """All suppressions of an article, and comments that cannot be understood."""

    entries: tuple[Suppression, ...] = ()
    problems: tuple[Hit, ...] = ()


@dataclass(frozen=True)
class _Directive:
    verb: str
    names: tuple[str, ...]
    text: str | None
    span: Span


@dataclass
class _Reader:
    article: Article
    entries: list[Suppression] = field(default_factory=list)
    problems: list[Hit] = field(default_factory=list)
    started: dict[str, Span] = field(default_factory=dict)  # rule to the comment that began

    def take(self, directive: _Directive) -> None:
        if directive.verb == "ignore-start":
            self.started |= dict.fromkeys(directive.names, directive.span)
        elif directive.verb == "ignore-end":
            self._end(directive)
        else:
            region = self._region(directive)
            for name in directive.names:
                self.entries.append(Suppression(name, directive.span, region, directive.text))

    def _end(self, directive: _Directive) -> None:
        for name in directive.names or tuple(self.started):
            if start := self.started.pop(name, None):
                region = Span(start.end, directive.span.start)
                self.entries.append(Suppression(name, start, region))
            else:
                message = f"`ignore-end {name}` has no `ignore-start` before it"
                self.problems.append(Hit(directive.span, message, "Remove the comment"))

    def _region(self, directive: _Directive) -> Span:
        source = self.article.source
        if directive.verb == "ignore-file":
            return Span(0, len(source.text))
        if directive.verb == "ignore":
            line = source.position(directive.span.start).line
            starts = source.line_starts
            end = starts[line] if line < len(starts) else len(source.text)
            return Span(starts[line - 1], end)
        return Span(directive.span.end, _end_of_next(self.article, directive.span.end))

    def finish(self) -> Suppressions:
        for name, start in self.started.items():  # never ended: to the end of the article
            region = Span(start.end, len(self.article.source.text))
            self.entries.append(Suppression(name, start, region))
        return Suppressions(tuple(self.entries), tuple(self.problems))


def read_suppressions(article: Article) -> Suppressions:
    """What an article silences in itself."""
    reader = _Reader(article)
    for comment in article.comments:
        if comment.text.lower().startswith(_PREFIX):
            directive = _parse(comment)
            if isinstance(directive, Hit):
                reader.problems.append(directive)
            else:
                reader.take(directive)
    reader.entries.extend(_from_front_matter(article))
    return reader.finish()


def _parse(comment: Comment) -> _Directive | Hit:
    words = comment.text[len(_PREFIX) :].partition("--")[0].strip()
    verb, _, rest = words.partition(" ")
    if verb not in _VERBS:
        advice = f"Write one of {', '.join(sorted(_VERBS))}"
        return Hit(comment.span, f"kbtool comment with unknown instruction `{verb}`", advice)
    exact = _EXACT.search(rest)
    names = [name.lower() for name in re.split(r"[,\s]+", _EXACT.sub("", rest)) if name]
    if not names and verb != "ignore-end":
        advice = "Name the rules to silence, for example `sentence-too-long`"
        return Hit(comment.span, f"`{verb}` names no rule, so it silences nothing", advice)
    return _Directive(verb, tuple(names), exact[1] if exact else None, comment.span)


def _from_front_matter(article: Article) -> Iterator[Suppression]:
    entry = article.front_matter.entry("kbtool")
    table = entry.value if entry else None
    names = table.get("ignore") if isinstance(table, dict) else None
    for name in [names] if isinstance(names, str) else names or ():
        if entry:
            whole = Span(0, len(article.source.text))
            yield Suppression(str(name).lower(), entry.key_span, whole)


def _end_of_next(article: Article, offset: int) -> int:
    """End of the block that begins next after an offset, at least of the next written line."""
    text = article.source.text
    rest = text[offset:]
    line_start = offset + len(rest) - len(rest.lstrip())
    end = text.find("\n", line_start)
    line_end = end if end >= 0 else len(text)
    following: Sequence[Span] = [b.span for b in article.blocks if b.span.start >= offset]
    return max(line_end, min(following).end) if following else line_end
