"""Questions in languages that no article is written in."""

from __future__ import annotations

from collections.abc import Mapping

from kbtool.language.detecting import detect_language
from kbtool.language.locales import language_of
from kbtool.language.names import name_language
from kbtool.model import Unserved
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


def list_unserved(left_out: Mapping[str, int], questions: int) -> tuple[Unserved, ...]:
    """Languages whose questions were left out, most questions first.

    ``left_out`` has rows by reason, as ``QuestionLog`` counts them, besides ``questions`` kept.
    These rows stay out of coverage, which says how well articles serve those who can read them,
    and out of groups, where no word of theirs would meet an article. But it is demand, and only a
    translation serves it: so every report says how much there is. A total by language is all that
    can be said without reading the language; ``other-languages = "keep"`` groups it as well.
    """
    rows = {
        reason.removeprefix(FOREIGN).strip(" ()"): number
        for reason, number in left_out.items()
        if reason.startswith(FOREIGN)
    }
    total = questions + sum(rows.values())
    return tuple(
        Unserved(language, name_language(language), number, number / total)
        for language, number in sorted(rows.items(), key=lambda row: (-row[1], row[0]))
    )


def find_language(locale: str, text: str) -> str:
    """Code of a question's language, as the log gives it or as its words tell; "" if unsure."""
    language = language_of(locale)
    # Logs hold "English" or "unknown" as well; only codes can be compared with those of articles.
    is_code = language.isascii() and language.isalpha() and len(language) in (2, 3)
    return language if is_code else detect_language(text)
