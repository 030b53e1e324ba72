"""Words around a click that other languages than English do without, or spell otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kbtool.language.phrases import fold, is_quoted
from kbtool.language.rewording import replace_words
from kbtool.language.scanning import scan_phrases
from kbtool.model import Article, Hit

CLICKS: dict[str, dict[str, str]] = {
    "de": {
        "klicken sie auf den button": "klicken Sie auf",
        "klicken sie auf die taste": "klicken Sie auf",
        "klicke auf den button": "klicke auf",
        "clicken": "klicken",
        "clicken sie": "klicken Sie",
        "anclicken": "anklicken",
        "draufklicken": "anklicken",
        "machen sie einen klick auf": "klicken Sie auf",
        "führen sie einen klick auf": "klicken Sie auf",
    },
    "fr": {
        "clickez": "cliquez",
        "clicker": "cliquer",
        "faites un clic sur": "cliquez sur",
        "faire un clic sur": "cliquer sur",
        "effectuez un clic sur": "cliquez sur",
        "effectuer un clic sur": "cliquer sur",
        "cliquez avec la souris sur": "cliquez sur",
        "cliquer avec la souris sur": "cliquer sur",
    },
    "es": {
        "haga click": "haga clic",
        "haz click": "haz clic",
        "hacer click": "hacer clic",
        "haciendo click": "haciendo clic",
        "dar click": "hacer clic",
        "dar clic": "hacer clic",
        "dé click": "haga clic",
        "dé clic": "haga clic",
        "pulse con el ratón en": "haga clic en",
        "pulse con el ratón sobre": "haga clic en",
    },
}
"""What not to write, in small letters, and what to write instead, by language."""


def find_translated(
    article: Article, shorter: Mapping[str, str], exceptions: tuple[str, ...]
) -> Iterator[Hit]:
    """Hits on the phrases of a language, with what to write instead."""
    instead = {" ".join(fold(phrase).split()): text for phrase, text in shorter.items()}
    accepted = set(map(fold, exceptions))
    wanted = tuple(phrase for phrase in instead if phrase not in accepted)
    for block, (phrase, start, end) in scan_phrases(article, wanted):
        if is_quoted(block.prose.masked, start, end):
            continue
        said = " ".join(block.prose.text[start:end].split())
        right = instead[phrase]
        yield Hit(
            block.prose.span(start, end),
            f'"{said}" says more than the click, or spells it otherwise',
            f'Write "{right}"',
            replace_words(article.source, block.prose, start, end, right, safe=False),
        )
