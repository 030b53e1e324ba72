"""Function words of languages that kbtool has no stop words for: enough to tell them by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from kbtool.language.stopwords import stop_words

_WITH_STOP_WORDS = ("en", "de", "fr", "es", "it", "pt", "nl")

_MORE = {
    "sv": """att av jag är och inte det den som på för med till har kan hur vad när om ett en min
        mitt mina mig vi ni från eller men så var vill nu efter också finns blir varför någon något
        inga ingen skulle hej tack""",
    "da": """at af jeg er og ikke det den som på for med til har kan hvordan hvad når om et en min
        mit mine mig vi fra eller men så var vil nu efter også findes bliver hvorfor nogen noget
        ingen skulle hej tak få være hvor der""",
    "no": """at av jeg er og ikke det den som på for med til har kan hvordan hva når om et en min
        mitt mine meg vi fra eller men så var vil nå etter også finnes blir hvorfor noen noe ingen
        skulle hei takk få være hvor der""",
    "fi": """ja on ei en se että mutta kun niin minun mikä miten miksi voi voin olen ole oli tai
        myös kuin jos sen minulla kuinka mitä missä onko nyt sitten tämä tätä vain kanssa kiitos
        hei""",
    "pl": """nie to się jest na do w z że jak mój moja moje mam czy dla ale od co po przez gdzie
        kiedy dlaczego mogę można jestem proszę dziękuję witam oraz tylko już przy jeśli lub ze
        mnie mi""",
    "cs": """je se na že jak mám můj moje ale nebo po při jsem jsou kde když proč mohu prosím
        děkuji dobrý den pro by který co již není ve také jen""",
    "ro": """nu este și să de la cu pe în un o care mai am cum ce când unde pentru sau dar din mea
        meu mele vreau pot dacă sunt fost după fără bună mulțumesc""",
    "hu": """a az és nem hogy egy van is de ez ha mert vagy csak még már meg el kell lehet hogyan
        miért hol mikor mit köszönöm nekem szeretném tudom én""",
    "tr": """ve bir bu için ile nasıl ne neden nerede benim ben değil var yok mı mi mu ama çok daha
        gibi olarak sonra kadar istiyorum lütfen teşekkürler merhaba olan her""",
    "id": """yang dan di ke dari untuk tidak bisa saya ini itu dengan bagaimana apa kenapa mengapa
        sudah belum akan ada atau tapi karena pada juga kami mohon terima kasih""",
    "ca": """amb és puc però més aquest aquesta meu meva gràcies dels quan vull tinc això molt
        també només què""",
}

TELLING_LETTERS = {
    "de": "ß",
    "es": "ñ¿¡",
    "pt": "ãõ",
    "pl": "łżśźćęą",
    "cs": "řěů",
    "hu": "őű",
    "ro": "șțăţ",
    "tr": "ğış",
}
"""Letters and signs that one of the languages alone is written with."""


@cache
def languages_by_word() -> dict[str, tuple[str, ...]]:
    """The languages that each word is a function word of.

    Languages with few words here have none that those with many have as well.
    """
    full = _turn({language: stop_words(language) for language in _WITH_STOP_WORDS})
    return _turn({language: words.split() for language, words in _MORE.items()}) | full


def _turn(lists: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for language, words in lists.items():
        for word in words:
            found[word] = (*found.get(word, ()), language)
    return found
