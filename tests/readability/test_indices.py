"""Readability of other languages: syllables by spelling, and each index by hand."""

import pytest

from kbtool.readability import INDICES, count_spelled
from kbtool.readability.indices import amstad, french_flesch, gulpease, lix, szigriszt_pazos

WORDS = {
    "de": "Karte:2 Überweisung:4 Einstellungen:4 Konto:2 bezahlen:3 Information:5 neue:2 Euro:2 "
    "Qualität:3 See:1 die:1 Benutzer:3 Häuser:2 aktualisieren:6 Dateien:3 quer:1 Mai:1",
    "es": "tarjeta:3 cuenta:2 información:4 país:2 día:2 aire:2 ciudad:2 guerra:2 que:1 quien:1 "
    "oír:2 envío:3 pingüino:3 hay:1 muy:1 yo:1 leer:2 poeta:3 héroe:3 servicio:3 contraseña:4",
    "fr": "carte:1 compte:1 information:4 utilisateur:5 créer:2 paramètres:3 fenêtre:2 cliquez:2 "
    "fichier:2 nouveau:2 oui:1 eau:1 maïs:2 vous:1 langue:1 page:1 mangeons:2 données:2",
}
TEXT = [["abc", "abcdefg"], ["ab"]]  # 3 words, 2 sentences, 12 letters, 1 long word


@pytest.mark.parametrize(
    ("language", "word", "syllables"),
    [(language, *entry.split(":")) for language, words in WORDS.items() for entry in words.split()],
)
def test_syllables_are_told_from_the_spelling(language, word, syllables):
    assert count_spelled(word, language) == int(syllables)


@pytest.mark.parametrize("language", ["de", "es", "fr"])
@pytest.mark.parametrize("word", ["", "'", "x", "ß" * 10_000, "aeiou" * 10_000, "日本"])
def test_any_word_has_a_syllable(language, word):
    assert count_spelled(word, language) >= 1


def test_each_index_is_its_formula():
    words = [["Karte", "da"], ["Konto"]]  # 1.5 words a sentence, 5/3 syllables a word
    assert amstad(words) == pytest.approx(180 - 1.5 - 58.5 * 5 / 3)
    spanish = [["tarjeta", "que"], ["cuenta"]]  # 2 syllables a word
    assert szigriszt_pazos(spanish) == pytest.approx(206.835 - 62.3 * 2 - 1.5)
    french = [["carte", "fichier"], ["oui"]]
    assert french_flesch(french) == pytest.approx(207 - 1.015 * 1.5 - 73.6 * 4 / 3)
    assert gulpease(TEXT) == pytest.approx(89 + (600 - 120) / 3)
    assert lix(TEXT) == pytest.approx(1.5 + 100 / 3)


@pytest.mark.parametrize("language", INDICES)
def test_a_text_without_words_has_no_score(language):
    with pytest.raises(ValueError, match="without words"):
        INDICES[language].score([], language)
