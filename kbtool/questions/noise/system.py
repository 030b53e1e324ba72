"""Lines that help desks and telephone systems write into tickets."""

from __future__ import annotations

from kbtool.patterns import lazy_pattern
from kbtool.questions.noise.titles import is_person_title

_LONGEST = 400
_TOTALS = ("grand total",)
_RESTS = ("(other)", "(others)", "(sonstige)", "(otros)", "(autres)")
_TERMLESS = ("(not set)", "(not provided)", "(data not available)", "(unavailable)", "(none)")
_TICKET = r"(?:ticket|request|conversation|case|issue|chat)"
_ABOUT = r"(?: #?\d{1,12})?(?: [\"“][^\"”]{0,150}[\"”])?"
_DONE = (
    r"(?:(?:automatically )?(?:merged|closed|reopened|re-opened|created|assigned|reassigned|"
    r"escalated|solved|resolved|archived|deleted|transferred)|marked as \w{1,20})"
)
_MERGED = lazy_pattern(
    rf"^(?:this |the )?{_TICKET}{_ABOUT} (?:was|has been|is) (?:closed and )?merged (?:into|with) "
    rf"(?:this {_TICKET}|(?:{_TICKET} )?#?\d)"
)
_CHANGED = lazy_pattern(
    rf"^(?:this |the )?{_TICKET}{_ABOUT} (?:was|has been) {_DONE}"
    r"(?: (?:automatically|by [\w .'-]{1,40}|on \d[\w .:,/-]{1,25}|due to inactivity"
    r"|to [\w -]{1,40}))?"
    r"\.?$"
)
_STARTED = lazy_pattern(
    r"^(?:chat|conversation) (?:started|ended|transcript)(?: (?:on|at) [\d.,:/ apm-]{3,30})?\.?$"
)
_CALL = lazy_pattern(r"^call details: time of call: .{1,300}\blength of call: [\w ,:]{1,40}$")
_OPENERS = (
    "call details",
    "this ",
    "the ",
    "ticket",
    "request",
    "conversation",
    "case",
    "issue",
    "chat",
)


def is_system_message(text: str) -> bool:
    """Whether the text is a note of a program on the ticket itself."""
    if len(text) > _LONGEST or "?" in text:
        return False
    if is_person_title(text):
        return True
    lower = text.lower()
    if not lower.startswith(_OPENERS):
        return False
    return any(pattern.search(lower) for pattern in (_MERGED, _CHANGED, _STARTED, _CALL))


def is_total(text: str) -> bool:
    """Whether the text is what reports of searches write for the sum of all rows."""
    return text[:20].casefold() in _TOTALS


def is_rest(text: str) -> bool:
    """The same for rows of rare terms that were put together."""
    return text.startswith("(") and text[:20].casefold() in _RESTS


def is_termless(text: str) -> bool:
    """The same for searches of which no term is known."""
    return text.startswith("(") and text[:30].casefold() in _TERMLESS
