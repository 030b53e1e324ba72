"""Dates of birth, by the word before them."""

from __future__ import annotations

import re

from kbtool.patterns import lazy_pattern
from kbtool.questions.masking.kind import Kind, Places

_WORDS = (
    r"(?:date of birth|birth ?date|birth ?day|d\.?o\.?b\.?|born(?: on)?|geburtsdatum|geburtstag"
    r"|geboren(?: am| op)?|geb\.|date de naissance|n[ée]e? le|fecha de nacimiento|naci(?: el|do el"
    r"|da el)|nac[íi] el|data di nascita|nat[oa] il|geboortedatum|data de nascimento|nasci em"
    r"|nascid[oa] em|data urodzenia|urodzon[aye] (?:dnia )?|ur\.|f[öo]delsedatum|f[øo]dselsdato"
    r"|født(?: den)?|född(?: den)?|syntym[äa]aika|syntynyt|do[ğg]um tarihi\w{0,3}|do[ğg]umluyum"
    r"|datum narozen[íi]|narozen[aý]?|d[áa]tum narodenia|sz[üu]let[ée]si d[áa]tum\w{0,2}"
    r"|data na[șs]terii|дат[аы] рождени[яе]|родил(?:ся|ась)|дата народження"
    r"|ημερομηνία γέννησης|تاريخ الميلاد|תאריך לידה|tanggal lahir|ngày sinh|tarikh lahir)"
)
_GLUED = "生年月日|誕生日|出生日期|生日|생년월일|생일|วันเกิด|जन्म तिथि"
_GAP = (
    r"(?:[\s:=,.(\"-]|is|was|ist|war|est|es|è|é|to|jest|är|er|on|the|le|el|il|den|am|это|は|が|を|是|为"
    r"|는|은|का|है){0,6}"
)
_MONTH = r"[^\W\d_]{3,12}\.?"
_DATE = (
    r"(?:[0-9]{1,2}(?:st|nd|rd|th|\.|er|º|ª)?(?: de| of)?[ ./-]{1,2}(?:[0-9]{1,2}|" + _MONTH + r")"
    r"(?:,? de| of|,|\.)?[ ./-]{0,2}(?:[12][0-9]{3}|[0-9]{2})"
    r"|[12][0-9]{3}[./-][0-9]{1,2}[./-][0-9]{1,2}"
    r"|[12][0-9]{3} ?[年년] ?[0-9]{1,2} ?[月월] ?[0-9]{1,2} ?[日일]"
    r"|" + _MONTH + r" [0-9]{1,2}(?:st|nd|rd|th)?,? [12][0-9]{3}|(?:19|20)[0-9]{6})"
)
_NAMED = lazy_pattern(
    rf"(?:(?<!\w){_WORDS}(?![^\W\d_])|{_GLUED}){_GAP}(?P<date>{_DATE})(?![0-9])", re.IGNORECASE
)
_SIGNS = (
    *("birth", "dob", "d.o.b", "born", "gebor", "geburt", "geb.", "naissance", "né le", "née le"),
    *("ne le", "nacimiento", "naci", "nascita", "nato il", "nata il", "nasci", "urodz", "ur."),
    *("fødsel", "fodsel", "födelse", "fodelse", "født", "född", "syntym", "syntynyt", "doğum"),
    *("dogum", "naroz", "narod", "szület", "szulet", "naște", "naste", "рожден", "родил"),
    *("народж", "γέννησης", "الميلاد", "לידה", "lahir", "ngày sinh", "生年月日", "誕生日", "出生"),
    *("生日", "생년월일", "생일", "วันเกิด", "जन्म"),
)


def _find(text: str) -> Places:
    return (match.span("date") for match in _NAMED.finditer(text))


KIND = Kind(
    name="birth date", thing="date of birth", things="dates of birth", find=_find, digits=3,
    signs=_SIGNS,
)  # fmt: skip
