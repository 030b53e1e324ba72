"""Plates of cars, by the word before them or by the sign of a Chinese province."""

from __future__ import annotations

from itertools import chain

from kbtool.patterns import lazy_pattern
from kbtool.questions.masking.kind import Kind, Places

_WORDS = (
    r"licen[cs]e plate|number plate|(?:my|car) plate|(?:vehicle|car) reg(?:istration)?"
    r"|(?:nummernschild|kfz-)?kennzeichen|immatriculation|immatricul[ée]e?|matr[íi]cula"
    r"|(?:mi|minha) placa|placa do (?:carro|ve[íi]culo)|targa|kenteken|plaka(?:m|mız|sı)?"
    r"|rejestracyjn\w{1,3}|registreringsnummer|regnr\.?|nummerplade|rekisterinumero|spz"
    r"|rendsz[áa]m\w{0,3}|госномер\w{0,2}|номер машины"
)
_IS = r"(?:[\s:#=\"“]|is|ist|est|es|è|é|to|är|er|on|number|no\.?|nr\.?|nummer|n[uú]mero){1,6}"
# Capitals alone; a letter and a digit among three to ten signs, in up to four parts.
_FORM = (
    r"(?-i:(?=[A-ZÄÖÜА-Я0-9 ·-]{0,9}[0-9])(?=[0-9 ·-]{0,5}[A-ZÄÖÜА-Я])"
    r"(?>[A-ZÄÖÜА-Я0-9]{1,4}(?:[ ·-]?[A-ZА-Я0-9]{1,4}){1,3}))(?!\w)"
)
_NAMED = lazy_pattern(rf"(?i:(?<![^\W_])(?:{_WORDS})(?![^\W_]){_IS}(?P<plate>{_FORM}))")
_ASIAN = lazy_pattern(
    r"(?:车牌(?:号码?)?|ナンバープレート|차량번호)(?:[:\s是为は는은]){0,3}"
    r"(?P<plate>[0-9A-Z\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3 ·-]{4,14})"
)
_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
# "34 ABC 123 plakalı aracım": the word comes after it.
_TURKISH = lazy_pattern(
    r"(?<!\w)(?P<plate>(?:0[1-9]|[1-7][0-9]|8[01]) ?[A-Z]{1,3} ?[0-9]{2,5})(?= plaka)"
)
_CHINESE = lazy_pattern(
    rf"(?P<plate>[{_PROVINCES}][A-Z]·?(?=[A-Z0-9]{{0,3}}[0-9]{{2}})[A-HJ-NP-Z0-9]{{5,6}})"
    r"(?![0-9A-Za-z])"
)
_SIGNS = (
    *("plate", " reg", "kennzeichen", "immatric", "matr", "placa", "targa", "kenteken", "plaka"),
    *("rejestr", "registreri", "nummerpl", "rekister", "spz", "rendsz", "госномер", "номер маш"),
    *("车牌", "ナンバー", "차량", *_PROVINCES),
)


def _find(text: str) -> Places:
    patterns = (_NAMED, _TURKISH) + (() if text.isascii() else (_CHINESE, _ASIAN))
    found = chain.from_iterable(pattern.finditer(text) for pattern in patterns)
    return (match.span("plate") for match in found if _is_one(match["plate"]))


def _is_one(found: str) -> bool:
    """Whether it has digits, and is not a model such as "RTX 4090" by itself."""
    return any(map(str.isdecimal, found)) and len(found) >= 4


KIND = Kind(
    name="plate", thing="licence plate", find=_find, digits=1, signs=_SIGNS
)  # fmt: skip
