"""A verb for using buttons other than the one that your style guide asks for.

"Click", "tap", "press" and "select" side by side make readers wonder what the difference is. Guides
disagree on which is best, so the rule is off and finds nothing until you say `verb = "select"`,
`"click"` or `"choose"`.

Source: Microsoft Writing Style Guide ("select" for every kind of input); Canonical's documentation
style guide ("click").

Bad:
    Click **Save**, then choose **Done**.

Good:
    Select **Save**, then select **Done**.

Not flagged: verbs before anything else than bold text, a link or a quoted label; keys; "select" for
a choice in a list ("select a country"); and text in quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Literal

from msgspec import Meta

from kbtool.language.phrases import is_quoted, match_case
from kbtool.language.rewording import is_plain
from kbtool.language.scanning import scan_pattern
from kbtool.model import Article, Block, Change, Edit, Hit, KnowledgeBase, Severity
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule

_NEXT_WORD = lazy_pattern(r"\s+(\w+)")
_VERBS = ("click on", "click", "tap on", "tap", "choose", "hit", "pick", "press on", "press")


class UiVerbOptions(Options, frozen=True):
    """Options of ui-verb."""

    verb: Annotated[
        Literal["any", "select", "click", "choose"],
        Meta(description="the verb to use; any: all are fine"),
    ] = "any"
    others: Annotated[
        tuple[str, ...],
        Meta(description="verbs that it stands for"),
    ] = (*_VERBS, "select")
    keys: Annotated[
        tuple[str, ...],
        Meta(description="words that make a label a key, which is pressed"),
    ] = (
        "enter", "ctrl", "alt", "shift", "esc", "escape", "tab", "return", "delete", "backspace",
        "command", "cmd", "option", "key", "keys", "space", "spacebar", "f1", "f2", "f5", "f12",
    )  # fmt: skip


def check(article: Article, kb: KnowledgeBase, options: UiVerbOptions) -> Iterator[Hit]:
    """Other verbs before a label."""
    if options.verb == "any":
        return
    others = tuple(verb for verb in options.others if verb != options.verb)
    pattern = _pattern(others)
    anchors = frozenset(verb.split()[0].lower() for verb in others if verb.strip())
    for block, match, shift in scan_pattern(article, pattern, anchors):
        start, end = match.start("verb") - shift, match.end("verb") - shift
        at = match.end() - shift
        if _is_label(block, at, options.keys) and not is_quoted(block.prose.masked, start, end):
            yield _hit(article, block, (start, end), options.verb)


@cache
def _pattern(verbs: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(verbs, key=len, reverse=True)
    body = "|".join(r"\s+".join(map(re.escape, verb.split())) for verb in ordered) or "(?!)"
    return re.compile(rf"(?<![\w'’-])(?P<verb>{body})\s+(?:the\s+)?(?=\S)", re.IGNORECASE)


def _is_label(block: Block, at: int, keys: tuple[str, ...]) -> bool:
    """Whether bold text, a link or a quotation begins here that is no key."""
    text = block.prose.text
    begun = [m for m in block.prose.marks if m.start == at and m.kind in ("strong", "link")]
    if begun:
        label = text[at : begun[0].end]
    elif text[at] in "\"“'‘":
        label = text[at : at + 60].split('"”’'[0])[0]
    else:
        return False
    after = _NEXT_WORD.match(text, at + len(label))
    words = re.findall(r"\w+", f"{label} {after[1] if after else ''}".lower())
    return not any(word in keys for word in words) and not any(
        mark.kind == "kbd" and mark.start <= at < mark.end for mark in block.prose.marks
    )


def _hit(article: Article, block: Block, place: tuple[int, int], verb: str) -> Hit:
    prose = block.prose
    said = " ".join(prose.text[place[0] : place[1]].split())
    edit = None
    if is_plain(article.source, prose, *place):
        edit = Edit((Change(prose.span(*place), match_case(verb, said)),), safe=False)
    message = f'"{said.lower()}" where the verb is "{verb}"'
    return Hit(prose.span(*place), message, f'Write "{verb}"', edit)


RULE = Rule(
    code="UIT002",
    name="ui-verb",
    severity=Severity.INFO,
    options=UiVerbOptions,
    doc=__doc__,
    check=check,
    fix="unsafe",
    default=False,
    languages=("en",),
)
