"""Words of haste and anger, and for a matter in general: they are no part of any topic.

Unlike function words they count where texts are compared: they may tell one question from another.
"""

from __future__ import annotations

from functools import cache

_WORDS = {
    "en": """urgent urgently urgency immediately pls plz kindly desperate desperately ridiculous
        unacceptable terrible horrible awful useless pathetic disgusting disgrace disgusted
        frustrated frustrating frustration annoyed annoying angry furious unhappy disappointed
        disappointing appreciate appreciated""",
    "de": """dringend dringende dringendes eilt eilig sofort umgehend schnellstmöglich schnellstens
        unverschämt unverschämtheit katastrophe frechheit enttäuscht verärgert wütend""",
    "fr": """urgence urgent urgente rapidement vite immédiatement svp stp scandaleux inadmissible
        inacceptable honteux déçu déçue énervé énervée colère""",
    "es": """urgente urgencia urgentemente inmediatamente rápido rápidamente inaceptable vergüenza
        pésimo decepcionado decepcionada enfadado enfadada enojado desesperado desesperada""",
    "it": """urgente urgenza urgentemente immediatamente subito inaccettabile vergogna pessimo
        deluso delusa arrabbiato arrabbiata""",
    "pt": """urgente urgência urgentemente imediatamente rápido inaceitável vergonha péssimo
        decepcionado decepcionada""",
    "nl": """dringend dringende spoed spoedig onmiddellijk alstublieft alsjeblieft aub onacceptabel
        belachelijk schandalig teleurgesteld boos""",
}
_MATTERS = {
    "en": "issue issues problem problems assist assistance advise",
    "de": "problem probleme anliegen",
    "fr": "problème problèmes souci aider aidez",
    "es": "problema problemas ayudar",
    "it": "problema problemi aiutare",
    "pt": "problema problemas ajudar",
    "nl": "probleem problemen helpen",
}


@cache
def pressing_words(locale: str) -> frozenset[str]:
    """Words that say how soon an answer is wanted, or how angry somebody is."""
    return frozenset(["asap", *_WORDS.get(_language(locale), "").split()])


@cache
def empty_words(locale: str) -> frozenset[str]:
    """These, and words for a matter in general."""
    return pressing_words(locale) | frozenset(_MATTERS.get(_language(locale), "").split())


def _language(locale: str) -> str:
    return locale.replace("_", "-").split("-")[0].lower()
