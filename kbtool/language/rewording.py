"""Edits that replace or delete words of a sentence and leave everything around them whole."""

from __future__ import annotations

from collections.abc import Iterator

from kbtool.language.phrases import match_case
from kbtool.model import Change, Edit, Prose, Source
from kbtool.patterns import lazy_pattern

# A line end inside a paragraph, with the indent and quote markers of the next line.
_LINE_END = lazy_pattern(r"[ \t]*(?:\r\n|\r|\n)[ \t>]*")
_AFTER = lazy_pattern(r"(,?)\s*")


def is_plain(source: Source, prose: Prose, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` stands in the source as it reads, line ends inside it aside.

    Where it does not, or ends with a line end, an edit would tear markup, an escape, an entity or
    the start of the next line apart.
    """
    written = source.slice(prose.span(start, end))
    return written[-1:] not in "\r\n\\" and _LINE_END.sub(" ", written) == prose.text[start:end]


def replace_words(
    source: Source, prose: Prose, start: int, end: int, text: str, *, safe: bool
) -> Edit | None:
    """Edit that puts ``text`` for ``text[start:end]`` and keeps capitals; None across markup."""
    if not text:
        return delete_words(source, prose, start, end, safe=safe)
    if not is_plain(source, prose, start, end):
        return None
    fitted = match_case(text, prose.text[start:end])
    return Edit((Change(prose.span(start, end), fitted),), safe=safe)


def delete_words(source: Source, prose: Prose, start: int, end: int, *, safe: bool) -> Edit | None:
    """Edit that deletes ``text[start:end]`` with the commas and the space that go with it.

    The next word takes over the capital of a sentence that began here. None across markup, and
    where nothing would be left of the sentence.
    """
    text = prose.text
    for first, stop in _widen(text, start, end):
        replacement = ""
        last = stop
        if text[first].isupper() and stop < len(text):
            replacement = text[stop].upper()
            last += 1
        if is_plain(source, prose, first, last):
            return Edit((Change(prose.span(first, last), replacement),), safe=safe)
    return None


def _widen(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Ranges with the white space and commas to delete, the best first; none for all there is."""
    after = _AFTER.match(text, end)
    comma, stop = (after[1], after.end()) if after else ("", end)
    before = start
    while before and text[before - 1].isspace():
        before -= 1
    last = text[before - 1] if before else ""
    goes_on = text[stop : stop + 1].isalnum()
    if last == "," and (comma or not goes_on):
        yield before - 1, end + len(comma)  # "You can, of course, change it, of course."
        return
    if goes_on or stop > end:
        yield start, stop
    if last and last not in ".!?:":
        yield before, end + len(comma)
