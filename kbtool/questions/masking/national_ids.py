"""Numbers that states give people: taxes, insurance, identity cards, passports."""

from __future__ import annotations

from itertools import chain

from kbtool.questions.masking.identities.forms import Number, find_numbers
from kbtool.questions.masking.identities.identity import Identity
from kbtool.questions.masking.kind import Kind, Places
from kbtool.questions.masking.naming import Words, is_named, is_near, read_words
from kbtool.questions.masking.papers import find_papers


def _find(text: str) -> Places:
    return chain(_find_checked(text), find_papers(text))


def _find_checked(text: str) -> Places:
    for number in find_numbers(text):
        signs = "".join(filter(str.isalnum, text[number.start : number.end])).upper()
        if _is_telling(number, signs) or _is_worded(number, signs, text):
            yield number.start, number.end


def _is_telling(number: Number, signs: str) -> bool:
    """Whether form and check tell enough."""
    return any(form.telling and _is_right(form.identity, signs) for form in number.forms)


def _is_worded(number: Number, signs: str, text: str) -> bool:
    """Whether a word beside it says what it is."""
    if number.label is None:
        return False
    words = read_words(text, number.start, number.end)
    return is_near(number.label, words) and any(
        _is_called(form.identity, signs, words) for form in number.forms
    )


def _is_called(identity: Identity, signs: str, words: Words) -> bool:
    """Whether the word is right beside it, or near and the check is right."""
    if identity.label is None:
        return False
    if identity.check and identity.check(signs):
        return is_near(identity.label, words)
    return not identity.strict and is_named(identity.label, words)


def _is_right(identity: Identity, signs: str) -> bool:
    return identity.check is None or identity.check(signs)


KIND = Kind(name="national id", thing="national id", find=_find, digits=4)
