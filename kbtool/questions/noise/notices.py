"""Notices that programs send: nobody reads this, a voicemail came, an invitation, a newsletter.

Who writes about such a thing speaks of himself, asks, or says that it fails: that text is kept.
"""

from __future__ import annotations

from kbtool.patterns import lazy_pattern
from kbtool.questions.cleaning.characters import has_one
from kbtool.questions.cleaning.request_words import FAILS

_LONGEST = 4_000
# One of these stands in each text that the patterns find; looking for them costs next to nothing.
_HINTS = (
    *("monitor", "unattended", "postfach", "wird nicht", "boîte", "adresse", "buzón", "dirección"),
    *("casella", "caixa", "mailbox", "voice", "sprachnachricht", "message vocal", "mensaje de voz"),
    *("messaggio vocale", "mensagem de voz", "invit", "einge", "event", "meeting", "termin"),
    *("vcalendar", "browser", "navigat", "unsubscribe", "newsletter", "receiving this"),
)
_SELF = lazy_pattern(
    r"\b(?:i|my|me|mine|i'm|i've|i’m|i’ve|myself|ich|mein\w*|mir|mich|je|mon|mes|moi|yo|mi|mis|io"
    r"|mio|mia|eu|meu|minha|ik|mijn|mij)\b|\bj['’]"
)
_BROKEN = lazy_pattern(r"\b(?:broken|missing|wrong|error|defekt|falsch|fehlt|stop|please remove)\b")

