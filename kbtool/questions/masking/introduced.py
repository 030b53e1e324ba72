"""Names with which people introduce themselves: "This is Anna Berg, ...", "I'm Anna and ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from kbtool.language.first_names import first_names
from kbtool.patterns import lazy_pattern
from kbtool.questions.masking.cues import match_at
from kbtool.questions.person_names import NAME, UPPER
from kbtool.questions.person_words import find_end, goes_on, is_titled

# Much may stand behind "this is" that is no person: only where a sentence begins it opens a name.
_OPENED = lazy_pattern(
    r"(?<![\w'’-])(?:(?P<thing>(?i:this is|it's|it’s|it's (?:just )?me,|here is|das ist"
    r"|hier ist|c'est|c’est|ici|aquí|qui è|aqui é|é (?:o|a)|dit is|det är))"
    r"|(?P<person>(?i:i'm|i’m|i am|ich bin(?: (?:der|die))?|hier spricht|je suis|soy|(?:le )?habla"
    r"|sono|(?:eu )?sou(?: (?:o|a))?|quem fala é (?:o|a)|ik ben|jestem|jag är|jeg er)))"
    rf" (?P<name>{NAME})"
)
_SPOKE = lazy_pattern(
    rf"(?:^|(?<=[.!?,>] ))(?P<name>{UPPER}[\w'’-]{{1,20}}(?: {UPPER}[\w'’-]{{1,20}})?)"
    r"(?= (?:here|speaking|hier|ici|aquí|qui|aqui)(?:[,.!:;]|$| again| from| and| with))"
)
_BEGINNINGS = (
    *("this is ", "it's ", "it’s ", "here is ", "das ist ", "hier ", "c'est ", "c’est "),
    *("ici ", "aquí ", "qui è ", "aqui é ", "é o ", "é a ", "dit is ", "det är ", "i'm ", "i’m "),
    *("i am ", "ich bin ", "je suis ", "soy ", "le habla ", "habla ", "sono ", "eu sou ", "sou "),
    *("quem fala ", "ik ben ", "jestem ", "jag är ", "jeg er "),
)
WORDS = frozenset(
    """
    this it's it’s here das hier c'est c’est ici aquí qui é dit det i'm i’m am bin suis soy habla
    sono sou fala ben jestem jag jeg
    """.split()
)
"""Words that one must stand in a text."""
ENDS = frozenset(("here", "speaking", "hier", "ici", "aquí", "qui", "aqui"))
_BEGINS = frozenset(".!?:;,>)\n\x00\"'“„-–—*")
_GREETINGS = lazy_pattern(
    r"(?i:hi|hello|hey|there|team|hallo|bonjour|hola|ciao|olá|hoi|day|morning)$"
)
_ENDS = lazy_pattern(r"\s{0,3}(?:[,!;…)\n\x00]|\.(?!\w)|[-–—](?=\s)|$)")
# What people say next who have told their name, and nobody says of a thing.
_TELLS = lazy_pattern(
    r"(?:,| -| –|\.)? (?:(?i:and|und|et|y|e|en|och|og) )?(?:(?:I|I'm|I’ve|I've|I'd|my|My"
    r"|we|We|our)(?!\w)|(?i:ich|mein\w{0,2}|wir|habe|je|j'ai|j’ai|mon|ma|yo|mi|tengo|quiero|mio|mia|ho|vorrei|eu|meu"
    r"|minha|ik|mijn|heb)(?!\w)|(?:from|here|calling|writing|again|speaking|aus|von|de|van)(?!\w))"
)
_FEWEST = 2  # words of a name whose first is not known for one


def find_introduced(text: str, _: AbstractSet[str]) -> Iterator[tuple[int, int]]:
    """Places of names behind "This is"."""
    for match in match_at(_OPENED, text, _BEGINNINGS):
        thing = match["thing"] is not None
        if thing and not _begins(text, match.start()):
            continue
        start, stop = match.span("name")
        end = find_end(text, start, stop, first_names())
        if end and _is_person(match, text[start:end].split(" "), end, thing=thing):
            yield start, end


def find_spoken(text: str, _: AbstractSet[str]) -> Iterator[tuple[int, int]]:
    """Places of names before "here" and "speaking"."""
    for match in _SPOKE.finditer(text):
        start, stop = match.span("name")
        words = match["name"].split(" ")
        if find_end(text, start, stop, first_names()) == stop and (
            _is_known(words[0]) or (len(words) >= _FEWEST and is_titled(words))
        ):
            yield start, stop


def _begins(text: str, start: int) -> bool:
    """Whether a sentence begins there, maybe behind a greeting."""
    before = text[max(0, start - 12) : start].rstrip(" ")
    return not before or before[-1] in _BEGINS or _GREETINGS.search(before) is not None


def _is_person(match: re.Match[str], words: list[str], end: int, *, thing: bool) -> bool:
    """Whether words name a person: by a first name, or by number and what follows."""
    text = match.string
    if _is_known(words[0]):
        return bool(_ENDS.match(text, end) or _TELLS.match(text, end)) or goes_on(text, end)
    if len(words) < _FEWEST or not is_titled(words):
        return False
    return bool(_TELLS.match(text, end) or (not thing and _ENDS.match(text, end)))


def _is_known(word: str) -> bool:
    return word.casefold() in first_names()
