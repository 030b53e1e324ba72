"""Spanish forms of questions."""

from __future__ import annotations

from kbtool.language.asked_forms.form import form
from kbtool.model import Fact

SPANISH = (
    form(Fact.CAUSE, r"\bpor ?qué\b", r"\bcuál es (?:la razón|el motivo)\b"),
    form(
        Fact.DURATION,
        r"\bcuánto (?:tiempo|tarda|tardan|dura|demora)\b",
        r"\bcuánt[ao]s (?:minutos|horas|días|semanas|meses)\b|\ben cuánto tiempo\b",
        r"\bcuándo (?:llega|llegará|recibiré|voy a recibir|estará|me llega)\b|\bplazo de entrega\b",
    ),
    form(
        Fact.LIMIT,
        r"\bcuánt[ao]s\b|\bcuál es el (?:límite|máximo|mínimo)\b",
        r"\bcuánto (?:dinero )?(?:puedo|se puede)\b|\bcon qué frecuencia\b",
    ),
    form(Fact.LIMIT, r"\bhay (?:un |algún )?límite\b", whether=True),
    form(
        Fact.AMOUNT,
        r"\bcuánto\b|\b(?:cuál es|cuáles son) (?:el precio|el coste|el costo|la comisión|"
        r"las comisiones|las tarifas|los gastos)\b",
    ),
    form(
        Fact.AMOUNT,
        r"\bhay (?:alguna )?(?:comisión|comisiones|gastos)\b",
        r"\bes gratis\b|\bes gratuit[ao]\b",
        whether=True,
    ),
    form(
        Fact.PERSON,
        r"\bquién(?:es)? pueden?\b|\ba partir de qué edad\b|\bedad mínima\b|\bqué edad\b",
        r"\bpueden (?:los )?(?:menores|niños)\b",
    ),
    form(
        Fact.PLACE,
        r"\bd[óo]nde (?:puedo|está|están|encuentro|se|debo|veo|hay)\b",
        r"\ben qué (?:países|país|menú|carpeta|ciudad|ciudades)\b",
    ),
    form(
        Fact.TIME,
        r"\b(?:cuándo|a qué hora|hasta cuándo|desde cuándo|qué fecha|qué día)\b",
        r"\bhorarios? de (?:apertura|atención)\b",
    ),
    form(
        Fact.STEPS,
        r"\bcómo (?:puedo|se|hago|debo|puede|\w{3,20}[aei]r)\b|\bqué (?:debo|tengo que) hacer\b",
        r"\bcuáles son los pasos\b",
    ),
    form(None, r"\b(?:puede|puedes|podría|podrían) (?:usted )?(?:ayudarme|decirme|explicarme)\b"),
    form(
        Fact.ANSWER,
        r"^\W*(?:puedo|se puede|es posible|hay|aceptan|aceptáis|tengo que|debo|es|"
        r"ofrecen|necesito|admiten)\b[^?]{3,160}\?",
        r"\b(?:es posible|se puede)\b[^?]{0,60}\?",
    ),
)
