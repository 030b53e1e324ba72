"""Names in fields of forms: "First name: Anna", and "Name: Anna Berg" where no thing is named."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from kbtool.patterns import lazy_pattern
from kbtool.questions.person_fields import FIELD, names_person

# Only at the beginning of a line, or where one ended before lines were joined.
_FIELD = lazy_pattern(rf"(?:(?m:^)|(?<=[.!?:;,>] )){FIELD}(?=\s{{0,9}}(?:[.,;\n]|\Z))")
WORDS = frozenset(
    """
    name: surname: vorname: nachname: familienname: holder: kontoinhaber: kontoinhaberin: firstname:
    lastname: prénom: prenom: nom: famille: complet: apellido: apellidos: nombre: completo: cognome:
    nome: sobrenome: naam: voornaam: achternaam: nazwisko: imię: :
    """.split()
)
"""Words that one must stand in a text."""


def find_fields(text: str, _: AbstractSet[str]) -> Iterator[tuple[int, int]]:
    """Places of names in such fields."""
    for match in _FIELD.finditer(text):
        if names_person(match):
            yield match.span(match.lastgroup or 0)