_UNREAD = lazy_pattern(
    r"\b(?:this|the|our) (?:mailbox|inbox|e-?mail(?: address| account| box)?|address|account)"
    r" (?:is|are) (?:not|no longer|un)[ -]?(?:being |actively |regularly )?"
    r"(?:monitored|attended|read|checked)\b"
    r"|\b(?:unmonitored|unattended) (?:mailbox|inbox|e-?mail|address)"
    r"|\bdies(?:es|e) (?:e-?mail-?)?(?:postfach|mailbox|adresse) wird nicht (?:mehr )?"
    r"(?:gelesen|überwacht|abgerufen|betreut|bearbeitet)"
    r"|\bcette (?:boîte|adresse)(?: aux lettres| mail| e-?mail| électronique| de messagerie)?"
    r" n['’]est (?:pas|plus) (?:surveillée|consultée|relevée|lue)"
    r"|\best[ea] (?:buzón|dirección)(?: de correo)?(?: electrónico)? no (?:está|es)"
    r" (?:supervisad|monitoread|monitorizad|atendid)[oa]"
    r"|\bquesta casella(?: di posta)?(?: elettronica)? non (?:è|viene)"
    r" (?:monitorata|presidiata|letta)"
    r"|\besta caixa(?: de correio| de entrada| postal)? não é (?:monitorada|monitorizada|lida)"
    r"|\bdeze (?:mailbox|postbus|inbox) wordt niet (?:gelezen|gecontroleerd|beheerd|gemonitord)"
)
_VOICEMAIL = lazy_pattern(
    r"\byou (?:have|have received|received|got|have got|missed) (?:a|an|1|one) (?:new )?"
    r"(?:voice ?mail|voice message|call)(?: message)? (?:from|in mailbox)\b"
    r"|\bsie haben (?:eine|1) neue (?:sprachnachricht|voicemail|mailboxnachricht)"
    r"|\bvous avez (?:reçu )?un nouveau message vocal|\btienes? un (?:nuevo )?mensaje de voz"
    r"|\b(?:hai|ha) ricevuto un nuovo messaggio vocale|\bvocê tem uma nova mensagem de voz"
    r"|\b(?:u|je) (?:heeft|hebt) een nieuw voicemailbericht"
)
# The same with less said of it, where its length is given.
_RECORDED = lazy_pattern(
    r"\b(?:you (?:have |have got |have received |got |received )(?:a |an |1 |one )?(?:new )?"
    r"voice ?(?:mail|message)|new voice ?(?:mail|message)"
    r"|sie haben (?:eine|1)(?: neue)? (?:sprachnachricht|voicemail|mailbox-?nachricht)"
    r"|neue sprachnachricht|vous avez (?:reçu )?(?:un|1)(?: nouveau)? message vocal"
    r"|nouveau message vocal|(?:ha|has|hemos) recibido un(?: nuevo)? mensaje de voz"
    r"|tienes? un(?: nuevo)? mensaje de voz|nuevo mensaje de voz)\b"
)
_LENGTH = lazy_pattern(
    r"\b(?:duration|length|dauer|länge|durée|duración|durata|duração|duur) ?:? ?\d{1,5}\b"
)
_CALENDAR = lazy_pattern(
    r"(?:^|[.!:] )(?:(?:updated )?invitation|accepted|declined|tentatively accepted|tentative"
    r"|cancell?ed(?: event)?|(?:aktualisierte )?einladung|zugesagt|abgelehnt|abgesagt(?:er termin)?"
    r"|invitación(?: actualizada)?|aceptad[oa]|rechazad[oa]|cancelad[oa]|accepté|refusé|annulé"
    r"|invito|accettato|convite|aceite|uitnodiging|geaccepteerd): .{1,150}? @ "
    r"(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim|mié|jue|vie"
    r"|sáb|dom|gio|sab|seg|ter|qua|qui|sex|ma|wo|za|zo)\b"
    r"|\bhas (?:accepted|declined|tentatively accepted) this invitation"
    r"|\byou have been invited to the following event|\bthis event has been cancell?ed"
    r"|\bsie wurden zu folgende[mr] (?:termin|veranstaltung) eingeladen|\bbegin:vcalendar"
    r"|\b(?:microsoft teams|zoom) meeting\b.{1,300}\bmeeting id\b"
    r"|\bmicrosoft teams-besprechung\b.{1,300}\bbesprechungs-id\b"
)
# Two of these stand in a newsletter; customers name one of them.
_IN_BROWSER = lazy_pattern(
    r"\bview (?:this (?:e-?mail|message|newsletter) |it |online )?(?:in|with) (?:your |a )?browser"
    r"|\bviewing this (?:e-?mail|message)|\bim browser (?:ansehen|anzeigen|öffnen|lesen)"
    r"|\bnicht (?:richtig|korrekt) (?:angezeigt|dargestellt)"
    r"|\b(?:dans (?:votre|un) navigateur|en (?:tu|su) navegador|no (?:seu )?navegador)"
    r"|\bnel (?:tuo )?browser"
)
_UNSUBSCRIBE = lazy_pattern(
    r"\bunsubscribe (?:from this|here|now|instantly|at any time|\||$)|[.|] ?unsubscribe\b"
    r"|\bno longer wish to receive|\bvom newsletter abmelden|\bnewsletter (?:abbestellen|abmelden)"
    r"|\bse désinscrire|\bse désabonner|\bdarse de baja|\bannulla l['’]iscrizione"
    r"|\bcancelar (?:a )?(?:inscrição|suscripción)|\bafmelden voor"
)
_RECEIVING = lazy_pattern(
    r"\b(?:you are|you're|you’re) (?:receiving|getting) this (?:e-?mail|message|newsletter)"
    r"|\b(?:update|manage) (?:your )?(?:e-?mail )?preferences|\bsie erhalten diese (?:e-?mail|mail)"
    r"|\bvous recevez (?:cet|ce)|\brecibes? este (?:correo|mensaje)|\bricevi questa"
)
_NEWSLETTER = lazy_pattern(r"\bnewsletter\b")
_MARKS = (_IN_BROWSER, _UNSUBSCRIBE, _RECEIVING, _NEWSLETTER)
_FEWEST_MARKS = 2
_SHORTEST = 90  # characters of a newsletter: "Unsubscribe", below its subject, is a request


def is_notice(text: str) -> bool:
    """Whether a program sent the text to many, or for no reader."""
    if len(text) > _LONGEST:
        return False
    lower = text.lower()
    if not has_one(lower, _HINTS):
        return False
    if _SELF.search(lower) or _BROKEN.search(lower):
        return False
    if "?" not in text and _UNREAD.search(lower):
        return True
    if FAILS.search(lower):
        return False
    called = "?" not in text and (_VOICEMAIL.search(lower) or _is_recorded(lower))
    return bool(called or _CALENDAR.search(lower)) or _is_newsletter(lower)


def _is_recorded(lower: str) -> bool:
    return _RECORDED.search(lower) is not None and _LENGTH.search(lower) is not None


def _is_newsletter(lower: str) -> bool:
    if len(lower) < _SHORTEST:
        return False
    return sum(mark.search(lower) is not None for mark in _MARKS) >= _FEWEST_MARKS
