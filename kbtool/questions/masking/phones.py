"""Telephone numbers in the forms of large markets."""

from __future__ import annotations

import re
from itertools import chain

from kbtool.patterns import lazy_pattern
from kbtool.questions.masking.kind import Kind, Places

# Signs of Chinese and Japanese may stand beside.
_END = r"(?![a-zA-Z0-9_À-ɏ]|[.,:/-][0-9]|-[A-Za-z])"
# "+49 (0)30 1234567", "0044 161 4960000": digits in any groups.
_INTERNATIONAL = lazy_pattern(
    rf"(?:(?<![\w+])\+|(?<![a-zA-Z0-9_.,:/#+-])(?:00|011[ -]))[1-9]"
    rf"(?:[ .()/-]{{0,3}}[0-9]){{6,13}}{_END}"
)
_FORMS = (
    # United States and Canada; no area code and no exchange begins with 0 or 1
    r"(?:1[ .-])?(?:\([2-9][0-9]{2}\) ?|[2-9][0-9]{2}[ .-])[2-9][0-9]{2}[ .-][0-9]{4}",
    # with 0 before the area code: most of Europe, Japan, Korea, Australia
    r"\(?0[1-9][0-9]{0,3}\)?(?:[ ./-]{1,3}[0-9]{2,9}){1,5}",
    r"0[1-9][0-9]{8,9}",
    # Spain, Portugal, Poland
    r"[5-9][0-9]{2}[ -][0-9]{3}[ -][0-9]{3}",
    r"[6-9][0-9]{2}(?:[ -][0-9]{2}){3}",
    r"9[0-9][ -][0-9]{3}(?:[ -][0-9]{2}){2}",
    # Italian mobiles; India; Brazil; China
    r"3[0-9]{2}[ .-][0-9]{6,7}",
    r"[6-9][0-9]{4}[ -][0-9]{5}",
    r"\([1-9][0-9]\) ?9?[0-9]{4}[ -]?[0-9]{4}",
    r"[1-9][0-9] 9[0-9]{4}-[0-9]{4}",
    r"1[3-9][0-9][ -][0-9]{4}[ -][0-9]{4}",
)
_NATIONAL = lazy_pattern(rf"(?<![a-zA-Z0-9_À-ɏ.,:/#+$€£-])(?:{'|'.join(_FORMS)}){_END}")
# Any digits right after a word for it.
_NAMED = lazy_pattern(
    r"(?<!\w)(?:(?:tele|cell ?|mobile ?)?phone|mobile?|mob|cell|tel|landline|whatsapp|sms|text|call"
    r"|fax|contact|handy(?:nummer)?|telefon(?:nummer)?|festnetz|rufnummer|r[üu]ckruf"
    r"|t[ée]l[ée]phone|portable|m[óo]vil|tel[ée]fono|celular|cellulare|telefoon|telefone|gsm)[.:]?"
    r"(?: (?:number|no\.?|nummer|num[ée]ro|n[úu]mero|is|ist|est|es|me|us|on|at|to|an|unter|au|al|my"
    r"|the|#)[.:]?){0,4}[ :]{1,2}(?P<number>\(?[0-9](?:[ .()/-]{0,2}[0-9]){6,13})(?![\w]"
    r"|[.,:/-][0-9])"
    r"|(?<!\w)(?:my|the|meine|mon|mi) (?:number|nummer|num[ée]ro|n[úu]mero)(?: is| ist| est| es)?"
    r"[ :]{1,2}(?P<bare>[0-9]{9,13})(?!\w)",
    re.IGNORECASE,
)
_DATE = lazy_pattern(r"[0-9]{2}([./-])[0-9]{2}\1(?:19|20)[0-9]{2}")
_VERSION = lazy_pattern(r"[0-9]\.[0-9](?![0-9])")
_ROUND = lazy_pattern(r"[ .-]000(?:[ .-]000)?$")  # of amounts: "600 000 000"


def _find(text: str) -> Places:
    for match in chain(_INTERNATIONAL.finditer(text), _NATIONAL.finditer(text)):
        if _is_number(match[0]):
            yield match.span()
    for match in _NAMED.finditer(text):
        if not _VERSION.search(match[0]):
            yield match.span("number" if match["number"] else "bare")


def _is_number(found: str) -> bool:
    """Whether it has as many digits as a number has, and is neither a date nor an amount."""
    digits = sum(map(str.isdecimal, found))
    fewest, most = (
        (9, 12) if found.startswith(("0", "(0")) and not found.startswith("00") else (8, 15)
    )
    return fewest <= digits <= most and not _DATE.match(found) and not _ROUND.search(found)


KIND = Kind(name="phone", thing="phone number", find=_find, digits=7)
