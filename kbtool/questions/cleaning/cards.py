"""Name, position, company and numbers below a message, with no closing phrase above them."""

from __future__ import annotations

from kbtool.patterns import lazy_pattern
from kbtool.questions.cleaning.characters import has_one, has_word
from kbtool.questions.cleaning.content import count_content
from kbtool.questions.cleaning.mail_programs import is_sent_from
from kbtool.questions.cleaning.request_words import FAILS
from kbtool.questions.person_names import NAME

_LINES = 12  # lines of a card, empty ones too
_LONGEST_LINE = 70
_TITLE_WORDS = 4  # words of a line such as "directeur commercial"
_SIGNS = ("@", "+", "[", "<", "0")  # one of them stands in each card
# First names are told from other words by the company they keep: a number or an address.
_NAME = lazy_pattern(rf"(?:(?:Dr|Prof|Mr|Mrs|Ms)\.? )?{NAME}(?:,? [A-Z][\w.]{{1,8}})?")
_REACHED = lazy_pattern(
    r"[^\s@<>]{1,64}@[^\s@<>]{1,90}\.[a-z]{2,12}\b|\[(?:e-?mail|phone)\]|<(?:phone|e-?mail)>"
    r"|\b(?i:tel|telefon|telephone|phone|mobile|mobil|handy|fax|cell|t[ée]l|tél[ée]phone|portable"
    r"|tel[eé]fono|m[oó]vil|telefono|cellulare|telefone|telefoon)\b\.? ?:? ?[(+]?[0-9]"
    r"|(?<!\w)[(+][0-9][0-9 ()./-]{6,18}[0-9]"
)
_JOINED = lazy_pattern(r" [|·•] ")  # parts of a card in one line
_FEWEST_PARTS = 3
# After these what follows is what the message is about: "My new address is", "Send it to".
_LEADING_UP = lazy_pattern(
    r"(?:[:=,(]|\b(?:to|is|are|an|auf|in|ist|lautet|sind|à|est|sont|a|es|son|and|und|et|y|from|for"
    r"|von|für|de|pour|para|at|as|als|with|mit))\Z",
)


def cut_card(text: str) -> str:
    """The text without a card at its end; all of it where none is there."""
    if "\n" not in text or not has_one(text[-600:], _SIGNS):
        return text
    lines = text.rstrip().split("\n")
    for at in range(max(1, len(lines) - _LINES), len(lines)):
        name = lines[at].strip()
        if not _begins_card(name) or not _stands_apart(lines, at):
            continue
        card = [line.strip() for line in lines[at:] if has_word(line)]
        if _is_card(card) and count_content(head := "\n".join(lines[:at])):
            return head.rstrip()
    return text


def _begins_card(line: str) -> bool:
    """Whether a line is a name, or begins with one that other parts follow."""
    name = _JOINED.split(line, 1)[0].strip()
    return " " in name and len(name) < _LONGEST_LINE and _NAME.fullmatch(name) is not None


def _stands_apart(lines: list[str], at: int) -> bool:
    """Whether what comes before a line is at its end, and does not lead up to it."""
    line = lines[at - 1].strip()
    is_apart = not line or line.endswith((".", "!", "?")) or is_sent_from(line)
    before = next((line.rstrip() for line in reversed(lines[:at]) if line.strip()), "")
    return is_apart and not _LEADING_UP.search(before[-40:].lower())


def _is_card(card: list[str]) -> bool:
    """Whether each line may stand on a card, and one says where somebody is reached.

    Tables of settings and of accounts have lines that come again.
    """
    if not any(map(_REACHED.search, card)) or len(set(card)) < len(card):
        return False
    if len(card) == 1:
        return len(_JOINED.split(card[0])) >= _FEWEST_PARTS
    return all(map(_may_stand, card))


def _may_stand(line: str) -> bool:
    """Whether a line is no sentence: few words, or most of them capitalised or with digits."""
    if "?" in line or FAILS.search(line.lower()):
        return False
    words = line.split()
    small = sum(word.isalpha() and word[0].islower() for word in words)
    if len(line) > _LONGEST_LINE:
        return len(_JOINED.split(line)) >= _FEWEST_PARTS and 4 * small <= len(words)
    return len(words) <= _TITLE_WORDS or 3 * small <= len(words)
