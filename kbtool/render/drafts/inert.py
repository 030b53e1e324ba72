"""Text of strangers inside an article in Markdown: it is shown as it stands and does nothing.

Unlike in a comment on a pull request, no invisible characters may keep marks apart here: the
linter would find them in the draft.
"""

from __future__ import annotations

import json

from kbtool.parse.addresses import find_emails, find_urls
from kbtool.patterns import lazy_pattern
from kbtool.questions.cleaning import clean_line

_ACTIVE = lazy_pattern(r"[\\`*_\[\]{}>#|~$!]")
_TEMPLATE = lazy_pattern(r"(?<=\{)(?=[{%<#])|(?<=[}%>#])(?=\})")
_DASHES = lazy_pattern(r"-(?=-)")
_START = lazy_pattern(r"^(?:([-+=:])|(\d{1,9})([.)]))")
_ANGLES = str.maketrans("<>", "‹›")


def show(text: str) -> str:
    """Text on one line that Markdown shows as it stands; addresses stand in code, so none links."""
    line = _loosen(clean_line(text))
    pieces, at = [], 0
    for start, end in sorted((*find_urls(line), *find_emails(line))):
        if start >= at:
            pieces += [_escape(line[at:start]), f"`{line[start:end].replace('`', chr(39))}`"]
            at = end
    whole = "".join((*pieces, _escape(line[at:])))
    return _START.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", whole)


def comment(text: str) -> str:
    """Text on one line that can stand in a comment of HTML, and cannot end it."""
    return _DASHES.sub("- ", _loosen(clean_line(text)).translate(_ANGLES))


def quoted(text: str) -> str:
    """Text on one line as a value of YAML; some generators put titles into pages as they stand."""
    line = _loosen(clean_line(text)).translate(_ANGLES).replace("](", "] (")
    return json.dumps(line, ensure_ascii=False)


def _escape(text: str) -> str:
    escaped = _ACTIVE.sub(r"\\\g<0>", text)
    return escaped.replace("&", "&amp;").replace("<", "&lt;")


def _loosen(text: str) -> str:
    """Text in which no generator of sites finds a mark of its templates."""
    return _TEMPLATE.sub(" ", text)
