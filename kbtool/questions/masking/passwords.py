"""Passwords, PINs and codes that are used once, by the word before them."""

from __future__ import annotations

import re

from kbtool.patterns import lazy_pattern
from kbtool.questions.masking.kind import Kind, Places

_WORDS = (
    r"pass ?words?|passwd|pwd|p/?w|pswd|pass|passphrase|passwort|kennwort|mot de passe|mdp"
    r"|contrase[ñn]a|clave|wachtwoord|senha|parola d'ordine|l[öo]senord|has[łl]o"
    r"|secret answer|security answer"
)
_IS = r"(?: (?:is|was|ist|war|lautet|est|es|era|è))"
_VALUE = r"[\"'“„«]?(?P<value>[^\s\"'“”„«»<>(\[{][^\s\"'“”„«»<>]{2,63})"
_PASSWORD = lazy_pattern(
    rf"(?<![\w-])(?:{_WORDS})(?P<link> ?[:=] ?|{_IS}:? | )(?=\S){_VALUE}", re.IGNORECASE
)
_CODE = lazy_pattern(
    r"(?<![\w-])(?:pin(?: code)?|codice pin|cvv2?|cvc2?|otp|tan|passcode|pass code|2fa code"
    r"|(?:verification|security|one[- ]time|login|sms|confirmation|access|auth(?:entication)?) code"
    r"|(?:best[äa]tigungs|sicherheits|zugangs)code|code (?:de v[ée]rification|sms|pin)"
    r"|c[óo]digo de (?:verificaci[óo]n|seguridad))"
    rf"(?:{_IS}|[:=#])?[ :=#]{{1,2}}(?P<value>[0-9]{{3,4}}[ -]?[0-9]{{0,5}})(?![\w]|[ .,:/-][0-9])",
    re.IGNORECASE,
)
# What is said about a password rather than being one.
_SAID = frozenset(
    """
    reset forgot forgotten change changed help expired invalid incorrect wrong required recovery how
    why when where what not is was the a my your please hint manager policy field protected new old
    vergessen falsch ändern zurücksetzen ungültig oublié incorrect perdu olvidada incorrecta error
    oauth oauth2 pass fail yes no none null empty blank unknown missing and or must should
    """.split()
)
_HOST = lazy_pattern(r"(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,10}(?::[0-9]+)?")
_TELLING = lazy_pattern(r"[:=0-9]")
_SHORTEST_PIN = 4
_ENDS = (",", ";", ".", ")", "!", "?")


def _find(text: str) -> Places:
    if not _TELLING.search(text):
        return
    for match in _PASSWORD.finditer(text):
        start, end = match.span("value")
        value = match["value"].rstrip(",;.)?")
        end = start + len(value)
        rest = text[end : end + 1] in ("", *_ENDS) or text[end : end + 3].lstrip()[:1] in (
            "",
            *_ENDS,
        )
        if value and _is_secret(value, match["link"], last=rest):
            yield start, end
    for match in _CODE.finditer(text):
        yield match.start("value"), match.start("value") + len(match["value"].rstrip(" -"))


def _is_secret(value: str, link: str, *, last: bool) -> bool:
    """Whether what follows the word is a password: unlike a word, or a word after a colon alone."""
    if value.casefold() in _SAID or "\x00" in value or _HOST.fullmatch(value):
        return False
    if value.isdecimal() and len(value) < _SHORTEST_PIN:  # "error 400" and its like
        return False
    plain = value.isalpha() and not any(map(str.isupper, value[1:]))
    told = any(sign in link for sign in ":=")
    if told:
        return not plain or last
    has_digit = any(map(str.isdecimal, value))
    strange = any(not sign.isalnum() for sign in value[1:-1].replace("-", "").replace("'", ""))
    mixed = has_digit and any(map(str.isalpha, value))
    return (
        len(value) >= 6 and (mixed or (has_digit and strange))
        if link.strip()
        else (len(value) >= 6 and mixed and strange)
    )


KIND = Kind(
    name="password",
    thing="password or PIN",
    things="passwords and PINs",
    find=_find,
    signs=(
        *(
            "pass",
            "pwd",
            "pw",
            "p/w",
            "pswd",
            "kennwort",
            "mot de passe",
            "mdp",
            "contrase",
            "clave",
            "wachtwoord",
        ),
        *(
            "senha",
            "parola",
            "losenord",
            "lösenord",
            "haslo",
            "hasło",
            "answer",
            "pin",
            "cvv",
            "cvc",
        ),
        *("otp", "tan", "code", "código", "codigo"),
    ),
)
