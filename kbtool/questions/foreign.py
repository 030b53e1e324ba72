"""Questions in languages that no article is written in."""

from __future__ import annotations

from kbtool.language.locales import language_of
from kbtool.questions.choices import Choices
from kbtool.questions.values import read_word

FOREIGN = "in a language without articles"


def find_foreign(locale: object, choices: Choices) -> str:
    """Why a question is left out for its language, with the language; "" where it stays."""
    if not choices.languages:
        return ""
    language = language_of(read_word(locale))
    # Logs hold "English" or "unknown" as well; only codes can be compared with those of articles.
    is_code = language.isascii() and language.isalpha() and len(language) in (2, 3)
    return f"{FOREIGN} ({language})" if is_code and language not in choices.languages else ""
