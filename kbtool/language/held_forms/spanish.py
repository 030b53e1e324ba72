"""Spanish words by which a passage holds a fact."""

from __future__ import annotations

from kbtool.language.held_forms.form import CLOCK, DATE, UI_PATH, WEB, form
from kbtool.model import Fact

SPANISH = {
    Fact.DURATION: form(
        r"(?:inmediat\w{0,6}|al instante|instantáne\w{0,6}|enseguida|mañana|el mismo día|"
        r"al día siguiente)\b",
        r"(?:unos|pocos|algunos|varios|unas|varias) (?:minutos|horas|días|"
        r"semanas|meses)\b",
    ),
    Fact.AMOUNT: form(
        r"(?:gratis|gratuit\w{0,6}|sin (?:coste|costo|comisión|comisiones|gastos|cargo))\b"
    ),
    Fact.LIMIT: form(
        r"(?:ilimitad\w{0,2}|una vez|dos veces|por|cada|un solo|una sola|sin límite)\b", r"\d"
    ),
    Fact.TIME: form(
        CLOCK,
        DATE,
        r"(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|fin de semana)",
        r"(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|"
        r"diciembre)\b",
        r"(?:medianoche|mediodía|diari\w{0,6}|mensual\w{0,6}|cada|después|antes|cuando|hasta)\b",
    ),
    Fact.PLACE: form(
        UI_PATH,
        WEB,
        r"(?:en|desde|a|al|bajo) (?:el |la |los |las |su |tu )?\w",
        r"(?:aquí|en línea|todo el mundo|extranjero)\b",
    ),
    Fact.PERSON: form(
        r"(?:años|edad|mayor\w{0,2}|menor\w{0,2}|niños?|adultos?|resid\w{2,7}|todos?|solo|"
        r"personas?|clientes?|"
        r"usuarios?|debe|debes|requisitos?)\b"
    ),
    Fact.ANSWER: form(
        r"(?:sí|no|puede|puedes|pueden|posible|imposible|es|son|debe|debes|lamentablemente)\b"
    ),
    Fact.STEPS: form(
        UI_PATH,
        r"(?:haga|haz|pulse|pulsa|seleccione|selecciona|elija|elige|abra|abre|vaya|ve a|toque|toca|"
        r"introduzca|introduce|siga|sigue|use|usa|contacte|contacta|llame|llama|puede|puedes)\b",
    ),
    Fact.CAUSE: form(r"(?:porque|debido|causa|motivos?|razón|razones|para que|si|cuando|ya que)\b"),
}
