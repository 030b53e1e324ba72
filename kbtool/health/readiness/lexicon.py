"""Words that criteria look for, by language; a language that lacks here is not measured."""

from __future__ import annotations

import re

from kbtool.patterns import lazy_pattern

_ANY_CASE = re.IGNORECASE
Words = dict[str, re.Pattern[str]]

RESULT: Words = {
    "en": lazy_pattern(
        r"\b(?:(?:you|we)(?:'ll| will| should| can)? (?:now )?(?:see|get|receive|find|hear)|"
        r"appears?|shows?|opens?|confirm(?:s|ed|ation)?|message says|is (?:now )?\w{2,20}ed|"
        r"done|if (?:it|this|that|you|nothing|there|the) )",
        _ANY_CASE,
    ),
    "de": lazy_pattern(
        r"\b(?:sehen sie|siehst du|erscheint|erhalten sie|erhältst du|bekommen sie|bekommst du|"
        r"öffnet sich|wird \w{2,30} angezeigt|bestätig\w{1,12}|fertig|falls|wenn )",
        _ANY_CASE,
    ),
    "fr": lazy_pattern(
        r"\b(?:vous (?:verrez|voyez|recevrez|recevez|obtenez)|s'affiche|apparaît|s'ouvre|"
        r"confirm\w{1,12}|terminé|si )",
        _ANY_CASE,
    ),
    "es": lazy_pattern(
        r"\b(?:verá|verás|aparece|aparecerá|recibirá|recibirás|se abre|se muestra|confirm\w{1,12}|"
        r"listo|si )",
        _ANY_CASE,
    ),
}
"""What happens after the last step, or what to do where it does not."""

VAGUE: Words = {
    "en": lazy_pattern(
        r"\b(?:(?:a few|several|some|a couple of|many) (?:more )?(?:business |working )?"
        r"(?:seconds|minutes|hours|days|weeks|months|years)|soon|shortly|"
        r"(?:a|some) (?:short |little )?(?:while|time)(?= (?:later|before|to)\b)|"
        r"(?:a )?(?:small|low|reasonable|additional|extra) (?:fees?|charges?))\b",
        _ANY_CASE,
    ),
    "de": lazy_pattern(
        r"\b(?:(?:einige|mehrere|ein paar) (?:sekunden|minuten|stunden|tage|werktage|wochen|"
        r"monate)|in kürze|demnächst|(?:kleine|geringe) gebühr)\b",
        _ANY_CASE,
    ),
    "fr": lazy_pattern(
        r"\b(?:(?:quelques|plusieurs) (?:secondes|minutes|heures|jours|semaines|mois)|bientôt|"
        r"sous peu|(?:petits|faibles) frais)\b",
        _ANY_CASE,
    ),
    "es": lazy_pattern(
        r"\b(?:(?:unos|unas|algunos|algunas|varios|varias) (?:segundos|minutos|horas|días|semanas|"
        r"meses)|pronto|en breve|pequeña comisión)\b",
        _ANY_CASE,
    ),
}
"""Quantities that leave the reader to guess."""

LIMITATION: Words = {
    "en": lazy_pattern(
        r"\b(?:you (?:cannot|can't|can not)|(?:is|are) not (?:supported|possible|available|"
        r"allowed)|(?:isn't|aren't) (?:supported|possible|available|allowed)|"
        r"(?:do|does) not support|(?:don't|doesn't) support|unsupported)\b",
        _ANY_CASE,
    ),
    "de": lazy_pattern(
        r"\bnicht (?:möglich|unterstützt|verfügbar|erlaubt)\b|\b(?:können|kannst) \w{1,20} nicht\b",
        _ANY_CASE,
    ),
    "fr": lazy_pattern(
        r"\b(?:n'est pas|ne sont pas) (?:possible|disponible|pris en charge|autorisé)"
        r"|\bvous ne pouvez pas\b",
        _ANY_CASE,
    ),
    "es": lazy_pattern(
        r"\bno (?:es posible|está disponible|se admite|está permitido|puede|puedes)\b", _ANY_CASE
    ),
}
"""What does not work."""

