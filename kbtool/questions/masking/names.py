"""Names of people, only where a text says that one comes: after "my name is" or at its end."""

from __future__ import annotations

from itertools import chain

from kbtool.patterns import lazy_pattern
from kbtool.questions.masking.kind import Kind, Places

_UPPER = r"[A-ZÀ-ÖØ-ÞŁŚŻŹĆČŠŽŐŰİĞŞ]"
_WORD = rf"{_UPPER}(?:\.(?=[ ]{_UPPER})|[\w'’-]{{0,30}}+)"
_NAME = (
    rf"{_WORD}(?: (?:(?:van|von|de|der|den|del|della|di|da|la|le|el|bin|al|zu) ){{0,3}}"
    rf"{_WORD}){{0,3}}"
)
_SAID = lazy_pattern(
    r"(?i:(?<!\w)(?:my (?:full )?name is|my name's|full name:|meine? name ist|ich hei(?:ß|ss)e"
    r"|je m'appelle|mon nom est|me llamo|mi nombre es|mi chiamo|il mio nome è|mijn naam is|ik heet"
    rf"|meu nome é|nazywam się|jag heter)) (?P<name>{_NAME})"
)
_SIGNED = lazy_pattern(
    r"(?i:(?<!\w)(?:(?:kind|best|warm|many)? ?regards|best wishes|sincerely(?: yours)?|yours "
    r"(?:truly"
    r"|faithfully|sincerely)|cheers|(?:mit )?(?:freundlichen|besten|herzlichen|vielen) gr(?:ü"
    r"|ue)(?:ß|ss)en"
    r"|(?:viele|liebe|beste|herzliche|freundliche) gr(?:ü|ue)(?:ß|ss)e|mfg|vg|lg|cordialement"
    r"|bien (?:à vous|cordialement)|salutations|(?:un )?saludos?(?: cordiales)?|atentamente"
    r"|cordiali saluti|distinti saluti|met vriendelijke groet(?:en)?|atenciosamente|hälsningar))"
    rf"[,.!]? {{1,2}}(?P<name>{_NAME})[.!]?$"
)


def _find(text: str) -> Places:
    for match in chain(_SAID.finditer(text), _SIGNED.finditer(text)):
        yield match.span("name")


KIND = Kind(
    name="name",
    thing="name",
    find=_find,
    signs=(
        *(
            "name is",
            "name's",
            "full name",
            "name ist",
            "ich hei",
            "m'appelle",
            "nom est",
            "me llamo",
        ),
        *(
            "nombre es",
            "mi chiamo",
            "nome",
            "naam is",
            "ik heet",
            "nazywam",
            "jag heter",
            "regards",
        ),
        *(
            "wishes",
            "sincerely",
            "yours",
            "cheers",
            "grüße",
            "grüsse",
            "gruesse",
            "gruess",
            "grüßen",
        ),
        *(
            "mfg",
            "vg ",
            "lg ",
            "cordial",
            "bien à vous",
            "salutations",
            "saludo",
            "atenta",
            "saluti",
        ),
        *("groet", "atenciosa", "hälsningar", "m’appelle", "grüssen"),
    ),
)
