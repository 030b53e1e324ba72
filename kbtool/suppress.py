"""Comments and attributes that silence findings.

One grammar: ``<!-- kbtool: VERB RULE[, RULE] ["exact text"] [-- reason] -->`` where VERB is

- ``ignore``: on this line, or with an exact text in the whole article
- ``ignore-next``: in the block that follows: a heading, a paragraph, a whole list, table or code
- ``ignore-start`` and ``ignore-end``: between the two, or to the end of the article
- ``ignore-file``: in the whole article; front matter ``kbtool: {ignore: [RULE]}`` does the same

With an exact text only findings that mark exactly this text are silenced.

In HTML ``data-kbtool-ignore="RULE, RULE"`` silences rules in an element, from its opening tag to
its closing one.

A rule is always named: a comment that silenced everything would also silence what is found
tomorrow.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from itertools import accumulate

from msgspec import Struct, field

from kbtool.model import Article, Comment, Entry, Hit, Span
from kbtool.patterns import lazy_pattern

_PREFIX = "kbtool:"
_SPACE = lazy_pattern(r"\s*")
_VERBS = ("ignore-next", "ignore-start", "ignore-end", "ignore-file", "ignore")


class Suppression(Struct, frozen=True):
    """One rule silenced in one place."""

    name: str  # code or name, lower case, as the user wrote it
    span: Span  # of the comment
    region: Span  # where findings are silenced
    text: str | None = None  # only findings that mark exactly this

    def silences(self, codes: frozenset[str], span: Span, marked: str) -> bool:
        """Whether it silences a finding of a rule with this code and name (lower case)."""
        if self.name not in codes or self.text not in (None, marked):
            return False
        return self.region.start <= span.start < max(self.region.end, self.region.start + 1)


class Suppressions(Struct, frozen=True, dict=True):
    """All suppressions of an article, and comments that cannot be understood."""

    entries: tuple[Suppression, ...] = ()
    problems: tuple[Hit, ...] = ()

    def silencing(self, codes: frozenset[str], span: Span, marked: str) -> list[Suppression]:
        """Entries that silence a finding of a rule with this code and name (lower case)."""
        found: list[Suppression] = []
        for name in sorted(codes & self._by_name.keys()):
            entries, reach = self._by_name[name]
            index = bisect_left(entries, span.start + 1, key=lambda entry: entry.region.start)
            # Going back ends where no earlier region reaches this far, so that thousands of
            # comments on lines of their own cost one step each.
            while index and reach[index - 1] > span.start:
                index -= 1
                if entries[index].silences(codes, span, marked):
                    found.append(entries[index])
        return found

    @cached_property
    def _by_name(self) -> dict[str, tuple[list[Suppression], list[int]]]:
        """Entries of each name by region, and how far the regions up to each one reach."""
        groups: dict[str, list[Suppression]] = {}
        for entry in sorted(self.entries, key=lambda entry: (entry.region, entry.span)):
            groups.setdefault(entry.name, []).append(entry)
        return {
            name: (
                entries,
                list(accumulate((max(e.region.end, e.region.start + 1) for e in entries), max)),
            )
            for name, entries in groups.items()
        }


class _Directive(Struct, frozen=True):
    verb: str
    names: tuple[str, ...]
    text: str | None
    span: Span


class _Reader(Struct, dict=True):
    article: Article
    entries: list[Suppression] = field(default_factory=list)
    problems: list[Hit] = field(default_factory=list)
    started: dict[str, _Directive] = field(default_factory=dict)  # by rule

    def take(self, directive: _Directive) -> None:
        if directive.verb == "ignore-start":
            self.started = dict.fromkeys(directive.names, directive) | self.started
        elif directive.verb == "ignore-end":
            self._end(directive)
        else:
            region = self._region(directive)
            for name in directive.names:
                self.entries.append(Suppression(name, directive.span, region, directive.text))

    def _end(self, directive: _Directive) -> None:
        for name in directive.names or tuple(self.started) or ("",):
            if start := self.started.pop(name, None):
                region = Span(start.span.end, directive.span.start)
                self.entries.append(Suppression(name, start.span, region, start.text))
            else:
                message = f"`{f'ignore-end {name}'.rstrip()}` has no `ignore-start` before it"
                self.problems.append(Hit(directive.span, message, "Remove the comment"))

    def _region(self, directive: _Directive) -> Span:
        source = self.article.source
        if directive.verb == "ignore-file" or (directive.verb == "ignore" and directive.text):
            return Span(0, len(source.text))
        if directive.verb == "ignore":
            line = source.position(directive.span.start).line
            starts = source.line_starts
            end = starts[line] if line < len(starts) else len(source.text)
            return Span(starts[line - 1], end)
        return Span(directive.span.end, self._end_of_next(directive.span.end))

    def _end_of_next(self, offset: int) -> int:
        """End of the block that begins next after an offset, at least of the next written line."""
        source = self.article.source
        written = _SPACE.match(source.text, offset)
        line = source.position(written.end() if written else offset).line
        ends = (*source.line_starts[line : line + 1], len(source.text))
        index = bisect_left(self._blocks, (offset, 0))
        following = self._blocks[index : index + 1]
        return max(ends[0], *(end for _, end in following), offset)

    @cached_property
    def _blocks(self) -> list[tuple[int, int]]:
        """Start and end of all that stands as one, in order; of two with one start the longer."""
        article = self.article
        spans = [block.span for block in article.blocks]
        spans += [code.span for code in article.code if not code.inline]
        spans += [part.span for part in article.lists]
        spans += [table.span for table in article.tables]
        return sorted(dict(sorted(spans)).items())

    def finish(self) -> Suppressions:
        for name, start in self.started.items():  # never ended: to the end of the article
            region = Span(start.span.end, len(self.article.source.text))
            self.entries.append(Suppression(name, start.span, region, start.text))
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
    _read_attributes(article, reader)
    for entry in article.front_matter.entries:
        if entry.key == "kbtool":
            _read_entry(entry, reader)
    return reader.finish()


def _parse(comment: Comment) -> _Directive | Hit:
    verb, *parts = comment.text[len(_PREFIX) :].split(None, 1) or [""]
    if verb not in _VERBS:
        advice = f"Write one of {', '.join(sorted(_VERBS))}"
        return Hit(comment.span, f"kbtool comment with unknown instruction `{verb}`", advice)
    given, quote, quoted = "".join(parts).partition('"')
    exact: str | None = None
    if quote and "--" not in given:
        exact, quote, _ = quoted.partition('"')
        if not quote:
            advice = 'Put a " behind the text as well'
            return Hit(comment.span, "the quoted text of the comment never ends", advice)
    names = [name.lower() for name in re.split(r"[,\s]+", given.partition("--")[0]) if name]
    if not names and verb != "ignore-end":
        advice = "Name the rules to silence, for example `sentence-too-long`"
        return Hit(comment.span, f"`{verb}` names no rule, so it silences nothing", advice)
    return _Directive(verb, tuple(names), exact, comment.span)


def _read_attributes(article: Article, reader: _Reader) -> None:
    """Take what attributes silence, each in its element.

    A rule that an element around silences already is named in vain: so no two regions of a rule
    overlap, however deep elements lie in each other.
    """
    reach: dict[str, int] = {}
    for ignore in sorted(article.ignores, key=lambda ignore: ignore.region.start):
        names = [name.lower() for name in re.split(r"[,\s]+", ignore.text) if name]
        if not names:
            advice = "Name the rules to silence, for example `sentence-too-long`"
            message = "`data-kbtool-ignore` names no rule, so it silences nothing"
            reader.problems.append(Hit(ignore.span, message, advice))
        for name in dict.fromkeys(names):
            if ignore.region.start < reach.get(name, 0):
                message = f"an element around this one silences `{name}` already"
                reader.problems.append(Hit(ignore.span, message, "Remove the rule from it"))
            else:
                reach[name] = ignore.region.end
                reader.entries.append(Suppression(name, ignore.span, ignore.region))


def _read_entry(entry: Entry, reader: _Reader) -> None:
    """Take what the key ``kbtool`` of the front matter silences."""
    given = entry.value.get("ignore") if isinstance(entry.value, dict) else entry.value
    names = [given] if isinstance(given, str) else given
    is_table = isinstance(entry.value, dict) and set(entry.value) == {"ignore"}
    if not is_table or not isinstance(names, list):
        advice = "Write `kbtool: {ignore: [RULE]}`"
        message = "`kbtool` in the front matter cannot be understood"
        reader.problems.append(Hit(entry.key_span, message, advice))
        return
    whole = Span(0, len(reader.article.source.text))
    for name in names:
        reader.entries.append(Suppression(str(name).lower(), entry.key_span, whole))
