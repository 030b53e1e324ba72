"""German signs of what people need."""

from __future__ import annotations

from kbtool.language.need_forms.form import sign
from kbtool.model import Need

_ACTS = (
    r"(?:erstatten|zurückerstatten|stornieren|kündigen|löschen|schließen|sperren|entsperren|"
    r"freischalten|zurücksetzen|zusenden|schicken|senden|ändern|korrigieren|entfernen|stoppen|"
    r"ersetzen|aktivieren|deaktivieren|überweisen|zurückbuchen|freigeben|wiederherstellen)"
)
_STATES = (
    r"(?:abgelehnt|ausstehend|offen|fehlgeschlagen|fehlt|fehlen|weg|verschwunden|gesperrt|"
    r"blockiert|"
    r"storniert|zurückgebucht|abgebucht|belastet|berechnet|angekommen|eingegangen|geliefert|"
    r"verspätet|gestohlen|gehackt|verloren|gutgeschrieben|angezeigt|bearbeitet|da)"
)

GERMAN = (
    sign(
        Need.PERSON,
        r"\b(?:mit|zu|eine[nr]?) (?:\w{1,12} )?(?:mitarbeiter|mitarbeiterin|menschen|berater|"
        r"jemandem|kundendienst|kundenservice|vorgesetzten)\b[^.?!]{0,30}\b(?:sprechen|reden|verbinden|"
        r"verbunden|telefonieren|chatten)\b",
        r"\b(?:echte[nrs]?|richtige[nrs]?) (?:mensch|person|mitarbeiter)\w{0,3}\b",
        r"\bmitarbeiter(?:in)?\b|\b(?:rufen sie|ruf|ruft) mich\b|\brückruf\b",
        r"\bbeschwer(?:de|den|e)\b|\b(?:unverschämt|frechheit|inakzeptabel|skandal|empörend|"
        r"unmöglich von|stinksauer|anwalt|verbraucherzentrale)\b",
    ),
    sign(
        Need.ACTION,
        rf"\bbitte\b[^.?!]{{0,60}}\b{_ACTS}\b",
        rf"\b(?:können|könnten|könnt|kannst) (?:sie|ihr|du)\b[^.?!]{{0,60}}\b{_ACTS}\b",
        r"\b(?:stornieren|kündigen|löschen|sperren|entsperren|erstatten|schicken|senden) sie\b"
        r"(?! \w{1,20} nicht)",
        r"\b(?:will|möchte|brauche|verlange) (?:mein geld|eine (?:rück)?erstattung)\b",
    ),
    sign(
        Need.PRODUCT,
        r"\b(?:stürzt|stürzte|stürzen) (?:\w{1,12} ){0,3}ab\b|\babsturz\b|\babgestürzt\b",
        r"\b(?:bug|bugs|störung)\b|\bfehler(?:code)? (?:nr\.? )?\d{2,5}\b",
        r"\b(?:funktioniert|funktionieren|geht|lädt|startet|reagiert|öffnet|synchronisiert) "
        r"(?:\w{1,12} ){0,3}(?:nicht|nichts|kein|keine)\b",
        r"\b(?:kaputt|friert ein|hängt sich auf|weißer bildschirm)\b",
        r"\b(?:seit|nach) (?:dem|einem|der) (?:\w{1,12} )?(?:update|aktualisierung)\b",
        r"\bgibt es (?:eine|die) (?:\w{1,12} )?funktion\b|\bwäre (?:\w{1,12} )?"
        r"(?:schön|toll|hilfreich|gut), (?:wenn|falls)\b|\bfunktionswunsch\b",
    ),
    sign(
        Need.ACCOUNT,
        rf"\b(?:mein|meine|meinen|meinem|meiner|meines)\b[^.?!]{{0,60}}\b{_STATES}\b",
        r"\bwo (?:ist|sind|bleibt|bleiben) mein\w{0,2}\b|\bwas ist mit meine[mnr]\b",
        r"\bich habe? (?:\w{1,12} ){0,5}(?:nicht|nie|kein|keine|keinen|nichts) (?:\w{1,12} )?"
        r"(?:bekommen|erhalten|gesehen|autorisiert|getätigt|gemacht|veranlasst)\b",
        r"\bich (?:wurde|bin) (?:\w{1,12} ){0,3}(?:belastet|gesperrt|gehackt|abgelehnt)\b",
        r"\b(?:doppelt|zweimal) (?:\w{1,12} )?(?:abgebucht|belastet|berechnet)\b",
        r"\berkenne (?:\w{1,12} ){0,3}nicht\b|\bstatus mein(?:er|es)\b",
        r"\b(?:warum|wieso|weshalb) (?:ist|wurde|wird|sind|wurden|hat) (?:mein\w{0,2}|ich)\b",
    ),
)
