"""Forms of questions as people type them into a search box: "price?", "refund time"."""

from __future__ import annotations

from kbtool.language.asked_forms.form import Form, form
from kbtool.model import Fact

LONGEST_SHORT = 6
"""Words of a text up to which these forms are tried; the whole text must have the form."""

# Something is said, done or wrong, so that the noun at the end is no question for its value.
_SAID = (
    r"(?:wrong|incorrect|unexpected|unknown|extra|hidden|double|duplicate|disputed?|remove|waive|"
    r"avoid|change|update|cancel|set|edit|increase|raise|lower|reduce|exceed|reached|no|not|my|"
    r"the|this|that|missing|over|too|high|any|first|real|full|long|last|same|error|thanks|missed|broken|"
    r"failed|changed|still|explain|understand|about)"
)
_WORD = rf"(?!{_SAID}\b)[\w'-]{{1,25}}"
_VERB = r"(?:is|are|was|were|am|do|does|did|has|have|had|can|could|i|my|the|s)\b"
_BEFORE = rf"^\W*(?:{_WORD}\s){{0,3}}"
_AFTER = r"(?:\s(?:for|of|per|to|in|on|by|abroad|with|from)\b[^.?!]{0,40})?\W*$"
_ADDED = r"\W*$"
_MONEY = r"(?:money|refunds?|cards?|orders?|parcels?|packages?|payments?|transfers?|funds?|cash)"
_GUIDE = r"(?:steps|instructions|guide|tutorial|procedure)"
_LASTS = (
    r"(?:deliver\w{1,3}|shipping|shipment|process\w{0,3}|refund|wait\w{0,3}|response|reply|transfer|"
    r"payout|payment|arrival|turnaround|lead|approval|activation|verification|review|withdrawal|"
    r"deposit|clear\w{1,4}|return|repair|replacement|handling|dispatch|transit|settlement)"
)

ENGLISH = (
    form(
        Fact.DURATION,
        rf"{_BEFORE}{_LASTS} (?:times?|period){_AFTER}",
        rf"^\W*time (?:to|for|until)\b[^.?!]{{2,40}}{_ADDED}",
        rf"{_BEFORE}(?:duration|eta|turnaround){_AFTER}",
    ),
    form(Fact.PERSON, rf"{_BEFORE}(?:age|eligibility|id|visa) (?:requirements?|criteria){_AFTER}",
         rf"^\W*(?:who (?:is )?)?(?:eligible|eligibility){_AFTER}",
         rf"^\W*(?:requirements?|conditions|criteria) (?:for|to)\b[^.?!]{{2,40}}{_ADDED}"),
    form(
        Fact.LIMIT,
        rf"^\W*(?:maximum|minimum|max|min)\s(?:{_WORD}\s?){{1,4}}{_ADDED}",
        rf"{_BEFORE}(?:limits?|quotas?|maximum|minimum|max size|file size){_AFTER}",
        rf"^\W*how (?:big|large|heavy|tall|wide)\b[^.!]{{0,40}}{_ADDED}",
    ),
    form(Fact.AMOUNT, rf"{_BEFORE}(?:prices?|pricing|costs?|fees?|rates?|tariffs?){_AFTER}"),
    form(
        Fact.TIME,
        rf"{_BEFORE}(?:hours|deadline){_AFTER}",
        rf"{_BEFORE}(?:renewal|expir\w{{1,7}}|billing|due|payout|payment|release|start|end|closing|"
        rf"opening) (?:dates?|days?|times?){_AFTER}",
        rf"^\W*when (?!{_VERB})\w[^.!]{{1,40}}{_ADDED}",
    ),
    form(
        Fact.PLACE,
        rf"^\W*where (?!{_VERB}|{_MONEY}\b)\w[^.!]{{1,40}}{_ADDED}",
        rf"^\W*(?:return|office|store|shop|branch|postal|mailing|head office) "
        rf"(?:address|location)s?{_ADDED}",
    ),
    form(Fact.CAUSE, rf"^\W*(?:reasons?|causes?) (?:for|of)\b[^.!]{{2,40}}{_ADDED}",
         rf"^\W*(?:reason|cause) \w{{3,25}}{_ADDED}"),
    form(
        Fact.STEPS,
        rf"^\W*how (?!{_VERB}|(?:man|about|come|far|old|safe|secure|good|bad|well)\b)"
        r"(?![a-z]{3,20}ing\b)[a-z]{2,15} \w[^.!]{1,40}$",
        rf"^\W*how (?:cancel|delete|export|login|install|pay|return){_ADDED}",
        rf"^\W*\w[^.!?]{{2,40}} how{_ADDED}",
        rf"^\W*{_GUIDE} (?:to|for|on)\b[^.!]{{2,40}}{_ADDED}",
        rf"{_BEFORE}{_GUIDE}{_ADDED}",
    ),
    form(
        Fact.ANSWER,
        r"^\W*(?!(?:wh|how)\w*\b)\w[^.?!]{2,40} (?:possible|available|allowed|accepted|supported|"
        r"included|required|refundable|compatible|anytime|any time|necessary)"
        r"(?: (?:in|for|on|with) [^.?!]{2,30})?\s?\?",
        r"^\W*(?:works?|supports?|accepts?|includes?|available|possible|allowed|refundable|need|"
        r"needs?|compatible)\b[^.?!]{0,40}\?",
    ),
)  # fmt: skip
GERMAN = (
    form(Fact.DURATION, r"^\W*(?:[\w-]{2,20}(?:zeit|dauer|frist)|dauer)\b[^.?!]{0,30}\W*$"),
    form(Fact.LIMIT, r"^\W*(?:max(?:imal\w{0,3})?|min(?:dest\w{0,12})?|[\w-]{2,20}(?:limit|grenze))"
         r"\b[^.?!]{0,30}\W*$"),
    form(Fact.AMOUNT, r"^\W*(?:[\w-]{2,20}\s){0,2}[\w-]{0,20}(?:preise?|kosten|gebühr(?:en)?)\W*$"),
    form(Fact.PLACE, r"^\W*wo \w[^.!]{1,40}$"),
)  # fmt: skip
FRENCH = (
    form(Fact.DURATION, r"^\W*(?:délais?|durée)\b[^.?!]{0,40}\W*$"),
    form(Fact.LIMIT, r"^\W*(?:taille|nombre|montant)? ?(?:limite|max(?:imum)?|min(?:imum)?)"
         r"\b[^.?!]{0,40}\W*$"),
    form(Fact.AMOUNT, r"^\W*(?:prix|tarifs?|frais|coûts?)\b[^.?!]{0,40}\W*$"),
)  # fmt: skip
SPANISH = (
    form(Fact.DURATION, r"^\W*(?:plazo|duración|tiempo) de \w[^.?!]{0,40}\W*$"),
    form(Fact.LIMIT, r"^\W*(?:límite|máximo|mínimo)\b[^.?!]{0,40}\W*$"),
    form(Fact.AMOUNT, r"^\W*(?:precios?|costes?|costos?|tarifas?|gastos)\b[^.?!]{0,40}\W*$"),
)  # fmt: skip

SHORT_FORMS: dict[str, tuple[Form, ...]] = {
    "en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH,
}  # fmt: skip
