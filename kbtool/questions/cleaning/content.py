"""How much a message says, courtesies and calls for somebody to talk to aside."""

from __future__ import annotations

from functools import cache

from kbtool.language.courtesies import split_words
from kbtool.language.stopwords import stop_words
from kbtool.patterns import lazy_pattern
from kbtool.questions.cleaning.markup import clean_text
from kbtool.questions.cleaning.request_words import GENERIC

_LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl")
_READ = 2_000  # characters that are looked at
_ADDRESS = lazy_pattern(r"\S{1,90}@\S{1,90}|https?://\S{1,200}|\[\w{1,20}\]")
# Who says so has not yet said what it is about.
_CALLED = lazy_pattern(
    r"\b(?i:my name is|my name['’]s|this is|i am|i['’]m|ich bin|ich heiße|mein name ist"
    r"|je m['’]appelle|je suis|mi nombre es|me llamo|soy|mi chiamo|meu nome é|mijn naam is|ik ben)"
    r" [A-ZÀ-ÖØ-Þ]\w{1,30}(?: [A-ZÀ-ÖØ-Þ][\w'’-]{1,30})?"
)
# Words of people who look for somebody: "Is an agent online?", "quick question for your team".
_CALLS = frozenset(
    """
    agent assist assistance available bot chat customer dear evening folks good guys helping
    human live morning afternoon online operator person quick real representative robot respond
    service sir support talk speak team today
    abend da frage fragen guten helfen jemanden kundenservice mensch mitarbeiter morgen tag weiter
    aider besoin bonsoir conseiller humain parler personne question salut service
    agente ayudar buenas buenos duda dudas hablar humano persona pregunta tardes días
    aiutare aiuto assistenza buongiorno ciao domanda operatore parlare qualcuno salve
    ajuda ajudar alguém atendente boa bom dia dúvida falar olá tarde
    cześć dobry dzień witam добрый день здравствуйте привет hej hei merhaba
    goedemiddag goedemorgen helpen iemand medewerker vraag
    """.split()
)


def count_content(text: str) -> int:
    """How many different words of the text say what it is about; addresses are none."""
    plain = _CALLED.sub(" ", _ADDRESS.sub(" ", clean_text(text[:_READ])))
    words = split_words(plain)
    return len({word for word in words if len(word) > 1 and not word.isdecimal()} - _empty())


@cache
def _empty() -> frozenset[str]:
    return GENERIC.union(_CALLS, *map(stop_words, _LANGUAGES))
