"""Lines that mail programs set above a message that they repeat or pass on."""

from __future__ import annotations

import re

from kbtool.patterns import lazy_pattern

# "On Mon, 3 Jan 2022 at 10:00, Ann <a@example.com> wrote:" in the languages of help centres. The
# end is looked for first: beginnings are frequent words, and each would be followed for long.
_WROTE = lazy_pattern(
    r" (?:wrote|a écrit|écrit|escribió|ha scritto|escreveu|het volgende geschreven"
    r"|(?:schrieb|schreef)(?: [^\r\n:]{1,120})?)[ \u00a0]?:"
)
_OPENER = lazy_pattern(r"(?<![^\s:])(?:On|Am|Le|El|Il|Em|A|Op) ")
_LONGEST_OPENER = 240


def find_wrote(text: str, start: int = 0) -> tuple[int, int] | None:
    """Where, from ``start`` on, the line stands that says who wrote what follows and when.

    None where none does.

    A digit of the date keeps "On the page I wrote:" apart.
    """
    for match in _WROTE.finditer(text, start):
        first = max(start, match.start() - _LONGEST_OPENER)
        for opener in _OPENER.finditer(text, first, match.start()):
            if any(map(str.isdigit, text[opener.end() : match.start()])):
                return opener.start(), match.end()
    return None


_ORIGINAL = (
    r"(?:Original Message|Original Appointment|Ursprüngliche Nachricht|Originalnachricht|"
    r"Message d['’]origine|Message original|Mensaje original|Messaggio originale|"
    r"Mensagem original|Oorspronkelijk bericht|Reply [Mm]essage|Original [Mm]ail)"
)
_ORIGINAL_LINE = rf"(?<!-)-{{2,40}}+ {{0,3}}+{_ORIGINAL} {{0,3}}+-{{2,40}}+"
ORIGINAL = lazy_pattern(_ORIGINAL_LINE, re.IGNORECASE)
"""The mark that Outlook and others set above the message that is answered."""

_FORWARDED = (
    r"(?:Forwarded message|Weitergeleitete Nachricht|Message transféré|Mensaje reenviado|"
    r"Messaggio inoltrato|Mensagem encaminhada|Doorgestuurd bericht)"
)
_FORWARDED_LINE = (
    rf"(?:(?<!-)-{{2,40}}+ {{0,3}}+{_FORWARDED}(?: from [^\r\n-]{{1,80}})? {{0,3}}-{{2,40}}+"
    r"|Begin forwarded message:|Anfang der weitergeleiteten Nachricht:"
    r"|Début du message transféré ?:|Inicio del mensaje reenviado:)"
)
FORWARDED = lazy_pattern(_FORWARDED_LINE, re.IGNORECASE)
"""The mark above a message that is passed on."""

_MARK = lazy_pattern(rf"{_ORIGINAL_LINE}|{_FORWARDED_LINE}", re.IGNORECASE)


def find_mark(text: str, start: int = 0) -> tuple[int, int] | None:
    """Where, from ``start`` on, the first mark of either kind stands; None where none does."""
    match = _MARK.search(text, start)
    return match.span() if match else None


_FROM = r"(?:From|Von|De|Da|Van)"
_SENT = r"(?:Sent|Date|Gesendet|Datum|Envoyé|Enviado|Enviado el|Fecha|Inviato|Data|Verzonden)"
_TO = r"(?:To|Cc|CC|Reply-To|An|À|Para|A|Aan|Kopie)"
_SUBJECT = r"(?:Subject|Betreff|Objet|Asunto|Oggetto|Assunto|Onderwerp)"
_STARRED = r"\*{0,2}"
FROM_LINE = lazy_pattern(rf"[ \t]{{0,9}}{_STARRED}{_FROM} ?:{_STARRED} ?\S")
"""The first line of a block of headers."""

HEADER_LINE = lazy_pattern(
    rf"[ \t]{{0,9}}{_STARRED}(?:{_FROM}|{_SENT}|{_TO}|{_SUBJECT}) ?:{_STARRED}(?:\s|\Z)"
)
"""Any line of such a block."""

_IN_LINE = (" Sent: ", " To: ", " Subject: ")
_LONGEST_BLOCK = 600


def find_headers_in_line(text: str, start: int = 0) -> tuple[int, int] | None:
    """Where, from ``start`` on, a block of headers stands in a text whose lines were joined.

    None where none does.
    """
    at = text.find("From: ", start)
    while at >= 0:
        end = at
        for name in _IN_LINE:
            end = text.find(name, end, at + _LONGEST_BLOCK)
            if end < 0:
                break
        else:
            return at, end + len(_IN_LINE[-1])
        at = text.find("From: ", at + 1)
    return None
