"""What mail programs, companies and people write below a message."""

from __future__ import annotations

from functools import cache

from kbtool.language.courtesies import last_words, sign_offs, split_words, thanks
from kbtool.patterns import lazy_pattern
from kbtool.questions.cleaning.cards import cut_card
from kbtool.questions.cleaning.characters import has_one, has_word
from kbtool.questions.cleaning.closings import find_closing
from kbtool.questions.cleaning.delimiters import cut_delimited
from kbtool.questions.cleaning.mail_programs import find_sent_from

_DISCLAIMER = lazy_pattern(
    r"(?:^|(?<=[\r\n])|(?<=[.!?*_-] ))[ \t*_-]{0,9}(?:"
    r"(?:CONFIDENTIALITY (?:NOTICE|NOTE)|Confidentiality [Nn]otice|DISCLAIMER|LEGAL NOTICE)\b|"
    r"(?:This|The information (?:contained )?in this|The contents? of this) "
    r"(?:e-?mail|message|communication)(?: message)?"
    r"(?:,? (?:and|including|with|together)[^.\r\n]{0,80})? "
    r"(?:is|are|may be|may contain|contains?|is intended)\b[^.\r\n]{0,60}"
    r"(?:confidential|privileged|intended|addressee)|"
    r"Diese (?:E-?Mail|Nachricht)[^.\r\n]{0,80}vertraulich|"
    r"Ce (?:message|courriel|mail)[^.\r\n]{0,100}confidentiel|"
    r"Este (?:mensaje|correo|e-?mail|mensagem)[^.\r\n]{0,100}confiden[ct]ia|"
    r"Esta mensagem[^.\r\n]{0,100}confidencia|"
    r"(?:Questa|Questo|Il presente) (?:e-?mail|messaggio)[^.\r\n]{0,100}riservat|"
    r"(?:Dit|Deze) (?:e-?mail|bericht)[^.\r\n]{0,100}vertrouwelijk|"
    r"Please consider the environment before printing"
    r")"
)
# And one of these in each of those.
_DISCLAIMING = (
    *("onfiden", "ONFIDEN", "DISCLAIMER", "LEGAL NOTICE", "intended", "privileged", "addressee"),
    *("vertraulich", "riservat", "vertrouwelijk", "environment"),
)
_SHORTEST_DISCLAIMER = 60  # characters, with the message above it
_DASHED_NAME = lazy_pattern(
    r"(?<=[.!?\n]) {0,2}[-–—~] ?[^\W\d_a-zß-öø-ÿ][^\W\d_]{1,15}\.?\s{0,9}\Z"
)
_WORD = lazy_pattern(r"[^\W_]")
_ANY_WORD = lazy_pattern(r"[^\W_]+")
_CARD_SIZES = range(3, 21)  # words and signs of a card: fewer are a name, more a sentence
_CARD_WORDS = frozenset("of for de and & | / · • – — -".split())
_LINES_BELOW = 6  # lines of name, position, company and numbers below a sign-off
_LONGEST_LINE = 70
_TAIL = 160  # characters from the end in which the last line is looked for


def strip_signatures(text: str) -> str:
    """The text without what stands below a message; all of it where it is nothing else."""
    for cut in (_cut_disclaimer, cut_delimited, _cut_block, _cut_card):
        text = cut(text)
    first = _WORD.search(text)
    end = len(text)
    while first and (shorter := _find_last(text, end)) is not None and shorter > first.start():
        end = shorter
    return text[:end].rstrip() if end < len(text) else text


def _find_last(text: str, end: int) -> int | None:
    """Where the last sign-off begins, or the last line of a mail program."""
    closing = None
    if _has_ending(text, end):
        closing = find_closing(text, 0, end, sign_offs(), named=True)
        if closing is None:
            closing = _find_thanks_and_name(text, end)
        if closing is None:
            closing = _find_card(text, end)
    if closing is None:
        closing = find_sent_from(text, end)
    if closing is None and (match := _DASHED_NAME.search(text, max(0, end - _TAIL), end)):
        closing = match.start()
    return closing


def _has_ending(text: str, end: int) -> bool:
    """Whether a word near the end can be the last of a phrase; most texts are done with that."""
    words = _ANY_WORD.findall(text, max(0, end - _TAIL), end)
    return not _endings().isdisjoint(map(str.casefold, words))


@cache
def _endings() -> frozenset[str]:
    return last_words(sign_offs()) | last_words(thanks())


def _find_thanks_and_name(text: str, end: int) -> int | None:
    closing = find_closing(text, 0, end, thanks(), named=True)
    if closing is None or " ".join(split_words(text[closing:end])) in thanks():
        return None  # without a name they are no signature
    return closing


def _find_card(text: str, end: int) -> int | None:
    """Where a sign-off begins that nothing but names, positions and numbers follow in its line."""
    from_, endings = max(0, end - _TAIL), last_words(sign_offs())
    for word in _ANY_WORD.finditer(text, from_, end):
        if word[0].casefold() in endings and _is_card(text[word.end() : end]):
            return find_closing(text, 0, word.end(), sign_offs())
    return None


def _is_card(text: str) -> bool:
    """Whether each word is capitalised, a number, an address, or joins such."""
    words = text.lstrip(" ,.!").split()
    return len(words) in _CARD_SIZES and all(
        word[0].isupper() or word in _CARD_WORDS or "." in word[:-1] or any(map(str.isdigit, word))
        for word in words
    )


def _cut_disclaimer(text: str) -> str:
    if len(text) < _SHORTEST_DISCLAIMER or not has_one(text, _DISCLAIMING):
        return text
    match = _DISCLAIMER.search(text, 1)
    head = text[: match.start()] if match else ""
    return head.rstrip() if has_word(head) else text


def _cut_block(text: str) -> str:
    """The text without a sign-off on a line of its own and the few short lines below it."""
    if "\n" not in text:
        return text
    lines = text.rstrip().split("\n")
    from_ = max(1, len(lines) - _LINES_BELOW - 1)
    for at in range(from_, len(lines) - 1):
        below = [line.strip() for line in lines[at + 1 :]]
        if any(len(line) > _LONGEST_LINE or "?" in line for line in below):
            continue
        phrase = " ".join(split_words(lines[at][:_LONGEST_LINE]))
        named = phrase in sign_offs() or (
            (phrase in thanks() or phrase == "kr") and _begins_with_name(below)
        )
        if named and any(map(has_word, lines[:at])):
            return "\n".join(lines[:at]).rstrip()
    return text


def _cut_card(text: str) -> str:
    """The text without a card, which may stand above the line of a mail program."""
    plain = text.rstrip()
    match = find_sent_from(plain, len(plain)) if "\n" in text else None
    above = plain[:match] if match is not None else text
    cut = cut_card(above)
    return text if cut == above else cut


def _begins_with_name(lines: list[str]) -> bool:
    """Whether the first line can be a name, and lines below it are made as those of a card."""
    filled = [line for line in lines if line]
    words = filled[0].rstrip(".,").split() if filled else []
    is_name = 0 < len(words) <= 3 and all(word[0].isupper() and word.isalpha() for word in words)
    return is_name and all(map(_is_card_line, filled[1:]))


def _is_card_line(line: str) -> bool:
    """Whether each word is capitalised, a number, an address, or a word for what was masked."""
    return all(
        word[0].isupper() or word[0] in "<+(" or word in _CARD_WORDS or not word.isalpha()
        for word in line.split()
    )