WAY_ROUND: Words = {
    "en": lazy_pattern(
        r"\b(?:instead|alternatively|work ?arounds?|unless|until|but you can|you can still|"
        r"you can also|contact|ask us|let us know|get in touch|to do (?:so|this|that)|"
        r"if you (?:need|want)|use (?:a|an|the|your)|try|choose|we(?:'ll| will))\b",
        _ANY_CASE,
    ),
    "de": lazy_pattern(
        r"\b(?:stattdessen|alternativ|es sei denn|bis |sie können jedoch|wenden sie sich|"
        r"kontakt\w{0,12}|schreib\w{0,6} uns|nutzen sie|verwende\w{0,2})\b",
        _ANY_CASE,
    ),
    "fr": lazy_pattern(
        r"\b(?:plutôt|à la place|sinon|sauf si|jusqu'|contactez|écrivez-nous|utilisez|"
        r"vous pouvez)\b",
        _ANY_CASE,
    ),
    "es": lazy_pattern(
        r"\b(?:en su lugar|en cambio|salvo que|a menos que|hasta|contacte|contacta|escríbanos|"
        r"utilice|usa|puede también)\b",
        _ANY_CASE,
    ),
}
"""What to do instead."""

AUDIENCE: Words = {
    "en": lazy_pattern(
        r"\b(?:admin(?:istrator)?s?|owners?|members?|agents?|managers?|plans?|subscri\w{3,12}|"
        r"roles?|permissions?|business (?:account|customer)s?|personal accounts?|iphone|ipad|ios|"
        r"android|windows|mac(?:os)?|linux|web app|desktop|available (?:to|for|in|on)|"
        r"(?:customers|people|anyone|users) (?:in|who|with|from)|in the app|online)\b",
        _ANY_CASE,
    ),
    "de": lazy_pattern(
        r"\b(?:admin\w{0,14}|inhaber\w{0,4}|mitglied\w{0,4}|tarif\w{0,3}|abo\w{0,12}|rolle\w?|"
        r"berechtigung\w{0,3}|geschäftskund\w{1,3}|iphone|ios|android|windows|mac(?:os)?|"
        r"in der app|verfügbar (?:für|in|auf))\b",
        _ANY_CASE,
    ),
    "fr": lazy_pattern(
        r"\b(?:admin\w{0,14}|propriétaires?|membres?|forfaits?|abonn\w{1,8}|rôles?|"
        r"autorisations?|comptes? pro\w{0,10}|iphone|ios|android|windows|mac(?:os)?|"
        r"dans l'appli\w{0,6}|disponibles? (?:pour|en|sur))\b",
        _ANY_CASE,
    ),
    "es": lazy_pattern(
        r"\b(?:admin\w{0,14}|propietari\w{1,3}|miembros?|planes|plan|suscrip\w{2,6}|rol(?:es)?|"
        r"permisos?|cuentas? (?:de empresa|personal)|iphone|ios|android|windows|mac(?:os)?|"
        r"en la aplicación|disponibles? (?:para|en))\b",
        _ANY_CASE,
    ),
}
"""Whom it is for, and on what."""

ERROR: Words = {
    "en": lazy_pattern(r"\berror (?:messages?|codes?)|\berrors?\b", _ANY_CASE),
    "de": lazy_pattern(r"\bfehler\w{0,12}\b", _ANY_CASE),
    "fr": lazy_pattern(r"\berreurs?\b", _ANY_CASE),
    "es": lazy_pattern(r"\berror(?:es)?\b", _ANY_CASE),
}
"""That something is about an error."""

