"""How names of people are written, and the words that say that one comes."""

from __future__ import annotations

from kbtool.patterns import lazy_pattern

UPPER = r"[A-ZÀ-ÖØ-ÞŁŚŻŹĆČŠŽŐŰİĞŞŘĎŤȘȚĐΆ-ΏΑ-ΩЁІЇЄА-Я]"
_WORD = rf"{UPPER}(?:\.(?=[ ]{UPPER})|[\w'’-]{{0,30}}+)"
_JOINT = r" (?:(?:van|von|de|der|den|del|della|di|da|la|le|el|bin|al|zu) ){0,3}"
NAME = rf"{_WORD}(?:{_JOINT}{_WORD}){{0,3}}"
_FULL_NAME = rf"{_WORD}(?:{_JOINT}{_WORD}){{1,3}}"
SAID = (
    r"(?i:(?<!\w)(?:my (?:full )?name is|my name's|full name:|meine? name ist|ich hei(?:ß|ss)e"
    r"|je m'appelle|mon nom est|me llamo|mi nombre es|mi chiamo|il mio nome è|mijn naam is|ik heet"
    r"|meu nome é|nazywam się|jag heter|mam na imię|benim ad[ıi]m|ad[ıi]m|ismim|меня зовут"
    r"|мене звати|мо[её] имя|jmenuji se|mit navn er|jeg (?:hedder|heter)|mitt namn är|nimeni on"
    r"|a nevem|mă numesc|numele meu este|με λένε|tên tôi là|nama saya|zovem se|ime mi je))"
)
# What forms say of a field in place of a name: "First name: Required".
_NO_NAME = (
    r"(?!(?i:required|optional|missing|invalid|empty|unknown|none|not|must|cannot|field|is|the|no"
    r"|yes|error|blank|test|untitled|new|why|how|what|where|who|can|please)(?!\w))"
)
# "Name" alone is said of things too: only with two words behind it.
FIELD = (
    r"(?:(?i:(?:first|last|customer|family) ?name|surname|(?:vor|nach|familien)name|account holder"
    rf"|kontoinhaber(?:in)?): {_NO_NAME}(?P<name>{NAME})"
    rf"|(?i:name): {_NO_NAME}(?P<full>{_FULL_NAME}))"
)
_SAID_LINE = lazy_pattern(rf"{SAID} {NAME}(?=[ \t]{{0,9}}\r?\n\s{{0,9}}{UPPER})")
_FIELD_LINE = lazy_pattern(rf"(?m:^)[ \t]{{0,9}}{FIELD}(?=[ \t]{{0,9}}\r?\n)")
_BEFORE_FIELD = lazy_pattern(
    rf"(?<=\w)(?=[ \t]{{0,9}}\r?\n[ \t\r\n]{{0,9}}{FIELD}[ \t]{{0,9}}(?:\r?\n|\Z))"
)


def end_name_lines(text: str) -> str:
    """The text with a full stop behind names that end a line, and before fields that hold one.

    Lines are joined later: without it a name would run on into the words of the next.
    """
    if "\n" not in text:
        return text
    text = _SAID_LINE.sub(r"\g<0>.", text)
    if ": " not in text:
        return text
    return _FIELD_LINE.sub(r"\g<0>.", _BEFORE_FIELD.sub(".", text))
