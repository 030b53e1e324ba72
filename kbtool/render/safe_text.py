"""Text of strangers in Markdown and in Jira's markup: nothing in it does anything there.

Characters that mean something are escaped. What services make of bare text (mentions, addresses,
numbers of issues) knows no escapes: a space without width keeps it apart.
"""

from __future__ import annotations

from kbtool.patterns import lazy_pattern
from kbtool.render.terminal import clean, shorten

_APART = "\u200b"  # zero width space
_ACTIVE = lazy_pattern(r"@|(?:#|[gG][hH]-)(?=\w)|:(?=//)|(?<=[A-Za-z]):(?=[^\s:])|[wW]{3}(?=\.)")
_MARKDOWN = lazy_pattern(r"[\\`*_\[\]|~$]")
_MARKDOWN_START = lazy_pattern(r"^(?:([-+=>#])|(\d{1,9})([.)]))")
_JIRA = lazy_pattern(r"[\\{}\[\]|!*_~^]")
_JIRA_START = lazy_pattern(r"^(?=[-#+])|^(?:h[1-6]|bq)(?=\.)")


def plain(text: str) -> str:
    """Text on one line without characters that steer a program."""
    return clean(" ".join(text.split()))


def markdown(text: str, longest: int = 0) -> str:
    """Text that Markdown shows as it stands, on one line, cut to ``longest`` characters first."""
    line = _MARKDOWN.sub(r"\\\g<0>", _keep_apart(_cut(text, longest)))
    line = line.replace("&", "&amp;").replace("<", "&lt;")
    return _MARKDOWN_START.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", line)


def jira(text: str, longest: int = 0) -> str:
    """Text that Jira shows as it stands, on one line, cut to ``longest`` characters first."""
    line = _JIRA.sub(r"\\\g<0>", _keep_apart(_cut(text, longest)))
    return _JIRA_START.sub(rf"\g<0>{_APART}", line)


def bare_title(text: str) -> str:
    """Text for a field without markup, in which services still look for mentions and numbers."""
    return _keep_apart(plain(text))


def _cut(text: str, longest: int) -> str:
    line = plain(text)
    return shorten(line, longest) if longest else line


def _keep_apart(line: str) -> str:
    return _ACTIVE.sub(rf"\g<0>{_APART}", line)
