"""Passports, driving licences and tax numbers of all countries, by the word beside them."""

from __future__ import annotations

import re

from msgspec import Struct

from kbtool.patterns import lazy_pattern
from kbtool.questions.cleaning.characters import has_one
from kbtool.questions.masking.kind import Places
from kbtool.questions.masking.naming import Words, is_named, make_label, read_words

_PASSPORTS = (
    r"passport|reisepass|passeport|pasaporte|passaporto|paspoort|passaporte|paszport\w{0,2}|pasaport"
    r"|reisepassnummer|passnummer|pasnummer|passi(?:n numero)?|cestovn[íi] pas|útlevél|pașaport"
    r"|загранпаспорт\w{0,3}|паспорт\w{0,3}|διαβατήριο"
)
_CARDS = (
    r"personalausweis(?:nummer)?|ausweis(?:nummer)?|id card|identity card|carte d'identit[ée]"
    r"|carta d'identit[àa]|identiteitskaart|id-?kort|henkilökortti|ob[čc]ansk[ýy] pr[ůu]kaz"
    r"|buletin|carte de identitate|li[čc]n[ae] kart[ae]|dni|nie|nif|nin|nino"
)
_LICENCES = (
    r"driver'?s? licen[cs]e|driving licen[cs]e|f[üu]hrerschein(?:nummer)?|permis(?: de conduire)?"
    r"|permiso de conducir|licencia de conducir|patente(?: di guida)?|carta de condu[çc][ãa]o"
    r"|rijbewijs(?:nummer)?|k[öo]rkort|k[øo]rekort|førerkort|ajokortti|prawo jazdy|prawa jazdy"
    r"|ehliyet|[řr]idi[čc]sk[ýy] pr[ůu]kaz|водительск\w{2,3} удостоверени\w"
)
_TAXES = (
    r"vat(?: reg(?:istration)?)?(?: (?:id|number|no\.?))?|ust-?id(?:-?nr\.?|nummer)?"
    r"|umsatzsteuer-?id\w{0,8}(?:-nummer)?|tva|btw(?:-?(?:nummer|nr\.?|id))?|iva|moms(?:nummer|nr\.?)?"
    r"|mva|cvr(?:-?(?:nr\.?|nummer))?|uid(?:-nummer)?|cui|ičo|i[čc]o|di[čc]|org\.? ?n(?:umme)?r\.?"
)
_IDS = (
    r"(?:national|personal|citizen|tax|government)(?: (?:id|identity|identification))?"
    r" (?:number|no\.?|card|code|id)|national id|tax id|id (?:number|no\.?)"
    r"|identification (?:number|no\.?)|identity (?:number|no\.?)|num[ée]ro d'identit[ée]"
    r"|n[úu]mero de identifica(?:ci[óo]n|[çc][ãa]o)|personnummer|numer identyfikacyjny"
    r"|(?:pass|ausweis)nummer|social security(?: number| no\.?)?|sozialversicherungsnummer"
    r"|kimlik(?: numara\w{0,3}| no\w{0,3})?|tin"
)
_ASIA = (
    r"护照(?:号码?)?|護照(?:號碼?)?|パスポート(?:番号)?|旅券番号|여권(?:번호)?|通行证|台胞证"
    r"|หนังสือเดินทาง|جواز(?: السفر)?|דרכון"
)
_ASIAN_LICENCES = r"驾驶证|驾照|免許証?(?:番号)?|운전면허(?:번호)?"
_PAPER_FORM = (
    r"[A-Z][0-9]{3,4}(?:[ -][0-9]{3,5}){1,3}|[A-Z]{1,3}[ -]?[0-9]{5,9}"
    r"|(?=[A-Z]{0,8}[0-9])[A-Z0-9]{6,12}|[0-9]{2} [0-9]{2} [0-9]{6}"
)
_TAX_FORM = r"(?:[A-Z]{2,3}[ -]?)?[A-Z]?[0-9](?:[ .-]?[0-9]){7,11}(?:B[0-9]{2}| ?MVA)?"
_ID_FORM = (
    r"(?=[A-Z]{0,4}(?:[ ./-]?[A-Z]?[0-9]){6})[A-Z]{0,4}"
    r"(?>(?:[ ./-]?[A-Z]{0,2}[0-9]{1,14}){1,6})[A-Z]{0,2}"
)
_BEGIN = r"(?<![0-9A-Za-z_/+$€£¥])(?<![0-9][.,-])"
_END = r"(?![0-9A-Za-zÀ-ɏ_]|[.,/-][0-9])"
# Any of the forms may begin where a digit comes soon.
_START = lazy_pattern(rf"{_BEGIN}(?=[0-9A-Za-z])(?=[A-Za-z]{{0,8}}[ -]?[0-9])")


class Paper(Struct, frozen=True):
    """Numbers of a sort of paper, which only a word beside them tells."""

    label: re.Pattern[str]
    form: re.Pattern[str]


def _paper(form: str, named: str, glued: str = "") -> Paper:
    label = lazy_pattern(make_label(named, glued))
    return Paper(label, lazy_pattern(f"(?:{form}){_END}", re.IGNORECASE))


_PAPERS = (
    _paper(_PAPER_FORM, f"{_PASSPORTS}|{_CARDS}|{_LICENCES}", f"{_ASIA}|{_ASIAN_LICENCES}"),
    _paper(_TAX_FORM, _TAXES),
    _paper(_ID_FORM, _IDS, r"身份证|身分證|신분증"),
)
# One of these stands in each of the words; looking for them costs next to nothing.
_STEMS = (
    *(
        "passp",
        "passn",
        "passa",
        "passe",
        "pasn",
        "paspo",
        "reisepass",
        "pasap",
        "pasz",
        "pașap",
        "pas ",
        "passi",
        "útlevél",
        "паспорт",
        "διαβατ",
        "ausweis",
        "id card",
        "ity card",
    ),
    *("carte", "carta", "kaart", "kort", "průkaz", "prukaz", "buletin", "ličn", "licn", " dni"),
    *(
        " nie",
        " nif",
        " nin",
        "licen",
        "führer",
        "fuhrer",
        "permis",
        "patente",
        "rijbewijs",
        "jazdy",
    ),
    *("ehliyet", "удостов"),
    *(" vat", " ust", "umsatz", " tva", " btw", " iva", " moms", " mva"),
    *(" cvr", " uid", " cui", " ič", " ico", " dič", " dic", " org", "national", "personal"),
    *("citizen", " tax", "government", " id ", "identi", "social", "sozial", "kimlik", " tin"),
    *("护照", "護照", "パスポート", "旅券", "여권", "通行", "台胞", "หนังสือ", "جواز", "דרכון"),
    *("驾", "免許", "면허", "身份", "身分", "신분"),
)


def find_papers(text: str) -> Places:
    """Places of numbers with a word for them beside."""
    if has_one(f" {text.lower().replace('(', ' ')}", _STEMS):
        for start in _START.finditer(text):
            if end := _find_end(text, start.start()):
                yield start.start(), end


def _find_end(text: str, start: int) -> int:
    """Where a number that begins here ends; 0 where none does."""
    words: Words | None = None
    for paper in _PAPERS:
        if match := paper.form.match(text, start):
            words = words or read_words(text, *match.span())
            if is_named(paper.label, words):
                return match.end()
    return 0
