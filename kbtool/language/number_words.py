"""Numbers in digits and in words, in English, German, French and Spanish."""

from __future__ import annotations

from functools import cache

from kbtool.patterns import lazy_pattern

_ONES = {
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen",
    "de": "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn "
    "fünfzehn sechzehn siebzehn achtzehn neunzehn",
    "fr": "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
    "seize dix-sept dix-huit dix-neuf",
    "es": "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
    "dieciséis diecisiete dieciocho diecinueve",
}  # fmt: skip
_TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "fr": "vingt trente quarante cinquante soixante soixante-dix quatre-vingts quatre-vingt-dix",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
}
_OTHERS: dict[str, dict[str, float]] = {
    "en": {"hundred": 100, "a hundred": 100, "one hundred": 100, "thousand": 1000, "a": 1, "an": 1,
           "a couple of": 2, "a dozen": 12, "half an": 0.5, "half a": 0.5},
    "de": {"ein": 1, "eine": 1, "einen": 1, "einem": 1, "einer": 1, "eines": 1, "hundert": 100,
           "vierundzwanzig": 24, "ein paar": 2, "einer halben": 0.5, "eine halbe": 0.5},
    "fr": {"une": 1, "cent": 100, "vingt-quatre": 24, "mille": 1000, "une demi-": 0.5},
    "es": {"un": 1, "una": 1, "cien": 100, "veinticuatro": 24, "mil": 1000, "media": 0.5},
}  # fmt: skip
_DECIMAL_COMMA = frozenset({"de", "fr", "es"})
# No version such as 1.8.19, whose parts are of any length.
_DIGITS = (
    r"(?!\d{1,2}[.,]\d{1,2}[.,]\d)(?:\d{1,3}(?:[\u00a0\u202f]\d{3}){1,3}(?!\d)|"
    r"\d(?:[\d.,]{0,12}\d)?)"
)
_SEPARATORS = lazy_pattern(r"[.,]")


@cache
def number_values(language: str) -> dict[str, float]:
    """Number words of a language with their values; those of English for one without a list."""
    known = language if language in _ONES else "en"
    ones = {word: float(at) for at, word in enumerate(_ONES[known].split(), 1)}
    tens = {word: 20.0 + 10 * at for at, word in enumerate(_TENS[known].split())}
    both = {
        f"{ten}-{one}": value + ones[one]
        for ten, value in tens.items()
        for one in list(ones)[:9]
        if known in ("en", "fr")
    }
    return {**ones, **tens, **both, **_OTHERS[known]}


@cache
def number_pattern(language: str) -> str:
    """Regular expression, without a group, of a number in digits or in words."""
    words = sorted(number_values(language), key=lambda word: (-len(word), word))
    return rf"(?:{_DIGITS}|(?<![\w'’-])(?:{'|'.join(words)})(?![\w'’]))"


def read_number(text: str, language: str) -> float:
    """Value of what ``number_pattern`` found."""
    folded = " ".join(text.casefold().split())
    known = number_values(language).get(folded)
    if known is not None:
        return known
    return float(_plain(folded.replace(" ", ""), language))


def _plain(digits: str, language: str) -> str:
    """Digits with a full stop before decimals and nothing between thousands."""
    parts = _SEPARATORS.split(digits)
    marks = _SEPARATORS.findall(digits)
    if not marks:
        return digits
    thousands = "." if language in _DECIMAL_COMMA else ","
    grouped = len(parts[-1]) == 3 and marks[-1] == thousands
    if grouped or (len(marks) > 1 and len(set(marks)) == 1):
        return "".join(parts)
    return f"{''.join(parts[:-1])}.{parts[-1]}"
