"""The subject of a message, where its text does not say the same."""

from __future__ import annotations

from kbtool.language.courtesies import split_words
from kbtool.language.function_words import languages_by_word
from kbtool.questions.cleaning.characters import has_word
from kbtool.questions.cleaning.greetings import strip_greetings
from kbtool.questions.cleaning.markup import clean_text
from kbtool.questions.cleaning.prefixes import skip_prefixes, strip_subject
from kbtool.questions.noise.system import is_system_message
from kbtool.questions.noise.titles import is_title

_LONGEST = 500  # characters of a subject
_LEAST_CUT = 4  # words of a subject that may be cut
# Subjects that mail programs, forms and people in a hurry write; they say nothing.
_EMPTY = frozenset(
    """no subject|none|no title|untitled|subject|help|help please|please help|help me|help needed
need help|question|a question|questions|quick question|problem|problems|issue|issues|urgent|support
support request|request|hi|hello|hey|inquiry|enquiry|contact|contact form|contact us|new message
new ticket|new conversation|chat|new chat|live chat|chat request|phone call
feedback|message|website contact|contact form submission
customer support
kein betreff|ohne betreff|anfrage|frage|hilfe|problem|kontaktformular|kontakt|hallo|dringend
sans objet|aucun objet|demande|aide|problème|bonjour|sin asunto|consulta|ayuda|problema|hola
pregunta
nessun oggetto|richiesta|aiuto|sem assunto|ajuda|dúvida|geen onderwerp|vraag|hulp""".replace(
        "\n", "|"
    ).split("|")
)


def join_subject(subject: str, text: str) -> str:
    """The text below its subject; the text alone where it holds all words of the subject."""
    subject = clean_text(subject[:_LONGEST])
    subject = strip_greetings(strip_subject(subject[skip_prefixes(subject) :]))
    words = split_words(subject)
    if not has_word(text):
        return subject if words else text
    if not words or says_nothing(subject):
        return text
    if _says_nothing_new(words, split_words(text)):
        return text
    stop = "." if subject[-1].isalnum() else ""
    return f"{subject}{stop}\n{text}"


def strip_title(text: str) -> str:
    """The text without a first line that only names who wrote or called."""
    first, _, rest = text.partition("\n")
    return rest.lstrip() if has_word(rest) and is_title(first.strip()) else text


def says_nothing(subject: str) -> bool:
    """Whether a subject is one that programs, forms and people in a hurry write."""
    # "Help 17": a number of the customer's own says no more.
    plain = " ".join(word for word in split_words(subject) if not word.isdecimal())
    return plain in _EMPTY or is_title(subject) or is_system_message(subject)


def _says_nothing_new(subject: list[str], text: list[str]) -> bool:
    """Whether a subject's words, function words aside, are in the text, or begin it, the last cut.

    Help desks call a chat by its first words, so many as there is room for.
    """
    if set(subject) - languages_by_word().keys() <= set(text):
        return True
    last = len(subject) - 1
    return (
        len(subject) >= _LEAST_CUT
        and subject[:last] == text[:last]
        and "".join(text[last : last + 1]).startswith(subject[last])
    )
