"""Questions in languages that no article is written in."""

from __future__ import annotations

from kbtool.language.detecting import detect_language
from kbtool.language.locales import language_of
from kbtool.questions.choices import Choices

FOREIGN = "in a language without articles"


def find_foreign(locale: str, text: str, choices: Choices) -> str:
    """Why a question is left out for its language, with the language; "" where it stays.

    In doubt it stays: where the language can neither be read nor told from its words.
    """
    if not choices.languages:
        return ""
    language = find_language(locale, text)
    return f"{FOREIGN} ({language})" if language and language not in choices.languages else ""


def find_language(locale: str, text: str) -> str:
    """Code of a question's language, as the log gives it or as its words tell; "" if unsure."""
    language = language_of(locale)
    # Logs hold "English" or "unknown" as well; only codes can be compared with those of articles.
    is_code = language.isascii() and language.isalpha() and len(language) in (2, 3)
    return language if is_code else detect_language(text)
