"""German forms of questions."""

from __future__ import annotations

from kbtool.language.asked_forms.form import form
from kbtool.model import Fact

_LIMIT = r"(?:limits?|obergrenze|höchst\w{1,15}|maximum)\b"
_FEE = r"(?:gebühr|gebühren|kosten|preis|preise)\b"

GERMAN = (
    form(Fact.CAUSE, r"\b(?:warum|wieso|weshalb|weswegen)\b", r"\bwas ist der grund\b"),
    form(
        Fact.DURATION,
        r"\bwie (?:lange|schnell|bald)\b|\bbis wann (?:kommt|dauert|ist)\b",
        r"\bwie viele? (?:minuten|stunden|tage|werktage|arbeitstage|wochen|monate|zeit)\b",
        r"\bwann (?:kommt|kommen|erhalte|bekomme|trifft|wird|werde|ist .{1,40} da)\b",
        r"\b(?:lieferzeit|bearbeitungszeit|wartezeit|dauer)\b",
    ),
    form(
        Fact.LIMIT,
        r"\bwie (?:viele|oft|häufig)\b",
        r"\bwie ?viel (?:geld )?(?:kann|darf)\b",
        rf"\b(?:was|wie|welches?)\b[^.?!]{{0,40}}{_LIMIT}",
    ),
    form(Fact.LIMIT, rf"\bgibt es\b[^.?!]{{0,40}}{_LIMIT}", whether=True),
    form(
        Fact.AMOUNT,
        r"\bwie ?viel\b|\bwas kostet\b|\bwie teuer\b",
        rf"\b(?:wie hoch|welche|was)\b[^.?!]{{0,40}}{_FEE}",
    ),
    form(
        Fact.AMOUNT,
        rf"\b(?:gibt es|fallen)\b[^.?!]{{0,40}}{_FEE}",
        r"\bist (?:das|es|die \w{1,20}) (?:kostenlos|gratis)\b",
        whether=True,
    ),
    form(
        Fact.PERSON,
        r"\bwer (?:kann|darf|ist berechtigt)\b|\bwie alt muss\b|\bab welchem alter\b",
        r"\b(?:dürfen|können) (?:minderjährige|kinder)\b|\b(?:mindestalter|altersgrenze)\b",
    ),
    form(
        Fact.PLACE,
        r"\bwo (?:finde|kann|ist|sind|muss|wird|stelle|sehe|steht|gibt|soll)\b",
        r"\bin welche[mnr]? (?:land|ländern|menü|ordner|stadt|städten)\b",
    ),
    form(Fact.TIME, r"\b(?:ab|bis|seit) wann\b|\bwann\b|\bum wie ?viel uhr\b|\böffnungszeiten\b"),
    form(
        Fact.STEPS,
        r"\bwie (?:kann|muss|soll|könnte|lässt|werde|mache|komme|geht das)\b",
        r"\bwie \w{2,20}e (?:ich|man)\b|\bwie \w{2,20}t man\b|\bwas muss (?:ich|man) (?:tun|"
        r"machen)\b",
    ),
    form(None, r"\b(?:können|könnten|würden) sie\b|\bkannst du\b"),
    form(
        Fact.ANSWER,
        r"^\W*(?:kann|darf|muss|ist|sind|gibt|habt|haben|akzeptiert|akzeptieren|"
        r"unterstützt|unterstützen|bietet|bieten|lässt|soll|brauche|benötige)\b[^?]{3,160}\?",
        r"\bist es möglich\b|\bmöglich\?",
    ),
)
