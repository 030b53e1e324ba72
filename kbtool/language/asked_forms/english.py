"""English forms of questions."""

from __future__ import annotations

from kbtool.language.asked_forms.form import form
from kbtool.model import Fact

_SOME = r"[^.?!,;]{0,40}"  # what may stand between two words of a form
_START = r"^\W*(?:(?:and|but|so|or|also|then|hi|hello|hey|please|ok|okay|well)\b\W{1,3})?"
"""Beginning of a sentence, a courtesy left aside."""

_CLAUSE = rf"(?:{_START}|[,:;–-]\s?(?:and |but |so |then )?)"
_I = r"(?:i|we|you|one|someone|somebody|people|customers|users|anyone|my \w{1,20})"
_THEIR = (
    r"(?:my|the|a|an|this|that|it|these|those|your|our|i|we|they|he|she|someone|people|new|money)"
)
_LIMIT = r"(?<!age )(?:limits?|limitations?|maximum|minimum|max|cap)\b"
_FEE = r"(?:fees?|costs?|charges?|prices?|pricing|commission)\b(?! (?:on my|in my|for|from))"
_FEES_FOR = r"(?:fees?|costs?|charges?|prices?|pricing) for\b"
_NOT_IF = r"(?! (?:if|whether)\b)"
_UNITS = r"(?:minutes?|hours?|days?|weeks?|months?|years?)"


