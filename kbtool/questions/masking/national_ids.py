"""Numbers that states give people: taxes, insurance, identity cards, passports."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kbtool.patterns import lazy_pattern
from kbtool.questions.masking.check_digits import passes_luhn, passes_verhoeff
from kbtool.questions.masking.identity import Identity
from kbtool.questions.masking.identity_checks import (
    is_ahv,
    is_belgian,
    is_bsn,
    is_cnpj,
    is_codice_fiscale,
    is_cpf,
    is_dni,
    is_korean,
    is_nhs,
    is_nir,
    is_personnummer,
    is_pesel,
    is_resident_id,
    is_ssn,
    is_steuer_id,
    is_tfn,
)
from kbtool.questions.masking.kind import Kind, Places

_BEFORE = 40  # characters before a number in which it may be named


def _form(text: str) -> re.Pattern[str]:
    """A number that stands alone: not the part of another, a price or a word."""
    return lazy_pattern(rf"(?<![\w.,/#+-])(?:{text})(?![\w]|[.,/-][0-9])", re.IGNORECASE)


def _words(text: str) -> re.Pattern[str]:
    return lazy_pattern(rf"(?<![^\W_])(?:{text})(?![^\W_])", re.IGNORECASE)


IDENTITIES: tuple[Identity, ...] = (
    # United States: social security, taxpayer number
    Identity(_form(r"[0-9]{3}-[0-9]{2}-[0-9]{4}"), is_ssn),
    Identity(
        _form(r"[0-9]{3}[ .]?[0-9]{2}[ .]?[0-9]{4}"), is_ssn,
        _words(r"ssn|itin|social security|tax ?(?:payer)? ?id"),
    ),
    # United Kingdom: national insurance
    Identity(
        _form(
            r"(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
            r" ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D]"
        )
    ),
    Identity(  # of its health service
        _form(r"[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}"), is_nhs, _words(r"nhs|health service")
    ),
    Identity(_form(r"[1-9][0-9] ?[0-9]{3} ?[0-9]{3} ?[0-9]{3}"), is_steuer_id),  # Germany
    Identity(  # France
        _form(
            r"[12][ .]?[0-9]{2}[ .]?(?:0[1-9]|1[0-2]|[2-9][0-9])[ .]?(?:[0-9]{2}|2[AB])"
            r"(?:[ .]?[0-9]{3}){2}[ .]?[0-9]{2}"
        ),
        is_nir,
    ),
    # Spain: citizens, foreigners
    Identity(_form(r"(?:[0-9]{8}|[0-9]{2}\.[0-9]{3}\.[0-9]{3})[ -]?[A-HJ-NP-TV-Z]"), is_dni),
    Identity(_form(r"[XYZ][ -]?[0-9]{7}[ -]?[A-HJ-NP-TV-Z]"), is_dni),
    Identity(  # Italy
        _form(r"[A-Z]{6}[0-9]{2}[ABCDEHLMPRST][0-9]{2}[A-Z][0-9]{3}[A-Z]"), is_codice_fiscale
    ),
    Identity(  # Netherlands
        _form(r"[0-9]{9}|[0-9]{4}[ .][0-9]{2}[ .][0-9]{3}"), is_bsn,
        _words(r"bsn|burgerservicenummer|sofi-?nummer"),
    ),
    Identity(_form(r"[2-9][0-9]{3}([ -])[0-9]{4}\1[0-9]{4}"), passes_verhoeff),  # India
    Identity(_form(r"[2-9][0-9]{11}"), passes_verhoeff, _words(r"aa?dh?aa?r|uidai|uid")),
    Identity(_form(r"[A-Z]{3}[ABCFGHJLPT][A-Z][0-9]{4}[A-Z]")),
    Identity(_form(r"[0-9]{3}\.[0-9]{3}\.[0-9]{3}-[0-9]{2}"), is_cpf),  # Brazil
    Identity(_form(r"[0-9]{11}"), is_cpf, _words("cpf")),
    Identity(_form(r"[0-9]{2}\.[0-9]{3}\.[0-9]{3}/[0-9]{4}-[0-9]{2}"), is_cnpj),
    Identity(_form(r"[0-9]{14}"), is_cnpj, _words("cnpj")),
    Identity(_form(r"[1-79][0-9]{2}-[0-9]{3}-[0-9]{3}"), passes_luhn),  # Canada
    Identity(
        _form(r"[1-79][0-9]{2} ?[0-9]{3} ?[0-9]{3}"), passes_luhn,
        _words(r"sin|nas|social insurance|assurance sociale"),
    ),
    Identity(  # Australia
        _form(r"[0-9]{3} ?[0-9]{3} ?[0-9]{3}"), is_tfn, _words(r"tfn|tax file")
    ),
    Identity(_form(r"[0-9]{11}"), is_pesel, _words("pesel")),  # Poland
    Identity(_form(r"756\.?[0-9]{4}\.?[0-9]{4}\.?[0-9]{2}"), is_ahv),  # Switzerland
    Identity(_form(r"[0-9]{2}\.[0-9]{2}\.[0-9]{2}-[0-9]{3}\.[0-9]{2}"), is_belgian),  # Belgium
    Identity(_form(r"(?:19|20)?[0-9]{6}[-+][0-9]{4}"), is_personnummer),  # Sweden
    Identity(_form(r"[0-9]{6}-[1-8][0-9]{6}"), is_korean),  # Korea
    Identity(_form(r"[1-9][0-9]{16}[0-9X]"), is_resident_id),  # China
    Identity(_form(r"[A-Z]{4}[0-9]{6}[HM][A-Z]{5}[0-9A-Z][0-9]")),  # Mexico
    # passports, identity cards and driving licences of all countries
    Identity(
        _form(r"(?=[A-Z]{0,8}[0-9])[A-Z0-9]{6,12}"), None,
        _words(
            r"passport(?: number| no\.?| nr\.?)?|reisepass(?:nummer)?|personalausweis(?:nummer)?"
            r"|passeport|pasaporte|passaporto|paspoort|id card|identity card|driver'?s? licen[cs]e"
            r"|driving licen[cs]e|führerschein|ausweis(?:nummer)?|dni|nie|nif|nin|nino"
        ),
    ),
)  # fmt: skip
# Six digits with marks between them, after up to eight letters; or a long word of both.
_WORD = lazy_pattern(
    r"(?<![\w.,/#+-])(?:(?P<apart>[A-Za-z]{1,2}[ -])?[A-Za-z]{0,8}[0-9](?:[ .-]?[0-9]){5,20}"
    r"|[A-Za-z0-9]{0,8}[0-9][A-Za-z0-9]{4,}|[12](?: ?[0-9]{2}){2} ?2[ABab])"
)
_GAP = lazy_pattern(
    r"(?:[ :#.]|is|ist|est|es|è|number|num|no|nr|nummer|n[úu]mero|num[ée]ro|it|to){0,6}"
)


def _find(text: str) -> Places:
    for start in _starts(text):
        for identity in IDENTITIES:
            match = identity.pattern.match(text, start)
            if match and _is_named(identity, text, start) and _passes(identity, match[0]):
                yield match.span()
                break


def _starts(text: str) -> Iterator[int]:
    """Where a number may begin: trying each pattern at every letter takes ten times as long."""
    for match in _WORD.finditer(text):
        yield match.start()
        if match["apart"]:
            yield match.end("apart")


def _passes(identity: Identity, found: str) -> bool:
    plain = "".join(filter(str.isalnum, found)).upper()
    return identity.check is None or identity.check(plain)


def _is_named(identity: Identity, text: str, start: int) -> bool:
    """Whether nothing need be said, or the word stands shortly before; digits only end the link."""
    if identity.named is None:
        return True
    before = text[max(0, start - _BEFORE) : start]
    if identity.check is not None:
        return bool(identity.named.search(before))
    return any(_GAP.fullmatch(before, match.end()) for match in identity.named.finditer(before))


KIND = Kind(name="national id", thing="national id", find=_find, digits=4)
