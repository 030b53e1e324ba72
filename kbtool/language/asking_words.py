"""Words by which people ask for a fact, whatever it is about: "how long does it take"."""

from __future__ import annotations

from kbtool.language.locales import language_of

_WORDS = {
    "en": "how long much many often soon quickly fast take takes last lasts cost costs charge "
    "charged pay price fee fees time",
    "de": "wie lange lang schnell viel viele oft hoch teuer dauert dauern dauer kostet kosten wann",
    "fr": "combien temps long prend prennent dure durent durée délai délais coûte coûtent prix "
    "quand",
    "es": "cuánto cuánta cuántos cuántas tiempo tarda tardan tardar dura duran demora plazo cuesta "
    "cuestan precio cuándo",
}


def asking_words(locale: str) -> str:
    """Words of a language that ask, with spaces between them; none for one without a list."""
    return _WORDS.get(language_of(locale), "")