_NUMBER = r"(?: #?[A-Z_-]{0,12}\d{1,8})?"
_SAID = r" ?: ?((?:\S{1,60} ){2,12}\S{1,60})"
SAYING: Words = {
    "en": lazy_pattern(rf"\berror(?: message| code)?{_NUMBER}{_SAID}", _ANY_CASE),
    "de": lazy_pattern(rf"\bfehler(?:meldung|code)?{_NUMBER}{_SAID}", _ANY_CASE),
    "fr": lazy_pattern(rf"\berreur{_NUMBER}{_SAID}", _ANY_CASE),
    "es": lazy_pattern(rf"\berror{_NUMBER}{_SAID}", _ANY_CASE),
}
"""What one error says, behind a colon."""

TELLING: Words = {
    "en": lazy_pattern(
        r"\A(?:how|what|when|where|which|who|why)\b|\b(?:causes|explained|fixes|guides?|meaning|"
        r"overview|questions|reasons|solutions|steps|things|tips|troubleshooting|ways)\b",
        _ANY_CASE,
    ),
    "de": lazy_pattern(
        r"\A(?:was|wann|warum|welche\w?|wie|wieso|wo)\b|\b(?:anleitung|bedeutung|erklärt|gründe|"
        r"hilfe|lösungen|ratgeber|schritte|tipps|überblick|übersicht|ursachen|wege)\b",
        _ANY_CASE,
    ),
    "fr": lazy_pattern(
        r"\A(?:comment|où|pourquoi|quand|que|quel(?:le)?s?|qui)\b|\b(?:aperçu|astuces|causes|"
        r"conseils|étapes|expliquée?s?|façons|guide|raisons|signification|solutions)\b",
        _ANY_CASE,
    ),
    "es": lazy_pattern(
        r"\A(?:cómo|cuáles|cuál|cuándo|dónde|por qué|qué|quién)\b|\b(?:causas|consejos|"
        r"explicad[oa]s?|formas|guía|motivos|pasos|razones|resumen|significado|soluciones)\b",
        _ANY_CASE,
    ),
}
"""That what follows a colon tells what an article is for, and is no message of a program."""

BARE: Words = {
    "en": lazy_pattern(r"\s*(?:yes|no|maybe|sometimes)\b[\s.!]*", _ANY_CASE),
    "de": lazy_pattern(r"\s*(?:ja|nein|vielleicht|manchmal)\b[\s.!]*", _ANY_CASE),
    "fr": lazy_pattern(r"\s*(?:oui|non|parfois)\b[\s.!]*", _ANY_CASE),
    "es": lazy_pattern(r"\s*(?:sí|no|quizás|a veces)\b[\s.!]*", _ANY_CASE),
}
"""An answer that says nothing without its question."""

INTERNAL: Words = {
    "en": lazy_pattern(
        r"\b(?:internal (?:use )?only|for internal use|agents? only|do not share with customers|"
        r"not for customers)\b|\bticket (?:no\.? ?|number |#)\d{3,12}\b",
        _ANY_CASE,
    ),
    "de": lazy_pattern(
        r"\bnur (?:intern|für (?:agenten|mitarbeiter))\b|\bticket #?\d{3,12}\b", _ANY_CASE
    ),
    "fr": lazy_pattern(r"\busage interne\b|\bticket (?:n° ?|#)?\d{3,12}\b", _ANY_CASE),
    "es": lazy_pattern(r"\b(?:solo )?uso interno\b|\bticket (?:n\.º ?|#)?\d{3,12}\b", _ANY_CASE),
}
"""What was written for the team."""

QUOTED = lazy_pattern('“[^“”]{3,200}”|"[^"]{3,200}"|«[^«»]{3,200}»|„[^„“”]{3,200}[“”]')
"""Words between quotation marks."""

CODE = lazy_pattern(
    r"\b(?:[A-Z]{1,6}[-_]?\d{2,8}|0x[0-9A-Fa-f]{4,8}|(?:ERR|ERROR|E)(?:_[A-Z0-9]{2,20}){1,6})\b|"
    r"\b(?:error|code|fehler|erreur) ?(?:code|no\.?|number)? ?[:#]? ?(\d{2,6})\b"
)
"""A code that a program shows with an error: E-1042, 0x80070057, ERR_TIMED_OUT, error 504."""
