"""Lines that telephones and mail programs write below a message: "Sent from my iPhone"."""

from __future__ import annotations

from kbtool.patterns import lazy_pattern
from kbtool.questions.cleaning.characters import has_one

_OWN = r"(?:my |meinem |mon |ma |mi |il mio |dal mio |meu |mijn )?"
_DEVICE = (
    r"(?:i ?Phone|i ?Pad|i ?Pod|Android|Samsung|Galaxy|Huawei|BlackBerry|Handy|Smartphone|"
    r"smartphone|[Mm]obile|phone|Outlook|Mail|Yahoo|Windows|Gmail|GMX|WEB|T-Mobile|Telekom|"
    r"Xiaomi|Nokia|Proton|[Tt]elefon|[Tt]éléphone|[Mm]óvil|[Tt]el[eé]fono|celular|Orange|tablet)"
)
_ON_IT = (
    r"(?:[ \w]{0,20} (?:for|on|für|auf|pour|sur|para|en|per|su|voor|op) [\w ]{1,30}| ?[\w-]{0,12})"
)
_SENT_FROM = lazy_pattern(
    r"(?:(?<=[\r\n])|(?<=[.!?,…] ))[ \t]{0,3}(?:"
    r"(?:Sent (?:from|via|with|using)|Gesendet (?:von|mit)|Envoyé (?:de|depuis|à partir de)|"
    r"Enviado (?:desde|do|de)|Inviato (?:da|dal)|Verzonden (?:vanaf|met|van)|Verstuurd vanaf) "
    rf"{_OWN}{_DEVICE}{_ON_IT}|Von {_OWN}{_DEVICE}{_ON_IT} gesendet|Get Outlook for \w{{2,10}}"
    r")\.?\s{0,20}\Z"
)
# One of these stands in each; looking for them costs next to nothing.
_SENDING = (
    "Sent ",
    "Gesendet ",
    "Envoyé ",
    "Enviado ",
    "Inviato ",
    "Verzonden ",
    "Verstuurd ",
    " gesendet",
    "Get Outlook",
)
_STARTS = (*_SENDING[:7], "Von ", "Get Outlook")
_TAIL = 160  # characters from the end in which the line is looked for


def find_sent_from(text: str, end: int) -> int | None:
    """Where the last line of a mail program begins before ``end``; None where none is there."""
    if not has_one(text, _SENDING):
        return None
    match = _SENT_FROM.search(text, max(0, end - _TAIL), end)
    return match.start() if match else None


def is_sent_from(line: str) -> bool:
    """Whether a line is one that a mail program wrote, and nothing else."""
    return line.startswith(_STARTS) and find_sent_from(f"\n{line}", len(line) + 1) == 1
