"""How people ask, in the languages that requests are looked for: en, de, fr, es."""

from __future__ import annotations

from kbtool.patterns import lazy_pattern

GENERIC = frozenset(
    """
    advice advise anyone appreciate appreciated answer back cause caused causing correct explain
    fix fixed fixing get going guide happen happened happening happens hello hi idea ideas issue
    issues occur people please pls problem problems reason resolve resolved resolving simple
    simply solution solutions solve solved solving someone somebody suggest suggestion
    suggestions thank thanks thought thoughts work wrong advance anybody possible user users
    experience experienced experiencing having same similar
    idee ideen jemand lösen lösung problem probleme rat tipp tipps vorschlag vorschläge
    conseil idée idées problème problèmes quelqu résoudre solution solutions
    alguien consejo idea problema problemas resolver solución sugerencia
    """.split()
)
"""Words that every request can say, beside stop words."""

# Words that a sentence may begin with before it comes to the point.
_LEAD = (
    r"^[\W_]{0,9}(?:(?:and|but|so|also|then|now|please|pls|ok|well|my question is|question|und|aber"
    r"|et|mais|y|pero)\b[\W_]{1,5}){0,3}"
)
_HOW_WORDS = (
    r"(?:how (?:do|does|can|could|to|should|would|might|am|are|is|long|many|much|often|come)"
    r"|(?:can|could|may|should|must) (?:i|we|one|you|someone|anyone|it)"
    r"|is (?:there|it) (?:a |an |any |some )?(?:way|option|setting|possible|possibility|method)"
    r"|(?:are|is) there|what (?:do|is|are|can|should|does)|where (?:do|is|are|can|did|has|have)"
    r"|which|when (?:will|do|does|can|is)|why (?:do|does|is|are|can|can.t|did|has|have|won.t)"
    r"|do (?:i|we|you)|does (?:it|anyone|the)|tell me (?:how|where|what|why|which|if|whether)"
    r"|wie (?:kann|könn|mache|macht|bekomme|lösche|ändere|stelle|lange|viel|oft|finde)"
    r"|kann (?:ich|man)|können (?:wir|sie)|gibt es|wo (?:ist|finde|kann|sind)|warum|wieso"
    r"|was (?:kann|muss|ist)|wann|welche[rsn]?"
    r"|comment|est-ce que|est-il possible|puis-je|peut-on|pourquoi|où (?:est|sont|puis|se)"
    r"|quel(?:le)?s?|y a-t-il|pouvez-vous"
    r"|cómo|se puede|puedo|es posible|por qué|dónde|cuándo|cuál(?:es)?|hay (?:alguna|un|una))\b"
)
HOW = lazy_pattern(rf"\b{_HOW_WORDS}")
"""Questions how, whether, where and why, anywhere in a sentence."""

HOW_FIRST = lazy_pattern(rf"{_LEAD}{_HOW_WORDS}|\b(?:tell me|know|wondering|explain) (?:how|if)\b")
"""The same where no question mark helps: at the beginning alone."""

WANTS = lazy_pattern(
    rf"{_LEAD}(?:"
    r"(?:i|we)(?: would|.d)? (?:really |just |only )?(?:want|need|like|wish|prefer)(?:ed)? to "
    r"|(?:i am|i.m|we are|we.re) (?:trying|looking|attempting) |i would love "
    r"|(?:please|pls) (?!help|advise|assist|note|see|be|find|fix)[a-z]{2,}"
    r"|ich (?:möchte|will|brauche|benötige|suche|würde) |bitte (?!um|helf)[a-zäöü]{3,}"
    r"|je (?:voudrais|veux|souhaite|souhaiterais|cherche|n.arrive pas) |j.aimerais |j.ai besoin "
    r"|quiero |quisiera |necesito |me gustaría |estoy (?:intentando|tratando) )",
)
"""Wishes and commands."""

CONTINUES = lazy_pattern(
    r"[\W_]{0,9}(?:and|but|or|so|also|then|otherwise|if so|if not|und|aber|oder|dann|also|sonst"
    r"|et|mais|ou|alors|sinon|y|pero|o|entonces|si no)\b"
)
"""Beginnings of a sentence that goes on from the one before."""

FAILS = lazy_pattern(
    r"\b(?:can.?t|can ?not|could ?n.t|unable to|won.?t|wo not|doesn.?t|does not|do not|don.?t"
    r"|isn.?t|not working|stopped working|no longer|fails?|failed|refuses|keeps|crash(?:es|ed)?"
    r"|geht nicht|funktioniert nicht|klappt nicht|nicht mehr|kann (?:ich )?(?:nicht|kein\w*)"
    r"|ne (?:marche|fonctionne|peux|parviens)|impossible de|no (?:funciona|puedo|me deja)"
    r"|dejó de funcionar)\b",
)
"""What does not work, or no longer."""
