"""Phrases of politeness that end a text, with or without a name behind them."""

from __future__ import annotations

import re

from kbtool.language.courtesies import haste, last_words, longest
from kbtool.patterns import lazy_pattern

_WORD = lazy_pattern(r"[^\W_]+")
_TAIL = 160  # characters from the end that are looked at
_NEAR = 60  # characters from the end in which the last words stand
_SAME_PHRASE = frozenset((" ", "'", "’", "/", ", ", " & ", "\u00a0", "-"))
_BOUNDARY = frozenset("¡.!?…,;:)\"'”»\n\r–—-*")
# Behind others a word of haste is what is spoken of: "Priority: urgent".
_BEFORE_HASTE = frozenset(".!?…,;")
_NAME_GAPS = frozenset((" ", ". ", "-", "’", "'", "."))
_MOST_NAMES = 3
# May end a sentence that has no full stop: "how do I pay thanks".
_BARE = frozenset(
    phrase.replace("_", "\u00a0")
    for phrase in """thanks thx tks thank_you many_thanks thanks_in_advance thank_you_in_advance
    thanks_a_lot thank_you_very_much thank_you_so_much please_help please_advise asap please_asap
    asap_please as_soon_as_possible as_soon_as_possible_please danke vielen_dank asap_bitte merci
    gracias muchas_gracias grazie obrigado obrigada bedankt alvast_bedankt""".split()
)
# Words after which thanks are an object: "a letter of thanks", "how to say thank you".
_GOVERNING = frozenset(
    """a an and as big give given gives giving her his my no not of or our say saying send sends
    sending special than that the their this to with word write your called named says said
    for in on is are was does by mean means meant call dire decir dizer""".split()
)


def find_closing(
    text: str, start: int, end: int, phrases: frozenset[str], *, named: bool = False
) -> int | None:
    """Where the polite phrase begins that ends ``text[start:end]``; None where there is none.

    With ``named``, up to three capitalised words may stand behind it. Something is always left
    before a phrase that is found.
    """
    # Most texts end with no word that a phrase ends with, and are done.
    endings = last_words(phrases)
    near = _WORD.findall(text, max(start, end - _NEAR), end)
    most = 1 + (_MOST_NAMES if named else 0)
    if len(near) > most and endings.isdisjoint(map(str.casefold, near[-most:])):
        return None
    from_ = max(start, end - _TAIL)
    words = list(_WORD.finditer(text, from_, end))
    if from_ > start and words:
        words = words[1:]  # the first may be cut
    names = _count_names(text, words) if named else 0
    for count in range(names + 1):
        if count == len(words) or words[-1 - count][0].casefold() not in endings:
            continue
        kept = words[: len(words) - count]
        begin = _find_phrase(text, kept, phrases)
        if begin is not None and _is_apart(text, start, kept, begin, bare=count == 0):
            return begin - (text[begin - 1] == "¡")
    return None


def _find_phrase(text: str, words: list[re.Match[str]], phrases: frozenset[str]) -> int | None:
    """Where the longest phrase begins that the words end with."""
    found, spelled = None, ""
    for number, match in enumerate(reversed(words[-longest(phrases) :])):
        if number and text[match.end() : words[-number].start()] not in _SAME_PHRASE:
            break
        spelled = f"{match[0].casefold()} {spelled}".rstrip()
        if spelled in phrases:
            found = match.start()
    return found


def _count_names(text: str, words: list[re.Match[str]]) -> int:
    """How many of the last words can be a name."""
    count = 0
    for match in reversed(words[-_MOST_NAMES:]):
        gap = text[match.end() : words[-count].start()] if count else " "
        if not (match[0][0].isupper() and match[0].isalpha() and gap in _NAME_GAPS):
            break
        count += 1
    return count


def _is_apart(text: str, start: int, words: list[re.Match[str]], begin: int, *, bare: bool) -> bool:
    """Whether the phrase is a sentence of its own behind something else."""
    before = text[max(start, begin - 40) : begin]
    stripped = before.rstrip()
    if not any(map(str.isalpha, stripped)):
        return False
    phrase = "\u00a0".join(match[0].casefold() for match in words if match.start() >= begin)
    is_haste = phrase.replace("\u00a0", " ") in haste()
    if stripped[-1] in (_BEFORE_HASTE if is_haste else _BOUNDARY):
        return True
    if is_haste and stripped[-1] in _BOUNDARY:
        return False
    if "\n" in before[len(stripped) :]:
        return True
    previous = _WORD.findall(stripped)[-1].casefold()
    return bare and phrase in _BARE and previous not in _GOVERNING