ENGLISH = (
    form(
        Fact.CAUSE,
        r"(?<!that's )(?<!which is )(?<!that is )\bwhy\b(?! not\b)",
        r"\bhow come\b",
        r"\b(?:what|explain|tell me|know)\b[^.?!,;]{0,20}\b(?:reasons?|cause)\b",
        r"\bis there (?:a|any) (?:particular )?reason\b",
        r"\bwhat (?:is|was|are|were) \S{1,12} (?:\S{1,12} )?(?:fee|fees|charge|charges) for\W*$",
        r"\bwhat(?:'s| is| was) causing\b|\bwhat(?:'s| is) the need\b|\bhow is it that\b",
        r"\bdo(?:n't| not) understand why\b|\bwhat caused\b|\bwhat (?:makes|made)\b",
    ),
    form(
        None,
        r"\bhow (?:do|did|does|would|will|can) you (?:guys )?(?:know|decide|determine|come "
        r"up|choose|calculate|get|feel|think|like|plan)\b",
        r"\bhow is it possible\b",
        r"\bhow long ago\b|\bhow long (?:have|has) (?:you|your)\b",
    ),
    form(
        Fact.DURATION,
        r"(?<!as )\bhow (?:much )?long(?:er)?\b(?! (?:is|are|should|must|can) \S{1,12} "
        r"(?:password|passcode|code|cable|text|message|name))",
        rf"\bhow (?:much|many) (?:more )?(?:(?:business|working) )?(?:time|{_UNITS})\b"
        rf"(?! (?:can|may|could) {_I})",
        r"\bhow (?:soon|quick|quickly|fast|speedy)\b",
        rf"\bwhen (?:will|would|should|could) {_THEIR} ",
        r"\bwhen (?:can|do|should|could|may) (?:i|we) (?:\w{1,12} )?(?:expect|receive|get|see)\b",
        rf"\bwhen (?:{_THEIR} ){{0,2}}\w{{1,20}} (?:will|is going to|should) "
        r"(?:arrive|come|be|get|show|clear|reach)\b",
        r"\bwhen (?:i|we|it|they) (?:will|can|should) (?:expect|receive|get|arrive|be|see)\b",
        r"\bwhat(?:'s| is| are) (?:the |your )?(?:\w{1,15} ){0,2}(?:time ?frame|eta|"
        r"(?:delivery|processing|waiting|wait|turnaround|transfer|arrival|shipping) times?)\b",
        r"\bhow many " + _UNITS + r"\b",
    ),
    form(
        Fact.LIMIT,
        rf"\b(?:is|are) there {_SOME}\blimits? (?:to|on|for) how (?:much|many|often|frequently)\b",
        whether=True,
    ),
    form(
        Fact.LIMIT,
        r"\bhow much (?:money |cash |can )?(?:can|could|may|(?:am i|are we) (?:allowed|able)) ",
        r"\bas (?:much|many) as i (?:want|like|need)\b|\bhow (?:often|frequently)\b",
        r"(?<!and )\bhow many\b",
        rf"\b(?:what|what's|(?:tell me|know|explain){_NOT_IF})\b"
        rf"(?!{_SOME}\b(?:any|is there|are there)\b){_SOME}\b{_LIMIT}",
        rf"\b{_LIMIT}{_SOME},? (?:and |if so,? )?what (?:is|are|would) (?:it|they)\b",
    ),
    form(
        Fact.LIMIT,
        rf"\b(?:what|what's|is|are|tell|know|explain|any)\b{_SOME}\b{_LIMIT}",
        whether=True,
    ),
    form(
        Fact.AMOUNT,
        r"\bhow (?:expensive|costly)\b",
        r"\bhow much\b(?! (?:space|storage|data|memory|i have|money (?:i have|is (?:in|on|left)|do "
        r"i have)|do i have|is (?:in|on) my))",
        rf"\b(?:what|what's|which|(?:tell me|to know){_NOT_IF}|list)\b{_SOME}\b{_FEE}",
        rf"\b(?:what|(?:tell me|to know){_NOT_IF})\b{_SOME}\b{_FEES_FOR}",
        r"\bwhat (?:will|would|do|can|am|are) (?:i|we|you) (?:get |be )?charged?\b",
    ),
    form(
        Fact.AMOUNT,
        rf"\b(?:tell me|to know)\b{_SOME}\b(?:{_FEE}|{_FEES_FOR})",
        rf"\b(?:is|are|will|would) there (?:be )?{_SOME}\b"
        r"(?:fees?|costs?|charges?|discounts?|surcharges?)\b(?! (?:on|in) my)",
        r"\bdo you (?:guys )?(?:charge|have fees)\b",
        r"\b(?:will|would|do|can|am|are|is|does) (?:i|we|it|they|you) (?:get |be )?"
        r"(?:going to be |have to )?(?:charged?|cost|pay a fee)\b",
        rf"\b(?:will|would|does|do)\b{_SOME}\b(?:lead to|incur|result in|cost|come with)\b"
        r"[^.?!,;]{0,12}\b(?:fees?|costs?|charges?|money|me|anything|extra)\b",
        r"\b(?:is|are) (?:it|this|that|they|\w{1,20}) (?:for )?free(?: of charge)?\W*$",
        whether=True,
    ),
    form(
        Fact.PERSON,
        r"\bwho (?:can|may|could|qualifies|is (?:allowed|eligible|entitled|able)|are eligible)\b",
        r"\b(?:am i|are we|is \w{1,20}|who is|who's) (?:eligible|entitled|old enough|too young)\b",
        r"\bdo i qualify\b|\beligibility\b|\bhow old\b",
        r"\b(?:minimum|required|legal|what|which) age\b|\bage (?:limits?|requirements?|"
        r"restrictions?)\b",
        r"\b(?:can|may|could) (?:my |a |an )?(?:kids?|child|children|son|daughter|minors?|"
        r"teenagers?|teens?|non-residents?|foreigners|tourists|students)\b",
        r"\bfor (?:my |a |an )?(?:kids?|child|children|son|daughter|minor|minors|teenager)\?",
        r"\b(?:what|which) (?:are the )?(?:requirements?|conditions) (?:to|for)\b",
    ),
    form(
        None,
        r"\bwhere (?:is|are|'s|did|has|have|was|were) (?:all )?(?:my|the|our) (?:\w{1,15} )?"
        r"(?:money|refunds?|cards?|orders?|parcels?|packages?|payments?|transfers?|funds?|cash|"
        r"deposit|mails?|emails?|messages?|folders?)\b",
        r"\bwhereabouts of\b",
        r"\bwhere (?:do|are|did|does) (?:my|the|your) \w{1,20} (?:com|go|being|sourc|originat)",
    ),
    form(
        Fact.PLACE,
        r"\bwhere (?:exactly )?(?:do|can|is|are|should|would|could|will|to|in|on|may|must|does)\b",
        r"\bwhere's\b|\bwhere abouts\b|\b(?:in|to|from|under) (?:which|what) (?:countries|country|"
        r"menu|"
        r"tab|folder|settings?|place|city|cities|section)\b",
        r"\b(?:which|what) (?:countries|country|places|regions|cities|locations|atms?|menu|tab)\b",
    ),
    form(
        Fact.TIME,
        r"\b(?:at|by|until|since) what time\b|\b(?:what|which) (?:time|date|day|hours)\b",
        r"\b(?:until|till|by|since) when\b|\b(?:opening|business|office|working) hours\b",
        rf"(?:{_START}|\b(?:know|tell me|idea|ask|sure|wonder(?:ing)?|on|about|and) |, )when "
        r"(?:do|does|is|are|did|was|can|must|exactly|should|will)\b",
        r"\bwhat(?:'s| is) the deadline\b|\bis there a deadline\b",
    ),
    form(
        Fact.STEPS,
        r"\bhow (?:(?:exactly|else|then|best) )?(?:do|can|could|would|should|might|may|must) "
        rf"(?:{_I}|(?:the|a|an|this|it) )\b(?! (?:know (?:if|that)|tell if|get (?:a|my) human))",
        r"\bhow (?:do|can|could) (?:you|to)\b|\bhow (?:exactly )?to\b(?! page)",
        r"\bhow (?:am|are|is) (?:i|we|one) (?:supposed|meant|able|to)\b|\bhow would one\b",
        r"\bhow (?:is|are|does|do) (?:it|this|that|they|these|the \w{1,20}) (?:get )?"
        r"(?:done|set up|activated|enabled|disabled|changed|installed|\w{3,12}ed)\b",
        r"\b(?:and|but|not sure|unsure|know|see|remember|idea|out|understand|show me) how\W*$",
        r"\bwhat (?:do|should|must|shall|would|can|could) (?:i|we) (?:have to |need to )?do\b",
        r"\bwhat(?:'s| is| are) the (?:\w{1,12} )?(?:steps?|procedures?|process|ways?|method)\b"
        r"(?! (?:take|status))",
        r"\b(?:what|which) steps\b|\bwalk me through\b|\bstep[- ]by[- ]step\b",
        r"\b(?:understand|explain|know|learn) the (?:process|procedure|steps)\b",
        r"\bwhat (?:i (?:have|need)|to|do i (?:have|need)) to do\b|\bwhat to do\b",
    ),
    form(
        None,
        r"\b(?:can|could|would|will) (?:you|someone|anyone|somebody)(?: guys)?(?: please)?\b",
        r"\b(?:do|did|have) you (?:know|see|get|have any idea|understand|think|mean)\b",
        r"\bis (?:there )?(?:any|some)(?:one|body)\b",
        r"\b(?:will|did|is|was|has) (?:this|that)\?",
        rf"{_CLAUSE}did (?:i|you|my|the|it|they)\b",
        rf"{_CLAUSE}what\b",
    ),
    form(
        Fact.ANSWER,
        rf"{_CLAUSE}(?:can|could|may|must|should|shall|am|do|would|will|are|is|does|were)(?:n't)? "
        r"(?:\w|')[^?]{2,200}\?",
        r"^\W*(?:if|when)\b[^.?!]{3,120} (?:can|could|will|do|does|is|are|am) "
        r"(?:i|we|it|they|my|the|there) [^?]{2,120}\?",
        rf"{_START}(?:can|may|am|do|does|is|are|will) (?:i|we|you|it|my|there|the|your|this) "
        r"\w[^?]{5,160}$",
        r"\b(?:is|would|be) (?:it|this|that|there) (?:also |still |even |\w{1,10} )?"
        r"(?:possible|an option|a way|any way|allowed|permitted|supported|normal|okay|ok)\b",
        r"\b(?:know|tell me|wonder|wondering|sure|ask|check|see) (?:if|whether)\b",
        r"\b(?:possible|allowed|able|supported|permitted)\?",
    ),
)
