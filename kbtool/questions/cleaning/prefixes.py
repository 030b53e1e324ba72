"""What mail programs and help desks write before a subject: "Re:", "AW:", "[#123]"."""

from __future__ import annotations

from kbtool.patterns import lazy_pattern
from kbtool.questions.cleaning.characters import has_word

_SPACE = r"\s{0,3}"
_NUMBER = r"(?:#[A-Z]{0,8}[-_ ]?\d{1,15}|\d{6,15})"  # "[404]" and "[ERR-12]" are what is asked
_TICKET = r"(?:[Tt]icket|[Cc]ase|[Rr]equest|[Ii]ncident|[Aa]nfrage|[Vv]organg)"
_BRACKETED = (
    rf"(?:\[(?:{_TICKET}[ :]{{0,2}}#?\d{{1,15}}|{_NUMBER})\]"
    rf"|\({_TICKET}?[ :]{{0,2}}#\d{{2,15}}\))"
)
# Short ones are taken in capitals alone: "tr: " may be a word of a search.
_PREFIX = lazy_pattern(
    r"\s*+(?:"
    rf"(?i:re|fwd?|aw|wg|antw|antwort|doorst|enc|res){_SPACE}(?:\[\d{{1,3}}\]|\(\d{{1,3}}\))?:"
    rf"|(?:TR|RV|SV|RIF|Tr|Rv|Sv|Rif){_SPACE}:"
    r"|\[(?i:external|ext|extern|spam\??)\](?::|\s-)?"
    rf"|{_BRACKETED}(?::|\s-)?"
    rf"|(?:{_TICKET}[ :]{{1,2}}#?\d{{3,15}}|#\d{{4,15}}){_SPACE}(?::|[-–—|]\s)"
    r")\s*+"
)
_TRAILING = lazy_pattern(rf"\s{{0,3}}{_BRACKETED}\s{{0,9}}\Z")
_LONGEST_TAIL = 60


def strip_prefixes(text: str) -> str:
    """The text without prefixes of its first line; all of it where nothing else is in it."""
    at = skip_prefixes(text)
    return text[at:] if at and has_word(text[at:]) else text


def skip_prefixes(text: str) -> int:
    """Where the text goes on behind its prefixes."""
    at = 0
    while match := _PREFIX.match(text, at):
        at = match.end()
    return at


def strip_subject(subject: str) -> str:
    """The same for a subject, which may end with a number as well."""
    subject = strip_prefixes(subject)
    match = _TRAILING.search(subject, max(0, len(subject) - _LONGEST_TAIL))
    return subject[: match.start()] if match and has_word(subject[: match.start()]) else subject
