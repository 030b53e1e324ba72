"""Edits that put a neutral word for another and keep the sentence whole."""

from __future__ import annotations

import re

from kbtool.language.phrases import match_case
from kbtool.language.rewording import is_plain
from kbtool.model import Change, Edit, Prose, Source
from kbtool.patterns import lazy_pattern

_ARTICLE = lazy_pattern(r"\b(an?)\s+\Z", re.IGNORECASE)
_SUBJECT = "they"
# Behind these "they" needs no other verb: "he can", but not "he has".
_SAME_VERB = lazy_pattern(
    r"\s+(?:(?:also|then|only|still|always|never)\s+)?"
    r"(?:can(?:not|['’]t)?|could|may|might|must|shall|should|will|would|won['’]t|did|had)\b"
)


def neutral_edit(
    source: Source, prose: Prose, start: int, end: int, neutral: tuple[str, ...]
) -> Edit | None:
    """Edit with the one neutral word there is, and with "a" or "an" as it needs.

    None where there are several, across markup, and where the verb would have to change.
    """
    if len(neutral) != 1:
        return None
    (word,) = neutral
    if word == _SUBJECT and not _SAME_VERB.match(prose.text, end):
        return None
    text = match_case(word, prose.text[start:end])
    if article := _ARTICLE.search(prose.text, max(0, start - 8), start):
        start = article.start()
        wanted = match_case("an" if word[0] in "aeiou" else "a", article[1][0])
        text = wanted + article[0][len(article[1]) :] + text
    if not is_plain(source, prose, start, end) or "\n" in source.slice(prose.span(start, end)):
        return None
    return Edit((Change(prose.span(start, end), text),), safe=False)
