"""Names of months, and zones of time by name, as dates have them."""

from __future__ import annotations

import unicodedata
from functools import cache

# In the order of the year: English, German, French, Spanish, Italian, Portuguese and Dutch, whole
# and cut, without accents. A name is of one month in all of them.
_NAMES = (
    "jan january januar janner jaenner janvier janv ene enero gen gennaio janeiro januari",
    "feb february februar feber fevrier fevr fev febrero febbraio fevereiro februari",
    "mar march marz maerz mrz mars marzo marco maart mrt",
    "apr april avril avr abril abr aprile",
    "may mai mayo maggio mag maio mei",
    "jun june juni juin junio giugno giu junho",
    "jul july juli juillet juil julio luglio lug julho",
    "aug august aout agosto ago augustus",
    "sep sept september septembre septiembre setiembre settembre set setembro",
    "oct october oktober okt octobre octubre ottobre ott outubro out",
    "nov november novembre noviembre novembro",
    "dec december dezember dez decembre dic diciembre dicembre dezembro",
)
# Hours from UTC, as RFC 2822 has them for America; "BST" and "IST" are of several countries.
_HOURS = "EST-5 EDT-4 CST-6 CDT-5 MST-7 MDT-6 PST-8 PDT-7 WET+0 WEST+1 CET+1 MEZ+1 CEST+2 MESZ+2"
_ZONES = {zone[:-2]: int(zone[-2:]) for zone in _HOURS.split()}
ZONES = "|".join(_ZONES)
"""A pattern of all names of zones."""


def find_month(name: str) -> int | None:
    """The number of a month, None where it is no month's name."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return _months().get("".join(sign for sign in plain if not unicodedata.combining(sign)))


def find_hours(zone: str) -> int:
    """Hours from UTC of a zone."""
    return _ZONES.get(zone.upper(), 0)


@cache
def _months() -> dict[str, int]:
    return {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
