"""A label of the screen in a step that is not set in bold.

People compare a step with their screen. Bold shows at a glance which words they have to look for,
and where a label such as "Save as draft" ends and the sentence goes on.

Source: Microsoft Writing Style Guide, "Formatting text in instructions" (names of buttons, menus
and other elements in bold).

Bad:
    1. Click Save, then select "Send a copy".

Good:
    1. Click **Save**, then select **Send a copy**.
    2. Press Enter, or click the first card.

Not flagged: sentences outside numbered lists, keys, labels that are set in any other way (italics,
code, a link, an element of HTML), words all in capitals, and names that may be a thing ("select the
Premium card"). The fix takes words with capitals for the label: see where it ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import Annotated

from msgspec import Meta

from kbtool.language.rewording import is_plain
from kbtool.language.scanning import scan_pattern
from kbtool.model import Article, Block, Change, Edit, Hit, KnowledgeBase, Severity
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule

_VERBS = (
    "click", "click on", "double-click", "right-click", "select", "choose", "tap", "tap on",
    "tick", "untick", "uncheck", "deselect", "toggle",
)  # fmt: skip

_KEYS = (
    "enter", "ctrl", "alt", "shift", "esc", "escape", "tab", "return", "delete", "backspace",
    "command", "cmd", "option", "space", "spacebar",
)  # fmt: skip

# A label in quotation marks, or words with capitals and small ones between them.
_NAME = r"[A-Z][\w-]*+(?:\s(?:(?:and|of|to|the|for|in|as|a)\s){0,2}[A-Z][\w-]*+){0,5}"
_LABEL = lazy_pattern(
    r"(?:\"(?P<a>[^\"\n]{1,60})\"|“(?P<b>[^“”\n]{1,60})”|‘(?P<c>[^‘’\n]{1,60})’(?!\w)"
    rf"|(?P<d>{_NAME}(?:\s[>→]\s{_NAME}){{0,5}}))",
)
_STYLED = lazy_pattern(r"<[a-z]++\s[^<>]++>(?:<[a-z]++>){0,3}\Z", re.IGNORECASE)
# Behind a name with capitals, what tells a label from a thing ("select the Premium card").
_AFTER_LABEL = lazy_pattern(
    r"\s*(?:[.,;](?!\w)|\Z|(?:button|tab|link|option|check\s?box|toggle|switch)\b|"
    r"(?:to|and|then|again)\s)",
)


class UiLabelNotBoldOptions(Options, frozen=True):
    """Options of ui-label-not-bold."""

    verbs: Annotated[
        tuple[str, ...],
        Meta(description="verbs, in small letters, before a label"),
    ] = _VERBS
    keys: Annotated[
        tuple[str, ...],
        Meta(description="words, in small letters, that are keys and no labels"),
    ] = _KEYS
    exceptions: Annotated[
        tuple[str, ...],
        Meta(description="names that stand behind these verbs and are no labels"),
    ] = ()

    @cached_property
    def anchors(self) -> frozenset[str]:
        """The beginnings of the verbs, of which each match holds one."""
        return frozenset(verb.split()[0].split("-")[0] for verb in self.verbs if verb.strip())


def check(article: Article, kb: KnowledgeBase, options: UiLabelNotBoldOptions) -> Iterator[Hit]:
    """Labels behind a verb of a step that nothing sets apart."""
    for block, match, shift in scan_pattern(article, _pattern(options.verbs), options.anchors):
        if not block.ordered or _is_in_tag(article, block, match.start() - shift):
            continue
        label = _LABEL.match(block.prose.text, match.end() - shift)
        if label and _is_unset(article, block, label, options):
            yield _hit(article, block, label)


@cache
def _pattern(verbs: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(verbs, key=len, reverse=True)
    body = "|".join(r"\s+".join(map(re.escape, verb.split())) for verb in ordered) or "(?!)"
    return re.compile(rf"(?<![\w'’-])(?i:{body})\s+(?:the\s+)?(?=[A-Z\"“‘])")


def _is_unset(
    article: Article, block: Block, label: re.Match[str], options: UiLabelNotBoldOptions
) -> bool:
    """Whether nothing sets the label apart, and it is one."""
    words = _words(label)
    if not words.strip(".,") or words in options.exceptions or words.isupper():
        return False
    if any(word in options.keys for word in words.lower().replace("+", " ").split()):
        return False
    prose, (start, end) = block.prose, label.span()
    if label["d"] and not _AFTER_LABEL.match(prose.text, end):
        return False
    is_marked = any(m.start < end and start < m.end for m in prose.marks)
    return not is_marked and not _is_in_tag(article, block, start)


def _is_in_tag(article: Article, block: Block, start: int) -> bool:
    """Whether an element with a look of its own begins here: <span class="button">Save</span>."""
    at = block.prose.span(start, start + 1).start
    return start > 0 and bool(_STYLED.search(article.source.text, max(0, at - 200), at))


def _words(label: re.Match[str]) -> str:
    return next((group for group in label.groups() if group), "").strip()


def _hit(article: Article, block: Block, label: re.Match[str]) -> Hit:
    prose, said = block.prose, _words(label)
    words = said.rstrip(".,")  # 'Select "Save."'
    start, end = label.span()
    is_html = (
        article.source.text[max(0, block.span.start - 1) : block.span.start] == ">"
        or article.markup == "html"
    )
    bold = f"<strong>{words}</strong>" if is_html else f"**{words}**"
    edit = None
    if is_plain(article.source, prose, start, end):
        edit = Edit((Change(prose.span(start, end), bold + said[len(words) :]),), safe=False)
    return Hit(prose.span(start, end), f'label "{words}" is not bold', "Set it in bold", edit)


RULE = Rule(
    code="UIT003",
    name="ui-label-not-bold",
    severity=Severity.INFO,
    options=UiLabelNotBoldOptions,
    doc=__doc__,
    check=check,
    terms=lambda options: options.anchors,
    fix="unsafe",
    languages=("en",),
)
