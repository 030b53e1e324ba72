"""Passwords beside a user name, "login: jo / Hunter22", and after more words of a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from kbtool.patterns import lazy_pattern
from kbtool.questions.masking.password_words import VALUE, WORDS

_USER = (
    r"log ?in|user(?: ?name| ?id)?|usr|benutzer(?:name)?|anmeldename|identifiant|utilisateur"
    r"|usuario|utente|usu[áa]rio|gebruiker(?:snaam)?|account|credentials|creds|zugangsdaten"
)
_IS = r"(?: (?:is|was|ist|war|lautet|est|es|era|è|é|jest|är|er))?"
_AND = r"(?:and|und|et|y|e|en|och|og|mit|with|con|avec)"
_PAIR = lazy_pattern(
    rf"(?i)(?<![\w-])(?:{_USER})(?:{_IS} ?[:=] ?[^\s:=/|,;]{{2,64}} [/|] |{_IS}[ :=]{{1,3}}"
    rf"[^\s:=/|,;]{{2,64}}[ ,;/|]{{1,3}}(?:{_AND} )?(?:(?:my|the|das|mein|mon|le|mi|la) )?"
    rf"(?:{WORDS})"
    rf"{_IS}[ :=]{{1,3}}){VALUE}"
)
# "the password I use is ...", "das Passwort, das ich nutze, ist ...".
_WHICH = (
    r"i|you|u|we|he|she|they|that|which|for|to|of|here|on|die|das|den|ich|du|sie|wir|ihr|für|von|zum"
    r"|zu|que|qui|j'utilise|j’utilise|je|pour|de|du|del|para|che|per|della|dat|ik|voor|van|som|jag"
)
_SENTENCE = lazy_pattern(
    rf"(?i)(?<![\w-])(?:{WORDS}),? (?:{_WHICH})(?:,? [^\W\d_][\w'’-]{{0,14}}){{0,5}}?,?"
    r"(?: ?[:=]| (?:is|was|ist|war|lautet|est|c'est|c’est|es|era|è|é|jest|är|er):?) ?" + VALUE
)
# Names of programs, ways of coding and versions: what is said of passwords, and no password.
_NAMED = lazy_pattern(
    r"(?i)1password|lastpass|office ?365|(?:aes|sha|md|rsa|tls|wpa|utf|oauth)-?[0-9]+\w*"
    r"|v?[0-9]+(?:[.-][0-9]+)+|[0-9]+-?(?:chars?|characters?|digits?|letters?|days?|bits?|zeichen)"
    r"|[0-9]+(?:st|nd|rd|th)|https?:.*|\w{1,40}@.*|(?:win|windows|ios|android|mac)[0-9]+"
)
_SHORTEST = 5


def find_logins(text: str) -> Iterator[tuple[int, int]]:
    """Places of such passwords: only what has letters and digits, or signs within."""
    for match in chain(_PAIR.finditer(text), _SENTENCE.finditer(text)):
        value = match["value"].rstrip(",;.)?!" if match["value"][-2:].isalnum() else ",;.)?")
        if _is_secret(value):
            yield match.start("value"), match.start("value") + len(value)


def _is_secret(value: str) -> bool:
    if len(value) < _SHORTEST or "\x00" in value or _NAMED.fullmatch(value):
        return False
    digit, letter = any(map(str.isdecimal, value)), any(map(str.isalpha, value))
    strange = any(sign in "!@#$%^&*+?~=" for sign in value)
    return letter and (digit or strange)
