"""Fields of forms that hold the name of a person."""

from __future__ import annotations

import re

from kbtool.language.first_names import first_names
from kbtool.patterns import lazy_pattern
from kbtool.questions.person_names import NAME
from kbtool.questions.person_words import find_end

# What forms say of a field in place of a name: "First name: Required".
_NO_NAME = (
    r"(?!(?i:required|optional|missing|invalid|empty|unknown|none|not|must|cannot|field|is|the|no"
    r"|yes|error|blank|test|untitled|new|why|how|what|where|who|can|please)(?!\w))"
)
# "Name" alone is said of things too: what stands there is judged by its words and by the form.
FIELD = (
    r"(?:(?i:(?:first|last|customer|family) ?name|surname|(?:vor|nach|familien)name|account holder"
    r"|kontoinhaber(?:in)?|pr[ée]nom|nom de famille|nom complet|apellidos?|nombre completo|cognome"
    r"|nome completo|sobrenome|(?:voor|achter)naam|nazwisko|imię i nazwisko)"
    rf" ?: {_NO_NAME}(?P<name>{NAME})"
    rf"|(?i:name|nom|nombre|nome|naam|imię) ?: {_NO_NAME}(?P<maybe>{NAME}))"
)
# Fields beside it: those of a contact form, and those of things.
_CONTACT = lazy_pattern(
    r"(?i)(?<!\w)(?:e-?mail|mail|phone|tel|telefon[eo]?|t[ée]l[ée]phone|tel[ée]fono|mobile|handy|cell"
    r"|company|firma|soci[ée]t[ée]|empresa|azienda|bedrijf|country|land|message|nachricht|mensaje"
    r"|address|adresse|surname|first name|last name|vorname|nachname|pr[ée]nom|apellidos?"
    r"|cognome)(?: ?address| ?number)? ?:"
)
_THING = lazy_pattern(
    r"(?i)(?<!\w)(?:type|typ|version|status|sku|price|preis|precio|prix|quantity|qty|model|colou?r"
    r"|size|category|plan|product|produkt|host|port|server|path|url|format|value|key|role|id)s? ?:"
)
_AROUND = 200  # characters before and after a field in which others tell what the form is for
_FEWEST = 2  # words of a name, where neither a first name nor other fields tell


def names_person(match: re.Match[str]) -> bool:
    """Whether a match of FIELD names a person: things have a "name" as well."""
    if match["name"]:
        return True
    text, (start, end) = match.string, match.span("maybe")
    if find_end(text, start, end, first_names()) != end:
        return False
    words = match["maybe"].split(" ")
    if words[0].casefold() in first_names():
        return True
    around = text[max(0, start - _AROUND) : start] + text[end : end + _AROUND]
    if _CONTACT.search(around) or "\x00" in around:
        return True
    return len(words) >= _FEWEST and not _THING.search(around)
