"""Lines that mail servers, scanners and help desks set into a message."""

from __future__ import annotations

import re

from kbtool.patterns import lazy_pattern
from kbtool.questions.cleaning.characters import has_one, has_word

# One of these stands in each; looking for them costs next to nothing.
_HINTS = ("cid:", "mage:", "http", "##", "aution", "AUTION", "xtern", "EXTERN", "irus", "elivered")
_LINE = lazy_pattern(
    r"(?:(?<=[\r\n])|\A)[ \t>*]{0,4}(?:"
    r"\[(?:cid:|image: ?|inline image)[^\]\r\n]{1,200}\](?:<[^<>\r\n]{1,300}>)?"
    r"|\[https?://[^\]\s]{1,300}\](?:<[^<>\s]{1,300}>)?"
    r"|##-? ?[^\r\n#]{5,120} ?-?##"
    r"|\[?(?:caution|warning|attention|external(?: e-?mail| sender)?|achtung|externe e-?mail)\]?"
    r" ?[:!-]? ?[^\r\n]{0,60}\b(?:originated|from outside|outside of"
    r"|external (?:sender|source|e-?mail)|externen? (?:absender|quelle)"
    r"|expéditeur externe|remitente externo)\b[^\r\n]{0,300}"
    r"|(?:virus-free|virenfrei|sans virus|libre de virus)\.?(?: ?\W?(?:www\.)?[\w.]{1,40})?"
    r"|this e-?mail is a service from [^\r\n]{1,80}?(?:delivered by \w{1,20}\.?)?"
    r")[ \t*]{0,4}(?=[\r\n]|\Z)",
    re.IGNORECASE,
)


def strip_banners(text: str) -> str:
    """The text without such lines; all of it where it is nothing else."""
    if not ("\n" in text and has_one(text, _HINTS)):
        return text
    plain = _LINE.sub("", text)
    return plain if has_word(plain) else text
