"""Words that make light of a task, in other languages than English.

Where a word does so only behind another one, it stands in brackets: "Sie [einfach]".
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from kbtool.language.phrases import fold
from kbtool.patterns import lazy_pattern

_FR_STEPS = (
    "cliquez choisissez sélectionnez utilisez appuyez ouvrez saisissez entrez tapez faites glissez "
    "déplacez copiez collez ajoutez suivez double-cliquez"
).split()
_ES_STEPS = (
    "pulse haga seleccione elija escriba use utilice abra arrastre presione introduzca copie añada "
    "pulsa haz selecciona elige escribe usa abre arrastra presiona introduce copia añade pulsando "
    "haciendo seleccionando eligiendo escribiendo usando arrastrando presionando"
).split()

WORDS: dict[str, tuple[str, ...]] = {
    "de": (
        "Sie [einfach]", "du [einfach]", "ganz [einfach] auf", "mühelos", "kinderleicht",
        "im handumdrehen", "spielend leicht", "spielend einfach", "Sie [natürlich]",
        "Sie [selbstverständlich]", "[natürlich] können Sie", "[selbstverständlich] können Sie",
        "[natürlich] müssen Sie", "wie jeder weiß", "wie alle wissen", "wie sie wissen",
    ),
    "fr": (
        *(f"{verb} [simplement]" for verb in _FR_STEPS),
        *(f"{verb} [tout simplement]" for verb in _FR_STEPS),
        "vous pouvez [simplement]", "vous pouvez [tout simplement]", "vous devez [simplement]",
        "vous pouvez [facilement]", "vous pouvez [aisément]", "vous pourrez [facilement]",
        "bien sûr", "bien entendu", "bien évidemment", "en un clin d'œil", "en un tour de main",
        "comme chacun sait", "comme vous le savez",
    ),
    "es": (
        *(f"[simplemente] {verb}" for verb in _ES_STEPS),
        "puede [simplemente]", "puedes [simplemente]", "debe [simplemente]",
        "puede [fácilmente]", "puedes [fácilmente]", "por supuesto", "desde luego",
        "sin ninguna dificultad", "como todos saben", "como usted sabe", "como ya sabe",
    ),
}  # fmt: skip
"""Words that a sentence can do without, by language."""

PHRASES: dict[str, tuple[str, ...]] = {
    "de": (
        "ein kinderspiel", "nichts leichter als das", "so einfach ist das", "so einfach geht das",
        "so leicht geht das", "sie müssen nur noch", "sie müssen lediglich", "müssen sie lediglich",
        "sie brauchen nur", "sie brauchen lediglich", "brauchen sie nur", "brauchen sie lediglich",
    ),
    "fr": (
        "il suffit", "il vous suffit", "il te suffit", "il suffira", "il vous suffira",
        "vous n'avez qu'à", "vous n'avez plus qu'à", "tu n'as qu'à",
        "il n'y a qu'à", "un jeu d'enfant", "rien de plus simple", "c'est aussi simple que",
    ),
    "es": (
        "basta con", "solo tiene que", "sólo tiene que", "solo tienes que",
        "sólo tienes que", "solo hay que", "sólo hay que", "lo único que tiene que",
        "lo único que tienes que",
        "es así de fácil", "es así de sencillo", "es pan comido", "un juego de niños",
    ),
}  # fmt: skip
"""Phrases that need another wording, by language."""


class Entry(NamedTuple):
    """What is meant of a phrase."""

    before: int  # words before what stood in brackets
    after: int  # words behind it
    capitals: frozenset[str]  # words that need their capital


_BRACKETS = lazy_pattern(r"[\[\]]")


@cache
def bare(entries: tuple[str, ...]) -> dict[str, Entry]:
    """Each entry in small letters and without its brackets."""
    found: dict[str, Entry] = {}
    for entry in entries:
        opening, closing = entry.find("["), entry.find("]")
        words = " ".join(fold(_BRACKETS.sub("", entry)).split())
        before = len(entry[: max(opening, 0)].split())
        after = len(entry[closing + 1 :].split()) if closing >= 0 else 0
        capitals = frozenset(filter(str.istitle, _BRACKETS.sub("", entry).split()))
        found[words] = Entry(before, after, capitals)
    return found
