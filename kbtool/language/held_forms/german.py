"""German words by which a passage holds a fact."""

from __future__ import annotations

from kbtool.language.held_forms.form import CLOCK, DATE, UI_PATH, WEB, form
from kbtool.model import Fact

GERMAN = {
    Fact.DURATION: form(
        r"(?:sofort|umgehend|unverzüglich|gleich|über nacht|dauerhaft|morgen)\b",
        r"(?:am|noch am) (?:selben|gleichen|nächsten) (?:tag|werktag|arbeitstag)\b",
        r"(?:wenige|einige|mehrere)[rn]? (?:minuten|stunden|tage|tagen|wochen|monate)\b",
    ),
    Fact.AMOUNT: form(
        r"(?:kostenlos|gratis|kostenfrei|gebührenfrei|umsonst)\b",
        r"(?:keine|ohne) (?:\w{1,15} )?(?:gebühr|gebühren|kosten)\b",
    ),
    Fact.LIMIT: form(
        r"(?:unbegrenzt|unbeschränkt|beliebig|einmal|zweimal|pro|jede[rsn]?|nur eine?)\b", r"\d"
    ),
    Fact.TIME: form(
        CLOCK,
        DATE,
        r"(?:mon|diens|donners|frei|sams|sonn)tags?\b|mittwochs?\b|wochenende",
        r"(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)",
        r"(?:täglich|wöchentlich|monatlich|jährlich|mitternacht|rund um die uhr|sobald|nachdem|"
        r"bevor|wenn|bis|nach|jederzeit)\b",
    ),
    Fact.PLACE: form(
        UI_PATH,
        WEB,
        r"(?:in|im|unter|auf|bei|am|zu|zum|zur|öffnen sie) (?:der |den |dem |die |"
        r"das |ihrer |ihrem |deiner |deinem )?(?-i:[A-ZÄÖÜ„“\"])\w",
        r"(?:weltweit|überall|online|hier)\b",
    ),
    Fact.PERSON: form(
        r"(?:jahren?|alter|volljährig\w{0,2}|minderjährig\w{0,2}|kinder|erwachsene|wohnsitz|"
        r"jeder|alle|nur|personen|kunden|nutzer|muss|müssen|voraussetzung\w{0,2})\b"
    ),
    Fact.ANSWER: form(
        r"(?:ja|nein|leider|kann|können|kannst|darf|dürfen|nicht|möglich|wird|werden|ist|sind|"
        r"muss|müssen|kein\w{0,2})\b"
    ),
    Fact.STEPS: form(
        UI_PATH,
        r"(?:klicken|tippen|wählen|öffnen|gehen|geben|drücken|folgen|melden|rufen|nutzen|"
        r"verwenden|schreiben|laden|installieren) sie\b",
        r"(?:klicke?|tippe?|wähle?|öffne|gehe?|gib|"
        r"drücke|folge|nutze|verwende|sie können|du kannst|kontaktieren)\b",
    ),
    Fact.CAUSE: form(
        r"(?:weil|da|wegen|grund|gründe|aufgrund|deshalb|daher|damit|wenn|falls|um)\b"
    ),
}
