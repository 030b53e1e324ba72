"""Titles that help desks give to chats and calls: "Conversation with Anna Berg", "Call from +44…".

They name a person and ask nothing.
"""

from __future__ import annotations

from kbtool.patterns import lazy_pattern
from kbtool.questions.noise.contacts import is_contact_only

_LONGEST = 200
_TALK = (
    r"(?:(?:live |web |online |new )?(?:conversation|chat|call|phone call|discussion) with"
    r"|(?:new |missed |abandoned |inbound |incoming |outbound |outgoing |phone |video )?"
    r"(?:chat|conversation|call|voice ?mail|voice message|text message|sms|message|offline message"
    r"|(?:whatsapp|facebook|instagram|messenger) (?:message|chat|conversation)) (?:from|to)"
    r"|(?:unterhaltung|chat|gespräch|konversation|telefonat) mit"
    r"|(?:neue |neuer |verpasster |entgangener |eingehender |ausgehender )?"
    r"(?:anruf|voicemail|sprachnachricht|mailbox-?nachricht|nachricht) (?:von|an)"
    r"|(?:conversation|discussion|chat|échange) avec"
    r"|(?:appel|appel manqué|message|message vocal|messagerie vocale) de"
    r"|(?:conversación|conversacion|chat) con|(?:llamada|llamada perdida|mensaje|mensaje de voz"
    r"|correo de voz|buzón de voz) de"
    r"|(?:conversazione|chat) con|(?:chiamata|chiamata persa|messaggio|messaggio vocale) da"
    r"|(?:conversa|chat) com|(?:chamada|ligação|chamada perdida|mensagem|correio de voz) de"
    r"|(?:gesprek|chat) met|(?:oproep|gemiste oproep|bericht|voicemailbericht) van):?"
)
_NUMBER = r"(?:caller |anrufer )?[+(]?\d[\d ()./+-]{4,24}"
_MAIL = r"[^\s@<>]{1,64}@[^\s@<>]{1,90}"
_NOBODY = (
    r"(?:web user|visitor|guest|anonymous|besucher|gast|visiteur|visitante|bezoeker)"
    r"(?: [\w-]{1,40})?"
)
_CAPITALISED = r"[A-ZÀ-ÖØ-Þ][\w.'’-]{0,30}"
_NAME = rf"(?-i:{_CAPITALISED}(?: (?:{_CAPITALISED}|de|da|van|von|der|la|den|bin|al)){{0,4}})"
_END = (
    r"(?: \([\w ,.+-]{1,40}\))?(?: #?\d{1,12})?(?: (?:on|at|am|um|le|el|via) [\w .:,/-]{1,40})?"
    r"(?: url: \S{1,500})?\.?"
)
_TITLE = lazy_pattern(rf"(?i:({_TALK}) (?:({_NUMBER}|{_MAIL}|{_NOBODY})|({_NAME})){_END})")
# "Chat with Support" and "Call from Teams" may be what somebody searched for.
_FEWEST = 2
_OFFICES = frozenset(
    "agent care center centre customer desk help human live sales service support team us".split()
)


def is_title(text: str) -> bool:
    """Whether a subject is the title of a chat or a call, maybe with a name of one word."""
    return len(text) <= _LONGEST and _TITLE.fullmatch(text) is not None


def is_person_title(text: str) -> bool:
    """The same of a text that may be a search: it must name a number, an address or a person."""
    match = _TITLE.fullmatch(text) if len(text) <= _LONGEST else None
    if not match or match[2]:
        return match is not None
    words = match[3].split()
    named = len(words) >= _FEWEST or is_contact_only(f"{words[0]} X")
    return named and _OFFICES.isdisjoint(match[3].casefold().split())


def hide_person(text: str) -> str:
    """The text; of a title, all but who it names."""
    match = _TITLE.fullmatch(text) if len(text) <= _LONGEST else None
    return f"{match[1]} …" if match else text
